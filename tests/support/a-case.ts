import type { CaseFile, DecisionName, Forms } from '../../src/procedure/case/case-file';
import { addDays, instant, isoDate, londonDate, londonInstant, timeOfDay } from '../../src/procedure/time/dates';
import type { Notification } from '../../src/procedure/notification/notification';
import { openCase } from '../../src/procedure/case/open-case';
import type { Notice, Recording } from '../../src/procedure/case/record';
import { mayRemindAt, nextReminderAt, remindersDue } from '../../src/procedure/reminders/reminders';
import type { Refusal } from '../../src/procedure/refusals';
import type { Role } from '../../src/procedure/roles';
import { isReached, isRequired, isSettled } from '../../src/procedure/dates/steps';
import type { StepId } from '../../src/procedure/step-ids';
import { whyNotOpen } from '../../src/procedure/not-open';
import { take, type AnswerToCall } from '../../src/procedure/take';
import { withNotices } from '../../src/procedure/case/told';
import type { CaseReference, Instant, IsoDate, PersonId, WordsReference } from '../../src/procedure/time/time';
import { defaultForms, words, type At } from './default-forms';
import { kirklees, type PartnershipOfTests } from './partnership';
import { dayOfAct, script } from './script';

/** The forms with which the straight way is left: a value for each time that the decision is taken, the last for ever. */
export type Choices = {
  readonly [N in DecisionName]?: readonly (Partial<Forms[N]> & Readonly<Record<string, unknown>>)[];
};

/** On whose behalf a decision is recorded; in the decision meeting, where nothing else is said. */
interface OnBehalfOf {
  readonly of: Role;
  readonly person?: PersonId;
  readonly where?: string;
}

/** Who takes a decision, and on which day; the role's first holder, today, where nothing else is said. */
export interface Taken {
  readonly by?: Role | PersonId;
  readonly on?: string;
  /** The case's own clock, where the decision is recorded later than it was taken. */
  readonly now?: string;
  readonly key?: string;
  /** Why it is decided although it passes a limit. */
  readonly because?: string;
  /** On whose behalf the Business Unit records it. */
  readonly onBehalf?: OnBehalfOf;
}

const morning = timeOfDay('10:00');
const isPerson = (by: string): by is PersonId => /^(P\d|C-)/.test(by);

/** A notification as Kirklees might receive it, on a day. */
export const aNotification = (receivedOn: IsoDate, more: Partial<Notification> = {}): Notification => ({
  criteria: ['serious-harm'],
  seriousHarm: ['life-threatening-injury'],
  abuseOrNeglect: 'suspected',
  incidentOn: addDays(receivedOn, -1),
  knownAt: londonInstant(addDays(receivedOn, -1), timeOfDay('15:00')),
  authorityAwareOn: receivedOn,
  receivedAt: londonInstant(receivedOn, morning),
  receivedOn,
  notifyingAgency: 'Hospital trust',
  setting: 'family-home',
  agencies: ['Hospital trust'],
  immediateSafety: 'W1' as WordsReference,
  children: [{ ref: 'child-1', died: false, lookedAfter: false, careLeaver: false }],
  family: [{ ref: 'family-1', relation: 'mother' }],
  looksLike: [],
  ...more,
});

interface State {
  readonly partnership: PartnershipOfTests;
  readonly choices: Choices;
  readonly receivedOn: IsoDate;
  readonly notification: Partial<Notification>;
  readonly openedAt?: Instant;
  readonly file?: CaseFile;
  readonly now?: Instant;
  readonly notices: readonly Notice[];
}

/** A case that is built by real decisions. Each method gives a new builder; nothing is changed in place. */
export class CaseBuilder {
  /** Nothing changes it, so a case is opened once, and goes on once. */
  private begun: Recording | undefined;
  private goneOn: { readonly to: CaseBuilder | undefined } | undefined;

  constructor(private readonly state: State) {}

  private but(change: Partial<State>): CaseBuilder {
    return new CaseBuilder({ ...this.state, ...change });
  }

  /** The London date of receipt; the case opens that day at ten. */
  receivedOn(date: string): CaseBuilder {
    return this.but({ receivedOn: isoDate(date) });
  }

