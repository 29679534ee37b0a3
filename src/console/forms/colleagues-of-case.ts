import { readColleagues } from '../../casework/answering/passing-on';
import { colleaguesOf } from '../../procedure/asking/colleagues';
import type { CaseFile } from '../../procedure/case/case-file';
import type { ConsoleDependencies } from '../http/dependencies';
import { requestCalled } from './requests-of-case';

/**
 * Says each colleague whom the Business Unit is to confirm: who, at which address, and for which request. By their ids.
 * Throws `RecordsUnavailable`.
 */
export async function colleaguesCalled(
  { records, profile }: Pick<ConsoleDependencies, 'records' | 'profile'>,
  file: CaseFile,
): Promise<ReadonlyMap<string, string>> {
  const waiting = colleaguesOf(file).filter(({ state }) => state === 'waits');
  const requests = [...new Set(waiting.map(({ contribution }) => contribution))];
  const read = await Promise.all(requests.map((one) => readColleagues({ records }, file, one)));
  return new Map(
    read
      .flat()
      .filter(({ state }) => state === 'waits')
      .map(({ id, name, address, named }) => [
        id,
        `${name}, ${address} (${requestCalled({ file, profile }, named.form.contribution)})`,
      ]),
  );
}
