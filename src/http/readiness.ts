/** How long a part of the system has to say that it is there, in milliseconds. */
const answersWithinMs = 3_000;

/** What a process needs to do its work, asked whenever somebody wants to know whether it can. */
export interface Needs {
  readonly records: () => Promise<unknown>;
  /** False, or a rejection: Temporal is away. */
  readonly engine: () => Promise<unknown>;
  /** Why nothing that comes in could be kept, in words that follow "Not ready:"; nothing where it could. */
  readonly room?: (() => Promise<string | undefined>) | undefined;
  /** The cases are held back: this release cannot go on with them. */
  readonly isHeldBack?: boolean;
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
export async function readiness({
  records,
  engine,
  room,
  isHeldBack = false,
  isPolling,
  isDraining,
}: Needs): Promise<Readiness> {
  const [recordsAnswer, engineAnswers] = await Promise.all([answers(records), answers(engine)]);
  // Records that are away are not full.
  const full = recordsAnswer ? await whyFull(room) : undefined;
  const polls = isPolling?.();
  const draining = isDraining?.() === true;
  const why = [
    ...(recordsAnswer ? [] : ['the records are away']),
    ...(engineAnswers ? [] : ['Temporal is away']),
    ...(full === undefined ? [] : [full]),
    ...(isHeldBack ? ['this release cannot go on with the cases under way'] : []),
    ...(polls === false ? ['the worker asks for no work'] : []),
    ...(draining ? ['it is stopping'] : []),
  ];
  const standing = (there: boolean) => (there ? 'ready' : 'away');
  return {
    isReady: why.length === 0,
    parts: {
      records: standing(recordsAnswer),
      engine: isHeldBack ? 'held-back' : standing(engineAnswers),
      ...(polls === undefined ? {} : { worker: polls ? 'ready' : 'away' }),
      ...(full === undefined ? {} : { disk: 'full' }),
      draining,
    },
    sentence: why.length === 0 ? 'Ready.' : `Not ready: ${why.join(', and ')}.`,
  };
}

/** Why nothing can be kept; a disk that has not written in three seconds will not do either. */
async function whyFull(room: Needs['room']): Promise<string | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve('nothing could be written in time'), answersWithinMs);
  });
  try {
    return await Promise.race([room?.(), late]);
  } finally {
    clearTimeout(timer);
  }
}

async function answers(ask: () => Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), answersWithinMs);
  });
  const asked = Promise.resolve()
    .then(ask)
    .then(
      (said) => said !== false,
      () => false,
    );
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}
