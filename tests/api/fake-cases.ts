import { setTimeout as pause } from 'node:timers/promises';
import { caseSummary } from '../../activities/case-summary';
import type { CaseFile } from '../../src/procedure/case/case-file';
import { fromMillis, londonDate, toMillis } from '../../src/procedure/time/dates';
import type { Call } from '../../src/procedure/decision';
import type { CaseEvent, Notice, Recording } from '../../src/procedure/case/record';
import { mayRemindAt, nextReminderAt, remindersDue } from '../../src/procedure/reminders/reminders';
import { take } from '../../src/procedure/take';
import type { ReceiptNumber } from '../../src/procedure/outside-notification/receipt-number';
import type { CaseReference, Instant } from '../../src/procedure/time/time';
import type { Partnership } from '../../src/profile/partnership';
import type { Records } from '../../src/records/records';
import {
  CasesUnavailable,
  type Advance,
  type Cases,
  type LastEntry,
  type Listed,
  type Outcome,
  type OutsideRuns,
  type Restarting,
  type RunStatus,
  type UnsentKeys,
  type WhyUnavailable,
} from '../../src/temporal/cases';

/** The engine in memory: the same rules, without Temporal. What it was handed can be looked at, and it can be away. */
export class FakeCases implements Cases {
  readonly files = new Map<CaseReference, CaseFile>();
  readonly ahead = new Map<CaseReference, number>();
  /** Everything that reached the engine. */
  readonly handed: unknown[] = [];
  readonly calendarAskedOf: CaseReference[][] = [];
  /** Throws this on the next calls. */
  unavailable: WhyUnavailable | undefined;
  /** A worker asks for work. */
  worked = true;
  /** Does what it is asked, and then loses the answer. */
  losesAnswers = false;
  /** The records are not written to. */
  recordsLate = false;
  cannotSkip = false;
  /** How long each decision takes. */
  takesMs = 0;

  constructor(
    private readonly records: Pick<Records, 'record'>,
    private readonly wall: () => Instant,
    /** What open cases take up when they are told that something changed; without it they are only told. */
    private readonly partnership?: () => Promise<Pick<Partnership, 'everybody'>>,
  ) {}

  private async reached<T>(what: unknown, act: () => Promise<T>): Promise<T> {
    this.handed.push(what);
    if (this.takesMs > 0) await pause(this.takesMs);
    if (this.unavailable !== undefined && !this.losesAnswers) throw new CasesUnavailable(this.unavailable);
    const answer = await act();
    if (this.unavailable !== undefined) throw new CasesUnavailable(this.unavailable);
    return answer;
  }

  private async write(file: CaseFile, events: readonly CaseEvent[], notices: readonly Notice[]): Promise<boolean> {
    this.files.set(file.reference, file);
    if (this.recordsLate) return false;
    await this.records.record({ file, events, notices }, caseSummary(file));
    return true;
  }

  private at(reference: CaseReference): Instant {
    return fromMillis(toMillis(this.wall()) + (this.ahead.get(reference) ?? 0));
  }

  /** The requests to the workflows of notifications from outside. */
  readonly outsideAsked: string[] = [];

  private asksOutside(what: string) {
    return (number: ReceiptNumber): Promise<void> =>
      this.reached(`${what} ${number}`, async () => void this.outsideAsked.push(`${what} ${number}`));
  }

  readonly outside: OutsideRuns = {
    begin: this.asksOutside('begin'),
    beginAnew: this.asksOutside('begin anew'),
    changed: this.asksOutside('changed'),
  };

  open(recording: Recording): Promise<void> {
    return this.reached(recording, async () => {
      if (this.files.has(recording.file.reference)) return;
      await this.write(recording.file, recording.events, recording.notices);
    });
  }

  decide(reference: CaseReference, call: Call): Promise<Outcome> {
    return this.reached(call, async () => {
      const file = this.files.get(reference);
      if (file === undefined) return { kind: 'no-such-case' };
      const answer = take(file, call, this.at(reference));
      if (answer.kind === 'refused') return answer;
      if (answer.kind === 'repeated') return { kind: 'taken', seq: answer.seq, recorded: true, repeated: true };
      const recorded = await this.write(answer.file, [answer.event], answer.notices);
      return { kind: 'taken', seq: answer.event.seq, recorded, repeated: false };
    });
  }

  async reopen(from: Recording['file'], call: Call): Promise<Outcome> {
    this.files.set(from.reference, from);
    return this.decide(from.reference, call);
  }

