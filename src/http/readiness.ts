/** Milliseconds within which a part of the system has to answer; a part that does not is away. */
const answersWithinMs = 3_000;

/** Places that are checked for room: the records and the files, or the files alone if the records are away. */
export type RoomWhere = 'everywhere' | 'files';

/** Checks of what a process needs to do its work, made on each request for its readiness. */
export interface Needs {
  /** Returns why the records cannot be used, in a sentence; undefined if they can. */
  readonly records: () => Promise<string | undefined>;
  /** The same of Temporal. */
  readonly engine: () => Promise<string | undefined>;
  /** Returns why nothing that comes in could be stored, in words that follow "Not ready:"; undefined if it could. */
  readonly room?: ((where: RoomWhere) => Promise<string | undefined>) | undefined;
  /** Reason for which the cases are held back, in words that follow "Not ready:"; absent if they are not. */
  readonly heldBack?: string;
  /** Says whether the worker of this process polls for work; absent if the process has no worker. */
  readonly isPolling?: (() => boolean) | undefined;
  /** Says whether this process is stopping: it finishes its requests and is to be sent no new ones. */
  readonly isDraining?: (() => boolean) | undefined;
}

/** Readiness of a process, with the state of each part. */
export interface Readiness {
  readonly isReady: boolean;
  readonly parts: Readonly<Record<string, string | boolean>>;
  /** Summary for people: "Ready.", or all reasons for which the process is not ready. */
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

/** Returns why nothing can be stored; a disk that does not write within three seconds counts as full. */
const whyFull = async (room: Needs['room'], where: RoomWhere): Promise<string | undefined> =>
  room === undefined ? undefined : inTime(() => room(where), 'nothing could be written in time');

/**
 * Returns why a part does not work, without a full stop; of an unexpected error only that the part could not be asked.
 */
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
