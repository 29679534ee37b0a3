import * as z from 'zod/mini';
import { roles } from '../procedure/roles';
import { stepIds } from '../procedure/step-ids';

/* The types of fields that answers of the API share. */

export const text = z.string();
export const date = z.iso.date();
export const moment = z.iso.datetime();
export const role = z.enum(roles);
export const step = z.enum(stepIds);
export const maybe = <T extends z.core.$ZodType>(schema: T) => z.nullable(schema);
export const anything = z.record(z.string(), z.unknown());
