import { linesOf } from '../../../casework/answering/lines';
import { deskView, type AnswerPage } from './desk';

const titles = {
  return: 'Send what your organisation knows',
  chronology: 'Send your organisation’s chronology',
  further: 'Send further information',
} as const;

const titleOf = (kind: string): string => (kind === 'chronology' || kind === 'further' ? titles[kind] : titles.return);

/** The page of a request: what is asked, why, about whom, for which period, by when, and whom to ring. */
export const requestPage: AnswerPage = async (_asked, dependencies, desk) => {
  const saved = (await linesOf(dependencies, desk)).length;
  return deskView(dependencies, desk, { template: 'request', title: titleOf(desk.request.kind), model: { saved } });
};
