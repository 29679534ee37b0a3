import * as z from 'zod/mini';
import type { CaseFile, DecisionName } from '../../../procedure/case/case-file';
import { decidingRoles, onBehalfField } from '../../../procedure/case/on-behalf';
import { deciders, toConfirmBy } from '../../../procedure/case/recorded-for';
import { asked, choice, group, line } from '../../../procedure/forms';
import { mayBeRecordedFor, mayRecordForOthers, mayTakeAsOwn } from '../../../procedure/may-take';
import { definitionOfSchema, isRecord } from '../../../procedure/schema-parts';
import type { PersonId } from '../../../procedure/time/time';
import { one } from '../../http/fields';
import type { Fields } from '../../http/page';
import { whoDecidedIt } from '../../wording/on-behalf';
import type { DecisionQuestions } from './asking';

/* "Who decided this?", asked of the Business Unit where it may record the decision on behalf of others. */

/** The case, the decision, and the person who records it. */
interface Recording {
  readonly file: CaseFile;
  readonly profile: Parameters<typeof whoDecidedIt>[0]['profile'];
  readonly name: DecisionName;
  readonly by: PersonId;
}

/** The answer that stands for a person in a role. */
const chosenAs = (role: string, person: string): string => `${role}:${person}`;

/** The people who may have decided it, by their role. */
const optionsOf = ({ file, profile, name, by }: Recording): Readonly<Record<string, string>> =>
  Object.fromEntries(
    mayBeRecordedFor(file, name).flatMap((role) =>
      deciders(file, { role })
        .filter((person) => person !== by)
        .map((person) => [chosenAs(role, person), whoDecidedIt({ file, profile }, { role, person })] as const),
    ),
  );

/** The questions on whose behalf a decision is recorded; optional for whoever may take it themselves. */
function questionsOf(recording: Recording): z.core.$ZodType {
  const { file, name, by } = recording;
  const others = group('On whose behalf you record it', {
    who: choice('Who decided this?', optionsOf(recording)),
    where: line('Where it was decided', 'The meeting or the letter, with its date'),
  });
  if (!mayTakeAsOwn(file, name, by)) return others;
  return z.optional(others).register(asked, {
    whether: 'Who decided this?',
    filledIn: 'Somebody else, and I record it on their behalf',
    leftOut: 'I decided it',
  });
}

/** Returns the role and the person that were chosen, with where it was decided; undefined where it is somebody's own. */
function chosenIn(answers: unknown): unknown {
  const said = isRecord(answers) ? answers[onBehalfField] : undefined;
  if (!isRecord(said)) return undefined;
  const [of, person] = typeof said['who'] === 'string' ? said['who'].split(':') : [];
  return { of: decidingRoles.find((role) => role === of), person, where: said['where'] };
}

/** The questions of a decision, with who decided it where the Business Unit may record it for others. */
export function askingWhose(own: DecisionQuestions, recording: Recording): DecisionQuestions {
  const { file, name, by } = recording;
  const { shape } = definitionOfSchema(own.schema);
  if (shape === undefined || !mayRecordForOthers(file, name, by)) return own;
  return {
    ...own,
    schema: z.strictObject({ [onBehalfField]: questionsOf(recording), ...shape }),
    formOf: (answers) => own.formOf(withoutOthers(answers)),
    onBehalfOf: chosenIn,
    asNamed: (field) =>
      field === `${onBehalfField}.of` || field === `${onBehalfField}.person`
        ? `${onBehalfField}.who`
        : own.asNamed(field),
  };
}

const withoutOthers = (answers: unknown): unknown =>
  isRecord(answers) ? Object.fromEntries(Object.entries(answers).filter(([key]) => key !== onBehalfField)) : answers;

/** The entry that is to be confirmed, chosen already: that of the address, or the only one. */
export function entryAtFirst(file: CaseFile, person: PersonId, said: Fields): Fields {
  const waiting = toConfirmBy(file, person).map(({ fact }) => String(fact.seq));
  const named = one(said, 'entry');
  const entry = waiting.includes(named) ? named : waiting.length === 1 ? waiting[0] : undefined;
  return entry === undefined ? {} : { entry };
}
