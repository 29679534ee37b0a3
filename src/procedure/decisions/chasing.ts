import * as z from 'zod/mini';
import { contributionWith } from '../asking/contributions';
import { chaseable, lastChased } from '../asking/waiting';
import { isOwed } from '../case/answers';
import type { CaseFile } from '../case/case-file';
import { define } from '../decision';
import { chosenAmong, code, several } from '../forms';
import { refusal, type Refusal } from '../refusals';
import { businessUnit } from '../roles';
import { part, says } from '../sentence';
import type { IsoDate } from '../time/time';
import { answerChased, chasesFor } from './chasing-notices';

/*
 * The Business Unit chases those who have not answered. The reminders go on as they would. Source: DESIGN, "Asking and
 * answering" (each contribution is chased separately).
 */

const chaseAnswersForm = z.strictObject({
  contributions: several(
    'Which answers do you send reminders of?',
    chosenAmong('contribution-owed', code('What is waited for', 'Its code in the case, such as return:gp')),
  ),
});

declare module '../case/case-file' {
  interface Forms {
    chaseAnswers: z.infer<typeof chaseAnswersForm>;
  }
}

/** Refuses to chase for what nobody owes any more, or for what was chased today. */
function whyNotChased(file: CaseFile, id: string, today: IsoDate): Refusal | undefined {
  const one = contributionWith(file, id);
  if (one === undefined)
    return refusal('against-the-record', says`This case does not wait for this answer${part.code(id)}.`);
  if (!isOwed(one))
    return refusal(
      'against-the-record',
      one.last === undefined
        ? says`The case continued without this answer${part.code(id)}, so nobody is reminded of it.`
        : says`The answer${part.code(id)} came on ${part.day(one.last.on)}, so nobody is reminded of it.`,
    );
  if (!chaseable(file).some((other) => other.id === id))
    return refusal('against-the-record', says`Nobody outside the Business Unit owes this now${part.code(id)}.`);
  return lastChased(file, id) === today
    ? refusal(
        'already-decided',
        says`You have reminded them of this today${part.code(id)}. Remind them again on another day.`,
      )
    : undefined;
}

export const chaseAnswers = define({
  name: 'chaseAnswers',
  title: 'Remind those who have not answered',
  past: 'reminded those who had not answered',
  confirmation: 'Reminders sent',
  source: 'steps 3, 5, 7, 9, 13 and 14; our own rule',
  roles: businessUnit,
  form: chaseAnswersForm,
  decides: ['contributions'],
  notOpen: (file) =>
    chaseable(file).length > 0
      ? undefined
      : refusal('too-early', 'This case waits for nothing from anybody outside the Business Unit.'),
  refuse: (file, { contributions }, { today }) => contributions.flatMap((id) => whyNotChased(file, id, today) ?? [])[0],
  notices: [answerChased],
  tells: (file, { form }) => chasesFor(file, form.contributions),
});
