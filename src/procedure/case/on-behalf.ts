import * as z from 'zod/mini';
import type { AnyDefinition } from '../catalogue';
import { choice, fieldProblems, group, person, readForm, words } from '../forms';
import type { Policy } from '../policy';
import { refusal, refusedField, type FieldProblem, type Refusal } from '../refusals';
import { execRoles, partnerRoles, type Role } from '../roles';
import { inList, part, says, type Sentence } from '../sentence';
import type { PersonId } from '../time/time';
import type { CaseFile, RecordedFor } from './case-file';
import { deciders } from './recorded-for';

/*
 * The Business Unit records what a partner, the Scrutineer or the Exec decided in a meeting or by letter. Who may be
 * recorded for, and when that is refused. Source: DESIGN, "Asking and answering".
 */

/** The field, beside a decision's form, that says on whose behalf it is recorded. */
export const onBehalfField = 'onBehalf';

/** Roles on whose behalf the Business Unit may record a decision: nobody else is asked whether they agree. */
export const decidingRoles = [
  ...partnerRoles,
  'scrutineer',
  ...execRoles,
  'exec-member',
  'sub-group-chair',
] as const satisfies readonly Role[];

const form = group('On whose behalf it is recorded', {
  of: choice('The role of whoever decided it', decidingRoles),
  person: z.optional(person('Who decided it', 'Left out where it is the decision of the role', 'person-in-case')),
  where: words('Where it was decided', 'The meeting or the letter, with its date'),
});

/** Returns the field that asks on whose behalf a decision is recorded. A function, as `notificationForm` is. */
export const onBehalfForm = (): typeof form => form;

/** The field as it was sent: left out, read, or wrong. */
export type OnBehalf =
  | { readonly kind: 'none' }
  | { readonly kind: 'read'; readonly recordedFor: RecordedFor; readonly form: z.infer<typeof form> }
  | { readonly kind: 'wrong'; readonly fields: readonly FieldProblem[] };

/** Reads on whose behalf a decision is recorded. The problems are of fields such as `onBehalf.of`. */
export function readOnBehalf(said: unknown): OnBehalf {
  if (said === undefined) return { kind: 'none' };
  const read = readForm(onBehalfForm(), said);
  if (!read.success) {
    const at = ({ field }: FieldProblem) => (field === '' ? onBehalfField : `${onBehalfField}.${field}`);
    return { kind: 'wrong', fields: fieldProblems(read.error).map((one) => ({ ...one, field: at(one) })) };
  }
  const { of, person: who, where } = read.data;
  return {
    kind: 'read',
    form: read.data,
    recordedFor: { role: of, ...(who === undefined ? {} : { person: who }), where },
  };
}

/** True if the Business Unit may record a decision on behalf of others: by its definition, and by the settings. */
export const isRecordedForOthers = ({ name, onBehalf }: AnyDefinition, { onBehalf: allowed }: Policy): boolean =>
  onBehalf === true && (allowed === undefined || allowed.includes(name));

/** The decision that is recorded on somebody's behalf: its definition, the roles that may take it, and who records it. */
interface Recording {
  readonly definition: AnyDefinition;
  readonly allowed: readonly Role[];
  readonly by: PersonId;
}

/** Refuses to record a decision on behalf of somebody who cannot have taken it, or who could not answer. */
export function whyNotOnBehalf(
  file: CaseFile,
  { role, person: who }: RecordedFor,
  { definition, allowed, by }: Recording,
): Refusal | undefined {
  const wrong = (field: string, said: Sentence) =>
    refusedField('invalid', { field: `${onBehalfField}.${field}`, said });
  const called = (one: Role) => part.role(one, file.policy.roleTitles);
  if (!allowed.includes(role)) {
    return wrong(
      'of',
      says`"${definition.title}" is for: ${inList(allowed.map(called))}. It cannot be recorded on behalf of: ${called(role)}.`,
    );
  }
  const people = deciders(file, { role });
  if (people.length === 0) {
    return wrong(
      'of',
      says`Nobody is ${called(role)} in this case, so nobody could agree. Give somebody the role first${part.by('replacePerson')}.`,
    );
  }
  if (who !== undefined && !people.includes(who)) {
    return wrong('person', says`${part.person(who)} is not ${called(role)} in this case.`);
  }
  return who === by || (people.length === 1 && people[0] === by)
    ? wrong('of', says`You are ${called(role)} yourself: record it as your own decision.`)
    : undefined;
}

/** Refuses to record a decision on anybody's behalf: the procedure or the settings do not allow it. */
export const neverOnBehalf = ({ title, onBehalf }: AnyDefinition): Refusal =>
  refusal(
    'wrong-role',
    onBehalf === true
      ? `The settings of this partnership do not let "${title}" be recorded on behalf of others.`
      : `"${title}" is never recorded on behalf of others.`,
  );
