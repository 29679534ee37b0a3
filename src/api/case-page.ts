import { actionsOf } from '../procedure/actions';
import type { CaseFile } from '../procedure/case-file';
import { fromMillis, toMillis } from '../procedure/dates';
import { describeCase, type CaseView } from '../procedure/describe';
import { factsOf } from '../procedure/facts';
import { holdsOf } from '../procedure/holds';
import { processesOf } from '../procedure/parallel-processes';
import { businessUnit, partnerRoles, type Role } from '../procedure/roles';
import type { CaseReference, Instant } from '../procedure/time';
import type { ProfilePerson } from '../profile/load';
import { isReference } from '../records/case-reference';
import type { CaseOnRecord } from '../records/cases';
import type { Records } from '../records/records';
import type { Dependencies } from './dependencies';
import { Problem } from './problems';
import { withWords, wordsIn } from './words';

/** Days within which two notifications may be about the same child. */
export const alikeWithinDays = 30;

/** Who reads names, dates of birth and what happened. */
const readsContent: readonly Role[] = [...businessUnit, ...partnerRoles, 'scrutineer'];

/** A case of this reference, or the problem that there is none. */
export async function caseAt(records: Pick<Records, 'cases'>, reference: string | undefined): Promise<CaseOnRecord> {
  const known = reference !== undefined && isReference(reference) ? await records.cases.get(reference) : undefined;
  if (known === undefined) {
    throw new Problem(
      'not-found',
      `There is no case ${JSON.stringify(reference ?? '')}. A reference looks like SIN-2026-0007.`,
      {
        nothingBegun: true,
      },
    );
  }
  return known;
}

/** The case's own clock: in a practice case it runs ahead of the wall's. */
export const caseNow = (now: Instant, { practiceOffsetMs }: Pick<CaseOnRecord, 'practiceOffsetMs'>): Instant =>
  fromMillis(toMillis(now) + practiceOffsetMs);

/** The value with the words that it refers to. */
export async function spelledOut<T>(records: Pick<Records, 'words'>, reference: CaseReference, value: T): Promise<T> {
  const ids = [...new Set(wordsIn(value))];
  if (ids.length === 0) return value;
  // The same value but for texts in place of references to them, which are texts too.
  return withWords(value, await records.words.wordsOf(reference, ids)) as T;
}

/** Cases on the record that look like the same child: those it was told of, and those that came since. */
async function looksLike(records: Pick<Records, 'content' | 'cases'>, file: CaseFile): Promise<readonly string[]> {
  const { reference, practice } = file;
  const content = await records.content.contentOf(reference);
  const found =
    content === undefined
      ? []
      : await records.content.findAlike({
          children: content.children,
          withinDays: alikeWithinDays,
          receivedOn: file.notification.receivedOn,
          practice,
          except: reference,
        });
  const told = file.notification.looksLike;
  const since = await onRecord(
    records,
    found.filter((one) => !told.includes(one)),
  );
  return [...told, ...since].sort();
}

/** Those of the references that became cases: a form whose sending broke off has a reference and no case yet. */
export async function onRecord(
  records: Pick<Records, 'cases'>,
  references: readonly CaseReference[],
): Promise<readonly CaseReference[]> {
  const known = await Promise.all(
    references.map(async (one) => ((await records.cases.get(one)) === undefined ? [] : [one])),
  );
  return known.flat();
}

/** The plan of a case: the part of its view that is about dates. */
export const planPart = ({ dayOne, day, asOf, steps, clocks, conflicts, meetings, deadlines }: CaseView) => ({
  dayOne,
  day,
  asOf,
  steps,
  clocks,
  conflicts,
  meetings,
  deadlines,
});

/** A case as the API reads it: its view, and what goes with it. Names only for those who are to read them. */
export async function casePage(
  { records, now }: Pick<Dependencies, 'records' | 'now'>,
  onRecord: Pick<CaseOnRecord, 'file' | 'practiceOffsetMs'>,
  actor?: ProfilePerson,
) {
  const { file } = onRecord;
  const { reference } = file;
  const mayReadContent = actor?.roles.some((role) => readsContent.includes(role)) === true;
  const [alike, tasks, content] = await Promise.all([
    looksLike(records, file),
    records.tasks.list({ reference }),
    mayReadContent ? records.content.contentOf(reference) : undefined,
  ]);
  const page = {
    ...describeCase(file, caseNow(now(), onRecord)),
    looksLike: alike,
    people: file.people,
    actions: actionsOf(file).map((action) => ({ ...action, text: textOf(file, action.addedBySeq) })),
    holds: holdsOf(file),
    parallelProcesses: processesOf(file),
    notification: file.notification,
    tasks,
    profile: { name: file.policy.profile, edition: file.policy.edition },
    ...(content === undefined ? {} : { content }),
  };
  return spelledOut(records, reference, page);
}

const textOf = (file: CaseFile, seq: number): string =>
  factsOf(file, 'addAction').find((one) => one.seq === seq)?.form.action ?? '';
