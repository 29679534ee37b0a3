import { checkBeside } from './checks/beside';
import { checkEmails } from './checks/emails';
import { checkEvents } from './checks/events';
import { replay } from './checks/replay';
import { checkRunning } from './checks/running';
import type { Observed, Violation } from './observed';

/** Every breach of the promise in what was seen of a run, a sentence each; none where it was kept. */
export function check(observed: Observed): readonly Violation[] {
  const replays = new Map(observed.cases.map((seen) => [seen.reference, replay(seen)]));
  return [
    ...checkEvents(observed),
    ...[...replays.values()].flatMap(({ violations }) => violations),
    ...checkEmails(observed, replays),
    ...checkRunning(observed),
    ...checkBeside(observed),
  ];
}
