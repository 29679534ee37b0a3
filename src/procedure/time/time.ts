declare const brand: unique symbol;

/** A calendar date in London, `2026-11-23`. It has no time of day and no zone to get wrong. */
export type IsoDate = string & { readonly [brand]: 'IsoDate' };

/** A moment in UTC to the millisecond, `2026-11-23T17:00:00.000Z`. Two of them compare as strings. */
export type Instant = string & { readonly [brand]: 'Instant' };

/** A time of day in London, `17:00`. */
export type TimeOfDay = string & { readonly [brand]: 'TimeOfDay' };

/** The reference of a case, `SIN-2026-0007`: never a name, initials or a date of birth. */
export type CaseReference = string & { readonly [brand]: 'CaseReference' };

/** A person of the profile, by an id that says nothing about them, `P07`. */
export type PersonId = string & { readonly [brand]: 'PersonId' };

/** Text that people wrote, kept in the records; a case carries only this reference to it. */
export type WordsReference = string & { readonly [brand]: 'WordsReference' };
