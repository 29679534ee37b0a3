import type { DecisionName, Forms } from '../../src/procedure/case/case-file';
import type { Ending } from '../../src/procedure/describe';
import type { NoticeKind } from '../../src/procedure/reminders/notice';
import type { RefusalCode } from '../../src/procedure/refusals';
import type { Role } from '../../src/procedure/roles';
import type { IsoDate, PersonId, WordsReference } from '../../src/procedure/time/time';
import type { Situation } from './situation';

/** A form as a person fills it in: dates, people and what they write are plain text. */
export type Said<T> = T extends IsoDate | PersonId | WordsReference
  ? string
  : T extends readonly (infer Item)[]
    ? readonly Said<Item>[]
    : T extends object
      ? { readonly [K in keyof T]: Said<T[K]> }
      : T;

/** A working day of the case, or a date that the case itself gives. Nothing happens before what stands above it. */
export type When = number | ((s: Situation) => IsoDate);

/** Line of a script: on this day somebody takes this decision. */
export interface ScriptedAct {
  readonly when: When;
  readonly by: Role;
  readonly decision: DecisionName;
  /** The forms that are sent in, one decision each: one for each partner, agency or relative, for example. */
  readonly forms: (s: Situation) => readonly object[];
  /** Left out where this is not so. */
  readonly onlyIf?: (s: Situation) => boolean;
  /** The refusal that it is to meet: it shows what the system does not let happen. */
  readonly refusedAs?: RefusalCode;
  /** The reason that is sent where it passes a limit; without one it must pass none. */
  readonly because?: string;
}

export type Script = readonly ScriptedAct[];

/** A way through the procedure, and what is to come of it. */
export interface Path {
  readonly name: string;
  readonly title: string;
  readonly script: Script;
  readonly ending: Ending;
  /** Emails that this way is about: each must have gone out. */
  readonly emails?: readonly NoticeKind[];
  /** True if somebody must have been told of a breach. */
  readonly breach?: true;
}

type Form<N extends DecisionName> = Said<Forms[N]> | ((s: Situation) => Said<Forms[N]>);

/** On a day, somebody takes a decision. */
export const on = <N extends DecisionName>(when: When, by: Role, decision: N, form: Form<N>): ScriptedAct => ({
  when,
  by,
  decision,
  forms: (s) => [typeof form === 'function' ? form(s) : form],
});

/** On a day, somebody takes a decision for each of several: partners, agencies, members, relatives. */
export const onEach = <N extends DecisionName>(
  when: When,
  by: Role,
  decision: N,
  forms: (s: Situation) => readonly Said<Forms[N]>[],
): ScriptedAct => ({ when, by, decision, forms });

/** An act that must be refused. */
export const mustBeRefused = (refusedAs: RefusalCode, act: ScriptedAct): ScriptedAct => ({ ...act, refusedAs });

/** An act that may pass a limit, with the reason for that. */
export const because = (reason: string, act: ScriptedAct): ScriptedAct => ({ ...act, because: reason });

/** An act that is left out where this is not so. */
export const onlyWhere = (holds: (s: Situation) => boolean, act: ScriptedAct): ScriptedAct => ({
  ...act,
  onlyIf: holds,
});

/** So many working days after what stands above it. */
export const daysLater =
  (workingDays: number): When =>
  (s) =>
    s.workingDaysOn(workingDays);

/** The same script, all its days so many working days later. */
export const delayed = (workingDays: number, script: Script): Script =>
  script.map((act) => (typeof act.when === 'number' ? { ...act, when: act.when + workingDays } : act));

/** Scripts that run beside each other, merged by day; a date that the case gives stays behind what stands above it. */
export function beside(...scripts: readonly Script[]): Script {
  const dated = scripts.flatMap((script) => {
    let day = 0;
    return script.map((act) => {
      day = typeof act.when === 'number' ? Math.max(day, act.when) : day;
      return { act, day };
    });
  });
  return dated.sort((a, b) => a.day - b.day).map(({ act }) => act);
}
