import { takesIn } from '../../procedure/permissions';
import { isRecord } from '../../procedure/schema-parts';
import { readCorrespondents, type NamedCorrespondent } from '../../records/correspondents';
import type { OfCase } from '../../http/access';
import type { ConsoleDependencies } from './dependencies';

const isOfCase = (given: unknown): given is Pick<OfCase, 'known' | 'sight'> =>
  isRecord(given) && 'known' in given && 'sight' in given;

/** Returns what pages work with, with the names of these correspondents beside those of the people of the partnership. */
export const naming = (
  dependencies: ConsoleDependencies,
  correspondents: readonly NamedCorrespondent[],
): ConsoleDependencies =>
  correspondents.length === 0
    ? dependencies
    : { ...dependencies, profile: { ...dependencies.profile, correspondents } };

/**
 * Returns what a page works with: on a page of a case, for somebody who sees names, with those of its correspondents.
 * Throws `RecordsUnavailable`.
 */
export const withCorrespondents = async (
  dependencies: ConsoleDependencies,
  given: unknown,
): Promise<ConsoleDependencies> =>
  isOfCase(given) && takesIn(given.sight, 'names')
    ? naming(dependencies, await readCorrespondents(dependencies.records, given.known.file))
    : dependencies;
