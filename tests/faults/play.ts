import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { londonDate, parseInstant } from '../../src/procedure/time/dates';
import type { IsoDate, PersonId } from '../../src/procedure/time/time';
import { ofItsOwn, Unanswered, type Answered, type CarefulCaller } from './careful-caller';
import type { Acknowledged, Contest, CopySeen, FullDiskSeen, ReadWhileFull, Unexpected } from './observed';
import { seeded } from './seeded';
import { wayOf, type Planned } from './ways';

const sample: Record<string, unknown> = JSON.parse(
  readFileSync(path.join(__dirname, '..', '..', 'samples', 'notification.json'), 'utf8'),
);

/** How long moving a case on may take: its answer, and that of a try that died with its key. */
const movingMs = 125_000;

/** More decisions than any way has. */
const longestWay = 300;

/** What callers are told in a run, written down as they are told it. */
export class Told {
  readonly opened: { key: string; reference: string }[] = [];
  readonly acknowledged: Acknowledged[] = [];
  readonly contests: Contest[] = [];
  readonly unexpected: Unexpected[] = [];
  readonly disks: FullDiskSeen[] = [];
  readonly copies: CopySeen[] = [];
  readonly readWhileFull: ReadWhileFull[] = [];
  /** Cases that were sent what they have to refuse. */
  readonly poisoned = new Set<string>();
  /** Contests that wait for the next decision that can be taken once only. */
  readonly asked: Contest['keys'][] = [];
}

/** What the cases of a run share. */
export interface Playing {
  readonly caller: CarefulCaller;
  readonly told: Told;
  readonly seed: number;
  /** Whether the run goes on. */
  isOn(): boolean;
  /** Lets so many cases do something at the same time, and no more. */
  inTurn<T>(act: () => Promise<T>): Promise<T>;
}

/** One practice case and its people: it is opened, and its way is taken a decision after the other while the run is on. */
export class PlayedCase {
  reference: string | undefined;
  /** True once the way has come to its end: the case may be closed, and takes nothing any more. */
  hasEnded = false;
  #today = '' as IsoDate;

  constructor(
    readonly name: string,
    private readonly playing: Playing,
  ) {}

  private get route(): string {
    return `/api/cases/${this.reference ?? ''}`;
  }

