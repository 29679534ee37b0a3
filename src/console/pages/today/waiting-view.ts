import { caseNow } from '../../../casework/reading';
import type { Contribution } from '../../../procedure/asking/contributions';
import { lastChased, waitingIn, type WaitedFor } from '../../../procedure/asking/waiting';
import type { CaseFile } from '../../../procedure/case/case-file';
import { mayTakeAsOwn } from '../../../procedure/may-take';
import { recordsSeveral } from '../../../procedure/several-at-once';
import { sayShortDate } from '../../../procedure/time/dates';
import type { CaseReference, IsoDate } from '../../../procedure/time/time';
import type { SavedLines } from '../../../records/answer-lines';
import type { TurnInCase } from '../../../records/turns';
import { readTaskId } from '../../../procedure/dates/task-id';
import { answerStateWords } from '../../wording/answer-state';
import { contributionHeadings, remindAddress, whoseContribution } from '../../wording/contributions';
import { daysLeft, type Urgency } from '../../wording/days-left';
import { typographic } from '../../wording/letters';
import { severalFrom } from '../../wording/where-done';
import { namesOf, type Desk } from './desk';

/* The table of what is waited for from others: a row for each request in a case, not for each person. */

/** A row of the table. */
export interface WaitingRow {
  readonly reference: string;
  readonly practice: boolean;
  readonly title: string;
  readonly href: string;
  /** Contributions that are in, and all of them; undefined where one person's turn is waited for. */
  readonly count?: { readonly have: number; readonly all: number };
  /** People who have answered, and people who have not with how far they are. */
  readonly have: readonly string[];
  readonly notYet: readonly string[];
  readonly since?: string;
  readonly due: IsoDate;
  readonly left: string;
  readonly urgency: Urgency;
  readonly remind?: { readonly href: string; readonly text: string };
  readonly last?: string;
  /** The address at which the Business Unit records this and its like at once. */
  readonly several?: string;
}

/** Case files and saved entries that are read for the rows. */
export interface ReadForRows {
  readonly files: ReadonlyMap<CaseReference, CaseFile>;
  readonly saved: readonly SavedLines[];
}

/** The request that a turn is part of, as far as the turn itself says it: one of the kinds, or a step or task alone. */
const requestOf = ({ turn: { id } }: TurnInCase): string => {
  const kind = readTaskId(id)?.kind;
  return kind !== undefined && Object.hasOwn(contributionHeadings, kind) ? kind : id;
};

/** Picks the turn that is due first of each request in a case: at most so many, in the order given. */
export function firstOfEach(turns: readonly TurnInCase[], most: number): readonly TurnInCase[] {
  const first = new Map<string, TurnInCase>();
  for (const one of turns) {
    const key = `${one.reference} ${requestOf(one)}`;
    if (!first.has(key)) first.set(key, one);
  }
  return [...first.values()].slice(0, most);
}

/** Finds the contributions that a turn stands for: those of its kind, or those of a step that has no dates for them. */
const waitedFor = ({ turn: { id, step } }: TurnInCase, file: CaseFile): WaitedFor | undefined =>
  waitingIn(file).find(({ owed }) => owed.some((one) => one.id === id || (step !== undefined && one.step === step)));

const agencies = (count: number): string => (count === 1 ? '1 agency' : `${count} agencies`);
const people = (count: number): string => (count === 1 ? '1 person' : `${count} people`);

function remindOf(desk: Desk, file: CaseFile, { kind, toChase }: WaitedFor): WaitingRow['remind'] {
  if (toChase.length === 0 || !mayTakeAsOwn(file, 'chaseAnswers', desk.me.id)) return undefined;
  const many = toChase.every(({ agency }) => agency !== undefined) ? agencies : people;
  return { href: remindAddress(file.reference, kind), text: `Remind ${many(toChase.length)}` };
}

/** Says who owes something, and how far they are. */
function owes(desk: Desk, { file, read }: { readonly file: CaseFile; readonly read: ReadForRows }, one: Contribution) {
  const saved = read.saved.find(
    ({ reference, contribution }) => reference === file.reference && contribution === one.id,
  );
  const begun = one.state === 'not-yet' && saved !== undefined;
  const far = begun
    ? `${saved.lines} ${saved.lines === 1 ? 'entry' : 'entries'} saved`
    : answerStateWords[one.state].toLowerCase();
  return `${whoseContribution({ file, profile: desk.profile }, one)}: ${far}`;
}

/** Says in a row who has answered and who has not. */
function answersOf(desk: Desk, read: ReadForRows, one: TurnInCase): Partial<WaitingRow> & Pick<WaitingRow, 'title'> {
  const file = read.files.get(one.reference);
  const waited = file && waitedFor(one, file);
  if (file === undefined || waited === undefined) return { title: typographic(one.turn.title) };
  const { kind, all, settled, owed } = waited;
  const reminded = owed
    .flatMap(({ id }) => lastChased(file, id) ?? [])
    .sort()
    .at(-1);
  const remind = remindOf(desk, file, waited);
  const since = owed.map((each) => each.since).sort()[0];
  const several = severalFrom({ file, viewer: desk.me }, recordsSeveral(kind));
  return {
    title: contributionHeadings[kind],
    href: `/cases/${file.reference}#waiting`,
    count: { have: settled.length, all: all.length },
    have: settled.map((each) => {
      const who = whoseContribution({ file, profile: desk.profile }, each);
      return each.state === 'without' ? `${who} (${answerStateWords.without.toLowerCase()})` : who;
    }),
    notYet: owed.map((each) => owes(desk, { file, read }, each)),
    ...(since === undefined ? {} : { since: sayShortDate(since) }),
    ...(remind === undefined ? {} : { remind }),
    ...(several === undefined ? {} : { several }),
    ...(reminded === undefined ? {} : { last: sayShortDate(reminded) }),
  };
}

/** Lists what is waited for from others, a row for each request, in the order given. */
export const waitingRows = (desk: Desk, turns: readonly TurnInCase[], read: ReadForRows): readonly WaitingRow[] =>
  turns.map((one) => {
    const { turn, reference, practice } = one;
    const { urgency, sentence } = daysLeft(desk.calendar, turn, caseNow(desk.now, one));
    return {
      reference,
      practice,
      href: `/cases/${reference}`,
      have: [],
      notYet: [`${namesOf(desk, turn.people)} (${desk.policy.roleTitles[turn.owner]})`],
      due: turn.due,
      left: sentence,
      urgency,
      ...answersOf(desk, read, one),
    };
  });
