import { requestAs } from '../../procedure/asking/requests';
import { requestWith, type AgencyRequest } from '../../procedure/asking/links';
import type { CaseFile } from '../../procedure/case/case-file';
import { factsOf } from '../../procedure/case/facts';
import type { IsoDate } from '../../procedure/time/time';
import { spelledOut } from '../reading';
import type { Office } from '../office';

/** A child or relative whom a request is about, by name. */
interface PersonAskedAbout {
  readonly ref: string;
  readonly name: string;
  readonly relation?: string;
  readonly dateOfBirth?: IsoDate;
}

/** A request to an agency in words, with the names of those it is about: for whoever was asked to answer it. */
export interface RequestRead extends Pick<AgencyRequest, 'id' | 'kind' | 'agency' | 'state' | 'due' | 'since'> {
  readonly purpose: string;
  readonly questions: readonly string[];
  readonly period: { readonly from: IsoDate; readonly to: IsoDate };
  readonly people: readonly PersonAskedAbout[];
  readonly telephone?: string;
  /** The question with which the last answer was sent back, while it waits for another. */
  readonly question?: string;
}

/** Names the people of a request: those on the notification form, and those who were added since. */
async function peopleOf(
  { records }: Pick<Office, 'records'>,
  file: CaseFile,
  refs: readonly string[],
): Promise<readonly PersonAskedAbout[]> {
  const { reference } = file;
  const added = factsOf(file, 'addFamilyMember').filter(({ form }) => refs.includes(form.ref));
  const [content, names] = await Promise.all([
    records.content.contentOf(reference).then((kept) => spelledOut({ records }, reference, kept)),
    spelledOut({ records }, reference, Object.fromEntries(added.map(({ form }) => [form.ref, form.name]))),
  ]);
  return refs.map((ref): PersonAskedAbout => {
    const child = content?.children.find((one) => one.ref === ref);
    if (child !== undefined) {
      const { name, dateOfBirth } = child;
      return { ref, name, relation: 'child', ...(dateOfBirth === undefined ? {} : { dateOfBirth }) };
    }
    const relative = content?.family.find((one) => one.ref === ref);
    if (relative !== undefined) return { ref, name: relative.name, relation: relative.relation };
    const since = added.find(({ form }) => form.ref === ref);
    return { ref, name: names[ref] ?? ref, ...(since === undefined ? {} : { relation: since.form.relation }) };
  });
}

/** Reads a request as whoever was asked reads it; undefined if the case has none of this id. Throws `RecordsUnavailable`. */
export async function readRequest(
  office: Pick<Office, 'records'>,
  file: CaseFile,
  contribution: string,
): Promise<RequestRead | undefined> {
  const found = requestWith(file, contribution);
  if (found?.asked === undefined) return undefined;
  const request = requestAs(file, found.asked);
  const { question } = found;
  const asked =
    found.state === 'sent-back' ? factsOf(file, 'sendAnswerBack').find(({ seq }) => seq === question?.seq) : undefined;
  const { purpose, questions, telephone } = request;
  const [said, people] = await Promise.all([
    spelledOut(office, file.reference, {
      ...{ purpose, questions },
      ...(telephone === undefined ? {} : { telephone }),
      ...(asked === undefined ? {} : { question: asked.form.question }),
    }),
    peopleOf(office, file, request.people),
  ]);
  const { id, kind, agency, state, since, due } = found;
  return {
    ...{ id, kind, agency, state, since },
    ...(due === undefined ? {} : { due }),
    ...said,
    period: { from: request.periodFrom, to: request.periodTo },
    people,
  };
}
