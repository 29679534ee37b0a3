import { onOrAfter } from '../../../src/procedure/time/calendar';
import type { CaseFile, DecisionName } from '../../../src/procedure/case/case-file';
import { addDays, fromMillis, isoDate, londonDate, londonInstant, timeOfDay } from '../../../src/procedure/time/dates';
import { openDeadlines } from '../../../src/procedure/dates/deadlines';
import type { Call } from '../../../src/procedure/decision';
import type { Notification } from '../../../src/procedure/notification/notification';
import { openCase } from '../../../src/procedure/case/open-case';
import { reviewIsUnderWay } from '../../../src/procedure/case/position';
import type { Recording } from '../../../src/procedure/case/record';
import type { Role } from '../../../src/procedure/roles';
import { isReached, openSteps } from '../../../src/procedure/dates/steps';
import { whyNotOpen } from '../../../src/procedure/not-open';
import type { CaseReference, Instant, IsoDate, PersonId } from '../../../src/procedure/time/time';
import { upcast } from '../../../src/procedure/case/upcast';
import { CasesUnavailable, type Outcome } from '../../../src/temporal/cases';
import { aCase, aNotification, type Choices } from '../../support/a-case';
import { dayOfAct, script, type Act } from '../../support/script';
import type { Engine } from './engine';
import type { Known } from './world';

/** The day on which the cases of these tests are received: Monday 23 November 2037. */
export const received = isoDate('2037-11-23');

/** Today in London: on a real server, whose clock nobody moves, a case of an earlier day would be reminded at once. */
export const receivedToday = (): IsoDate => londonDate(fromMillis(Date.now()));

const ten = timeOfDay('10:00');
const eleven = timeOfDay('11:00');

/** Something that happens beside the script, at eleven on a day. */
export interface Interruption {
  readonly on: string;
  readonly does: (story: Story) => Promise<unknown>;
}

/** What a story goes by: the rules of the build that its case runs on, and what its people do. */
export interface Rules {
  readonly whyNotOpen: typeof whyNotOpen;
  readonly openSteps: typeof openSteps;
  readonly openDeadlines: typeof openDeadlines;
  readonly isReached: typeof isReached;
  readonly reviewIsUnderWay: typeof reviewIsUnderWay;
  readonly upcast: (file: CaseFile) => CaseFile;
  readonly script: readonly Act[];
  /** The form of a decision that the tests know nothing of. */
  readonly formOf?: (name: DecisionName) => object | undefined;
}

const ofSource: Rules = { whyNotOpen, openSteps, openDeadlines, isReached, reviewIsUnderWay, upcast, script };

/** A way through the procedure: how it differs from the straight one. */
export interface Way {
  /** The day on which it leaves a way that another story tells; until then the case waits where it does on that one. */
  readonly leaves?: string;
  readonly choices?: Choices;
  readonly notification?: Partial<Notification>;
  /** Decisions of the script that are taken no sooner than a day, the nth time the nth day, because people are late. */
  readonly late?: { readonly [N in DecisionName]?: readonly string[] };
  readonly besides?: readonly Interruption[];
  /** What happens before each act of the script: the case moves on to new code, changes course, and the like. */
  readonly beforeEach?: (story: Story) => Promise<unknown>;
  /** The rules that hold now, where they are not those of the source. */
  readonly rules?: () => Rules | undefined;
  /** The day after which nothing more is done. */
  readonly until?: string;
  /** The case is left as it stands then, for a look at it. */
  readonly stays?: boolean;
}

/** One case as its people take it through the procedure. */
export class Story {
  private interruptions: readonly Interruption[];

  constructor(
    readonly engine: Engine,
    readonly reference: CaseReference,
    readonly way: Way,
    readonly receivedOn: IsoDate = received,
  ) {
    this.at = londonInstant(receivedOn, ten);
    this.interruptions = [...(way.besides ?? [])].sort((a, b) => (a.on < b.on ? -1 : 1));
  }

  get known(): Known {
    return this.engine.world.of(this.reference);
  }

  /** The file on the record, as the rules that hold now read it. */
  get file(): CaseFile {
    return this.rules.upcast(this.known.file);
  }

  get rules(): Rules {
    return this.way.rules?.() ?? ofSource;
  }

