import * as z from 'zod/mini';
import { contributionsOf, isAnswerable, type Contribution } from '../asking/contributions';
import { isOwed } from '../case/answers';
import type { CaseFile } from '../case/case-file';
import { keptOut } from '../case/shut-out';
import { define, notBefore, type Taking } from '../decision';
import { choice, chosenAmong, code, person, words, type Choosable } from '../forms';
import { refusal, type Refusal } from '../refusals';
import { defineNotice, tell, type StillTrue } from '../reminders/notice';
import { agencyValue, requestValue } from '../reminders/notice-values';
import { businessUnit } from '../roles';
import { part, says } from '../sentence';
import { sayDate } from '../time/dates';

/* Decisions about an answer that is in, and about a request that somebody else has to answer. Source: DESIGN, "Asking and answering". */

const contribution = (among: Choosable) =>
  chosenAmong(among, code('The request', 'Its code in the case, such as return:gp'));
const acceptAnswerForm = z.strictObject({ contribution: contribution('answer-given') });
const sendAnswerBackForm = z.strictObject({
  contribution: contribution('answer-given'),
  question: words('Your question', 'Shown to whoever answered. Without names'),
});
const passRequestOnForm = z.strictObject({
  contribution: contribution('request-open'),
  to: person('The colleague'),
  sends: choice('Who will send the answer?', {
    colleague: 'The colleague',
    sender: 'Whoever passes it on. The colleague only adds to it',
  }),
  message: z.optional(words('Message to the colleague', 'Without names')),
});

declare module '../case/case-file' {
  interface Forms {
    acceptAnswer: z.infer<typeof acceptAnswerForm>;
    sendAnswerBack: z.infer<typeof sendAnswerBackForm>;
    passRequestOn: z.infer<typeof passRequestOnForm>;
  }
}

declare module '../reminders/notice' {
  interface Notices {
    'answer-sent-back': typeof answerSentBack;
    'request-passed-on': typeof requestPassedOn;
  }
}

const found = (file: CaseFile, id: string): Contribution | undefined =>
  contributionsOf(file).find((one) => one.id === id && isAnswerable(one));

const whileOwed: StillTrue = ({ values }, file) => {
  const one = found(file, values['contribution'] ?? '');
  if (one === undefined || isOwed(one)) return undefined;
  return one.last === undefined ? 'The case continued without it.' : `It was answered on ${sayDate(one.last.on)}.`;
};

const ofRequest = {
  ofCase: true,
  always: { contribution: requestValue },
  sometimes: { agency: agencyValue },
  stillTrue: whileOwed,
} as const;

const answerSentBack = defineNotice({
  kind: 'answer-sent-back',
  title: 'Asks a question about an answer',
  asks: 'more of the answer',
  ...ofRequest,
});

const requestPassedOn = defineNotice({
  kind: 'request-passed-on',
  title: 'A request was passed on to a colleague',
  asks: 'the answer',
  ...ofRequest,
});

const noRequest = (id: string): Refusal =>
  refusal('against-the-record', says`This case has no request ${part.code(id)}.`);

/** Refuses while there is no answer to accept or to send back. */
const noAnswerYet = (file: CaseFile): Refusal | undefined =>
  contributionsOf(file).some(
    ({ id, last, state }) => found(file, id) !== undefined && last !== undefined && state !== 'accepted',
  )
    ? undefined
    : refusal('too-early', 'There is no answer to accept or to send back.');

/** Refuses while no agency has a request that it could pass on. */
const noRequestYet = (file: CaseFile): Refusal | undefined =>
  contributionsOf(file).some(({ agency, state }) => agency !== undefined && state !== 'accepted')
    ? undefined
    : refusal('too-early', 'No agency has a request to answer.');

/** Refuses to accept an answer, or to send one back, where none is in or it was accepted already. */
function whyNotOfAnswer(file: CaseFile, id: string, taking: Taking): Refusal | undefined {
  const one = found(file, id);
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
    const one = found(file, form.contribution);
    if (one === undefined) return [];
    const values = { contribution: one.id, agency: one.agency };
    return [tell(answerSentBack, { to: [one.owner], about: one.id, values })];
  },
});

export const passRequestOn = define({
  name: 'passRequestOn',
  title: 'Pass a request on to a colleague',
  past: 'passed a request on to a colleague',
  confirmation: 'Request passed on',
  source: 'steps 5, 7 and 9; our own rule',
  roles: [...businessUnit, 'agency-contact'],
  form: passRequestOnForm,
  notOpen: noRequestYet,
  refuse: (file, form, taking) => {
    const one = found(file, form.contribution);
    if (one?.agency === undefined) return noRequest(form.contribution);
    if (taking.role === 'agency-contact' && !one.answerers.includes(taking.by))
      return refusal(
        'wrong-role',
        says`${part.person(taking.by)} was not asked; whoever was asked passes the request on.`,
      );
    if (one.state === 'accepted')
      return refusal('already-decided', says`The answer to ${part.code(form.contribution)} has been accepted.`);
    if (one.answerers.includes(form.to))
      return refusal('already-decided', says`${part.person(form.to)} has this request already.`);
    return keptOut(file, form.to);
  },
  notices: [requestPassedOn],
  tells: (file, { form }) => {
    const one = found(file, form.contribution);
    if (one === undefined) return [];
    const values = { contribution: one.id, agency: one.agency };
    return [tell(requestPassedOn, { to: [{ person: form.to, as: 'agency-contact' }], about: one.id, values })];
  },
});
