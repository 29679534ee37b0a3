import type { DecisionName } from '../../src/procedure/case/case-file';
import { catalogue } from '../../src/procedure/catalogue';
import { actTitles, pageTitles, permissionTable } from '../../src/procedure/permission-table';
import {
  acts,
  changes,
  does,
  knowsOf,
  mayChange,
  mayOpen,
  mayTakeTable,
  opens,
  pages,
  searchedBy,
  sightOf,
  sights,
  takesIn,
  visibility,
  type Searched,
  type Sight,
  type Viewer,
} from '../../src/procedure/permissions';
import { businessUnit, outsideBodies, roles, type Role } from '../../src/procedure/roles';
import { rolesIn } from '../../src/procedure/case/shut-out';
import type { PersonId } from '../../src/procedure/time/time';
import { partnershipOn } from '../../src/profile/partnership';
import { aCase } from '../support/a-case';
import { kirklees, northmoor } from '../support/partnership';
import { profile, today } from '../profile/profiles';

const viewer = (id: string, ...theirs: Role[]): Viewer => ({ id: id as PersonId, roles: theirs });

describe('Pages and acts', () => {
  test('The bodies outside the partnership open nothing, and do nothing but what everybody may', () => {
    for (const body of outsideBodies) {
      expect(pages.filter((page) => opens({ roles: [body] }, page))).toEqual([]);
      expect(acts.filter((act) => does({ roles: [body] }, act))).toEqual(['notify']);
    }
  });

  test('The IT officer opens what shows no content, and keeps access', () => {
    const it = { roles: ['it-officer'] as const };
    expect(pages.filter((page) => opens(it, page))).toEqual([
      'matrix',
      'case',
      'case-for-it',
      'access',
      'engine',
      'profile',
      'practice',
      'plan',
      'guide',
    ]);
    expect(pages.filter((page) => changes(it, page))).toEqual(['access', 'engine']);
    expect(acts.filter((act) => does(it, act))).toEqual([
      'notify',
      'open-practice-case',
      'revoke-token',
      'restart-case',
      'answer-place',
    ]);
  });

  test('The information governance officer opens the reading log and whether cases run, and changes nothing', () => {
    const officer = { roles: ['information-governance-officer'] as const };
    expect(pages.filter((page) => opens(officer, page))).toEqual(['engine', 'readings']);
    expect(pages.filter((page) => changes(officer, page))).toEqual([]);
    expect(acts.filter((act) => does(officer, act))).toEqual(['notify']);
  });

  test('The Business Manager opens every page but where a case runs and who read other cases, and does every act', () => {
    const manager = { roles: ['business-manager'] as const };
    expect(pages.filter((page) => !opens(manager, page))).toEqual(['case-for-it', 'readings']);
    expect(acts.filter((act) => !does(manager, act))).toEqual([]);
    expect(pages.filter((page) => changes(manager, page))).toEqual([
      'people',
      'access',
      'engine',
      'calendar',
      'profile',
      'practice',
    ]);
  });

  test('The rest of the Business Unit reads emails and settings, trains on practice cases, and keeps nothing else', () => {
    const administrator = { roles: ['administrator'] as const };
    expect(pages.filter((page) => !opens(administrator, page))).toEqual([
      'case-for-it',
      'people',
      'access',
      'engine',
      'readings',
      'case-readings',
    ]);
    expect(pages.filter((page) => changes(administrator, page))).toEqual(['practice']);
    expect(acts.filter((act) => does(administrator, act))).toEqual([
      'notify',
      'settle-received',
      'open-practice-case',
      'move-practice-forward',
    ]);
  });

  test.each(['police-partner', 'health-exec', 'scrutineer', 'sub-group-chair', 'sub-group-coordinator'] as const)(
    'Who leads reviews, such as the %s, looks across cases and changes nothing',
    (role) => {
      expect(pages.filter((page) => opens({ roles: [role] }, page))).toEqual([
        'today',
        'matrix',
        'case',
        'decide',
        'meetings',
        'actions',
        'calendar',
        'practice',
        'plan',
        'reports',
        'guide',
      ]);
      expect(pages.filter((page) => changes({ roles: [role] }, page))).toEqual([]);
      expect(acts.filter((act) => does({ roles: [role] }, act))).toEqual(['notify']);
    },
  );

  test('A member of the sub-group opens what is their own to do, and nothing across cases', () => {
    expect(pages.filter((page) => opens({ roles: ['sub-group-member'] }, page))).toEqual([
      'today',
      'matrix',
      'case',
      'decide',
      'practice',
      'plan',
      'guide',
    ]);
  });

  test('Anybody at all may notify; nothing else is open to who has not signed in', () => {
    expect(acts.filter((act) => does(undefined, act))).toEqual(['notify']);
    expect(pages.filter((page) => opens({ roles: [] }, page) || changes({ roles: [] }, page))).toEqual([]);
  });

  test('Nobody changes a page that they may not open', () => {
    for (const page of pages) {
      for (const role of mayChange[page] ?? []) expect(mayOpen[page]).toContain(role);
    }
  });
});

