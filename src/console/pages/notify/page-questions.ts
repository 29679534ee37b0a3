import * as z from 'zod/mini';
import { notificationForm, seriousHarmQuestion } from '../../../procedure/notification/notification-form';
import { notificationPeople } from '../../../procedure/notification/notification-people';
import type { IsoDate } from '../../../procedure/time/time';
import type { FieldContext } from '../../forms/context';
import { withoutCase } from '../../forms/context';
import { pageFields, pageIds, type PageId, type PeopleId } from './pages';

/* The questions of each page: a part of the form's schema, so that every question stands in the schema alone. */

/** Facts about the partnership that the pages mention, and who is asked. */
export interface AskedPartnership {
  readonly shortName: string;
  readonly authority: string;
  /** Names of the agencies of the partnership. */
  readonly agencies: readonly string[];
  /** True if the Business Unit is typing in a form that came on paper. */
  readonly onPaper: boolean;
}

/** A page that asks questions of its own; those about children and family are asked one person a page. */
export type QuestionPageId = Exclude<PageId, PeopleId>;

const { childQuestions, relative } = notificationPeople();
// The page of the serious harm is asked only where there was any, and then the question has to be answered.
const fields: Readonly<Record<string, z.core.$ZodType>> = {
  ...notificationForm().shape,
  seriousHarm: seriousHarmQuestion(),
};

const schemaOfFields = (names: readonly string[]): z.core.$ZodType =>
  z.strictObject(Object.fromEntries(Object.entries(fields).filter(([name]) => names.includes(name))));

/** The field that only the Business Unit is asked for. */
const ofPaper = 'receivedOn';

const schemas = new Map(
  pageIds.map((page) => [
    page,
    {
      onPaper: schemaOfFields(pageFields[page]),
      byItself: schemaOfFields(pageFields[page].filter((name) => name !== ofPaper)),
    },
  ]),
);

/** Returns the questions of a page as a schema. */
export function questionsOf(page: QuestionPageId, { onPaper }: Pick<AskedPartnership, 'onPaper'>): z.core.$ZodType {
  const found = schemas.get(page);
  if (found === undefined) throw new Error(`The page ${page} asks no questions.`);
  return onPaper ? found.onPaper : found.byItself;
}

/** The questions about one child, and about one member of the family. */
export const personQuestions: Readonly<Record<PeopleId, z.core.$ZodType>> = {
  children: childQuestions,
  family: relative,
};

/** Returns what the questions need beside their schema. */
export const contextOf = ({ agencies }: Pick<AskedPartnership, 'agencies'>, today: IsoDate): FieldContext => ({
  ...withoutCase(today),
  candidates: (among) => (among === 'agency-name' ? agencies.map((name) => ({ value: name, text: name })) : []),
});
