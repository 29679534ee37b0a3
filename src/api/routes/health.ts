import { everybody } from '../access';
import type { Dependencies } from '../dependencies';
import { Problem } from '../problems';
import { get, type Route } from '../route';

/** How long a part of the system has to say that it is there. */
const answersWithinMs = 3_000;

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

/** Whether the process lives, and whether it can do its work. */
export function healthRoutes({ records, cases, isDraining, version }: Dependencies): readonly Route[] {
  async function ready() {
    const [recordsAnswer, engineAnswers] = await Promise.all([
      answers(() => records.ready()),
      answers(() => cases.isReady()),
    ]);
    const parts = {
      records: recordsAnswer ? 'ready' : 'away',
      engine: engineAnswers ? 'ready' : 'away',
      draining: isDraining?.() === true,
    };
    if (recordsAnswer && engineAnswers && !parts.draining) return { status: 200, body: { status: 'ready', ...parts } };
    const why = [
      ...(recordsAnswer ? [] : ['the records are away']),
      ...(engineAnswers ? [] : ['Temporal is away']),
      ...(parts.draining ? ['it is stopping'] : []),
    ];
    throw new Problem('not-ready', `Not ready: ${why.join(', and ')}.`, {
      extra: parts,
      headers: { 'Retry-After': '2' },
    });
  }
  return [
    get({
      path: '/health/live',
      access: everybody,
      tag: 'Health',
      summary: 'Whether the process lives',
      replies: { 200: { description: 'It does.', schema: 'Health' } },
      answer: () => Promise.resolve({ status: 200, body: { status: 'live', version } }),
    }),
    get({
      path: '/health/ready',
      access: everybody,
      tag: 'Health',
      summary: 'Whether it can do its work: records and Temporal answer',
      replies: { 200: { description: 'It can.', schema: 'Health' } },
      refuses: [503],
      answer: ready,
    }),
  ];
}
