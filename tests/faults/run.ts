import { setTimeout as pause } from 'node:timers/promises';
import { inTurn } from '../../src/temporal/semaphore';
import { carefulCaller, ofItsOwn } from './careful-caller';
import type { Site } from './cast/cast';
import type { Going } from './inflict';
import { observe, untilSent, warningsOf } from './observe';
import type { Acknowledged, Observed } from './observed';
import { PlayedCase, Told } from './play';
import type { Act, Schedule } from './schedule';

/** How many cases do something at the same time. */
const atATime = 16;
/** The longest time from one act to the next, however few decisions come. */
const longestQuietMs = 12_000;
/** How long a caller sends the same again before it counts as unanswered, where nothing else is said. */
const longestPatienceMs = 180_000;

/** The time that a last email may take: a little more than the longest wait between two tries. */
const mailTakesMs = 330_000;

/** Decisions whose dates lie beyond any calendar. */
const impossible: readonly (readonly [string, object])[] = [
  ['addAction', { action: 'Train the duty team', owner: 'P07', dueOn: '2062-12-18' }],
  ['addParallelProcess', { kind: 'criminal', contact: 'The officer in the case', nextOn: '2014-01-02' }],
  ['extendDeadline', { deadline: 'information', to: '2199-12-31', reason: 'None', agreedBy: 'Nobody' }],
];

/** The multiple of the asked minutes that a run may take on a slow machine. */
export const atLongest = 8;

/** The faults and decisions of a run up to now. */
interface SoFar {
  readonly faults: number;
  readonly acknowledged: readonly Acknowledged[];
}

/** How a run is to go. */
export interface Running {
  readonly schedule: Schedule;
  readonly minutes: number;
  /** Says when enough has happened. The run goes on until then where the machine is slow, `atLongest` times as long. */
  readonly enough?: (soFar: SoFar) => boolean;
  /** For runs that are to fail: the sooner, the better. */
  readonly patienceMs?: number;
  say(sentence: string): void;
  /** Does what an act says, and puts it right again. */
  inflict(act: Act, going: Going): Promise<void>;
}

/** What a run came to. */
export interface Ran {
  readonly observed: Observed;
  /** Which faults happened, and how often. */
  readonly happened: Readonly<Record<string, number>>;
  /** What callers were told instead of an answer, and how often. */
  readonly put: Readonly<Record<string, number>>;
  /** What Temporal's SDK warned of, and how often. */
  readonly warnings: Readonly<Record<string, number>>;
}

/** Runs a schedule for so long, lets everything come to rest, and says what is to be seen. */
export async function run(
  site: Site,
  { schedule, minutes, say, inflict, enough = () => true, patienceMs = longestPatienceMs }: Running,
): Promise<Ran> {
  const told = new Told();
  const happened: Record<string, number> = {};
  const put: Record<string, number> = {};
  const began = Date.now();
  const isEnough = (): boolean =>
    enough({
      faults: Object.values(happened).reduce((sum, times) => sum + times, 0),
      acknowledged: told.acknowledged,
    });
  const isOn = (): boolean => Date.now() < began + (isEnough() ? 1 : atLongest) * minutes * 60_000;
  const caller = carefulCaller({ ...site, patienceMs, every: (why) => (put[why] = (put[why] ?? 0) + 1) });
  const line = inTurn(atATime);
  const acting = <T>(act: () => Promise<T>): Promise<T> => line('every case', act);
  const playing = { caller, told, seed: schedule.seed, isOn, inTurn: acting };
  const cases: PlayedCase[] = [];
  const playOn = async (name: string): Promise<void> => {
    // In a long run cases come to their end, and others take their places.
    for (let nth = 1, ended = true; ended && playing.isOn(); nth += 1) {
      const one = new PlayedCase(nth === 1 ? name : `${name}.${nth}`, playing);
      cases.push(one);
      ended = await one.play();
    }
  };
  const played = Promise.all(schedule.cases.map(playOn));

  const restart = async (which: 'all' | readonly string[]): Promise<void> => {
    await caller.post('/api/reconciliation/restarts', { by: 'P01', key: ofItsOwn, body: { cases: which } });
  };
  let watching = Promise.resolve();
  const going: Going = {
    contest: (keys) => told.asked.push(keys),
    sawDisk: (seen) => told.disks.push(seen),
    read: (seen) => told.readWhileFull.push(...seen),
    besides(watch) {
      watching = watching.then(async () => void told.copies.push(await watch()));
    },
    openCase(pick) {
      const opened = cases.flatMap(({ reference, hasEnded }) => (hasEnded ? [] : (reference ?? [])));
      return opened[pick % opened.length];
    },
    restart: (reference) => restart([reference]),
    poisoned: (reference) => told.poisoned.add(reference),
    async clockOf(reference) {
      return Date.parse(String((await caller.get(`/api/cases/${reference}`)).body['asOf']));
    },
    async sendImpossibleDates(reference) {
      for (const [decision, body] of impossible) {
        const route = `/api/cases/${reference}/decisions/${decision}`;
        const { status } = await caller.post(route, { by: 'P01', key: ofItsOwn, body });
        if (status >= 400 && status < 500) continue;
        told.unexpected.push({
          reference,
          sentence: `${decision} with dates that no rule bears was answered ${status}.`,
        });
      }
    },
  };
  const acts = schedule.acts();
  let relay = Promise.resolve();
  while (playing.isOn()) {
    const act = acts.next().value;
    const since = told.acknowledged.length;
    for (const quiet = Date.now() + longestQuietMs; Date.now() < quiet && playing.isOn(); await pause(100))
      if (told.acknowledged.length - since >= act.after) break;
    if (!playing.isOn()) break;
    say(`After ${told.acknowledged.length} decisions: ${act.fault}.`);
    happened[act.fault] = (happened[act.fault] ?? 0) + 1;
    const inflicted = async () => inflict(act, going);
    // While the relay is in a bad way everything else may happen too.
    if (act.fault.startsWith('the mail relay')) relay = relay.then(inflicted);
    else await inflicted();
  }
  await Promise.all([relay, watching]);
  say('No more faults; everything comes to rest.');
  // What the comparison with Temporal does every hour by itself, where there is one.
  await restart('all');
  await played;
  const stuck = new Map<string, string>();
  await Promise.all(
    cases.map((one) =>
      playing.inTurn(async () => {
        const { reference } = one;
        if (reference === undefined || (await isClosed(caller, reference))) return;
        const why = await one.whyStuck();
        if (why !== undefined) stuck.set(reference, why);
      }),
    ),
  );
  say('Every case was asked whether it goes on; the last emails go out.');
  await untilSent(site, patienceMs < longestPatienceMs ? patienceMs : mailTakesMs);
  return { observed: await observe(site, caller, { told, stuck }), happened, put, warnings: warningsOf(site) };
}

async function isClosed(caller: ReturnType<typeof carefulCaller>, reference: string): Promise<boolean> {
  return (await caller.get(`/api/cases/${reference}`)).body['closedOn'] !== null;
}
