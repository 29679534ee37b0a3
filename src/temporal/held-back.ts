import { CasesUnavailable, type Cases } from './cases';

/**
 * Cases of which nothing is asked, because the workflows of this build cannot go on with them: what is on the record
 * can be read, and every decision is answered with what is in the way.
 */
export function heldBack(cases: Cases, sentence: string): Cases {
  const refuse = () => Promise.reject(new CasesUnavailable('held-back'));
  return {
    heldBack: sentence,
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
    isReady: () => cases.isReady(),
  };
}
