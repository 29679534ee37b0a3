import { z } from 'zod';
import { isDomain, isSharedDomain } from '../procedure/asking/domains';
import { isDisplayName, isEmailAddress } from '../procedure/email-address';
import { isoDate, parseIsoDate, parseTimeOfDay, timeOfDay } from '../procedure/time/dates';
import { personIdPattern } from '../procedure/forms';
import { anchors } from '../procedure/policy';
import type { DateRung, DayRung } from '../procedure/policy';
import { roles } from '../procedure/roles';
import { stepIds } from '../procedure/step-ids';
import type { PersonId } from '../procedure/time/time';
import { typographic } from '../procedure/typographic';
import { titlesOfLaterRoles } from './needed-roles';
import { isReadable, unwritableIn } from '../procedure/written-text';

/** Names, titles and reasons, with the apostrophes that pages and emails show. */
const text = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .refine((said) => said === '' || isReadable(said), { error: 'There is nothing to read in this.' })
  .refine((said) => unwritableIn(said) === undefined, { error: 'This contains a character that cannot be kept.' })
  .transform(typographic);
/** A sentence or two. */
const longText = z
  .string()
  .trim()
  .min(1)
  .max(1_000)
  .refine((said) => said === '' || isReadable(said), { error: 'There is nothing to read in this.' })
  .refine((said) => unwritableIn(said) === undefined, { error: 'This contains a character that cannot be kept.' })
  .transform(typographic);
const count = z.int().min(1).max(400);
const role = z.enum(roles);
const someRoles = z.array(role).min(1);

const date = z
  .string()
  .refine((said) => parseIsoDate(said) !== undefined, { error: 'This must be a calendar date such as 2026-12-24.' })
  .transform(isoDate);

const time = (earliest: string, latest: string) =>
  z
    .string()
    .refine((said) => parseTimeOfDay(said) !== undefined && said >= earliest && said <= latest, {
      error: `This must be a time of day in quotes, such as "09:00", from ${earliest} to ${latest}.`,
    })
    .transform(timeOfDay);

const personId = z
  .string()
  .regex(personIdPattern(), {
    error:
      "A person's id is P and two to four digits, such as P07; it says nothing about them, and P00 is the notification form itself.",
  })
  // The pattern is what makes a text a person's id; nobody who signs in may be taken for somebody who did not.
  .transform((id) => id as PersonId);

const agencyId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,40}$/, { error: 'An id is small letters, digits and hyphens, such as hospital-trust.' });

/** A domain that is an agency's own: exactly as its addresses end, so a domain below it is listed by itself. */
const domain = z
  .string()
  .refine(isDomain, {
    error: 'This must be a domain in small letters, as addresses end after their @: kirklees.gov.uk.',
  })
  .refine((said) => !isSharedDomain(said), {
    error: 'Many organisations or anybody at all have addresses in this domain, so it is never enough. Take it out.',
  });

const person = z.strictObject({
  id: personId,
  name: z.string().refine(isDisplayName, { error: 'A name is one line without < > @ " or \\.' }),
  email: z.string().refine(isEmailAddress, {
    error: 'This must be one plain e-mail address, such as business.manager@example.org, and nothing beside it.',
  }),
  title: text,
  roles: someRoles,
  agency: agencyId.optional(),
});

/** A window as it is written: a day of the case unless it says what else it counts from. */
const window = z.strictObject({
  anchor: z.enum(anchors).default('day-one'),
  unit: z.enum(['working-day', 'working-days-after', 'days-after', 'months-after']).optional(),
  from: count.optional(),
  by: count.optional(),
});

/** A rung on a day of the case, as on the ladder to day 14. */
const dayRung = z
  .strictObject({ day: count, to: someRoles, breach: z.boolean().default(false) })
  .transform(({ day, ...rung }): DayRung => ({ when: { day }, ...rung }));