  /** What the case opens with. */
  opening(): Recording {
    const { policy, calendar, meetings, people, everybody } = this.engine.world.partnership;
    return openCase({
      reference: this.reference,
      practice: false,
      openedAt: londonInstant(this.receivedOn, ten),
      openedBy: { person: people['business-manager']?.[0] ?? ('P01' as PersonId), role: 'business-manager' },
      key: 'notification-1',
      notification: aNotification(this.receivedOn, this.way.notification),
      policy,
      calendar,
      meetings,
      people,
      ...(everybody === undefined ? {} : { everybody }),
    });
  }

  async open(): Promise<void> {
    await this.engine.cases.open(this.opening());
    await this.engine.until(() => this.engine.world.knows(this.reference), `${this.reference} is open`);
  }

  holder(role: Role, nth = 0): PersonId {
    return this.file.people[role]?.[nth] ?? ('P999' as PersonId);
  }

  /** A decision as one of the people of the case would send it: the default form, with what is said otherwise. */
  call(name: DecisionName, form?: object, { by, on, key }: { by?: Role; on?: IsoDate; key?: string } = {}): Call {
    const who = by ?? this.rules.script.find((act) => act.name === name)?.by ?? 'business-manager';
    const day = on ?? londonDate(this.at);
    return {
      name,
      key: key ?? `${name}-${this.file.seq + 1}`,
      by: this.holder(who),
      on: day,
      form: this.rules.formOf?.(name) ?? aCase().as(this.file).formOf(name, form, day),
    };
  }

  /** The moment at which this story stands. */
  at: Instant;

  /** Takes a decision; one that is refused is a mistake of the test. */
  async decide(
    name: DecisionName,
    form?: object,
    more: { by?: Role; on?: IsoDate; key?: string } = {},
  ): Promise<Outcome> {
    const call = this.call(name, form, more);
    const asked = await this.ask(call);
    // What passes a limit is decided with a reason.
    const passes = asked.kind === 'refused' && asked.refusal.code === 'passes-a-limit';
    const outcome = passes ? await this.ask({ ...call, reasonForPassing: 'There was no other day' }) : asked;
    if (outcome.kind !== 'taken')
      throw new Error(`${this.reference} ${name} on ${this.at}: ${JSON.stringify(outcome)}`);
    return outcome;
  }

  /**
   * Asks for a decision; where a busy machine is too slow to answer, a few times more with the same key. So too where
   * the test server knows no run of the case: it ends one run of a case a moment before it begins the next.
   */
  private async ask(call: Call, times = 20): Promise<Outcome> {
    try {
      const outcome = await this.engine.cases.decide(this.reference, call);
      return outcome.kind === 'no-such-case' && times > 1 ? await this.ask(call, times - 1) : outcome;
    } catch (error) {
      if (!(error instanceof CasesUnavailable)) throw error;
      if (times === 1) throw new Error(`${this.reference} does not answer to ${call.name}.`, { cause: error });
      return this.ask(call, times - 1);
    }
  }

  /** Signals the workflow, as the Temporal UI and the command line do. */
  signal(name: string, ...args: unknown[]): Promise<void> {
    return this.engine.env.client.workflow.getHandle(this.reference).signal(name, ...args);
  }

  /** When something happens next, and what; nothing once the way has ended. */
  next(): { readonly at: Instant; readonly does: () => Promise<unknown> } | undefined {
    if (!this.engine.world.knows(this.reference)) return { at: this.at, does: () => this.open() };
    const [interruption] = this.interruptions;
    const act = this.nextAct();
    const actAt = act === undefined ? undefined : londonInstant(act.on, ten);
    const interruptedAt = interruption === undefined ? undefined : londonInstant(isoDate(interruption.on), eleven);
    const last = this.way.until === undefined ? undefined : londonInstant(addDays(isoDate(this.way.until), 1), ten);
    if (interruption !== undefined && interruptedAt !== undefined && (actAt === undefined || interruptedAt < actAt)) {
      return {
        at: interruptedAt,
        does: async () => {
          this.interruptions = this.interruptions.slice(1);
          await this.way.beforeEach?.(this);
          await interruption.does(this);
        },
      };
    }
    if (act === undefined || actAt === undefined || (last !== undefined && actAt >= last)) return undefined;
    return {
      at: actAt < this.at ? this.at : actAt,
      does: async () => {
        await this.way.beforeEach?.(this);
        await act.does();
      },
    };
  }

