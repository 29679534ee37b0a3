import { CasesUnavailable, whyHeldBack, type Cases, type HeldBack } from '../temporal/cases';

/**
 * Cases of which nothing is asked, because this build cannot go on with them or their records are of another place: what
 * is on the record can be read, and every decision is answered with what is in the way.
 */
export function heldBack(cases: Cases, because: HeldBack): Cases {
  // Asked anew each time: what was a question becomes a copy once somebody says so.
  const refuse = () => {
    const sentence = `No decision can be taken: ${whyHeldBack[because.why]}, and IT has to step in.`;
    return Promise.reject(new CasesUnavailable('held-back', { sentence }));
  };
  return {
    heldBack: because,
    open: refuse,
    decide: refuse,
    reopen: refuse,
    advance: refuse,
    // Nobody works for them: compared with the record now, every one would look lost.
    list: refuse,
    suspects: refuse,
    isWorked: refuse,
    standing: refuse,
    lastEntry: refuse,
    restart: refuse,
    now: (reference) => cases.now(reference),
    // They take it up when they go on.
    calendarChanged: () => Promise.resolve(0),
    takeUpCurrentCode: () => Promise.resolve(0),
    whyNotReady: () => cases.whyNotReady(),
  };
}