  /** Resolves when the run is over or the way has come to its end: true where it has. */
  async play(): Promise<boolean> {
    const { seed, told } = this.playing;
    try {
      const chance = seeded(seed, `${this.name} in time`);
      await pause(chance.below(15_000));
      if (!this.playing.isOn()) return false;
      await this.open();
      const way = wayOf(seed, this.name, this.#today, longestWay);
      for (const [at, planned] of way.entries()) {
        await pause(chance.below(1_500));
        if (!this.playing.isOn()) return false;
        await this.playing.inTurn(() => this.take(planned, `${seed}-${this.name}-${at}`));
      }
      this.hasEnded = true;
      return true;
    } catch (error) {
      if (!(error instanceof Unanswered) && !(error instanceof Refused)) throw error;
      told.unexpected.push({ reference: this.reference ?? this.name, sentence: error.message });
      return false;
    }
  }

  /** Shows that the case goes on: it takes a note, and its clock can be moved on. Answers why not. */
  async whyStuck(): Promise<string | undefined> {
    try {
      await this.decide('addNote', { by: 'P01' as PersonId, body: { note: 'Still here' }, key: `${this.name}-last` });
      const moved = await this.playing.caller.post(`${this.route}/practice/advance`, {
        ...{ by: 'P01', key: ofItsOwn, body: { to: 'next-deadline' }, withinMs: movingMs },
      });
      if (moved.status === 200 || moved.body['code'] === 'nothing-ahead') return undefined;
      return `Its clock cannot be moved on: ${said(moved)}`;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }

  private async open(): Promise<void> {
    const { caller, told } = this.playing;
    const key = `notification-${this.name}`;
    const child = { name: `Child of ${this.name}`, dateOfBirth: '2024-03-09', died: false };
    const unknown = { sex: 'not-known', ethnicGroup: 'not-known', disability: 'not-known' };
    const body = {
      ...{ ...sample, practice: true, eCaseReference: `EC-${this.name}` },
      children: [{ ...child, lookedAfter: false, careLeaver: false, ...unknown }],
      family: [{ name: `Mother of ${this.name}`, relation: 'mother' }],
    };
    const answer = await caller.post('/api/notifications', { by: 'P02', key, body });
    const { reference } = answer.body;
    if (answer.status >= 300 || typeof reference !== 'string') throw new Refused(`${this.name}: ${said(answer)}`);
    told.opened.push({ key, reference });
    this.reference = reference;
    this.#today = (await caller.get(this.route)).body['receivedOn'] as IsoDate;
  }

  private async take(planned: Planned, key: string): Promise<void> {
    const { decision, by, on, reasonForPassing } = planned;
    await this.reach(on);
    const body = {
      ...(await this.formOf(planned)),
      on,
      ...(reasonForPassing === undefined ? {} : { reasonForPassing }),
    };
    const keys = planned.onlyOnce ? this.playing.told.asked.shift() : undefined;
    if (keys !== undefined) return this.contest(keys, { decision, by, body, key });
    for (let tries = 1; ; tries += 1) {
      const why = await this.decide(decision, { by, body, key });
      if (why === undefined) return;
      // After it was begun again its clock may be behind the one that its pages show.
      if (why.body['code'] !== 'in-the-future' || tries === 5) throw new Refused(`${decision} (${key}): ${said(why)}`);
      this.#today = '' as IsoDate;
      await this.reach(on);
    }
  }

  /** Sends a decision, and notes it down where it is taken; answers what was said otherwise. */
  private async decide(
    decision: Planned['decision'],
    { by, body, key }: { readonly by: PersonId; readonly body: unknown; readonly key: string },
  ): Promise<Answered | undefined> {
    const { caller, told } = this.playing;
    const answer = await caller.post(`${this.route}/decisions/${decision}`, { by, key, body });
    const { seq } = answer.body;
    if (answer.status >= 300 || typeof seq !== 'number') return answer;
    told.acknowledged.push({ reference: this.reference ?? '', key, decision, by, seq });
    return undefined;
  }

  /** Twelve callers send the same at the same time; all but those who decided may be refused. */
  private async contest(
    keys: Contest['keys'],
    { decision, by, body, key }: Omit<Acknowledged, 'reference' | 'seq'> & { readonly body: unknown },
  ): Promise<void> {
    const { told } = this.playing;
    const callers = 12;
    const before = told.acknowledged.length;
    await Promise.all(
      Array.from({ length: callers }, (_one, at) =>
        this.decide(decision, { by, body, key: keys === 'the same' ? key : `${key}-${at}` }),
      ),
    );
    const entries = told.acknowledged
      .slice(before)
      .filter((one) => one.key.startsWith(key) && one.reference === this.reference)
      .map(({ seq }) => seq);
    told.contests.push({ reference: this.reference ?? '', decision, keys, callers, entries });
  }

  private async formOf({ form }: Planned): Promise<Planned['form']> {
    const place = /^#(\d+)$/.exec(typeof form['action'] === 'string' ? form['action'] : '')?.[1];
    if (place === undefined) return form;
    const { body } = await this.playing.caller.get(this.route);
    const actions = body['actions'] as readonly { readonly id: string }[];
    return { ...form, action: actions[Number(place)]?.id };
  }

  /** Moves the case on to a day, where that day has not come yet. A move has a key of its own every time. */
  private async reach(day: IsoDate): Promise<void> {
    while (this.#today < day) {
      const moved = await this.playing.caller.post(`${this.route}/practice/advance`, {
        ...{ by: 'P01', key: ofItsOwn, body: { until: day }, withinMs: movingMs, patienceMs: 4 * movingMs },
      });
      const { now: clock } = moved.body;
      const now = typeof clock === 'string' ? parseInstant(clock) : undefined;
      if (moved.status === 200 && now !== undefined) this.#today = londonDate(now);
      // A try that was not answered moved it there already.
      else if (moved.status === 422) this.#today = day;
      else throw new Refused(`Moving on to ${day}: ${said(moved)}`);
    }
  }
}

/** It was refused where it should not be. */
class Refused extends Error {
  override readonly name = 'Refused';
}

const said = ({ status, body }: Answered): string => `${status} ${String(body['code'])}: ${String(body['detail'])}`;
