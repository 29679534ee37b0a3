/** How long a part of the system has to say that it is there, in milliseconds. */
const answersWithinMs = 3_000;

/** Where room is looked for: in the records and the files, or, where the records are away, in the files alone. */
export type RoomWhere = 'everywhere' | 'files';

/** What a process needs to do its work, asked whenever somebody wants to know whether it can. */
export interface Needs {
  /** Why the records cannot be used, in a sentence; nothing where they can. */
  readonly records: () => Promise<string | undefined>;
  /** The same of Temporal. */
  readonly engine: () => Promise<string | undefined>;
  /** Why nothing that comes in could be kept, in words that follow "Not ready:"; nothing where it could. */
  readonly room?: ((where: RoomWhere) => Promise<string | undefined>) | undefined;
  /** Why the cases are held back, in words that follow "Not ready:"; absent where they are not. */
  readonly heldBack?: string;
  /** Whether the worker of this process asks for work; absent where there is none. */
  readonly isPolling?: (() => boolean) | undefined;
  /** Whether this process is stopping: it finishes what it has, and wants nothing new. */
  readonly isDraining?: (() => boolean) | undefined;
}

/** Whether a process can do its work, part by part. */
export interface Readiness {
  readonly isReady: boolean;
  readonly parts: Readonly<Record<string, string | boolean>>;
  /** Why it cannot, in a sentence. */
  readonly sentence: string;
}

/** Asks every part whether it is there; one that does not answer in three seconds is away. */
export async function readiness({ records, engine, room, heldBack, isPolling, isDraining }: Needs): Promise<Readiness> {
  const [noRecords, noEngine] = await Promise.all([whyNot('the records', records), whyNot('Temporal', engine)]);
  // Records that are away may be so for want of room: the files are on the same disk as a rule.
  const full = await whyFull(room, noRecords === undefined ? 'everywhere' : 'files');
  const polls = isPolling?.();
  const draining = isDraining?.() === true;
  const why = [
    noRecords,
    noEngine,
    full,
    heldBack,
    ...(polls === false ? ['the worker asks for no work'] : []),
    ...(draining ? ['it is stopping'] : []),
  ].filter((one) => one !== undefined);
  const standing = (whyAway: string | undefined) => (whyAway === undefined ? 'ready' : 'away');
  return {
    isReady: why.length === 0,
    parts: {
      records: standing(noRecords),
      engine: heldBack === undefined ? standing(noEngine) : 'held-back',
      ...(polls === undefined ? {} : { worker: polls ? 'ready' : 'away' }),
      ...(full === undefined ? {} : { disk: 'full' }),
      draining,
    },
    sentence: why.length === 0 ? 'Ready.' : `Not ready: ${why.join(', and ')}.`,
  };
}

/** Why nothing can be kept; a disk that has not written in three seconds will not do either. */
const whyFull = async (room: Needs['room'], where: RoomWhere): Promise<string | undefined> =>
  room === undefined ? undefined : inTime(() => room(where), 'nothing could be written in time');

/** Why a part does not do its work, without the full stop; what nobody foresaw says nothing about itself. */
function whyNot(part: string, ask: () => Promise<string | undefined>): Promise<string | undefined> {
  const asked = async () => {
    try {
      return (await ask())?.replace(/^The /, 'the ').replace(/\.$/, '');
    } catch {
      return `${part} could not be asked`;
    }
  };
  return inTime(asked, `${part} did not answer in time`);
}

/** Returns the answer that comes within three seconds, or the given answer where none comes. */
async function inTime(ask: () => Promise<string | undefined>, otherwise: string): Promise<string | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), answersWithinMs);
  });
  try {
    return await Promise.race([ask(), late]);
  } finally {
    clearTimeout(timer);
  }
}