  /** Where the case is opened later than the form was received. */
  openedAt(moment: string): CaseBuilder {
    return this.but({ openedAt: instant(moment) });
  }

  notifying(notification: Partial<Notification>): CaseBuilder {
    return this.but({ notification: { ...this.state.notification, ...notification } });
  }

  of(partnership: PartnershipOfTests): CaseBuilder {
    return this.but({ partnership });
  }

  /** What is decided otherwise than on the straight way, each time that it is decided. */
  choosing(choices: Choices): CaseBuilder {
    return this.but({ choices: { ...this.state.choices, ...choices } });
  }

  /** The case file as it stands. */
  get file(): CaseFile {
    return this.state.file ?? this.opened().file;
  }

  /** The moment of the last decision, or of the opening. */
  get now(): Instant {
    return this.state.now ?? this.file.openedAt;
  }

  get today(): IsoDate {
    return londonDate(this.now);
  }

  /** Every notice of the case so far, first to last. */
  get notices(): readonly Notice[] {
    return this.state.file === undefined ? this.opened().notices : this.state.notices;
  }

  private opened() {
    return (this.begun ??= this.open());
  }

  private open() {
    const { partnership, receivedOn, notification, openedAt } = this.state;
    const { calendar, policy, meetings, people, everybody } = partnership;
    return openCase({
      reference: 'SIN-2026-0007' as CaseReference,
      practice: false,
      openedAt: openedAt ?? londonInstant(receivedOn, morning),
      openedBy: { person: people['business-manager']?.[0] ?? ('P01' as PersonId), role: 'business-manager' },
      key: 'notification-1',
      notification: aNotification(receivedOn, notification),
      policy,
      calendar,
      meetings,
      people,
      ...(everybody === undefined ? {} : { everybody }),
    });
  }

  /** Who holds a role in this case. */
  holder(role: Role, nth = 0): PersonId {
    return this.file.people[role]?.[nth] ?? ('P999' as PersonId);
  }

  /** The same case under another file: a calendar that has changed, for example. */
  as(file: CaseFile): CaseBuilder {
    return this.but({ file, now: this.now, notices: this.notices });
  }

  /** The default form of a decision, with what is said otherwise. */
  formOf(name: DecisionName, form?: object, on: IsoDate = this.today): object {
    const made: (at: At) => object = defaultForms[name];
    // As it comes over the wire, where a field that is undefined is left out.
    return JSON.parse(JSON.stringify({ ...made({ file: this.file, on }), ...form })) as object;
  }

  /** Asks for a decision and gives the answer, taken or refused; the case stays as it was. */
  attempt(name: DecisionName, form?: object, { by, on, now, key, because, onBehalf }: Taken = {}): AnswerToCall {
    const day = isoDate(on ?? this.today);
    const moment = now !== undefined ? instant(now) : day > this.today ? londonInstant(day, morning) : this.now;
    const who = by ?? script.find((act) => act.name === name)?.by ?? 'business-manager';
    return take(
      this.file,
      {
        name,
        key: key ?? `${name}-${this.file.seq + 1}`,
        by: isPerson(who) ? who : this.holder(who),
        on: day,
        form: this.formOf(name, form, day),
        ...(because === undefined ? {} : { reasonForPassing: because }),
        ...(onBehalf === undefined ? {} : { onBehalf: { where: words('The decision meeting'), ...onBehalf } }),
      },
      moment,
    );
  }

  /** Asks for a decision, and says why where it passes a limit. */
  private reasoned(name: DecisionName, form?: object, taken: Taken = {}): AnswerToCall {
    const answer = this.attempt(name, form, taken);
    const asked = answer.kind === 'refused' && answer.refusal.code === 'passes-a-limit';
    return asked ? this.attempt(name, form, { ...taken, because: words('There was no other day') }) : answer;
  }

  /** Takes a decision, with a reason where it passes a limit; one that is refused is a mistake of the test. */
  with(name: DecisionName, form?: object, taken: Taken = {}): CaseBuilder {
    const answer = this.reasoned(name, form, taken);
    if (answer.kind !== 'taken') throw new Error(`${name}: ${JSON.stringify(answer)}`);
    return this.after(answer);
  }

