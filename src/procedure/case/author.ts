import type { CaseFile } from './case-file';
import { factsOf } from './facts';
import type { PersonId } from '../time/time';

/** Whoever writes the report now, by the partners' appointment: nobody before it (reg. 13). */
export const authorOf = (file: CaseFile): PersonId | undefined =>
  [...factsOf(file, 'appointAuthor'), ...factsOf(file, 'replaceAuthor')].reduce<
    { readonly seq: number; readonly form: { readonly author: PersonId } } | undefined
  >((last, one) => (last === undefined || one.seq > last.seq ? one : last), undefined)?.form.author;
