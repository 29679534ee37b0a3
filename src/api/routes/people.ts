import {
  addPerson,
  endingForm,
  endPerson,
  newPersonForm,
  personView,
  readPeople,
} from '../../casework/partnership-people';
import { whoMay, whoOpens } from '../../http/access';
import type { ApiDependencies } from '../dependencies';
import { refusedChange } from '../changed';
import { changesIn, tagOf } from '../entry-tag';
import { Problem } from '../problems';
import { get, post, type Route } from '../route';

/** The people of the partnership; those of its profile are changed there, others are added and ended here. */
export function peopleRoutes(dependencies: ApiDependencies): readonly Route[] {
  return [
    get({
      path: '/api/people',
      access: whoOpens('people'),
      tag: 'People',
      summary: 'Read who is of the partnership, and who was added and has left',
      replies: { 200: { description: 'The people.', schema: 'People', tagged: true } },
      answer: async () => ({
        status: 200,
        headers: await tagOf('people', dependencies),
        body: await readPeople(dependencies),
      }),
    }),
    post({
      path: '/api/people',
      access: whoMay('keep-people'),
      tag: 'People',
      summary: 'Add a person to the partnership',
      description:
        'They are given an id, can sign in and be named in every case at once, and have their roles in cases that open from now on. In an open case a person is given a role by the decision `replacePerson`.',
      takesIfMatch: true,
      body: newPersonForm,
      examples: {
        person: {
          name: 'Jo Bloggs',
          email: 'jo.bloggs@example.org',
          title: 'Named Nurse, hospital trust',
          agency: 'hospital-trust',
          roles: ['agency-contact'],
        },
      },
      replies: { 201: { description: 'They are of the partnership.', schema: 'PersonChanged' } },
      refuses: [412],
      async answer({ body, actor, key, ifMatch }) {
        const madeFrom = changesIn(ifMatch);
        const added = await addPerson(dependencies, { form: body, actor, key, madeFrom });
        if (added.kind === 'refused')
          throw await refusedChange('people', dependencies, { refusal: added.refusal, madeFrom });
        return { status: 201, body: { person: personView(added.person), casesAsked: added.casesAsked } };
      },
    }),
    post({
      path: '/api/people/endings',
      access: whoMay('keep-people'),
      tag: 'People',
      summary: 'End a person who was added: they have left the partnership',
      description:
        'They cannot sign in, be named or be written to any more, and their tokens end. What they did stays on the record.',
      takesIfMatch: true,
      body: endingForm,
      examples: { person: { person: 'P1001' } },
      replies: { 200: { description: 'They have left, now or before.', schema: 'PersonChanged' } },
      refuses: [404, 412],
      async answer({ body, actor, ifMatch }) {
        const madeFrom = changesIn(ifMatch);
        const ended = await endPerson(dependencies, { form: body, actor, madeFrom });
        switch (ended.kind) {
          case 'ended':
            return { status: 200, body: { person: personView(ended.person), casesAsked: ended.casesAsked } };
          case 'no-such-person':
            throw new Problem(
              'not-found',
              'Nobody was added under that id. People in the settings file are changed there.',
              {
                nothingBegun: true,
              },
            );
          case 'refused':
            throw await refusedChange('people', dependencies, { refusal: ended.refusal, madeFrom });
        }
      },
    }),
  ];
}
