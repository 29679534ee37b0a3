import { fc } from './properties';
import type { DecisionName } from '../../src/procedure/case/case-file';
import { catalogue } from '../../src/procedure/catalogue';
import { addDays, isoDate } from '../../src/procedure/time/dates';
import { deciders, entriesForOthers } from '../../src/procedure/case/recorded-for';
import { roles } from '../../src/procedure/roles';
import { mayBeRecordedFor } from '../../src/procedure/may-take';
import { whyNotOpen } from '../../src/procedure/not-open';
import type { IsoDate, PersonId } from '../../src/procedure/time/time';
import { aCase, type CaseBuilder } from './a-case';
import { northmoor } from './partnership';
import { script } from './script';

/** What a person might do next: a step of the way, or something that is always open; and how many days on. */
export interface Move {
  readonly pick: number;
  readonly aside: boolean;
  readonly days: number;
  readonly variant: number;
}
const move = fc.record({
  pick: fc.nat(1000),
  aside: fc.boolean(),
  days: fc.integer({ min: 0, max: 9 }),
  variant: fc.nat(11),
});
/** The moves of one case. */
export const moves = fc.array(move, { minLength: 5, maxLength: 60 });

/** Forms that leave the straight way, some of them refused. */
const variants: Readonly<Partial<Record<DecisionName, readonly object[]>>> = {
  recordOutcome: [{}, {}, { outcome: 'not-to-proceed' }],
  recordDetermination: [
    {},
    { reviewType: 'none', termsOfReference: undefined },
    { reviewType: 'PLR', dueOn: '2030-02-01' },
  ],
  decideReviewAgain: [
    {},
    { reviewType: 'none', termsOfReference: undefined },
    { reviewType: 'PLR', dueOn: '2030-02-01' },
  ],
  recordPanelReply: [{}, { reply: 'disagrees' }, { reply: 'wants-more' }, { reply: 'takes-up-nationally' }],
  recordSignOff: ['publish', 'improvements-only', 'not-to-publish', 'further-action'].map((outcome) => ({
    outcome,
    reason: 'W1',
  })),
};
/** Not in every other move, or no case would get anywhere. */
const rare: readonly DecisionName[] = [
  'withdrawCase',
  'reopenCase',
  'reopenReviewDecision',
  'recordCriteriaNotMet',
  'replacePerson',
  'shutOut',
];

/** The case after one move; as it is where nothing is open, or what is asked is refused. */
export function moved(one: CaseBuilder, { pick, aside, days, variant }: Move): CaseBuilder {
  const names = aside
    ? catalogue.map(({ name }) => name).filter((name) => variant === 0 || !rare.includes(name))
    : script.map(({ name }) => name);
  const from = names.map((_, at) => names[(at + pick) % names.length]);
  const name = from.find((candidate) => candidate !== undefined && whyNotOpen(one.file, candidate) === undefined);
  if (name === undefined) return one;
  const forms = variants[name] ?? [{}];
  const by = script.find((act) => act.name === name)?.by ?? allowed(one, name);
  const on = addDays(one.today, days);
  if (name === 'confirmEntry') return answered(one, { on, agrees: variant % 3 !== 0 });
  const isForOthers = variant % 2 === 1 && mayBeRecordedFor(one.file, name).some((role) => role === by);
  const taken = isForOthers ? { by: 'business-manager' as const, onBehalf: { of: by } } : { by };
  return one.trying(name, forms[variant % forms.length], { ...taken, on });
}

/** The case after whoever decided the last entry that was recorded on somebody's behalf has agreed or objected. */
function answered(one: CaseBuilder, { on, agrees }: { readonly on: IsoDate; readonly agrees: boolean }): CaseBuilder {
  const entry = entriesForOthers(one.file).at(-1);
  if (entry === undefined) return one;
  const [by = one.holder(entry.recordedFor.role)] = deciders(one.file, entry.recordedFor);
  return one.trying('confirmEntry', agrees ? {} : { agrees: 'no', objection: 'W1' }, { by, on });
}

const allowed = (one: CaseBuilder, name: DecisionName) =>
  roles.find(
    (role) =>
      (one.file.people[role] ?? []).length > 0 &&
      catalogue.find((entry) => entry.name === name)?.roles.includes(role) === true,
  ) ?? 'business-manager';

const starts = [
  () => aCase(),
  () => aCase().receivedOn('2026-12-31').notifying({ homeAuthority: 'Leeds' }),
  () => aCase().at('rapid-review-meeting'),
  () => aCase().at('panel-reply'),
  () => aCase().at('comments'),
  () => aCase().before('recordSignOff'),
  () => aCase().at('publication'),
  () =>
    aCase()
      .choosing({ recordDetermination: [{ reviewType: 'PLR', dueOn: isoDate('2030-02-01') }] })
      .past('submission'),
  () =>
    aCase()
      .of(northmoor())
      .choosing({ appointAuthor: [{ author: 'P109' as PersonId }] }),
];

/** Cases of two partnerships, just opened or well on their way. */
export const start = fc.constantFrom(...starts);
