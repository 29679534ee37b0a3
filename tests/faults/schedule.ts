import { castKinds, type CastKind } from './cast/kind';
import { seeded } from './seeded';

/** Everything that happens to a run, again and again. */
export const faults = [
  'the worker is killed',
  'the API is killed',
  'everything is killed at once',
  'Temporal is killed',
  'PostgreSQL is killed',
  'the mail relay refuses connections',
  'the mail relay hangs',
  'the mail relay says 421',
  'the mail relay says 550',
  'the mail relay takes a message and drops the connection',
  'the mail relay is away for three days of a case',
  'the database is slow',
  'the database is full',
  'the disk is full',
  'the database is gone',
  'the database answers nothing',
  'another worker comes and goes',
  'twelve callers decide with the same key',
  'twelve callers decide with keys of their own',
  'a case is sent what it cannot take',
  'a case is terminated',
  'the data is copied while everything runs',
  'the data is copied while everything stands still',
] as const;
export type Fault = (typeof faults)[number];

/** One act of a schedule: after so many more decisions were acknowledged something happens, and is put right again. */
export interface Act {
  readonly fault: Fault;
  /** How many decisions are acknowledged between the act before and this one, where they come in time. */
  readonly after: number;
  /** For how long it lasts, in milliseconds, where it lasts. */
  readonly lastsMs: number;
  /** Picks a case, where it happens to one. */
  readonly pick: number;
}

/** What a run is made from: the seed alone decides what happens, and which way every case goes. */
export interface Schedule {
  readonly seed: number;
  /** The names of the cases; each has its way from the seed and its name. */
  readonly cases: readonly string[];
  /** One act after the other, without end: a run takes as many as its time has room for. */
  acts(): Generator<Act, never>;
}

/** The schedule of a seed. Every fault comes once before any comes again, so that a short run has each. */
export function scheduleOf(
  seed: number,
  { cases, without = [] }: { readonly cases: number; readonly without?: readonly Fault[] },
): Schedule {
  return {
    seed,
    cases: Array.from({ length: cases }, (_one, at) => `case-${at + 1}`),
    *acts() {
      const chance = seeded(seed, 'acts');
      for (;;) {
        for (const fault of chance.shuffled(faults.filter((one) => !without.includes(one)))) {
          yield {
            fault,
            after: 4 + chance.below(16),
            lastsMs: 2_000 + chance.below(5_000),
            pick: chance.below(1_000_000),
          };
        }
      }
    },
  };
}

/** The schedule, which is best by itself: the slower the machine, the fewer faults there is time for; and the others. */
const parts = ['schedule', 'others'] as const;
type Part = (typeof parts)[number];

/** What a run is asked for: from the command line, or by default another seed every time. */
export interface Asked {
  readonly seed: number;
  readonly minutes: number;
  readonly cases: number;
  readonly as: CastKind;
  /** Words of which a fault's name has one, where only those faults are to happen. */
  readonly only: readonly string[];
  /** Which part is run; both, the one after the other, where it is left out. */
  readonly part?: Part;
}

/** The faults that are left out, where only those are asked for whose names have one of these words. */
export const leftOut = (only: readonly string[]): readonly Fault[] =>
  only.length === 0 ? [] : faults.filter((one) => !only.some((word) => one.includes(word)));

/** Faults that take about a minute each, with what has to be waited for after them. */
const long: readonly Fault[] = [
  'the disk is full',
  'the data is copied while everything runs',
  'the data is copied while everything stands still',
];

/** The faults that a run has no room for: a run of under five minutes would have little else than the long ones. */
export const withoutRoom = ({ minutes, only }: Pick<Asked, 'minutes' | 'only'>): readonly Fault[] =>
  only.length === 0 && minutes < 5 ? long : [];

/**
 * Reads `--seed 1234 --minutes 5 --cases 50 --as compose --only disk,copied --part schedule`; throws a sentence where it
 * cannot.
 */
export function readAsked(args: readonly string[], anySeed: number): Asked {
  const asked: { -readonly [Name in keyof Asked]: Asked[Name] } = {
    ...{ seed: anySeed, minutes: 5, cases: 50, as: 'alone', only: [] },
  };
  for (let at = 0; at < args.length; at += 2) {
    const [name, said] = [args[at], args[at + 1]];
    const number = /^--(seed|minutes|cases)$/.exec(name ?? '')?.[1];
    const words = name === '--only' ? (said ?? '').split(',').filter(Boolean) : [];
    const kind = name === '--as' ? castKinds.find((one) => one === said) : undefined;
    const part = name === '--part' ? parts.find((one) => one === said) : undefined;
    if (number !== undefined && Number(said) > 0) asked[number as 'seed' | 'minutes' | 'cases'] = Number(said);
    else if (kind !== undefined) asked.as = kind;
    else if (part !== undefined) asked.part = part;
    else if (words.length > 0 && leftOut(words).length < faults.length) asked.only = words;
    else {
      const known = `--seed N, --minutes N, --cases N, --as ${castKinds.join(' or ')}, --only WORD,WORD, --part ${parts.join(' or ')}`;
      throw new Error(`"${args.slice(at, at + 2).join(' ')}" is none of ${known}.`);
    }
  }
  return asked;
}
