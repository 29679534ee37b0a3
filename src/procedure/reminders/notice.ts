import type { CaseFile, DecisionName } from '../case/case-file';
import type { Notice } from '../case/record';
import type { Role } from '../roles';
import type { StepId } from '../step-ids';
import type { IsoDate, PersonId } from '../time/time';
import type { NoticeValues } from './notice-values';

/* Kinds of notice: each email that the procedure sends is defined once, and told by decisions. */

/**
 * Every kind of notice by its name. It is empty here: each definition adds its own line beside itself, so that to add
 * one is to touch one file.
 *
 * @public
 */
export interface Notices {}

export type NoticeKind = keyof Notices;

/**
 * A rule for until when a notice is true. Returns why the notice is no longer true, or the values that have changed in
 * it; undefined while it stands as it is.
 */
export type StillTrue = (
  notice: Notice,
  file: CaseFile,
  today: IsoDate,
) => string | { readonly values: Readonly<Record<string, string>> } | undefined;

/**
 * A kind of notice: all that is particular to one email, but for its words, which are in the template of its name. None
 * of its values is the name of a child or relative, or says what happened: an email carries a reference, a step, a date,
 * an agency and a link. Source: "Reminders and escalation".
 */
export interface NoticeDefinition<
  K extends NoticeKind,
  Always extends NoticeValues,
  Sometimes extends NoticeValues,
  To extends readonly Role[],
> {
  readonly kind: K;
  /** Subject of the email in a line, for pages that list emails. */
  readonly title: string;
  /** Roles that get it. Absent where they depend on the case; whoever tells it says them then. */
  readonly to?: To;
  /**
   * Names what the recipient is asked for, in words that follow "it no longer asks for". Absent if the notice only
   * informs.
   */
  readonly asks?: string;
  /**
   * The decisions by which somebody does what is asked: the email leads to the form of the first that its recipient can
   * use. Absent where a request is answered, or what is asked is done on no form.
   */
  readonly forms?: readonly DecisionName[];
  /** True if the notice is about the case as a whole. Otherwise its step's title, number and due date come with it. */
  readonly ofCase?: true;
  /** Values that every notice of the kind brings. */
  readonly always?: Always;
  /** Values that some of them bring; a template asks for these with `{% if %}`. */
  readonly sometimes?: Sometimes;
  /** Until when it is true, beside what holds for every kind (`still-true.ts`). */
  readonly stillTrue: StillTrue;
  /** True if it replaces an earlier notice to the same person; without this rule it replaces those of its own kind. */
  readonly replaces?: (notice: Notice, earlier: Notice) => boolean;
}

/** A kind as any kind: its fields without the types of its own values. */
export type KindOfNotice<K extends NoticeKind = NoticeKind> = NoticeDefinition<
  K,
  NoticeValues,
  NoticeValues,
  readonly Role[]
>;

/** Defines a kind of notice. Its template, and the page that lists it, are found by the kind. */
export const defineNotice = <
  const K extends NoticeKind,
  const Always extends NoticeValues = never,
  const Sometimes extends NoticeValues = never,
  const To extends readonly Role[] = never,
>(
  definition: NoticeDefinition<K, Always, Sometimes, To>,
): NoticeDefinition<K, Always, Sometimes, To> => definition;

/** The names of the values that a definition has; none where it has no values. */
type NamesOf<V> = [NonNullable<V>] extends [never] ? never : keyof NonNullable<V>;

/** The values of its own that a notice of a kind is given; one that is empty or undefined is left out. */
type ValuesOf<K extends NoticeKind> = { readonly [N in NamesOf<Notices[K]['always']>]: string } & {
  readonly [N in NamesOf<Notices[K]['sometimes']>]?: string | undefined;
};

/** Recipients of a notice, by role or by name. */
type Recipients = readonly (Role | { readonly person: PersonId; readonly as: Role })[];

/** A telling: the notice by which a decision tells or asks people something, its recipients and its values. */
export interface Telling<K extends NoticeKind = NoticeKind> {
  readonly kind: K;
  readonly to: Recipients;
  readonly step?: StepId;
  /** Tells apart what one act tells one person several times in the same kind: an agency, another case. */
  readonly about?: string;
  readonly values?: Readonly<Record<string, string | undefined>>;
}

/** The parts of a telling that are optional whatever its kind. */
type Besides = Partial<Pick<Telling, 'to' | 'step' | 'about'>>;

/** The recipients, where the definition does not say them. */
type NeedsTo<K extends NoticeKind> = [NonNullable<Notices[K]['to']>] extends [never]
  ? { readonly to: Recipients }
  : unknown;

type NeedsValues<K extends NoticeKind> =
  Partial<ValuesOf<K>> extends ValuesOf<K> ? { readonly values?: ValuesOf<K> } : { readonly values: ValuesOf<K> };

type Given<K extends NoticeKind> = Besides & NeedsTo<K> & NeedsValues<K>;

/** Tells a kind of notice, to whom its definition says or to others, with its values. */
export function tell<K extends NoticeKind>(
  notice: KindOfNotice<K>,
  ...given: Partial<Given<K>> extends Given<K> ? [Given<K>?] : [Given<K>]
): Telling<K>;
export function tell(notice: KindOfNotice, given: Partial<Telling> = {}): Telling {
  return { to: notice.to ?? [], ...given, kind: notice.kind };
}
