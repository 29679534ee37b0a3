import type { CaseReference } from '../procedure/time/time';

const SHAPE = /^SIN-\d{4}-\d{4}$/;

/** True if the text has the shape of a case reference, `SIN-2026-0007`. The case need not exist. */
export function isReference(text: string): text is CaseReference {
  return SHAPE.test(text);
}
