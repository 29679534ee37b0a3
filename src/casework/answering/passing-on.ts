import { colleaguesOf, type Colleague } from '../../procedure/asking/colleagues';
import type { CaseFile } from '../../procedure/case/case-file';
import { isOfAgency } from '../colleagues-at-the-door';
import { decide, type Decided } from '../deciding';
import type { Office } from '../office';
import { spelledOut } from '../reading';
import type { AnswerBegun } from './lines';

/* Passing a request on to a colleague who is named by whoever was asked. */

/** A colleague as somebody names them. */
interface ColleagueTyped {
  /** The idempotency key: pressing twice passes on once. */
  readonly key: string;
  readonly name: string;
  readonly address: string;
  readonly sends: string;
  readonly message?: string;
}

/** Passes a request on: at once where the address is in a domain of the agency, else once the Business Unit confirms. */
export function passOn(
  office: Office,
  { known: { file }, request, person }: AnswerBegun,
  { key, name, address, sends, message }: ColleagueTyped,
): Promise<Decided> {
  const typed = { contribution: request.id, name, address, sends };
  const form = message === undefined ? typed : { ...typed, message };
  const decision = isOfAgency(office, file, { contribution: request.id, address: address.trim() })
    ? 'passToColleague'
    : 'nameColleague';
  return decide(office, { reference: file.reference, name: decision, form, actor: { id: person }, key });
}

/** A colleague to whom a request is passed on, by name. */
export interface ColleagueRead extends Pick<Colleague, 'id' | 'state' | 'named' | 'settled'> {
  readonly name: string;
  readonly address: string;
  readonly message?: string;
}

/** Reads the colleagues to whom a request is passed on, or is to be. Throws `RecordsUnavailable`. */
export async function readColleagues(
  office: Pick<Office, 'records'>,
  file: CaseFile,
  contribution: string,
): Promise<readonly ColleagueRead[]> {
  const these = colleaguesOf(file).filter((one) => one.contribution === contribution);
  return Promise.all(
    these.map(async ({ id, state, named, settled }) => {
      const { name, address, message } = named.form;
      const said = await spelledOut(office, file.reference, {
        ...{ name, address },
        ...(message === undefined ? {} : { message }),
      });
      return { id, state, named, ...(settled === undefined ? {} : { settled }), ...said };
    }),
  );
}
