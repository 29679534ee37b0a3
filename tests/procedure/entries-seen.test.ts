import type { CaseFile, DecisionName, Fact } from '../../src/procedure/case/case-file';
import { entryBySeq } from '../../src/procedure/case/entries';
import type { CaseEvent } from '../../src/procedure/case/record';
import { seesAction, seesNames, sightOfEntry, sightOfFact } from '../../src/procedure/entries-seen';
import type { Sight, Viewer } from '../../src/procedure/permissions';
import type { Role } from '../../src/procedure/roles';
import type { PersonId } from '../../src/procedure/time/time';
import { aCase } from '../support/a-case';
import { words } from '../support/default-forms';

/* The sight of an entry of the record. Source: DESIGN, "Who sees what". */

const holder = (file: CaseFile, role: Role): Viewer => ({
  id: file.people[role as 'author']?.[0] ?? ('P999' as PersonId),
  roles: [role],
});

const seen = (file: CaseFile, role: Role, name: DecisionName): Sight => {
  const fact = (file.facts[name] as readonly Fact<unknown>[] | undefined)?.at(-1);
  if (fact === undefined) throw new Error(`${name} is not on the record.`);
  return sightOfFact(holder(file, role), file, { name, fact });
};

const opening = (file: CaseFile): CaseEvent => ({
  seq: 1,
  kind: 'case-opened',
  at: file.openedAt,
  by: file.openedBy.person,
  details: {},
});

test('The Service Director and the Front Door see the notification with its names, and of the rest the state', () => {
  const { file } = aCase().past('information');
  for (const role of ['service-director', 'front-door'] as const) {
    const viewer = holder(file, role);
    expect(sightOfEntry(viewer, file, opening(file))).toBe('names');
    expect(seesNames(viewer, file)).toBe(true);
    expect(seen(file, role, 'recordDecisionMeeting')).toBe('state');
    expect(seen(file, role, 'askAgencies')).toBe('state');
  }
  expect(seen(file, 'service-director', 'recordOversight')).toBe('words');
});

test('A correction of the notification is seen by whoever sees the notification', () => {
  const { file } = aCase()
    .with('sendToFrontDoor')
    .with('correctFact', { entry: 1, field: 'setting', value: 'community', reason: words('Mistyped') });
  expect(seen(file, 'service-director', 'correctFact')).toBe('names');
});

test('An agency sees its own request and answer, and no entry about another', () => {
  const asked = aCase().before('recordReturn');
  const [agency = '', other = ''] = asked.file.facts.askAgencies?.[0]?.form.agencies ?? [];
  const { file } = asked
    .with('recordReturn', { agency, answer: 'nil' })
    .with('recordReturn', { agency: other, answer: 'nil' });
  const viewer: Viewer = {
    id: file.policy.agencies[agency]?.contact ?? ('P999' as PersonId),
    roles: ['agency-contact'],
  };
  const returns = (file.facts.recordReturn ?? []).map((fact) =>
    sightOfFact(viewer, file, { name: 'recordReturn', fact: { ...fact, by: 'P01' as PersonId } }),
  );
  expect(returns).toEqual(['words', 'part']);
  expect(sightOfEntry(viewer, file, opening(file))).toBe('part');
  expect(seesNames(viewer, file)).toBe(false);
});

test('The identified professional sees the planning and the family, with names, and not the determination', () => {
  const { file } = aCase().before('shareDraft').with('recordFamilyInvolvement');
  expect(seen(file, 'identified-professional', 'recordPlanningMeeting')).toBe('names');
  expect(seen(file, 'identified-professional', 'recordFamilyInvolvement')).toBe('names');
  expect(seen(file, 'identified-professional', 'recordDetermination')).toBe('part');
});

test('The sub-group sees drafts and comments without names, and every action', () => {
  const { file } = aCase().past('comments').with('addAction');
  expect(seen(file, 'sub-group-member', 'shareDraft')).toBe('words');
  expect(seen(file, 'sub-group-member', 'recordComment')).toBe('words');
  expect(seen(file, 'sub-group-member', 'recordDetermination')).toBe('state');
  expect(seen(file, 'sub-group-member', 'addAction')).toBe('words');
  expect(seesAction(holder(file, 'sub-group-chair'), file, 'A1')).toBe(true);
});

test('The owner of an action sees that action alone', () => {
  const { file } = aCase().with('addAction').with('addAction', { owner: 'P08' });
  const [mine, other] = (file.facts.addAction ?? []).map(({ seq }) => `A${seq}`);
  const owner: Viewer = { id: file.facts.addAction?.[0]?.form.owner ?? ('P999' as PersonId), roles: ['wider-partner'] };
  expect([seesAction(owner, file, mine ?? ''), seesAction(owner, file, other ?? '')]).toEqual([true, false]);
});

describe('Reasons of a conflict of interest and notes marked so', () => {
  const { file } = aCase()
    .with('shutOut', { person: 'P17' })
    .with('addNote', { note: words('Between us'), confidential: true });
  test.each([
    ['business-manager', 'names'],
    ['scrutineer', 'names'],
    ['police-partner', 'state'],
  ] as const)('are seen by the %s: %s', (role, sight) => {
    expect(seen(file, role, 'shutOut')).toBe(sight);
    expect(seen(file, role, 'addNote')).toBe(sight);
  });

  test('are no more to be read where they are corrected', () => {
    const note = file.facts.addNote?.[0]?.seq ?? 0;
    const corrected = aCase()
      .as(file)
      .with('correctFact', { entry: note, field: 'note', value: words('Otherwise'), reason: words('Mistyped') }).file;
    expect(entryBySeq(corrected, note)?.name).toBe('addNote');
    expect(seen(corrected, 'police-partner', 'correctFact')).toBe('state');
    expect(seen(corrected, 'scrutineer', 'correctFact')).toBe('names');
  });

  test('are read by whoever wrote them', () => {
    const own = aCase().with('addNote', { note: words('Mine'), confidential: true }, { by: 'police-partner' }).file;
    expect(seen(own, 'police-partner', 'addNote')).toBe('names');
    expect(seen(own, 'health-partner', 'addNote')).toBe('state');
  });
});

test('Nothing of an entry is seen by whoever is shut out', () => {
  const file = { ...aCase().file, shutOut: { ['P08' as PersonId]: [] } };
  expect(sightOfEntry({ id: 'P08' as PersonId, roles: ['police-partner'] }, file, opening(file))).toBe('none');
});
