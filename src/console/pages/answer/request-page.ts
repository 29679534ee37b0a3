import { linesOf } from '../../../casework/answering/lines';
import { readAnswer } from '../../../casework/answering/answer-read';
import { answerWords } from '../../../procedure/case/request-fields';
import { nameOf } from '../../wording/name-of';
import type { ConsoleDependencies } from '../../http/dependencies';
import { deskView, type AnswerDesk, type AnswerPage } from './desk';
import { colleaguesShown, mayPassOn } from './pass-on-page';
import { shownLines } from './entries-page';

const titles = {
  return: 'Send what your organisation knows',
  chronology: 'Send your organisation’s chronology',
  further: 'Send further information',
} as const;

const readingTitles = { return: 'Information', chronology: 'Chronology', further: 'Further information' } as const;

/** The title tells whoever answers what to do, and whoever reads what they see. */
const titleOf = ({ request: { kind }, settles }: AnswerDesk): string => (settles ? readingTitles : titles)[kind];

/** The last answer that was sent, with its entries as they stood then. */
async function sentAnswer(dependencies: ConsoleDependencies, desk: AnswerDesk) {
  const sent = await readAnswer(dependencies, desk);
  if (sent === undefined) return undefined;
  const { by, on, form, lines } = sent;
  return {
    on,
    by: nameOf(dependencies.profile, by),
    says: form.answer === undefined ? answerWords.returned : answerWords[form.answer],
    texts: [
      { label: 'What is still to come', text: form.stillToCome },
      { label: 'Where they looked', text: form.searched },
      { label: 'Where it is', text: form.keptAt },
      { label: 'What else the panel should know', text: form.remarks },
    ].filter(({ text }) => text !== undefined),
    lines: shownLines(desk, lines),
  };
}

/** True while the page leads to answering: the agency may replace its answer, the office records only what is owed. */
const mayStillAnswer = ({ request: { state }, settles }: AnswerDesk): boolean =>
  state !== 'accepted' && (!settles || state !== 'answered');

/** The page of a request: what is asked, why, about whom, by when, whom to ring, and what was answered. */
export const requestPage: AnswerPage = async (_asked, dependencies, desk) => {
  const [saved, answer, colleagues] = await Promise.all([
    linesOf(dependencies, desk),
    sentAnswer(dependencies, desk),
    colleaguesShown(dependencies, desk),
  ]);
  const { state } = desk.request;
  const model = {
    ...{ saved: saved.length, answer, answers: desk.answers && mayStillAnswer(desk) },
    ...{ colleagues, passesOn: mayPassOn(desk) },
    settles: desk.settles && answer !== undefined && state !== 'accepted',
  };
  return deskView(dependencies, desk, { template: 'request', title: titleOf(desk), model });
};
