import type * as z from 'zod/mini';
import type { Kept } from '../../casework/partnership-since';
import { londonDate } from '../../procedure/time/dates';
import type { FieldProblem } from '../../procedure/refusals';
import type { IsoDate } from '../../procedure/time/time';
import { view, type Answer } from '../http/answer';
import type { ConsoleDependencies } from '../http/dependencies';
import { withoutCase, type FieldContext } from './context';
import { errorSummary } from './error-summary';
import { fieldsOf } from './fields-of';
import type { Asked, Fields } from '../http/page';
import { firstSeen } from './since';

/** A form that changes the calendar or the people. */
interface ChangeForm {
  readonly kept: Kept;
  readonly schema: z.core.$ZodType;
  readonly template: string;
  readonly title: string;
  readonly context?: (dependencies: ConsoleDependencies, today: IsoDate) => FieldContext;
}

/** Shows a form that changes the calendar or the people: what was typed, and what is wrong on its fields (422). */
export const changeForm =
  ({ kept, schema, template, title, context = (_dependencies, today) => withoutCase(today) }: ChangeForm) =>
  async (
    { now }: Pick<Asked, 'now'>,
    dependencies: ConsoleDependencies,
    typed: Fields,
    problems: readonly FieldProblem[] = [],
  ): Promise<Answer> => {
    const fields = fieldsOf(schema, context(dependencies, londonDate(now)), { typed, problems });
    const seen = await firstSeen(kept, dependencies, typed);
    const model = { fields, problems, seen, errors: errorSummary(problems, fields) };
    return view(template, title, model, problems.length === 0 ? 200 : 422);
  };
