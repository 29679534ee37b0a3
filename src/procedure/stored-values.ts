import * as z from 'zod/mini';
import { parseInstant, parseIsoDate } from './time/dates';
import type { Instant, IsoDate, PersonId } from './time/time';

/*
 * Values as they are read back from JSON that was written by the rules, of this release or of another. Schemas come from
 * functions: what a module of the rules exports is frozen in a worker, and zod writes into its schemas.
 */

const text = (value: unknown): value is string => typeof value === 'string';

/** Reads a name of the procedure as it stands: a later release may have dropped the step, role or decision. */
export const storedName = <Name extends string>() => z.custom<Name>(text, 'is no text');

const moment = z.custom<Instant>((value) => text(value) && parseInstant(value) !== undefined, 'is no moment');
const day = z.custom<IsoDate>((value) => text(value) && parseIsoDate(value) !== undefined, 'is no date');

export const storedMoment = () => moment;
export const storedDay = () => day;
export const storedPerson = () => storedName<PersonId>();
