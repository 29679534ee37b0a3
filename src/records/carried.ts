import { createHash } from 'node:crypto';
import type { CaseFile } from '../procedure/case/case-file';
import { canonical } from '../procedure/case/fingerprint';

/** The parts of its partnership that every case carries, whichever profile the case began with. */
export type CarriedPartnership = Pick<CaseFile, 'calendar' | 'meetings' | 'everybody'>;

/**
 * Computes the digest of the calendar, meetings and people that a case carries. It is stored in a column, so that cases
 * with others are found without reading their files. Reading 10,000 files would take longer than the five seconds that
 * a statement may run.
 */
export const carriedPrint = ({ calendar, meetings, everybody }: CarriedPartnership): string =>
  createHash('sha256')
    .update(canonical([calendar, meetings, everybody]))
    .digest('base64url');
