import type { CaseFile } from '../case/case-file';
import { familyOf } from '../case/family';
import { determination } from '../case/position';
import { against, againstItself } from '../decision';
import { saidOf, type FieldProblem, type Refusal } from '../refusals';
import { inList, part, says, type Sentence } from '../sentence';
import type { IsoDate } from '../time/time';

/*
 * The terms of reference give the period and the people of what is asked in a review. A request may differ from them
 * with a reason, which stands with the request. Source: step 9; DESIGN, "Asking and answering".
 */

/** The period and the people of the terms of reference, with the number of the entry that has them. */
interface Terms {
  readonly seq: number;
  readonly periodFrom: IsoDate;
  readonly periodTo: IsoDate;
  /** People of the terms who are still of the case; nobody where the terms name nobody. */
  readonly familyMembers: readonly string[];
}

/** Returns what the terms of reference say of requests; undefined while the case has none. */
export function termsForRequests(file: CaseFile): Terms | undefined {
  const decided = determination(file);
  const terms = decided?.form.termsOfReference;
  if (decided === undefined || terms === undefined) return undefined;
  const { periodFrom, periodTo } = terms;
  const standing = familyOf(file);
  const familyMembers = terms.familyMembers.filter((ref) => standing.includes(ref));
  return { seq: decided.seq, periodFrom, periodTo, familyMembers };
}

/** A request, as far as it is compared with the terms of reference. A field that is left out does not differ. */
interface Compared {
  readonly periodFrom?: IsoDate | undefined;
  readonly periodTo?: IsoDate | undefined;
  readonly familyMembers?: readonly string[] | undefined;
  readonly reasonForDifference?: unknown;
}

/** A field of a request that differs from the terms of reference, in a sentence. */
interface Difference {
  readonly field: 'periodFrom' | 'periodTo' | 'familyMembers';
  readonly said: Sentence;
}

function ofPeriod({ seq, periodFrom, periodTo }: Terms, form: Compared): readonly Difference[] {
  const said = says`The terms of reference (entry ${seq}) look at the period from ${part.day(periodFrom)} to ${part.day(periodTo)}`;
  return [
    ...(form.periodFrom === undefined || form.periodFrom === periodFrom
      ? []
      : [{ field: 'periodFrom', said: says`${said}; this request begins on ${part.day(form.periodFrom)}` } as const]),
    ...(form.periodTo === undefined || form.periodTo === periodTo
      ? []
      : [{ field: 'periodTo', said: says`${said}; this request ends on ${part.day(form.periodTo)}` } as const]),
  ];
}

function ofPeople({ seq, familyMembers }: Terms, form: Compared): readonly Difference[] {
  const asked = form.familyMembers;
  if (asked === undefined || familyMembers.length === 0) return [];
  const more = asked.filter((ref) => !familyMembers.includes(ref)).map(part.relative);
  const fewer = familyMembers.filter((ref) => !asked.includes(ref)).map(part.relative);
  if (more.length + fewer.length === 0) return [];
  const differs = inList([
    ...(more.length === 0 ? [] : [says`not to ${inList(more)}`]),
    ...(fewer.length === 0 ? [] : [says`this request leaves out ${inList(fewer)}`]),
  ]);
  const whom = inList(familyMembers.map(part.relative));
  return [
    { field: 'familyMembers', said: says`The terms of reference (entry ${seq}) relate to ${whom}, and ${differs}` },
  ];
}

/** Lists the fields in which a request differs from the terms of reference of its case. */
const differencesFrom = (terms: Terms, form: Compared): readonly Difference[] => [
  ...ofPeriod(terms, form),
  ...ofPeople(terms, form),
];

/**
 * Refuses a request that differs from the terms of reference without a reason, and says every difference; and a reason
 * where nothing differs.
 */
export function whyNotByTerms(file: CaseFile, form: Compared): Refusal | undefined {
  const terms = termsForRequests(file);
  const differences = terms === undefined ? [] : differencesFrom(terms, form);
  const [first] = differences;
  if (terms === undefined || first === undefined) {
    return form.reasonForDifference === undefined
      ? undefined
      : againstItself('reasonForDifference', 'Leave the reason out: nothing differs from the terms of reference');
  }
  if (form.reasonForDifference !== undefined) return undefined;
  const ask = says`Say why the request differs from the terms of reference, or ask as they say`;
  const fields: readonly FieldProblem[] = [
    ...differences.map(({ field, said }) => ({ field, ...saidOf(said) })),
    { field: 'reasonForDifference', ...saidOf(ask) },
  ];
  return {
    ...against(
      terms,
      says`${inList(
        differences.map(({ said }) => said),
        '. ',
      )}. ${ask}.`,
    ),
    fields,
  };
}