/** A rung that counts from the date itself, as on the ladder to the six months. */
const dateRung = z
  .strictObject({
    weeksBefore: count.optional(),
    daysAfter: count.optional(),
    to: someRoles,
    breach: z.boolean().default(false),
  })
  .transform(({ weeksBefore, daysAfter, ...rung }, context): DateRung => {
    if (weeksBefore !== undefined && daysAfter === undefined) return { when: { weeksBefore }, ...rung };
    if (daysAfter !== undefined && weeksBefore === undefined) return { when: { daysAfter }, ...rung };
    context.addIssue({ code: 'custom', message: 'A rung says when it is with one of weeksBefore and daysAfter.' });
    return z.NEVER;
  });

const telephone = z
  .string()
  .regex(/^\+?[\d ()-]{6,25}$/, { error: 'This must be a telephone number in quotes, such as "01632 960017".' });

/** The words of a kind of request: why it is made, and what is asked. */
const requestWords = z.strictObject({ purpose: longText, questions: z.array(longText).max(20) });

/** A profile as the YAML file has it; what it must fulfil as a whole is checked in `checks.ts`. */
export const profileSchema = z.strictObject({
  partnership: z.strictObject({ id: agencyId, name: text, shortName: text, authority: text }),
  outsideNotifications: z
    .strictObject({
      telephone: telephone.optional(),
      perAddressAnHour: count.optional(),
      inAllAnHour: z.int().min(1).max(10_000).optional(),
      keepSetAsideDays: z.int().min(1).max(3_650).optional(),
    })
    .default({}),
  requests: z
    .strictObject({
      telephone: telephone.optional(),
      periodMonths: z.int().min(1).max(240).optional(),
      summary: requestWords.optional(),
      return: requestWords.optional(),
      chronology: requestWords.optional(),
      further: requestWords.optional(),
    })
    .default({}),
  closingHour: time('12:00', '20:00'),
  morning: time('07:00', '12:00'),
  windows: z.partialRecord(z.enum(stepIds), window),
  ladders: z.strictObject({
    before: z.array(z.int().min(1).max(30)),
    overdueEvery: z.int().min(1).max(10),
    overdueTo: someRoles,
    overdueEscalation: z.strictObject({ fromReminder: count, to: someRoles }),
    dayFourteen: z.array(dayRung).min(1),
    sixMonths: z.array(dateRung).min(1),
  }),
  papersBefore: z.strictObject({ subGroup: count, exec: count }),
  displayMonths: z.int().min(1).max(120),
  displayLengthenedByStatute: z.boolean().default(false),
  progressCheckMonths: z.int().min(1).max(6),
  readingsKeptYears: z.int().min(1).max(30).default(6),
  actionLooks: z.array(z.int().min(1).max(60)).min(1),
  pathways: z.strictObject({ practiceLearningReview: z.boolean() }),
  roleTitles: z.preprocess(
    (titles) =>
      typeof titles === 'object' && titles !== null && !Array.isArray(titles)
        ? { ...titlesOfLaterRoles, ...titles }
        : titles,
    z.record(role, text),
  ),
  mayTake: z.record(z.string(), someRoles).default({}),
  onBehalf: z.array(z.string()).optional(),
  people: z.array(person).min(1),
  agencies: z.record(
    agencyId,
    z.strictObject({ name: text, contact: personId, domains: z.array(domain).max(20).exactOptional() }),
  ),
  holidays: z.strictObject({
    region: z.literal('GB-ENG'),
    extra: z.array(z.strictObject({ date, name: text })).default([]),
    moved: z.array(z.strictObject({ from: date, to: date, name: text.optional() })).default([]),
    removed: z.array(z.strictObject({ date, why: text.optional() })).default([]),
  }),
  closures: z.array(z.strictObject({ date, reason: text })),
  meetings: z.strictObject({ subGroup: z.array(date), exec: z.array(date) }),
  templates: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9/_-]*$/, {
      error: 'This must be a folder beside the profile, such as example/templates.',
    })
    .optional(),
});

export type WrittenProfile = z.infer<typeof profileSchema>;
