import { colleaguesOf } from '../asking/colleagues';
import { contributionWith, isAnswerable, type Contribution } from '../asking/contributions';
import type { CaseFile } from '../case/case-file';
import { defineNotice, type StillTrue } from '../reminders/notice';
import { agencyValue, requestValue } from '../reminders/notice-values';
import { unlessWithdrawn, whyOwedNoMore } from '../reminders/true-until';

/* Emails about a request that is passed on, and the request that they are about. */

declare module '../reminders/notice' {
  interface Notices {
    'request-passed-on': typeof requestPassedOn;
    'colleague-named': typeof colleagueNamed;
    'colleague-declined': typeof colleagueDeclined;
  }
}

/** Returns the request of this id to which somebody sends an answer; undefined where the case has none. */
export function answerableWith(file: CaseFile, id: string): Contribution | undefined {
  const one = contributionWith(file, id);
  return one !== undefined && isAnswerable(one) ? one : undefined;
}

/** Asked until an answer is in, or the case goes on without one. */
const whileAnswerOwed: StillTrue = ({ values }, file) => {
  const one = answerableWith(file, values['contribution'] ?? '');
  return one && whyOwedNoMore(one);
};

/** The values and the end of every email about one request. */
export const aboutOneRequest = {
  ofCase: true,
  always: { contribution: requestValue },
  sometimes: { agency: agencyValue },
  stillTrue: whileAnswerOwed,
} as const;

export const requestPassedOn = defineNotice({
  kind: 'request-passed-on',
  title: 'A request was passed on to a colleague',
  asks: 'the answer',
  ...aboutOneRequest,
});

const whileOneWaits: StillTrue = ({ values }, file) =>
  colleaguesOf(file).some(({ contribution, state }) => contribution === values['contribution'] && state === 'waits')
    ? undefined
    : 'Every colleague who was named has been confirmed or declined.';

export const colleagueNamed = defineNotice({
  kind: 'colleague-named',
  title: 'A colleague is to be confirmed before they get a request',
  asks: 'the colleague to be confirmed or declined',
  forms: ['settleColleague'],
  ...aboutOneRequest,
  stillTrue: whileOneWaits,
});

export const colleagueDeclined = defineNotice({
  kind: 'colleague-declined',
  title: 'The Business Unit did not pass a request on to a colleague',
  ...aboutOneRequest,
  stillTrue: unlessWithdrawn,
});
