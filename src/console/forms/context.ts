import type { Choosable } from '../../procedure/forms';
import type { IsoDate } from '../../procedure/time/time';
import type { Option } from './questions';

/** What a form needs to know beside its schema: what day it is, and what there is to choose among. */
export interface FieldContext {
  /** By the case's own clock. */
  readonly today: IsoDate;
  /** What can be chosen now. */
  candidates(among: Choosable): readonly Option[];
  /** What an answer is called, though it may be no candidate any more. */
  called(among: Choosable, value: string): string;
}

/** The context of a form that is about no case: nothing in it is chosen among what a case has. */
export const withoutCase = (today: IsoDate): FieldContext => ({
  today,
  candidates: () => [],
  called: (_among, value) => value,
});