describe('What somebody sees of a case', () => {
  const { file } = aCase();
  const seen: readonly (readonly [string, Viewer, Sight])[] = [
    ['the Business Unit', viewer('P03', 'administrator'), 'names'],
    ['the Business Unit, without a part in it', viewer('P99', 'administrator'), 'names'],
    ['a delegated partner of the case', viewer('P08', 'police-partner'), 'names'],
    ['a delegated partner without a part in it', viewer('P98', 'police-partner'), 'none'],
    ['the Scrutineer', viewer('P14', 'scrutineer'), 'names'],
    ['a member of the sub-group who has not been told anything', viewer('P17', 'sub-group-member'), 'none'],
    ['the Service Director, before the notification is sent to them', viewer('P05', 'service-director'), 'none'],
    ['a member of the sub-group without a part in it', viewer('P97', 'sub-group-member'), 'none'],
    ['the IT officer', viewer('P43', 'it-officer'), 'state'],
    ['the information governance officer', viewer('P44', 'information-governance-officer'), 'none'],
    ['the National Panel, which has a part in it', viewer('P40', 'national-panel'), 'none'],
    ['nobody of the partnership', viewer('P96'), 'none'],
  ];
  test.each(seen)('%s', (_who, one, sight) => expect(sightOf(one, file)).toBe(sight));

  test('is by the part in the case: a partner who was replaced sees no names', () => {
    const replaced = aCase().with('replacePerson');
    expect(sightOf(viewer('P08', 'police-partner'), replaced.file)).toBe('none');
    expect(sightOf(viewer('P77', 'wider-partner'), replaced.file)).toBe('names');
  });

  test('is nothing for whoever is shut out, the Business Manager and the IT officer too', () => {
    const two = aCase().with('replacePerson', { role: 'business-manager', leaves: undefined, joins: 'P02' });
    for (const [id, role] of [
      ['P01', 'business-manager'],
      ['P43', 'it-officer'],
    ] as const) {
      const shut = two.with('shutOut', { person: id });
      expect(sightOf(viewer(id, role), shut.file)).toBe('none');
      expect(sightOf(viewer(id, role), shut.with('letBackIn').file)).not.toBe('none');
    }
  });

  test.each<[Sight, readonly Sight[]]>([
    ['none', ['none']],
    ['part', ['none', 'part']],
    ['state', ['none', 'part', 'state']],
    ['words', ['none', 'part', 'state', 'words']],
    ['names', ['none', 'part', 'state', 'words', 'names']],
  ])('that is %s takes in %j and no more', (sight, lesser) => {
    expect(sights.filter((least) => takesIn(sight, least))).toEqual(lesser);
  });
});

describe('The texts in which a search looks', () => {
  const all: readonly (readonly [Searched, readonly Role[]])[] = [
    ['everything', ['administrator']],
    ['everything', ['it-officer', 'business-manager']],
    ['references', ['it-officer']],
    // Whoever has a part finds by words only the cases that they see all of.
    [{ seenWholeBy: 'P01' as PersonId }, ['it-officer', 'sub-group-member']],
    [{ seenWholeBy: 'P01' as PersonId }, ['police-partner']],
    ['references', ['ofsted']],
    ['references', []],
  ];
  test.each(all)('are %j for %j', (searched, theirs) =>
    expect(searchedBy({ id: 'P01' as PersonId, roles: theirs })).toEqual(searched),
  );
});

