import * as z from 'zod/mini';
import { colleaguesOf, mostColleagues, namedSoFar } from '../asking/colleagues';
import { contributionsOf } from '../asking/contributions';
import { correspondentId } from '../asking/correspondents';
import type { CaseFile } from '../case/case-file';
import { keptOut } from '../case/shut-out';
import { define, notBefore, type Taking } from '../decision';
import { addressLine, choice, chosenAmong, code, person, personName, words } from '../forms';
import { refusal, type Refusal } from '../refusals';
import { tell } from '../reminders/notice';
import { businessUnit } from '../roles';
import { part, says } from '../sentence';
import type { PersonId } from '../time/time';
import { answerableWith, colleagueDeclined, colleagueNamed, requestPassedOn } from './passing-on-notices';

/* A request is passed on to a colleague of whoever was asked. Source: DESIGN, "Asking and answering", Links. */

const theRequest = () => chosenAmong('request-open', code('The request', 'Its code in the case, such as return:gp'));
const whoSends = () =>
  choice('Who will send the answer?', {
    colleague: 'The colleague',
    sender: 'Whoever passes it on. The colleague only adds to it',
  });
const message = () => z.optional(words('Message to the colleague', 'Without names'));
const toColleague = () =>
  z.strictObject({
    contribution: theRequest(),
    name: personName('The colleague’s name'),
    address: addressLine('The colleague’s work email address'),
    sends: whoSends(),
    message: message(),
  });

const passRequestOnForm = z.strictObject({
  contribution: theRequest(),
  to: person('The colleague'),
  sends: whoSends(),
  message: message(),
});
const passToColleagueForm = toColleague();
const nameColleagueForm = toColleague();
const settleColleagueForm = z.strictObject({
  colleague: chosenAmong('colleague-to-confirm', code('The colleague', 'Their id in the case')),
  answer: choice('Do they get the request?', {
    confirmed: 'Yes, they work there. They get a link',
    declined: 'No, they do not get the request',
  }),
  reason: words('How you know', 'For example, whom you rang, and on which number'),
});

declare module '../case/case-file' {
  interface Forms {
    passRequestOn: z.infer<typeof passRequestOnForm>;
    passToColleague: z.infer<typeof passToColleagueForm>;
    nameColleague: z.infer<typeof nameColleagueForm>;
    settleColleague: z.infer<typeof settleColleagueForm>;
  }
}

/** Refuses while no agency has a request that it could pass on. */
const noRequestYet = (file: CaseFile): Refusal | undefined =>
  contributionsOf(file).some(({ agency, isOver }) => agency !== undefined && !isOver)
    ? undefined
    : refusal('too-early', 'No agency has a request to answer.');

/** Refuses to pass on what was not asked, what is over, and what somebody else was asked. */
function whyNotPassOn(file: CaseFile, id: string, taking: Taking): Refusal | undefined {
  const one = answerableWith(file, id);
  if (one?.agency === undefined) return refusal('against-the-record', says`This case has no request ${part.code(id)}.`);
  if (taking.role === 'agency-contact' && !one.answerers.includes(taking.by))
    return refusal(
      'wrong-role',
      says`${part.person(taking.by)} was not asked; whoever was asked passes the request on.`,
    );
  if (one.isOver) return refusal('already-decided', says`The answer to ${part.code(id)} has been accepted.`);
  return undefined;
}

/** Refuses one colleague too many: a link that goes round is not passed on without end. */
const tooMany = (file: CaseFile, id: string): Refusal | undefined =>
  namedSoFar(file, id) < mostColleagues
    ? undefined
    : refusal(
        'against-the-record',
        `This request was passed on to ${mostColleagues} colleagues. Ring the Business Unit to pass it on to another.`,
      );

