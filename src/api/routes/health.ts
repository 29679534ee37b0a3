import { readiness } from '../../http/readiness';
import { whyNot } from '../../records/unavailable';
import { whyHeldBack } from '../../temporal/cases';
import { everybody } from '../../http/access';
import type { ApiDependencies } from '../dependencies';
import { Problem } from '../problems';
import { get, type Route } from '../route';

/** Routes that say whether the process lives, and whether it can do its work. */
export function healthRoutes(dependencies: ApiDependencies): readonly Route[] {
  const { records, cases, room, isPolling, isDraining, version } = dependencies;
  async function ready() {
    const { isReady, parts, sentence } = await readiness({
      records: () => whyNot(() => records.ready()),
      engine: () => cases.whyNotReady(),
      room,
      ...(cases.heldBack === undefined ? {} : { heldBack: whyHeldBack[cases.heldBack.why] }),
      isPolling,
      isDraining,
    });
    if (isReady) return { status: 200, body: { status: 'ready', ...parts } };
    throw new Problem('not-ready', sentence, { extra: parts, headers: { 'Retry-After': '2' } });
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
      summary:
        'Whether it can do its work: records and Temporal answer, there is room on the disk, its worker asks for work, and it is not stopping',
      replies: { 200: { description: 'It can.', schema: 'Health' } },
      refuses: [503],
      answer: ready,
    }),
  ];
}