test('Lists show the Business Unit and the IT officer all cases, others their own, outside bodies none', () => {
  for (const role of [...businessUnit, 'it-officer'] as const) {
    expect(visibility(viewer('P01', role))).toEqual({ kind: 'all', except: 'P01' });
  }
  expect(visibility(viewer('P17', 'sub-group-member'))).toEqual({ kind: 'part', person: 'P17', from: 'state' });
  expect(visibility(viewer('P40', 'national-panel'))).toEqual({ kind: 'none' });
  expect(visibility(viewer('P40', 'national-panel', 'author'))).toEqual({ kind: 'part', person: 'P40', from: 'state' });
  expect(visibility(viewer('P96'))).toEqual({ kind: 'none' });
});

test('The information governance officer learns that there is a case, unless they are shut out of it', () => {
  const officer = viewer('P44', 'information-governance-officer');
  expect(knowsOf(officer, aCase().file)).toBe(true);
  expect(knowsOf(officer, aCase().with('shutOut', { person: 'P44' }).file)).toBe(false);
  expect(knowsOf(viewer('P43', 'it-officer'), aCase().file)).toBe(false);
});

describe.each([
  ['IT officer', 'it-officer', 'P43'],
  ['information governance officer', 'information-governance-officer', 'P44'],
] as const)('The %s', (_title, outside, holder) => {
  test.each(['kirklees', 'example'])('has no part in a case of %s', (name) => {
    expect(profile(name).people.some((person) => person.roles.includes(outside))).toBe(true);
    const { people } = partnershipOn(today, profile(name), { closures: [], meetings: [], people: [] });
    expect(Object.keys(people)).not.toContain(outside);
    expect(Object.keys(aCase().of(name === 'kirklees' ? kirklees() : northmoor()).file.people)).not.toContain(outside);
  });

  test('takes no decision, not even a note, and cannot be given a part', () => {
    for (const { roles: may } of mayTakeTable(kirklees().policy)) expect(may).not.toContain(outside);
    expect(rolesIn(aCase().file, holder as PersonId)).toEqual([]);
    expect(aCase().refusal('addNote', {}, { by: holder as PersonId })?.code).toBe('unknown-person');
    const seated = aCase().refusal('replacePerson', { role: outside, leaves: undefined, joins: holder });
    expect(seated).toMatchObject({ code: 'invalid', fields: [{ field: 'role' }] });
  });
});

describe('The table', () => {
  test('has every decision with who may take it, as the profile has it', () => {
    expect(mayTakeTable(kirklees().policy).map(({ decision }) => decision)).toEqual(catalogue.map(({ name }) => name));
    const minutes = (policy = kirklees().policy) =>
      mayTakeTable(policy).find(({ decision }) => decision === 'fileMinutes')?.roles;
    expect(minutes()).toEqual(businessUnit);
    expect(minutes(northmoor().policy)).toEqual(['administrator']);
  });

  test('says the step of each decision, and none of what is always open', () => {
    const row = (name: DecisionName) => mayTakeTable(kirklees().policy).find(({ decision }) => decision === name);
    expect(row('recordOutcome')).toMatchObject({ title: 'Record the decision whether to notify', step: 'outcome' });
    expect(row('fileMinutes')?.step).toBe('rapid-review-meeting');
    expect(row('addNote')).not.toHaveProperty('step');
  });

  test('has every role with its title, and every page and act has words', () => {
    const table = permissionTable(kirklees().policy);
    expect(table.map(({ role }) => role)).toEqual(roles);
    for (const { title } of table) expect(title).not.toBe('');
    expect(Object.keys(pageTitles)).toEqual(pages);
    expect(Object.keys(actTitles)).toEqual(acts);
    const director = table.find(({ role }) => role === 'service-director');
    expect(director?.takes.map(({ decision }) => decision)).toEqual(['recordOversight', 'completeAction', 'addNote']);
  });
});