  /** What the workflow does when the procedure has ended. */
  async close(reference: CaseReference): Promise<void> {
    const file = this.files.get(reference);
    if (file === undefined) return;
    const closed = { ...file, seq: file.seq + 1, closedOn: londonDate(this.at(reference)) };
    await this.write(closed, [{ seq: closed.seq, kind: 'case-closed', at: this.at(reference), details: {} }], []);
  }

  now(reference: CaseReference): Promise<Instant | undefined> {
    return this.reached('now', () => Promise.resolve(this.files.has(reference) ? this.at(reference) : undefined));
  }

  advance(reference: CaseReference, to: Instant): Promise<Advance> {
    return this.reached(to, async () => {
      let file = this.files.get(reference);
      if (file === undefined) return { kind: 'no-such-case' };
      if (this.cannotSkip) return { kind: 'cannot-skip', sentence: 'This server cannot skip time.' };
      for (let next = nextReminderAt(file); next !== undefined; next = nextReminderAt(file)) {
        const at: Instant = mayRemindAt(file, next);
        if (at > to) break;
        const notices = remindersDue(file, at);
        file = { ...file, remindedUpTo: at, seq: file.seq + 1 };
        await this.write(file, [{ seq: file.seq, kind: 'reminders-sent', at, details: {} }], notices);
      }
      this.ahead.set(reference, toMillis(to) - toMillis(this.wall()));
      return { kind: 'moved', now: to };
    });
  }

  calendarChanged(references: readonly CaseReference[]): Promise<number> {
    return this.reached('calendarChanged', async () => {
      this.calendarAskedOf.push([...references]);
      const taken = await this.partnership?.();
      for (const reference of taken === undefined ? [] : references) {
        const file = this.files.get(reference);
        if (file !== undefined) await this.write({ ...file, everybody: taken?.everybody ?? [] }, [], []);
      }
      return references.length;
    });
  }

  takeUpCurrentCode(references: readonly CaseReference[]): Promise<number> {
    return Promise.resolve(references.length);
  }

  /** How cases stand that do not run as they should. */
  readonly standings = new Map<CaseReference, RunStatus>();
  /** What cases know of their record, where it is another than what they were last handed. */
  readonly known = new Map<CaseReference, LastEntry>();

  list(): Promise<Listed> {
    return this.reached('list', () =>
      Promise.resolve({
        running: new Set(
          [...this.files.keys()].filter((one) => (this.standings.get(one)?.kind ?? 'running') === 'running'),
        ),
        endedOddly: new Set(this.standings.keys()),
      }),
    );
  }

  /** What the engine's lists hold to be in trouble. */
  readonly suspected = new Set<CaseReference>();

  suspects(): Promise<ReadonlySet<string>> {
    return this.reached('suspects', () => Promise.resolve(new Set([...this.suspected, ...this.standings.keys()])));
  }

  isWorked(): Promise<boolean> {
    return Promise.resolve(this.worked);
  }

  standing(reference: CaseReference): Promise<RunStatus> {
    return this.reached('standing', () => {
      const isThere: RunStatus = { kind: 'running', runId: `run of ${reference}`, wasReset: false, isAsleep: true };
      const standing = this.standings.get(reference);
      return Promise.resolve(standing ?? (this.files.has(reference) ? isThere : { kind: 'not-there' }));
    });
  }

  lastEntry(reference: CaseReference): Promise<LastEntry> {
    return Promise.resolve(this.known.get(reference) ?? this.files.get(reference)?.seq ?? 'no-answer');
  }

  /** The cases that were asked to send what waits. */
  readonly sendingAskedOf: CaseReference[] = [];

  unsent(reference: CaseReference): Promise<UnsentKeys> {
    const known = this.known.get(reference);
    return Promise.resolve(typeof known === 'string' ? known : (this.files.get(reference)?.unsent ?? 'no-answer'));
  }

  sendWaiting(references: readonly CaseReference[]): Promise<number> {
    return this.reached('sendWaiting', () => {
      this.sendingAskedOf.push(...references);
      return Promise.resolve(references.length);
    });
  }

  restart({ file, entry, inPlaceOf, aheadMs }: Restarting): Promise<boolean> {
    return this.reached({ restarted: file.reference, inPlaceOf }, async () => {
      const standing = await this.standing(file.reference);
      if (standing.kind === 'running' && standing.runId !== inPlaceOf) return false;
      this.standings.delete(file.reference);
      this.known.delete(file.reference);
      if (aheadMs !== undefined) this.ahead.set(file.reference, aheadMs);
      await this.write(file, entry?.events ?? [], entry?.notices ?? []);
      return true;
    });
  }

  whyNotReady(): Promise<string | undefined> {
    const { unavailable } = this;
    return Promise.resolve(unavailable === undefined ? undefined : new CasesUnavailable(unavailable).message);
  }
}
