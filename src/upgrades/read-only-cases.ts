import { CasesUnavailable, whyHeldBack, type Cases, type HeldBack } from '../temporal/cases';

/**
 * Cases that are read-only, because this build cannot go on with them or their records are of another place. The record
 * can be read; every decision is refused with the reason.
 */
export function heldBack(cases: Cases, because: HeldBack): Cases {
  // Makes the sentence at each call: the reason changes once somebody says that this installation is a copy.
  const refuse = () => {
    const sentence = `No decision can be recorded: ${whyHeldBack[because.why]}, and IT must act.`;
    return Promise.reject(new CasesUnavailable('held-back', { sentence }));
  };
  return {
    heldBack: because,
    // Kept in the records meanwhile; the workflows begin once the cases go on.
    outside: { begin: refuse, beginAnew: refuse, changed: refuse },
    open: refuse,
    decide: refuse,
    reopen: refuse,
    advance: refuse,
    // Refused too: no worker runs the cases, and compared with the record each of them would look lost.
    list: refuse,
    suspects: refuse,
    isWorked: refuse,
    standing: refuse,
    lastEntry: refuse,
    unsent: refuse,
    restart: refuse,
    now: (reference) => cases.now(reference),
    // Does nothing: the cases take up the calendar and the code, and send what waits, when they go on.
    calendarChanged: () => Promise.resolve(0),
    takeUpCurrentCode: () => Promise.resolve(0),
    sendWaiting: () => Promise.resolve(0),
    whyNotReady: () => cases.whyNotReady(),
  };
}
