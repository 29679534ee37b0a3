import { londonDate } from '../../../procedure/time/dates';
import type { FieldProblem } from '../../../procedure/refusals';
import { roles } from '../../../procedure/roles';
import type { IsoDate } from '../../../procedure/time/time';
import { addPerson, endPerson, newPersonForm, readNewPerson } from '../../../casework/partnership-people';
import type { AddedPerson } from '../../../records/people';
import { newSecret } from '../../../security/secret';
import { notAllowed, notFound, redirect, view, type Answer } from '../../http/answer';
import { changeForm } from '../../forms/change-form';
import { keptFields, wantedOf } from '../../forms/checked';
import { changedPage, changesSeenIn, sinceSeen } from '../../forms/since';
import type { ConsoleDependencies } from '../../http/dependencies';
import { one } from '../../http/fields';
import { withoutCase, type FieldContext } from '../../forms/context';
import { answersInWords } from '../../forms/in-words';
import { problemsAsNamed, readFields } from '../../forms/reading';
import { getPage, postPage, type Asked, type ByVisitor, type Fields, type PageRoute } from '../../http/page';
import { whoOpens } from '../../../http/access';
import { nameOf } from '../../wording/name-of';
import { partnershipNames, problemsOnPage, saidOnPage } from '../../wording/said-on-page';

const keeper = whoOpens('people', 'keep-people');
const noSuchPerson = 'Nobody who was added has that number and is still of the partnership. Go back to the list.';

/** A form that chooses among the parts and agencies of the partnership. */
function choosingParts({ profile: { policy } }: Pick<ConsoleDependencies, 'profile'>, today: IsoDate): FieldContext {
  const agencies = Object.entries(policy.agencies).map(([value, { name }]) => ({ value, text: name }));
  const parts = roles.map((value) => ({ value, text: policy.roleTitles[value] }));
  const options = [...agencies, ...parts];
  return {
    ...withoutCase(today),
    candidates: (among) => (among === 'agency' ? agencies : among === 'part' ? parts : []),
    called: (_among, value) => options.find((option) => option.value === value)?.text ?? value,
  };
}

const form = changeForm({
  kept: 'people',
  schema: newPersonForm,
  template: 'pages/people/add.njk',
  title: 'Add a person',
  context: choosingParts,
});

async function add(asked: Asked & ByVisitor, dependencies: ConsoleDependencies): Promise<Answer> {
  const { fields, visitor, now } = asked;
  const context = choosingParts(dependencies, londonDate(now));
  const wanted = wantedOf(fields);
  if (wanted === 'change') return form(asked, dependencies, fields);
  const { form: read, problems } = readFields(newPersonForm, fields, context);
  if (problems.length > 0) return form(asked, dependencies, fields, problems);
  const wrong = (found: readonly FieldProblem[]): Promise<Answer> => {
    const named = problemsOnPage(partnershipNames(dependencies), found);
    return form(asked, dependencies, fields, problemsAsNamed(newPersonForm, fields, named, context));
  };
  const check = async (status = 200): Promise<Answer> => {
    const checked = readNewPerson(dependencies, read);
    if (checked.kind === 'refused') return wrong(checked.refusal.fields ?? []);
    const model = {
      ...(await sinceSeen('people', dependencies, fields)),
      answers: answersInWords(newPersonForm, checked.form, context),
      kept: keptFields(fields),
      key: newSecret(),
    };
    return view('pages/people/check.njk', 'Check the person', model, status);
  };
  if (wanted === 'check') return check();
  const key = one(fields, 'key') || newSecret();
  const added = await addPerson(dependencies, {
    form: read,
    actor: visitor.person,
    key,
    madeFrom: changesSeenIn(fields),
  });
  if (added.kind === 'added') return redirect(`/people?added=${added.person.id}`);
  if (added.refusal.code === 'changed-since') return check(409);
  const { fields: found } = added.refusal;
  return found === undefined ? notAllowed(saidOnPage(partnershipNames(dependencies), added.refusal)) : wrong(found);
}

/** Returns the person with this id if they were added and have not been ended. */
async function standingPerson(
  { records }: ConsoleDependencies,
  id: string | undefined,
): Promise<AddedPerson | undefined> {
  return (await records.people.added()).find((person) => person.id === id && person.ended === undefined);
}

/** Shows the page on which a person is ended, or says that somebody has ended them in the meantime. */
async function endPage(dependencies: ConsoleDependencies, id: string | undefined, typed: Fields): Promise<Answer> {
  const [person, since] = await Promise.all([
    standingPerson(dependencies, id),
    sinceSeen('people', dependencies, typed),
  ]);
  if (person === undefined && since.since.length > 0)
    return changedPage('people', dependencies, { fields: typed, back: { text: 'People and roles', href: '/people' } });
  if (person === undefined) return notFound(noSuchPerson);
  const model = {
    ...since,
    person: {
      ...person,
      parts: person.roles.map((role) => dependencies.profile.policy.roleTitles[role]),
      by: nameOf(dependencies.profile, person.added.by),
    },
    open: await dependencies.records.cases.count({
      open: true,
      visibleTo: { kind: 'part', person: person.id, from: 'part' },
    }),
  };
  return view('pages/people/end.njk', 'End a person', model, since.since.length > 0 ? 409 : 200);
}

/** Adding a person to the partnership and ending one who was added: the Business Manager’s. */
export const peopleChangeRoutes: readonly PageRoute[] = [
  getPage('/people/add', keeper, (asked, dependencies) => form(asked, dependencies, asked.typedBefore ?? {})),
  postPage('/people/add', keeper, add),

  getPage('/people/:id/end', keeper, ({ params, typedBefore }, dependencies) =>
    endPage(dependencies, params['id'], typedBefore ?? {}),
  ),

  postPage('/people/:id/end', keeper, async ({ params, fields, visitor }, dependencies) => {
    const ended = await endPerson(dependencies, {
      form: { person: params['id'] },
      actor: visitor.person,
      madeFrom: changesSeenIn(fields),
    });
    switch (ended.kind) {
      case 'ended':
        return redirect(`/people?ended=${ended.person.id}`);
      case 'no-such-person':
        return notFound(noSuchPerson);
      case 'refused':
        if (ended.refusal.code === 'changed-since') return endPage(dependencies, params['id'], fields);
        return ended.refusal.fields === undefined
          ? notAllowed(saidOnPage(partnershipNames(dependencies), ended.refusal))
          : notFound(noSuchPerson);
    }
  }),
];
