import { randomUUID } from 'node:crypto';
import { whyNothingToSend } from '../../../casework/answering/answer-form';
import { linesOf } from '../../../casework/answering/lines';
import { sendAnswer } from '../../../casework/answering/sending';
import type { FieldProblem } from '../../../procedure/refusals';
import type { Answer } from '../../http/answer';
import type { ConsoleDependencies } from '../../http/dependencies';
import { one } from '../../http/fields';
import type { Fields } from '../../http/page';
import { byField, deskView, type AnswerDesk, type AnswerPage } from './desk';
import { shownLines } from './entries-page';
import { afterSending } from './sent-page';

const names = ['whole', 'stillToCome', 'keptAt', 'remarks'] as const;

/** The page before an answer is sent: what is in it, and whether more is still to come. */
async function show(
  dependencies: ConsoleDependencies,
  desk: AnswerDesk,
  { fields, problems }: { readonly fields: Fields; readonly problems: readonly FieldProblem[] },
): Promise<Answer> {
  const model = {
    ...Object.fromEntries(names.map((name) => [name, one(fields, name)])),
    key: one(fields, 'key') || randomUUID(),
    lines: shownLines(desk, await linesOf(dependencies, desk)),
    wrong: byField(problems),
  };
  return deskView(dependencies, desk, { template: 'check', title: 'Check and send your answer', problems, model });
}

export const checkPage: AnswerPage = (_asked, dependencies, desk) =>
  show(dependencies, desk, { fields: {}, problems: [] });

/** Lists what is missing in an answer: something to send, and whether it is all. */
function problemsOf(fields: Fields, count: number): readonly FieldProblem[] {
  const whole = one(fields, 'whole');
  return [
    ...whyNothingToSend(count, one(fields, 'keptAt')),
    ...(whole === 'yes' || whole === 'no'
      ? []
      : [{ field: 'whole', sentence: 'Say whether this is your whole answer' }]),
    ...(whole === 'no' && one(fields, 'stillToCome').trim() === ''
      ? [{ field: 'stillToCome', sentence: 'Say what is still to come, and when' }]
      : []),
  ];
}

const given = (fields: Fields, name: 'stillToCome' | 'keptAt' | 'remarks'): object => {
  const text = one(fields, name).trim();
  return text === '' ? {} : { [name]: text };
};

/** Sends the answer with its entries. */
export const sendChecked: AnswerPage = async ({ fields }, dependencies, desk) => {
  const problems = problemsOf(fields, (await linesOf(dependencies, desk)).length);
  if (problems.length > 0) return show(dependencies, desk, { fields, problems });
  const isWhole = one(fields, 'whole') === 'yes';
  const sent = await sendAnswer(dependencies, desk, {
    key: `answer-${one(fields, 'key')}`,
    answer: isWhole ? 'returned' : 'partly',
    ...(isWhole ? {} : given(fields, 'stillToCome')),
    ...given(fields, 'keptAt'),
    ...given(fields, 'remarks'),
  });
  return afterSending(sent, dependencies, {
    desk,
    show: (wrong) => show(dependencies, desk, { fields, problems: wrong }),
  });
};
