import type { AnyDefinition } from '../procedure/catalogue';
import { onBehalfField, onBehalfForm } from '../procedure/case/on-behalf';
import { reasonField, reasonForPassing } from '../procedure/case/passing';
import type { Role } from '../procedure/roles';
import type { ApiDependencies } from './dependencies';
import type { JsonSchema } from './examples';
import { jsonSchemaOf } from './json-schema';

/* Descriptions of decisions for the API's document. */

const on: JsonSchema = {
  type: 'string',
  format: 'date',
  title: 'The day it was taken or happened, where that was before today',
};

/** A decision's form with the day beside it, the reason where it can pass a limit, and on whose behalf it can be. */
export const decisionBody = ({ form, limits, onBehalf }: AnyDefinition): JsonSchema => {
  const schema = jsonSchemaOf(form);
  const reason = limits === undefined ? {} : { [reasonField]: jsonSchemaOf(reasonForPassing()) };
  const behalf = onBehalf === true ? { [onBehalfField]: jsonSchemaOf(onBehalfForm()) } : {};
  return { ...schema, properties: { ...schema.properties, on, ...reason, ...behalf } };
};

/** Says on whose behalf a decision is or may be recorded. */
export function sayOnBehalf(
  { policy: { roleTitles } }: ApiDependencies['profile'],
  { others, recordedFor }: Readonly<Record<'others' | 'recordedFor', readonly Role[]>>,
): string {
  const titles = (roles: readonly Role[]) => roles.map((role) => roleTitles[role]).join(', ');
  return [
    ...(others.length === 0 ? [] : [` On behalf of: ${titles(others)}.`]),
    ...(recordedFor.length === 0
      ? []
      : [` The Business Unit may record it on behalf of: ${titles(recordedFor)} (${onBehalfField}).`]),
  ].join('');
}
