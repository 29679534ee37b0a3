import type { Choosable } from '../../procedure/forms';
import type { IsoDate } from '../../procedure/time/time';
import type { Option } from './questions';

/** The facts that a form needs beside its schema: the day, and the options to choose among. */
export interface FieldContext {
  /** By the case's own clock. */
  readonly today: IsoDate;
  /** Lists the options that can be chosen now. */
  candidates(among: Choosable): readonly Option[];
  /** Returns the label of an answer, even of one that can no longer be chosen. */
  called(among: Choosable, value: string): string;
}

/** Makes the context of a form that is not about a case: it offers nothing of a case to choose from. */
export const withoutCase = (today: IsoDate): FieldContext => ({
  today,
  candidates: () => [],
  called: (_among, value) => value,
});
