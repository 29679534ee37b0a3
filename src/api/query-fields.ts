import * as z from 'zod/mini';
import { parseIsoDate } from '../procedure/time/dates';
import type { IsoDate } from '../procedure/time/time';

/* Values in an address. */

/** A whole number in an address, up to the most that it may be. */
export const wholeNumber = (most: number, title: string) =>
  z.pipe(
    z.string().check(
      z.refine((text) => /^\d{1,9}$/.test(text) && Number(text) <= most, {
        error: `${title} must be a whole number up to ${most}`,
      }),
    ),
    z.transform(Number),
  );

/** A date in an address. */
export const queryDate = (title: string) =>
  z
    .pipe(
      z.string({ error: `Give ${title} as year-month-day, such as 2026-12-07` }).check(
        z.refine((text) => parseIsoDate(text) !== undefined, {
          error: `${title.charAt(0).toUpperCase()}${title.slice(1)} must be a real date, year-month-day, such as 2026-12-07`,
        }),
      ),
      z.custom<IsoDate>(),
    )
    .register(z.globalRegistry, { title });
