import { requestWith } from '../../../procedure/asking/links';
import { readCorrespondents } from '../../../records/correspondents';
import { naming } from '../../http/with-correspondents';
import { readRequest, type RequestRead } from '../../../casework/answering/request-read';
import { sayTelephone } from '../../../procedure/outside-notification/settings';
import type { FieldProblem } from '../../../procedure/refusals';
import { agencyNameOf } from '../../wording/agency-name';
import { relationSaid } from '../../wording/references';
import { notFound, view, type Answer } from '../../http/answer';
import type { ConsoleDependencies, ReadByLink } from '../../http/dependencies';
import type { Asked } from '../../http/page';

/** A request that somebody answers on its pages, by a link or signed in. */
export interface AnswerDesk extends ReadByLink {
  readonly request: RequestRead;
}

/** A page of a request. */
export type AnswerPage = (
  asked: Asked,
  dependencies: ConsoleDependencies,
  desk: AnswerDesk,
) => Promise<Answer> | Answer;

/** Reads the request of a page, and answers by it. */
export const atDesk = async (
  answering: AnswerPage,
  asked: Asked,
  { dependencies, read }: { readonly dependencies: ConsoleDependencies; readonly read: ReadByLink },
): Promise<Answer> => {
  const { file } = read.known;
  const request = await readRequest(dependencies, file, read.contribution);
  if (request === undefined) return notFound();
  // Names nobody but those who were asked: the organisation itself, and whoever has the request from it.
  const answerers = requestWith(file, read.contribution)?.answerers ?? [];
  const correspondents = await readCorrespondents(dependencies.records, file);
  const named = correspondents.filter(({ id }) => answerers.includes(id));
  return answering(asked, naming(dependencies, named), { ...read, request });
};

/** The parts of a page of a request beside its frame. */
interface PageOfRequest {
  readonly template: string;
  readonly title: string;
  readonly problems?: readonly FieldProblem[];
  readonly model?: object;
}

/** A page of a request: the case, the agency, the date and whom to ring are beside the task. */
export function deskView(
  { profile }: ConsoleDependencies,
  { known: { file }, path, reference, request }: AnswerDesk,
  { template, title, problems = [], model = {} }: PageOfRequest,
): Answer {
  const shown = {
    partnership: profile.policy.partnership.name,
    practice: file.practice,
    reference,
    request,
    path,
    agency: agencyNameOf({ profile, policy: file.policy }, request.agency),
    people: request.people.map((one) => ({ ...one, relation: relationSaid(one.relation) })),
    ring: sayTelephone(request.telephone === undefined ? profile.outside : { telephone: request.telephone }),
    problems: problems.map(({ field, sentence }) => ({ field, text: sentence, href: `#${field}` })),
  };
  return view(`pages/answer/${template}.njk`, title, { ...shown, ...model }, problems.length === 0 ? 200 : 422);
}

/** Returns the sentence of the problem of each field, by the field. */
export const byField = (problems: readonly FieldProblem[]): Readonly<Record<string, string>> =>
  Object.fromEntries(problems.map(({ field, sentence }) => [field.split('.')[0] ?? field, sentence]));
