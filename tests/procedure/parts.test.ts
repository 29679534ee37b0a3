import type { CaseFile } from '../../src/procedure/case/case-file';
import { toldIn } from '../../src/procedure/case/told';
import { openDeadlines } from '../../src/procedure/dates/deadlines';
import { piecesFor, parts, partsIn, type Piece } from '../../src/procedure/parts';
import { sightOf } from '../../src/procedure/permissions';
import { caseRoles, outsideBodies, type CaseRole } from '../../src/procedure/roles';
import type { PersonId } from '../../src/procedure/time/time';
import { aCase, type CaseBuilder } from '../support/a-case';
import { words } from '../support/default-forms';

/* The parts of people in a case: what they see, since when and until when. Source: DESIGN, "Who sees what". */

const shown = (file: CaseFile, role: CaseRole, nth = 0): readonly Piece[] => {
  const person = file.people[role]?.[nth];
  return person === undefined ? [] : [...piecesFor(file, person)].sort();
};

/** The straight way of a local review, at moments from its opening to its publication. */
const moments = {
  opening: () => aCase(),
  'sent to the Front Door': () => aCase().with('sendToFrontDoor'),
  'agencies asked': () => aCase().before('recordReturn'),
  'agencies collated': () => aCase().past('information'),
  'Rapid Review arranged': () => aCase().at('rapid-review-meeting').with('arrangeRapidReviewMeeting'),
  'minutes filed': () => aCase().past('rapid-review-meeting'),
  submitted: () => aCase().past('submission'),
  'author appointed': () => aCase().before('recordPlanningMeeting'),
  planned: () => aCase().past('planning'),
  'draft shared': () => aCase().before('recordComment'),
  'communications told': () => aCase().before('recordMediaStatement'),
  published: () => aCase().past('publication'),
} as const satisfies Readonly<Record<string, () => CaseBuilder>>;
type Moment = keyof typeof moments;
const names = Object.keys(moments) as readonly Moment[];

/** For each role: at which moments it first sees, and no longer sees, which pieces. */
const rows: readonly {
  readonly role: CaseRole;
  readonly from: Moment;
  readonly until?: Moment;
  readonly sees: readonly Piece[];
}[] = [
  { role: 'business-manager', from: 'opening', sees: ['whole'] },
  { role: 'spr-coordinator', from: 'opening', sees: ['whole'] },
  { role: 'la-partner', from: 'opening', sees: ['whole'] },
  { role: 'police-partner', from: 'opening', sees: ['whole'] },
  { role: 'health-partner', from: 'opening', sees: ['whole'] },
  { role: 'scrutineer', from: 'opening', sees: ['whole'] },
  { role: 'service-director', from: 'sent to the Front Door', sees: ['notification', 'state'] },
  { role: 'front-door', from: 'sent to the Front Door', sees: ['notification', 'state'] },
  { role: 'legal', from: 'Rapid Review arranged', until: 'minutes filed', sees: ['meeting'] },
  { role: 'la-exec', from: 'submitted', sees: ['state'] },
  { role: 'police-exec', from: 'submitted', sees: ['state'] },
  { role: 'author', from: 'author appointed', until: 'published', sees: ['whole'] },
  { role: 'identified-professional', from: 'planned', until: 'published', sees: ['family', 'planning', 'publication'] },
  { role: 'communications', from: 'communications told', until: 'published', sees: ['publication'] },
];

test.each(rows)('The $role sees $sees from: $from, until: $until', ({ role, from, until, sees }) => {
  const begins = names.indexOf(from);
  const ends = until === undefined ? names.length : names.indexOf(until);
  const expected = names.map((moment, at) => [moment, at >= begins && at < ends ? sees : []]);
  expect(names.map((moment) => [moment, shown(moments[moment]().file, role)])).toEqual(expected);
});

describe('An agency', () => {
  const contactOf = (file: CaseFile): PersonId => {
    const [agency = ''] = file.facts.askAgencies?.[0]?.form.agencies ?? [];
    return file.policy.agencies[agency]?.contact ?? ('P999' as PersonId);
  };
  const viewer = (file: CaseFile) => ({ id: contactOf(file), roles: ['agency-contact'] as const });

  test('sees its request from the asking until the answers are collated, and neither the state nor the record', () => {
    const asked = moments['agencies asked']().file;
    expect([...piecesFor(asked, contactOf(asked))]).toEqual(['request']);
    expect(sightOf(viewer(asked), asked)).toBe('part');
    const collated = moments['agencies collated']().file;
    expect(sightOf(viewer(collated), collated)).toBe('none');
  });

  test('that was not asked sees nothing', () => {
    const { file } = moments['agencies asked']();
    const asked = (file.facts.askAgencies ?? []).flatMap(({ form }) => form.agencies);
    const others = Object.entries(file.policy.agencies).filter(([code]) => !asked.includes(code));
    expect(others.length).toBeGreaterThan(0);
    for (const [, { contact }] of others) {
      const hasNothing =
        contact === undefined ||
        Object.values(file.policy.agencies).some(
          (one, at) => asked.includes(Object.keys(file.policy.agencies)[at] ?? '') && one.contact === contact,
        );
      if (!hasNothing) expect(partsIn(file, contact)).toEqual([]);
    }
  });
});

