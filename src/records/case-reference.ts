import type { CaseReference } from '../procedure/time/time';

const SHAPE = /^SIN-\d{4}-\d{4}$/;

/** Whether the text has the shape of a case reference, `SIN-2026-0007`; the case need not exist. */
export function isReference(text: string): text is CaseReference {
  return SHAPE.test(text);
}
