import type { CaseFile, DecisionName } from '../procedure/case/case-file';
import { refusal, type Refusal } from '../procedure/refusals';
import { answeredSince, formOfOne } from '../procedure/several-at-once';
import { printOf } from './content-hash';
import { decide, type Decided, type Deciding } from './deciding';
import { nothingCanBeAdded } from './not-running';
import type { Office } from './office';

/** A row of the form: the value by which the decision's form names an owner, and their answers. */
export interface RowToRecord {
  readonly value: string;
  readonly answers: object;
}

/** A decision for several owners at once, as one form sends it. */
export interface DecidingSeveral extends Pick<Deciding, 'name' | 'on' | 'actor'> {
  /** The case as it was read for the form. */
  readonly file: CaseFile;
  /** The key of the whole form. Each row has a key of its own, made from this one. */
  readonly key: string;
  /** The last entry of the record that its maker had seen. */
  readonly seen: number;
  readonly rows: readonly RowToRecord[];
}

/** The outcome of one row: the number of its entry, or why it was refused. */
export type RowDecided = { readonly value: string } & (
  { readonly kind: 'recorded'; readonly entry: number } | { readonly kind: 'refused'; readonly refusal: Refusal }
);

/**
 * The idempotency key of a row: the same row of the same form is the same decision, however often it is sent. A row that
 * was changed is another one.
 */
export const keyOfRow = (
  { key, name, on }: Pick<DecidingSeveral, 'key' | 'on'> & { readonly name: DecisionName },
  { value, answers }: RowToRecord,
): string => printOf(`${key} ${name}`, { on, form: formOfOne(name, value, answers) });

const notAdded = refusal('against-the-record', nothingCanBeAdded);

const outcomeOf = (value: string, decided: Decided): RowDecided => {
  switch (decided.kind) {
    case 'taken':
      return { value, kind: 'recorded', entry: decided.seq };
    case 'refused':
      return { value, kind: 'refused', refusal: decided.refusal };
    case 'no-such-case':
    case 'not-running':
      return { value, kind: 'refused', refusal: notAdded };
  }
};

/**
 * Records a decision for one owner after another. A refusal of one leaves the others recorded. Throws
 * `RecordsUnavailable` and `CasesUnavailable`: the same form may be sent again, and records each owner once.
 */
export async function decideSeveral(office: Office, sent: DecidingSeveral): Promise<readonly RowDecided[]> {
  const { file, name, on, actor, seen, rows } = sent;
  const decided: RowDecided[] = [];
  for (const row of rows) {
    const { value } = row;
    // Entries about other owners are no reason to refuse this row.
    const madeFrom = answeredSince(file, name, { value, seen }) ? { madeFrom: seen } : {};
    const form = formOfOne(name, value, row.answers);
    const key = keyOfRow(sent, row);
    const one = await decide(office, { reference: file.reference, name, on, form, actor, key, ...madeFrom });
    decided.push(outcomeOf(value, one));
  }
  return decided;
}