describe('The owner of an action', () => {
  test('sees that action until its last review of impact', () => {
    const owned = aCase().with('addAction');
    const owner = owned.file.facts.addAction?.[0]?.form.owner ?? ('P999' as PersonId);
    const only = (file: CaseFile) => partsIn(file, owner).filter(({ id }) => id === 'owns-an-action').length;
    expect([only(aCase().file), only(owned.file)]).toEqual([0, 1]);
    expect(only(aCase().atTheEnd().file)).toBe(0);
  });
});

describe('The Exec partners', () => {
  test('see the views of the three partners where they are asked about a disagreement, and else not', () => {
    const escalated = aCase().choosing({
      recordDecisionMeeting: [
        {
          views: { la: 'notify', police: 'do-not-notify', health: 'notify' },
          disagreement: { scrutineerInput: words('Theirs'), escalated: true, reason: words('They differ') },
        },
      ],
    });
    const told = escalated.past('decision-meeting').file;
    expect(shown(told, 'la-exec')).toEqual(['disagreement', 'state']);
    expect(shown(moments.submitted().file, 'la-exec')).not.toContain('disagreement');
  });

  test('see the state once they are told of a breach', () => {
    const late = aCase().before('recordRapidReviewMeeting');
    expect(shown(late.file, 'la-exec')).toEqual([]);
    expect(shown(late.reminders('2027-01-15').file, 'la-exec')).toEqual(['state']);
  });
});

describe('The sub-group', () => {
  test('sees the state and the drafts from being told on', () => {
    const shared = moments['draft shared']().file;
    for (const role of ['sub-group-chair', 'sub-group-member'] as const)
      expect(shown(shared, role)).toEqual(['actions', 'drafts', 'state']);
    expect(shown(aCase().file, 'sub-group-member')).toEqual([]);
  });
});

describe('Parts in a case', () => {
  test('are none of the bodies outside the partnership, at any moment', () => {
    for (const moment of names) {
      const { file } = moments[moment]();
      for (const body of outsideBodies) expect(shown(file, body)).toEqual([]);
    }
  });

  test('end where access is restricted, whatever they are', () => {
    const { file } = aCase().past('publication');
    const everybody = caseRoles.flatMap((role) => file.people[role] ?? []);
    const shutOut = Object.fromEntries(everybody.map((person) => [person, []]));
    for (const person of everybody) expect(partsIn({ ...file, shutOut }, person)).toEqual([]);
  });

  test('belong to whoever owes something, at every moment of the straight way', () => {
    for (let one: CaseBuilder | undefined = aCase(); one !== undefined; one = one.next()) {
      const { file } = one;
      for (const { owner } of openDeadlines(file)) {
        const people = typeof owner === 'string' ? (file.people[owner] ?? []) : [owner.person];
        if (typeof owner === 'string' && outsideBodies.some((body) => body === owner)) continue;
        for (const person of people)
          expect([file.seq, owner, partsIn(file, person).length > 0]).toEqual([file.seq, owner, true]);
      }
    }
  });

  test('have a line each in the table, with a beginning in words', () => {
    expect(new Set(parts.map(({ id }) => id)).size).toBe(parts.length);
    for (const { from } of parts) expect(from).not.toBe('');
  });
});

describe('A case that release 0.1.0 opened', () => {
  const asWrittenBefore = ({ told: _told, ...file }: CaseFile): CaseFile => file;

  test('loses nobody who was asked or told', () => {
    for (let one: CaseBuilder | undefined = aCase(); one !== undefined; one = one.next()) {
      const before = toldIn(asWrittenBefore(one.file));
      for (const [person, roles] of Object.entries(toldIn(one.file)))
        expect([one.file.seq, person, Object.keys(before[person as PersonId] ?? {})]).toEqual([
          one.file.seq,
          person,
          expect.arrayContaining(Object.keys(roles)),
        ]);
    }
  });
});
