import {
  closingInstant,
  dayNumber,
  onOrAfter,
  workingDay,
  workingDaysAfter,
  type Calendar,
} from '../../src/procedure/time/calendar';
import type { Action } from '../../src/procedure/case/actions';
import type { DecisionName, Forms, Meetings } from '../../src/procedure/case/case-file';
import { addDays, addMonths, addYears } from '../../src/procedure/time/dates';
import type { CaseView } from '../../src/procedure/describe';
import type { Hold } from '../../src/procedure/case/holds';
import type { Notification } from '../../src/procedure/notification/notification';
import type { ParallelProcess } from '../../src/procedure/case/parallel-processes';
import type { Role } from '../../src/procedure/roles';
import type { StepId } from '../../src/procedure/step-ids';
import type { Instant, IsoDate, PersonId } from '../../src/procedure/time/time';
import type { Said } from './script';

/** A case as the API answers it, as far as a rehearsal looks. */
export interface RehearsedCase extends CaseView {
  readonly people: Readonly<Partial<Record<Role, readonly PersonId[]>>>;
  readonly actions: readonly Action[];
  readonly holds: readonly Hold[];
  readonly parallelProcesses: readonly ParallelProcess[];
  readonly notification: Notification;
  readonly profile: { readonly name: string; readonly edition: string };
}

/** People, role titles and agencies of the profile: a case has only the ids of people and agencies. */
export interface Directory {
  readonly profile: string;
  readonly people: readonly { readonly id: PersonId; readonly name: string; readonly roles: readonly Role[] }[];
  readonly roleTitles: Readonly<Record<Role, string>>;
  readonly agencies: readonly string[];
}

/** Thrown when a script relies on something that is not there; the message is a line for the person at the terminal. */
export class Unexpected extends Error {}

/** Days before a meeting of the sub-group or the Exec group at which its papers go out (three weeks). */
const papersBefore = 21;

interface Known {
  readonly page: RehearsedCase;
  readonly calendar: Calendar;
  readonly meetings: Meetings;
  readonly directory: Directory;
  readonly today: IsoDate;
  readonly sent: ReadonlyMap<DecisionName, object>;
}

/** The case and the calendar, as a script reads them when it fills in a form or picks a day. */
export class Situation {
  constructor(private readonly known: Known) {}

  get page(): RehearsedCase {
    return this.known.page;
  }

  /** The case's own day. */
  get today(): IsoDate {
    return this.known.today;
  }

  /** The date of working day N of the case. */
  day(n: number): IsoDate {
    return workingDay(this.known.calendar, this.page.dayOne, n);
  }

  /** The working day of the case that a date is, 0 before its first. */
  dayOf(date: IsoDate): number {
    return dayNumber(this.known.calendar, this.page.dayOne, date);
  }

  workingDaysOn(n: number, from: IsoDate = this.today): IsoDate {
    return workingDaysAfter(this.known.calendar, onOrAfter(this.known.calendar, from), n);
  }

  closing(date: IsoDate): Instant {
    return closingInstant(this.known.calendar, date);
  }

  /** The first who holds a role: in the case, else in the partnership. */
  holder(role: Role): PersonId {
    const found =
      this.page.people[role]?.[0] ?? this.known.directory.people.find((one) => one.roles.includes(role))?.id;
    if (found === undefined) throw new Unexpected(`Nobody is ${this.known.directory.roleTitles[role]} in this case.`);
    return found;
  }

  /** A few of the partnership's agencies. */
  get agencies(): readonly string[] {
    return this.known.directory.agencies.slice(0, 3);
  }

  /** The period that the review looks at: two years up to the notification. */
  get period() {
    return { periodFrom: addYears(this.page.receivedOn, -2), periodTo: this.page.receivedOn };
  }

  /** The children and relatives of the case, by their codes. */
  get family(): readonly string[] {
    const { children, family } = this.page.notification;
    return [...children, ...family].map(({ ref }) => ref);
  }

  /** Those of them who can be spoken to. */
  get familyToContact(): readonly string[] {
    const { children, family } = this.page.notification;
    return [...children.filter(({ died }) => !died), ...family].map(({ ref }) => ref);
  }

  /** The form with which a decision was last taken. */
  sent<N extends DecisionName>(decision: N): Said<Forms[N]> {
    const found = this.known.sent.get(decision);
    if (found === undefined) throw new Unexpected(`The script looks back at ${decision}, which has not been taken.`);
    // Cast without a check: a form sent under a decision's name is a form of that decision.
    return found as Said<Forms[N]>;
  }

  /** The next scheduled meeting that papers sent today reach. */
  nextMeeting(group: keyof Meetings): IsoDate {
    const found = this.known.meetings[group].find((one) => addDays(one, -papersBefore) >= this.today);
    if (found !== undefined) return found;
    const name = group === 'exec' ? 'Exec group' : 'sub-group';
    throw new Unexpected(
      `No meeting of the ${name} is scheduled that papers sent on ${this.today} reach; schedule one (POST /api/calendar/meetings).`,
    );
  }

  due(step: StepId): IsoDate {
    return given(this.page.steps.find(({ id }) => id === step)?.due ?? undefined, `a date for ${step}`);
  }

  clock(id: string): IsoDate {
    return given(this.page.clocks.find((one) => one.id === id)?.due, `the clock ${id}`);
  }

  /** The nth action of the case, counted from nought. */
  action(n: number): Action {
    return given(this.page.actions[n], `action ${n + 1}`);
  }

  /** The day on which the nth action is looked at again. */
  lookAgain(n: number, months: number): IsoDate {
    const completedOn = given(this.action(n).completedOn, `the completion of action ${n + 1}`);
    return onOrAfter(this.known.calendar, addMonths(completedOn, months));
  }

  get hold(): Hold {
    return given(this.page.holds.at(-1), 'a hold');
  }

  get process(): ParallelProcess {
    return given(this.page.parallelProcesses.at(-1), 'a parallel process');
  }
}

function given<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Unexpected(`The case does not show ${what}, which the script needs here.`);
  return value;
}
