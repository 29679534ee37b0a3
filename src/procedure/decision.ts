import type * as z from 'zod/mini';
import type { CaseFile, DecisionName, Fact, Forms, PassedLimit } from './case/case-file';
import type { RequestKind } from './policy';
import type { KindOfNotice, NoticeKind, Telling } from './reminders/notice';
import { refusal, saidOf, type Refusal } from './refusals';
import type { Role } from './roles';
import { part, says, type Sentence } from './sentence';
import type { StepId } from './step-ids';
import type { Instant, IsoDate, PersonId } from './time/time';

/** A decision as it reaches a case, from whichever door. */
export interface Call {
  readonly name: DecisionName;
  readonly key: string;
  readonly by: PersonId;
  readonly on?: IsoDate | undefined;
  readonly form: unknown;
  /** The last entry of the record that its maker had seen; it is refused where decisions were taken since. */
  readonly madeFrom?: number;
  /**
   * The reason for taking the decision although it passes a limit; `reasonForPassing` beside the form at every door.
   */
  readonly reasonForPassing?: unknown;
  /** On whose behalf the Business Unit records it (on-behalf.ts); `onBehalf` beside the form at every door. */
  readonly onBehalf?: unknown;
}

/** The circumstances of a decision that its own rules may look at, such as who takes it and on which day. */
export interface Taking {
  readonly by: PersonId;
  readonly role: Role;
  readonly on: IsoDate;
  readonly now: Instant;
  readonly today: IsoDate;
  /**
   * Set when an entry is corrected. Fields are corrected one at a time, so of two answers that depend on each other one
   * comes first.
   */
  readonly correcting?: true;
}

/** The field of a form that says whose answer it records. */
type FieldOfOwner = 'agency' | 'partner' | 'member' | 'contribution';

/** Says how one form records a decision for several owners at once, each as a decision of its own. */
export interface SeveralAtOnce<Form> {
  /** The kind of contribution that each of them owes. */
  readonly of: RequestKind | 'comments';
  /** The field that says whose it is. */
  readonly each: keyof Form & FieldOfOwner;
  /** Fields that the form asks of each. All others are left to the form for one. */
  readonly asks: readonly (keyof Form & string)[];
  /** Fields that the question of the form answers for whoever is chosen. */
  readonly says?: Partial<Form>;
  /** The heading of the form. */
  readonly title: string;
  /** Asks whose answers are recorded. */
  readonly question: string;
}

/**
 * A definition of the catalogue: everything that is particular to one decision. Its Update, Signal, route, form,
 * permission and document are made from it.
 */
export interface Definition<N extends DecisionName, K extends NoticeKind = NoticeKind> {
  readonly name: N;
  /** The step that the decision belongs to, if it belongs to one; the decision is open while the step is. */
  readonly step?: StepId;
  /** In the words of the Business Unit: what is recorded. */
  readonly title: string;
  /** Says that it was done, after the name of the person who did it: "recorded the publication". */
  readonly past: string;
  /** Says so in a heading, where that is not the same with a large letter: "Publication recorded". */
  readonly confirmation?: string;
  readonly source: string;
  /** Roles that may take the decision, unless the profile says otherwise. */
  readonly roles: readonly Role[];
  /** The role whose act these roles put on the record, if the act is not their own. */
  readonly onBehalfOf?: Role;
  /** The Business Unit may record it on behalf of whoever decided it, who is then asked whether they agree. */
  readonly onBehalf?: true;
  /** True if it tells a body outside the partnership, which cannot be taken back: standing objections are shown first. */
  readonly leaves?: true;
  readonly form: z.ZodMiniType<Forms[N]>;
  /** Fields that decide the course of the case. They are never corrected: the decision is taken again. */
  readonly decides?: readonly string[];
  /** Taken once while its step is open; a function says what it is once for (each partner, each agency). */
  readonly once?: boolean | ((form: Forms[N]) => string);
  /** Set where one form may record the decision for several owners at once, all on the same day. */
  readonly several?: SeveralAtOnce<Forms[N]>;
  /** True if a second one may be taken for the same thing all the same: an answer that was in part. */
  readonly again?: (file: CaseFile, form: Forms[N], taking: Taking) => boolean;
  /** Steps that must be done first, in place of those that the step itself waits for. */
  readonly after?: readonly StepId[];
  /** Decisions that must be on the record first, and not of a later day than this one. */
  readonly follows?: readonly DecisionName[];
  /** Refuses the decision while the record still lacks something for it, though its step is open. */
  readonly needs?: (file: CaseFile) => Refusal | undefined;
  /** Refuses the decision while it is not open. Used in place of the rule of its step. */
  readonly notOpen?: (file: CaseFile) => Refusal | undefined;
  /** Refuses a form that cannot be recorded, though the decision is open. */
  readonly refuse?: (file: CaseFile, form: Forms[N], taking: Taking) => Refusal | undefined;
  /** The limits that the dates in its form pass. It is then taken with a reason only, and stands as a breach. */
  readonly limits?: (file: CaseFile, form: Forms[N], taking: Taking) => readonly PassedLimit[];
  /** The field of its form that gives the reason, where the form asks for that anyway. */
  readonly saysWhy?: keyof Forms[N] & string;
  /** Makes the changes to the file that follow from the decision, once it is on the file. */
  readonly effect?: (file: CaseFile, taken: Fact<Forms[N]>) => CaseFile;
  /** Takes up in the rest of the file that this fact has been corrected. */
  readonly corrected?: (file: CaseFile, right: Fact<Forms[N]>) => CaseFile;
  /** The kinds of email that it sends. */
  readonly notices?: readonly KindOfNotice<K>[];
  /** Says which of them it sends in a case, to whom and with which values. */
  readonly tells?: (file: CaseFile, taken: Fact<Forms[N]>, before: CaseFile) => readonly Telling<NoInfer<K>>[];
}

/**
 * Defines a decision of the procedure. The definition is frozen at its surface only. Temporal freezes whatever the
 * modules of a workflow export, in depth, and stops at an object that is frozen already. zod writes into a schema that
 * it reads with (`lastIndex` of a pattern, its caches), and throws where the schema is frozen.
 */
export const define = <const N extends DecisionName, const K extends NoticeKind = never>(
  definition: Definition<N, K>,
): Definition<N, K> => Object.freeze(definition);

/** Returns a refusal of what contradicts an entry of the record. Its sentence names the entry. */
export const against = ({ seq }: { readonly seq: number }, said: string | Sentence): Refusal => ({
  ...refusal('against-the-record', said),
  entry: seq,
});

/** A refusal of a field that contradicts another of the same form; the sentence stands at the field to be changed. */
export const againstItself = (field: string, said: string | Sentence): Refusal => ({
  ...refusal('invalid', says`${said}.`),
  fields: [{ field, ...saidOf(said) }],
});

/** Refuses an act dated before the entry that it comes after; undefined if the order is kept. */
export const notBefore = (
  before: { readonly seq: number; readonly on: IsoDate } | undefined,
  { on }: Pick<Taking, 'on'>,
  what: string | Sentence,
): Refusal | undefined =>
  before === undefined || on >= before.on
    ? undefined
    : {
        ...against(before, says`${what} ${part.day(before.on)} (entry ${before.seq}); ${part.day(on)} is before that.`),
        field: 'on',
      };
