import * as z from 'zod/mini';
import { contributionsOf } from '../asking/contributions';
import type { CaseFile } from '../case/case-file';
import { define, notBefore, type Taking } from '../decision';
import { chosenAmong, code, words, type Choosable } from '../forms';
import { refusal, type Refusal } from '../refusals';
import { defineNotice, tell } from '../reminders/notice';
import { businessUnit } from '../roles';
import { part, says } from '../sentence';
import { aboutOneRequest, answerableWith } from './passing-on-notices';

/* Decisions about an answer that is in. Source: DESIGN, "Asking and answering". */

const contribution = (among: Choosable) =>
  chosenAmong(among, code('The request', 'Its code in the case, such as return:gp'));
const acceptAnswerForm = z.strictObject({ contribution: contribution('answer-given') });
const sendAnswerBackForm = z.strictObject({
  contribution: contribution('answer-given'),
  question: words('Your question', 'Shown to whoever answered. Without names'),
});
declare module '../case/case-file' {
  interface Forms {
    acceptAnswer: z.infer<typeof acceptAnswerForm>;
    sendAnswerBack: z.infer<typeof sendAnswerBackForm>;
  }
}

declare module '../reminders/notice' {
  interface Notices {
    'answer-sent-back': typeof answerSentBack;
  }
}

const answerSentBack = defineNotice({
  kind: 'answer-sent-back',
  title: 'Asks a question about an answer',
  asks: 'more of the answer',
  ...aboutOneRequest,
});

const noRequest = (id: string): Refusal =>
  refusal('against-the-record', says`This case has no request ${part.code(id)}.`);

/** Refuses while there is no answer to accept or to send back. */
const noAnswerYet = (file: CaseFile): Refusal | undefined =>
  contributionsOf(file).some(
    ({ id, last, state }) => answerableWith(file, id) !== undefined && last !== undefined && state !== 'accepted',
  )
    ? undefined
    : refusal('too-early', 'There is no answer to accept or to send back.');

/** Refuses to accept an answer, or to send one back, where none is in or it was accepted already. */
function whyNotOfAnswer(file: CaseFile, id: string, taking: Taking): Refusal | undefined {
  const one = answerableWith(file, id);
  if (one === undefined) return noRequest(id);
  const { last, state } = one;
  if (last === undefined || state === 'not-yet')
    return refusal('too-early', says`There is no answer to ${part.code(id)} yet.`);
  if (state === 'without')
    return refusal('against-the-record', says`The case continued without an answer to ${part.code(id)}.`);
  if (state === 'accepted')
    return refusal(
      'already-decided',
      says`The answer to ${part.code(id)} has been accepted. Ask for more in a request of its own${part.by('askFurther')}.`,
    );
  return notBefore(last, taking, 'The answer came on');
}

export const acceptAnswer = define({
  name: 'acceptAnswer',
  title: 'Accept an answer',
  past: 'accepted an answer',
  confirmation: 'Answer accepted',
  source: 'steps 3, 5, 7 and 9; our own rule',
  roles: businessUnit,
  form: acceptAnswerForm,
  notOpen: noAnswerYet,
  refuse: (file, form, taking) => whyNotOfAnswer(file, form.contribution, taking),
});

export const sendAnswerBack = define({
  name: 'sendAnswerBack',
  title: 'Send an answer back with a question',
  past: 'sent an answer back with a question',
  confirmation: 'Question sent',
  source: 'steps 3, 5, 7 and 9; our own rule',
  roles: businessUnit,
  form: sendAnswerBackForm,
  notOpen: noAnswerYet,
  refuse: (file, form, taking) => whyNotOfAnswer(file, form.contribution, taking),
  notices: [answerSentBack],
  tells: (file, { form }) => {
    const one = answerableWith(file, form.contribution);
    if (one === undefined) return [];
    const values = { contribution: one.id, agency: one.agency };
    return [tell(answerSentBack, { to: [one.owner], about: one.id, values })];
  },
});
