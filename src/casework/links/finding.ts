import { linkStanding } from '../../procedure/asking/links';
import type { AnswerLink } from '../../records/answer-links';
import type { CaseOnRecord } from '../../records/cases';
import { isAnswerToken } from '../../security/answer-token';
import { hashOf } from '../../security/secret';
import type { Office } from '../office';

/** A link that works. */
export interface WorkingLink {
  readonly kind: 'works';
  readonly link: AnswerLink;
  readonly token: string;
  readonly known: CaseOnRecord;
}

/** A link of an address that somebody opens. */
export type FoundLink =
  | WorkingLink
  | { readonly kind: 'locked' | 'over'; readonly practice: boolean }
  /** No email carried this address. */
  | { readonly kind: 'none' };

/** Finds the link of a token and says whether it works. Changes nothing. Throws `RecordsUnavailable`. */
export async function findLink({ records }: Pick<Office, 'records'>, token: string): Promise<FoundLink> {
  const link = isAnswerToken(token) ? await records.answerLinks.get(hashOf(token)) : undefined;
  const known = link && (await records.cases.get(link.reference));
  if (link === undefined || known === undefined) return { kind: 'none' };
  const { practice } = known.file;
  if (linkStanding(known.file, link.contribution, link.person) !== 'works') return { kind: 'over', practice };
  return link.lockedAt === undefined ? { kind: 'works', link, token, known } : { kind: 'locked', practice };
}
