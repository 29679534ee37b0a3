import * as z from 'zod/mini';
import { awaited, contributionsOf, type Contribution } from './asking/contributions';
import type { CaseFile, DecisionName } from './case/case-file';
import { partnerToAct } from './case/partners';
import { catalogue, definitionOf } from './catalogue';
import type { Taking } from './decision';
import { roleOfCall } from './may-take';
import { whyNotOpen } from './not-open';
import { definitionOfSchema } from './schema-parts';
import type { PersonId } from './time/time';

/*
 * Rules for recording a decision for several owners at once, such as three agencies whose information came in. Each owner
 * gets a decision of their own, by the rules for one. Source: DESIGN, "Asking and answering".
 */

/** A contribution that a decision records, with the value by which its form names the owner. */
export interface OwedByOne {
  readonly value: string;
  readonly contribution: Contribution;
}

const valueFor = {
  agency: ({ agency }: Contribution) => agency,
  partner: ({ partner }: Contribution) => partner,
  member: ({ owner }: Contribution) => (typeof owner === 'string' ? undefined : owner.person),
  contribution: ({ id }: Contribution) => id,
} as const;

const those = (name: DecisionName, all: readonly Contribution[]): readonly OwedByOne[] => {
  const { several } = definitionOf(name);
  if (several === undefined) return [];
  return all
    .filter(({ kind }) => kind === several.of)
    .flatMap((contribution) => {
      const value = valueFor[several.each](contribution);
      return value === undefined ? [] : [{ value, contribution }];
    });
};

/** Agencies, partners and members answer for themselves; whoever else may record an answer records everybody's. */
function answersFor({ by, role }: Pick<Taking, 'by' | 'role'>, one: OwedByOne): boolean {
  const { partner, answerers } = one.contribution;
  if (role === 'agency-contact') return answerers.includes(by);
  if (role === 'sub-group-member') return one.value === by;
  return partner === undefined || partnerToAct(role, partner) === undefined;
}

/** Lists everybody who was asked for what a decision records, whether they have answered or not. */
export const askedForSeveral = (file: CaseFile, name: DecisionName): readonly OwedByOne[] =>
  those(name, contributionsOf(file));

/**
 * Lists whoever still owes what a decision records, as far as this person may record it as their own. Empty where the
 * decision is not open, and where it is recorded for one at a time only.
 */
export function owedToRecord(file: CaseFile, name: DecisionName, by: PersonId): readonly OwedByOne[] {
  if (definitionOf(name).several === undefined || whyNotOpen(file, name) !== undefined) return [];
  const role = roleOfCall(file, { name, by });
  return typeof role === 'string' ? those(name, awaited(file)).filter((one) => answersFor({ by, role }, one)) : [];
}

/** True if something was recorded about an owner's answer after this entry: another answer, or a question about it. */
export function answeredSince(
  file: CaseFile,
  name: DecisionName,
  { value, seen }: { readonly value: string; readonly seen: number },
): boolean {
  const found = askedForSeveral(file, name).find((one) => one.value === value)?.contribution;
  return [found?.last, found?.question].some((entry) => entry !== undefined && entry.seq > seen);
}

/** True if this person can record the decision for several owners at once: at least two owe it. */
export const mayRecordSeveral = (file: CaseFile, name: DecisionName, by: PersonId): boolean =>
  owedToRecord(file, name, by).length > 1;

/** The decision that records contributions of this kind for several owners at once; undefined if none does. */
export const recordsSeveral = (kind: string): DecisionName | undefined =>
  catalogue.find(({ several }) => several?.of === kind)?.name;

/** The fields that are asked of each owner, with the schemas of the decision's own form. */
export function askedOfEach(name: DecisionName): z.core.$ZodType {
  const { form, several } = definitionOf(name);
  const { shape = {} } = definitionOfSchema(form);
  return z.strictObject(
    Object.fromEntries(Object.entries(shape).filter(([field]) => several?.asks.includes(field) === true)),
  );
}

/** Makes the form of the decision of one owner from what was asked of each. */
export function formOfOne(name: DecisionName, value: string, answers: object): Readonly<Record<string, unknown>> {
  const { several } = definitionOf(name);
  return several === undefined ? { ...answers } : { ...several.says, ...answers, [several.each]: value };
}
