import { randomUUID } from 'node:crypto';
import { whyNotNil } from '../../../casework/answering/answer-form';
import { sendAnswer } from '../../../casework/answering/sending';
import type { FieldProblem } from '../../../procedure/refusals';
import { one } from '../../http/fields';
import type { Fields } from '../../http/page';
import { byField, deskView, type AnswerDesk, type AnswerPage } from './desk';
import { afterSending } from './sent-page';

/** Asks where the agency looked, and that it looked for everybody and the whole period. */
const form = (desk: AnswerDesk, fields: Fields, problems: readonly FieldProblem[] = []) => ({
  template: 'nil',
  title: 'We hold no information',
  problems,
  model: {
    key: one(fields, 'key') || randomUUID(),
    searched: one(fields, 'searched'),
    confirmed: one(fields, 'confirmed') === 'yes',
    count: desk.request.people.length,
    wrong: byField(problems),
  },
});

/** The page on which an agency says that it holds nothing. */
export const nilPage: AnswerPage = (_asked, dependencies, desk) => deskView(dependencies, desk, form(desk, {}));

/** Sends the answer that an agency holds nothing. */
export const sendNil: AnswerPage = async ({ fields }, dependencies, desk) => {
  const searched = one(fields, 'searched').trim();
  const problems = whyNotNil({ searched, hasLooked: one(fields, 'confirmed') === 'yes' }, 'confirmed');
  if (problems.length > 0) return deskView(dependencies, desk, form(desk, fields, problems));
  const sent = await sendAnswer(dependencies, desk, { key: `answer-${one(fields, 'key')}`, answer: 'nil', searched });
  return afterSending(sent, dependencies, {
    desk,
    show: (wrong) => deskView(dependencies, desk, form(desk, fields, wrong)),
  });
};