  /** Takes a decision if it may be taken; the case as it is where it is refused. */
  trying(name: DecisionName, form?: object, taken: Taken = {}): CaseBuilder {
    const answer = this.reasoned(name, form, taken);
    return answer.kind === 'taken' ? this.after(answer) : this;
  }

  private after({ file, event, notices }: AnswerToCall & { readonly kind: 'taken' }): CaseBuilder {
    return this.but({ file, now: event.at, notices: [...this.notices, ...notices] });
  }

  /** Why a decision is refused; undefined where it would be taken. */
  refusal(name: DecisionName, form?: object, taken: Taken = {}): Refusal | undefined {
    const answer = this.attempt(name, form, taken);
    return answer.kind === 'refused' ? answer.refusal : undefined;
  }

  /** Goes the straight way, but for the choices made, until the step can be done and is not. */
  at(step: StepId): CaseBuilder {
    return this.until(({ file }) => isRequired(file, step) && !isSettled(file, step) && isReached(file, step), step);
  }

  /** Goes the straight way until the step is done. */
  past(step: StepId): CaseBuilder {
    return this.until(({ file }) => isRequired(file, step) && isSettled(file, step) && isReached(file, step), step);
  }

  /** Goes the straight way until the decision can be taken. */
  before(name: DecisionName): CaseBuilder {
    return this.until(({ file }) => whyNotOpen(file, name) === undefined, name);
  }

  /** Goes the straight way to its end: no step is left, and the case may close. */
  atTheEnd(): CaseBuilder {
    const next = this.next();
    return next === undefined ? this : next.atTheEnd();
  }

  /** The case after the next act of the script; undefined once there is none. */
  next(): CaseBuilder | undefined {
    return (this.goneOn ??= { to: this.workOutNext() }).to;
  }

  private workOutNext(): CaseBuilder | undefined {
    const { file } = this;
    const act = script.find(
      ({ name, isDue, step }) =>
        whyNotOpen(file, name) === undefined &&
        (step === 'actions' ? isReached(file, step) : true) &&
        (isDue?.(file) ?? true),
    );
    if (act === undefined) return undefined;
    const on = dayOfAct(file, act, this.today);
    return this.with(act.name, this.chosen(act.name, on), { by: act.by, on });
  }

  private chosen(name: DecisionName, on: IsoDate): object | undefined {
    const chosen = this.state.choices[name];
    if (chosen === undefined) return undefined;
    const before = [...(this.file.facts[name] ?? []), ...this.file.superseded.filter((one) => one.name === name)]
      .length;
    const form = chosen[Math.min(before, chosen.length - 1)];
    return form === undefined ? undefined : { ...this.formOf(name, undefined, on), ...form };
  }

  private until(there: (one: CaseBuilder) => boolean, what: string): CaseBuilder {
    if (there(this)) return this;
    const next = this.next();
    if (next === undefined) throw new Error(`The way of this case does not come to ${what}.`);
    return next.until(there, what);
  }

  /** Lets time pass as the workflow does, to the end of a day: the reminders that go out on the way. */
  reminders(until: string): { readonly sent: readonly Notice[]; readonly file: CaseFile } {
    return keepTime(this.file, londonInstant(isoDate(until), timeOfDay('23:59')));
  }
}

/** What keepTime of the workflow does between two moments while nothing else happens. */
export function keepTime(
  file: CaseFile,
  until: Instant,
): { readonly sent: readonly Notice[]; readonly file: CaseFile } {
  const sent: Notice[] = [];
  let current = file;
  for (let at = nextReminderAt(current); at !== undefined && at <= until; at = nextReminderAt(current)) {
    const now = mayRemindAt(current, at);
    const due = remindersDue(current, now);
    sent.push(...due);
    const { told } = withNotices(current, due, current.seq + 1);
    current = { ...current, remindedUpTo: now, ...(told === undefined ? {} : { told }) };
  }
  return { sent, file: current };
}

let straight: CaseBuilder | undefined;

/**
 * A case of Kirklees, received on Monday 23 November 2026 unless it says otherwise. Every test of a file begins with the
 * same, so that the straight way is gone once.
 */
export const aCase = (): CaseBuilder =>
  (straight ??= new CaseBuilder({
    partnership: kirklees(),
    choices: {},
    receivedOn: isoDate('2026-11-23'),
    notification: {},
    notices: [],
  }));