/** Lists the email to somebody to whom a request was passed on. */
const toldOfPassing = (file: CaseFile, id: string, to: PersonId) => {
  const one = answerableWith(file, id);
  if (one === undefined) return [];
  const values = { contribution: one.id, agency: one.agency };
  return [tell(requestPassedOn, { to: [{ person: to, as: 'agency-contact' }], about: one.id, values })];
};

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
    const why = whyNotPassOn(file, form.contribution, taking);
    if (why !== undefined) return why;
    return answerableWith(file, form.contribution)?.answerers.includes(form.to) === true
      ? refusal('already-decided', says`${part.person(form.to)} has this request already.`)
      : keptOut(file, form.to);
  },
  notices: [requestPassedOn],
  tells: (file, { form }) => toldOfPassing(file, form.contribution, form.to),
});

/** Taken only where the address is in a domain of the agency; the case has no address, and the door checks it. */
export const passToColleague = define({
  name: 'passToColleague',
  title: 'Pass a request on to a colleague at your organisation',
  past: 'passed a request on to a colleague at their organisation',
  confirmation: 'Request passed on',
  source: 'design: a colleague within the domains of the agency gets a link',
  roles: ['agency-contact'],
  form: passToColleagueForm,
  notOpen: noRequestYet,
  refuse: (file, form, taking) => whyNotPassOn(file, form.contribution, taking) ?? tooMany(file, form.contribution),
  notices: [requestPassedOn],
  tells: (file, { seq, form }) => toldOfPassing(file, form.contribution, correspondentId(file.reference, seq)),
});

export const nameColleague = define({
  name: 'nameColleague',
  title: 'Name a colleague for the Business Unit to confirm',
  past: 'named a colleague for the Business Unit to confirm',
  confirmation: 'Colleague named',
  source: 'design: a colleague outside the domains of the agency is confirmed by the office first',
  roles: [...businessUnit, 'agency-contact'],
  form: nameColleagueForm,
  notOpen: noRequestYet,
  refuse: (file, form, taking) => whyNotPassOn(file, form.contribution, taking) ?? tooMany(file, form.contribution),
  notices: [colleagueNamed],
  tells: (file, { form }) => {
    const one = answerableWith(file, form.contribution);
    if (one === undefined) return [];
    const values = { contribution: one.id, agency: one.agency };
    return [tell(colleagueNamed, { to: ['business-manager'], about: one.id, values })];
  },
});

/** Refuses an answer about a colleague who does not wait for one, or whose request is over. */
function whyNotSettle(file: CaseFile, id: string, taking: Taking): Refusal | undefined {
  const colleague = colleaguesOf(file).find((one) => one.id === id);
  if (colleague === undefined || (colleague.state === 'has-it' && colleague.settled === undefined))
    return refusal('against-the-record', says`Nobody waits to be confirmed under this id${part.code(id)}.`);
  const { settled, named, contribution } = colleague;
  if (settled !== undefined)
    return {
      ...refusal('already-decided', `The colleague of entry ${named.seq} was confirmed or declined before.`),
      first: { by: settled.by, at: settled.recordedAt },
    };
  if (answerableWith(file, contribution)?.isOver !== false)
    return refusal('already-decided', says`The answer to ${part.code(contribution)} has been accepted.`);
  return notBefore(named, taking, 'The colleague was named on');
}

export const settleColleague = define({
  name: 'settleColleague',
  title: 'Confirm or decline a colleague',
  past: 'confirmed or declined a colleague',
  confirmation: 'Answer about the colleague recorded',
  source: 'design: a colleague outside the domains of the agency is confirmed by the office first',
  roles: businessUnit,
  form: settleColleagueForm,
  decides: ['colleague', 'answer'],
  notOpen: (file) =>
    colleaguesOf(file).some(({ state }) => state === 'waits')
      ? undefined
      : refusal('too-early', 'No colleague waits to be confirmed.'),
  refuse: (file, form, taking) => whyNotSettle(file, form.colleague, taking),
  notices: [requestPassedOn, colleagueDeclined],
  tells: (file, { form }) => {
    const colleague = colleaguesOf(file).find(({ id }) => id === form.colleague);
    if (colleague === undefined) return [];
    const { id, contribution, named } = colleague;
    if (form.answer === 'confirmed') return toldOfPassing(file, contribution, id);
    const values = { contribution, agency: answerableWith(file, contribution)?.agency };
    return [tell(colleagueDeclined, { to: [{ person: named.by, as: named.role }], about: contribution, values })];
  },
});