  private nextAct(): { readonly on: IsoDate; readonly does: () => Promise<unknown> } | undefined {
    const { file, way, rules } = this;
    const today = londonDate(this.at);
    const act = rules.script.find(
      ({ name, isDue, step }) =>
        rules.whyNotOpen(file, name) === undefined &&
        (step === 'actions' ? rules.isReached(file, step) : true) &&
        (isDue?.(file) ?? true),
    );
    const check = rules.reviewIsUnderWay(file)
      ? rules.openDeadlines(file).find(({ id }) => id === 'progress-check')?.due
      : undefined;
    if (act === undefined) return check === undefined ? undefined : this.progressCheck(check < today ? today : check);
    const soonest = this.nth(act.name, way.late?.[act.name]);
    const own = dayOfAct(file, act, today);
    const on = onOrAfter(file.calendar, soonest !== undefined && soonest > own ? isoDate(soonest) : own);
    if (check !== undefined && check < on) return this.progressCheck(check < today ? today : check);
    return {
      on,
      does: () => this.decide(act.name, this.nth<object>(act.name, way.choices?.[act.name]), { by: act.by, on }),
    };
  }

  private progressCheck(on: IsoDate) {
    return { on, does: () => this.decide('recordProgressCheck', undefined, { by: 'business-manager', on }) };
  }

  /** What this way has for the nth time that a decision is taken; its last for ever. */
  private nth<T>(name: DecisionName, all: readonly T[] | undefined): T | undefined {
    const before =
      (this.file.facts[name] ?? []).length + this.file.superseded.filter((one) => one.name === name).length;
    return all?.[Math.min(before, all.length - 1)];
  }

  /** Waits until every email of the case has gone out, or was found to be no longer true. */
  settled(): Promise<void> {
    const { known } = this;
    return this.engine.until(
      () => known.sent.length + known.dropped.length === known.notices.length,
      `${this.reference} has sent its emails`,
    );
  }

  /** What the story came to: kept before the case is left. */
  private end: Known | undefined;

  get told(): Known {
    return this.end ?? this.known;
  }

  /** Withdraws what is left of the case, so that its reminders do not go on while others are told to their end. */
  async leave(): Promise<void> {
    if (this.rules.openSteps(this.file).length === 0)
      await this.engine.until(() => this.file.closedOn !== undefined, `${this.reference} is closed`);
    await this.settled();
    const { file, events, notices, sent, dropped } = this.known;
    this.end = { file, events: [...events], notices: [...notices], sent: [...sent], dropped: [...dropped] };
    if (file.closedOn === undefined && this.way.stays !== true)
      await this.decide('withdrawCase', undefined, { by: 'business-manager', key: 'the-end' });
  }
}

/** Takes several cases through their ways side by side, on one clock, until all have come to their ends. */
export async function tell(stories: readonly Story[]): Promise<ReadonlyMap<Story, Error>> {
  const failed = new Map<Story, Error>();
  const [first] = stories;
  if (first === undefined) return failed;
  const begins = stories.reduce(
    (soonest, { receivedOn }) => (receivedOn < soonest ? receivedOn : soonest),
    first.receivedOn,
  );
  await first.engine.passUntil(londonInstant(begins, ten));
  // Those that are received later open when they are.
  await Promise.all(stories.filter(({ receivedOn }) => receivedOn === begins).map((story) => story.open()));
  const attempt = async (story: Story, does: () => Promise<unknown>): Promise<void> => {
    try {
      await does();
    } catch (error) {
      failed.set(story, error instanceof Error ? error : new Error(String(error)));
    }
  };
  const going = new Set(stories);
  for (;;) {
    const nexts: { readonly story: Story; readonly at: Instant; readonly does: () => Promise<unknown> }[] = [];
    for (const story of going) {
      const next = failed.has(story) ? undefined : story.next();
      if (next !== undefined) nexts.push({ story, ...next });
      else {
        going.delete(story);
        await attempt(story, () => story.leave());
      }
    }
    const at = nexts.reduce<Instant | undefined>(
      (soonest, one) => (soonest === undefined || one.at < soonest ? one.at : soonest),
      undefined,
    );
    if (at === undefined) return failed;
    await first.engine.passUntil(at);
    await Promise.all(
      nexts
        .filter((one) => one.at === at)
        .map(({ story, does }) => {
          story.at = at;
          return attempt(story, does);
        }),
    );
  }
}
