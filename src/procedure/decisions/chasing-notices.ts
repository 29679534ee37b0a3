import { contributionWith, type Contribution } from '../asking/contributions';
import { chaseable, chasedFor } from '../asking/waiting';
import type { CaseFile } from '../case/case-file';
import { defineNotice, tell, type StillTrue, type Telling } from '../reminders/notice';
import { agencyValue, choiceValue, dateValue, requestValue } from '../reminders/notice-values';
import { whyOwedNoMore } from '../reminders/true-until';

/* The email by which somebody is chased for an answer that is not in. */

declare module '../reminders/notice' {
  interface Notices {
    'answer-chased': typeof answerChased;
  }
}

const whatIsWaitedFor: Readonly<Record<Contribution['kind'], string>> = {
  return: 'the information',
  naming: 'the names of the agencies to ask',
  summary: 'your agency’s summary',
  chronology: 'the chronology',
  further: 'the further information',
  comments: 'your comments on the draft report',
  statement: 'the media statement',
  dissemination: 'word that the response to the National Panel’s reply was disseminated',
  confirmation: 'your answer about what was recorded on your behalf',
};

const howFarItIs = {
  'not-yet': 'We do not have it yet',
  'in-part': 'We have a part of it, and still need the rest',
  'sent-back': 'We asked you a question about what you sent, and do not have your answer yet',
} as const;

/** The values of the email about a contribution, as they are now. */
const valuesOf = ({ id, kind, agency, since, due, state }: Contribution) => ({
  contribution: id,
  what: kind,
  since,
  soFar: state,
  agency,
  wantedBy: due,
});

const whileOwed: StillTrue = ({ values }, file) => {
  const one = contributionWith(file, values['contribution'] ?? '');
  if (one === undefined) return 'It is not asked for any more.';
  const why = whyOwedNoMore(one);
  if (why !== undefined) return why;
  if (!chaseable(file).some(({ id }) => id === one.id)) return 'It is not needed any more.';
  const { soFar, wantedBy } = valuesOf(one);
  return { values: { soFar, ...(wantedBy === undefined ? {} : { wantedBy }) } };
};

export const answerChased = defineNotice({
  kind: 'answer-chased',
  title: 'Reminds of an answer that is not in',
  asks: 'the answer',
  ofCase: true,
  always: {
    contribution: requestValue,
    what: choiceValue(whatIsWaitedFor),
    since: dateValue,
    soFar: choiceValue(howFarItIs),
  },
  sometimes: { agency: agencyValue, wantedBy: dateValue },
  stillTrue: whileOwed,
  // Each answer stands for itself: the same person may be chased for several on one day.
  replaces: ({ kind, values }, earlier) =>
    kind === earlier.kind && values['contribution'] === earlier.values['contribution'],
});

/** Lists the emails by which people are chased for these contributions. */
export const chasesFor = (file: CaseFile, contributions: readonly string[]): readonly Telling<'answer-chased'>[] =>
  [...new Set(contributions)]
    .flatMap((id) => contributionWith(file, id) ?? [])
    .map((one) =>
      tell(answerChased, {
        to: chasedFor(file, one),
        about: one.id,
        values: valuesOf(one),
        ...(one.step === undefined ? {} : { step: one.step }),
      }),
    );
