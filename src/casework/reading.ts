import { actionsOf, type Action } from '../procedure/case/actions';
import type { CaseFile, RecordedFor } from '../procedure/case/case-file';
import { entryBySeq } from '../procedure/case/entries';
import { agreementOf } from '../procedure/case/recorded-for';
import { fromMillis, toMillis } from '../procedure/time/dates';
import { definitionOf, isDecisionName } from '../procedure/catalogue';
import { namesIn } from '../procedure/forms';
import { openingFieldOf, openingSeq } from '../procedure/case/opening-entry';
import { describeCase, type CaseView } from '../procedure/describe';
import { factsOf } from '../procedure/case/facts';
import { holdsOf } from '../procedure/case/holds';
import { processesOf } from '../procedure/case/parallel-processes';
import { seesAction, sightOfEntry } from '../procedure/entries-seen';
import { seesPiece, sightOf, takesIn, type Sight, type Viewer } from '../procedure/permissions';
import type { CaseEvent } from '../procedure/case/record';
import type { CaseReference, Instant, WordsReference } from '../procedure/time/time';
import { isReference } from '../records/case-reference';
import type { CaseOnRecord } from '../records/cases';
import { textOfForm } from '../records/content-since';
import { looksLike } from './possible-duplicates';
import type { Office } from './office';
import { factsWithNotification, schemaOfEntry, withoutNames, withWords, wordsIn } from './free-text';

type RecordsOnly = Pick<Office, 'records'>;

/** A case as far as reading needs it. A case that is just being opened has no more than this. */
export type ReadableCase = Pick<CaseOnRecord, 'file' | 'practiceOffsetMs'>;

/**
 * The reader of a case: a person of the partnership, or the installation's own programs, which have a part in no case.
 */
export type Reader = Viewer | 'installation';

/** Says how much of a case a reader sees. The installation sees every case and the words in it, but no names. */
export const sightFor = (reader: Reader, file: CaseFile): Sight =>
  reader === 'installation' ? 'words' : sightOf(reader, file);

/** Says how much of one entry of the record a reader sees. */
export const entrySightFor = (reader: Reader, file: CaseFile, event: CaseEvent): Sight =>
  reader === 'installation' ? 'words' : sightOfEntry(reader, file, event);

/** True if a reader sees the notification, with its names. */
const readsNotification = (reader: Reader, file: CaseFile): boolean =>
  reader !== 'installation' && seesPiece(reader, file, 'notification');

/** Finds the case of this reference. Returns undefined if there is none, or if the text is no reference at all. */
export async function findCase(
  { records }: RecordsOnly,
  reference: string | undefined,
): Promise<CaseOnRecord | undefined> {
  return reference !== undefined && isReference(reference) ? records.cases.get(reference) : undefined;
}

/** Reads a case that was on the record a moment ago. Throws if it has gone: no case is ever deleted. */
export async function caseStillKnown(office: RecordsOnly, reference: CaseReference): Promise<CaseOnRecord> {
  const known = await findCase(office, reference);
  if (known === undefined) throw new Error(`${reference} was on the record and is no longer.`);
  return known;
}

/** Reads the case's own clock, which in a practice case runs ahead of the wall clock. */
export const caseNow = (now: Instant, { practiceOffsetMs }: Pick<CaseOnRecord, 'practiceOffsetMs'>): Instant =>
  fromMillis(toMillis(now) + practiceOffsetMs);

/**
 * Reads the texts behind references. A reference into the notification form gets the text as it came; empty if the form
 * had none.
 */
async function textsFor(
  { records }: RecordsOnly,
  reference: CaseReference,
  ids: readonly WordsReference[],
): Promise<ReadonlyMap<WordsReference, string>> {
  const ofForm = ids.filter((id) => openingFieldOf(id) !== undefined);
  const [texts, came] = await Promise.all([
    records.words.wordsOf(reference, ids),
    ofForm.length === 0 ? undefined : records.content.asItCame(reference),
  ]);
  if (ofForm.length === 0) return texts;
  const said = ofForm.map((id) => [id, textOfForm(came, openingFieldOf(id) ?? '')] as const);
  const kept = await records.words.wordsOf(reference, wordsIn(said.map(([, text]) => text)));
  return new Map([...texts, ...said.map(([id, text]) => [id, kept.get(text) ?? text] as const)]);
}

/**
 * Replaces references to words in the value by the words, each passed through `say`. A reference whose words are not
 * kept stays. A text of the notification form as it came is kept with the case's names, and is empty if the form had
 * none.
 */
export async function spelledOut<T>(
  office: RecordsOnly,
  reference: CaseReference,
  value: T,
  say: (text: string) => string = (text) => text,
): Promise<T> {
  const ids = [...new Set(wordsIn(value))];
  if (ids.length === 0) return value;
  const texts = await textsFor(office, reference, ids);
  // The cast is safe: only texts are replaced, and by texts.
  return withWords(value, new Map([...texts].map(([id, text]) => [id, say(text)] as const))) as T;
}

/** Picks the plan of a case: the part of its view that is about dates. */
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

/** A plan, of a case or of none. */
export type PlanView = ReturnType<typeof planPart>;

/** Plans a case at the present moment of its own clock. */
export const planOfCase = ({ now }: Pick<Office, 'now'>, known: ReadableCase): PlanView =>
  planPart(describeCase(known.file, caseNow(now(), known)));

/** Reads the names of a case, for a reader who sees them. */
async function namesFor(office: Pick<Office, 'records'>, { file }: ReadableCase, reader: Reader) {
  if (!readsNotification(reader, file)) return {};
  const content = await spelledOut(office, file.reference, await office.records.content.contentOf(file.reference));
  return content === undefined ? {} : { content };
}

/**
 * Builds the page of a case as the reader sees it; undefined for a reader who may see nothing of it. Parts beyond their
 * sight are null. `content`, which holds the names, is left out for a reader who may not see names.
 */
export async function casePage(office: Pick<Office, 'records' | 'now'>, known: ReadableCase, reader: Reader) {
  const [page, names] = await Promise.all([pageWithoutNames(office, known, reader), namesFor(office, known, reader)]);
  return page === undefined ? undefined : { ...page, ...names };
}

/** Builds the same page without `content`, whoever reads it. */
export async function pageWithoutNames(office: Pick<Office, 'records' | 'now'>, known: ReadableCase, reader: Reader) {
  const { records, now } = office;
  const { file } = known;
  const { reference } = file;
  const sight = sightFor(reader, file);
  if (!takesIn(sight, 'state')) return undefined;
  const view = {
    ...describeCase(file, caseNow(now(), known)),
    people: file.people,
    holds: holdsOf(file),
    profile: { name: file.policy.profile, edition: file.policy.edition },
  };
  const actions = actionsOf(file);
  if (!takesIn(sight, 'words')) {
    return {
      ...view,
      looksLike: null,
      actions: await spelledOut(office, reference, actions.map(seenBy(reader, file))),
      parallelProcesses: null,
      notification: readsNotification(reader, file) ? await notificationFor(office, file, reader) : null,
      tasks: null,
    };
  }
  const said = {
    ...view,
    actions: actions.map((action) => ({ ...action, text: textOf(file, action.addedBySeq) })),
    parallelProcesses: processesOf(file),
    notification: file.notification,
  };
  const [spelled, alike, told, tasks] = await Promise.all([
    spelledOut(office, reference, said),
    looksLike(office, file).then((found) => visibleOf(office, reader, found)),
    visibleOf(office, reader, file.notification.looksLike),
    records.tasks.list({ reference }),
  ]);
  return {
    ...spelled,
    looksLike: alike,
    notification: { ...spelled.notification, looksLike: told },
    tasks,
  };
}

/** A case as it is read. */
export type CasePage = NonNullable<Awaited<ReturnType<typeof casePage>>>;

/** Keeps only the cases that the reader may know of, because a case that looks like another names that other. */
export async function visibleOf(
  office: RecordsOnly,
  reader: Reader,
  references: readonly string[],
): Promise<readonly string[]> {
  if (reader === 'installation') return references;
  const known = await Promise.all(references.map((one) => findCase(office, one)));
  return known.flatMap((one) =>
    one === undefined || sightOf(reader, one.file) === 'none' ? [] : [one.file.reference],
  );
}

/** Returns what the notification says, with those of the cases that look like this one that the reader may know of. */
const notificationFor = async (
  office: RecordsOnly,
  file: CaseFile,
  reader: Reader,
): Promise<CaseFile['notification']> =>
  spelledOut(office, file.reference, {
    ...file.notification,
    looksLike: await visibleOf(office, reader, file.notification.looksLike),
  });

/** Returns an action with its text where the reader sees the action, and else with null. */
const seenBy =
  (reader: Reader, file: CaseFile) =>
  (action: Action): Action & { readonly text: string | null } => {
    const reads = reader !== 'installation' && seesAction(reader, file, action.id);
    return { ...action, text: reads ? textOf(file, action.addedBySeq) : null };
  };

const textOf = (file: CaseFile, seq: number): string =>
  factsOf(file, 'addAction').find((one) => one.seq === seq)?.form.action ?? '';

/** True if an entry corrects a name, or a text that only readers of names may read. */
function isOfName(file: CaseFile, { decision, details: { entry, field } }: CaseEvent): boolean {
  if (decision !== 'correctFact' || typeof entry !== 'number' || typeof field !== 'string') return false;
  const schema = schemaOfEntry(file, entry, field);
  // A child or relative who was removed since has no field any more. Their correction may be of a name, so it counts as
  // one.
  return schema === undefined ? entry === openingSeq : namesIn(schema);
}

/** Details of an entry as far as the reader sees them: without names, or null if they see no words. */
function detailsSeen(file: CaseFile, event: CaseEvent, sight: Sight): CaseEvent['details'] | null {
  const { decision, details } = event;
  if (!takesIn(sight, 'words')) return null;
  if (takesIn(sight, 'names')) return details;
  if (isOfName(file, event)) return { ...details, value: null };
  if (decision === undefined || !isDecisionName(decision)) return details;
  return withoutNames(definitionOf(decision).form, details) as CaseEvent['details'];
}

/**
 * Builds the view of an entry, with what it corrected and the entries that corrected it. Words are still references. A
 * reader who sees no words learns only what happened, when and by whom.
 */
export function eventView(file: CaseFile, event: CaseEvent, sight: Sight) {
  const corrections = factsWithNotification(file).flatMap(({ seq, corrections: made = [] }) =>
    made.map((one) => ({ ...one, of: seq })),
  );
  const made = corrections.find(({ seq }) => seq === event.seq);
  const { refusal, details: _details, passes, recordedFor, ...happened } = event;
  const reads = takesIn(sight, isOfName(file, event) ? 'names' : 'words');
  return {
    ...happened,
    ...(refusal !== undefined && reads ? { refusal } : {}),
    details: detailsSeen(file, event, sight),
    ...(passes !== undefined && reads ? { passes } : {}),
    ...(recordedFor === undefined ? {} : { recordedFor: recordedForSeen(file, event.seq, recordedFor, reads) }),
    ...(event.decision === 'correctFact' ? { was: reads ? (made?.was ?? null) : null } : {}),
    correctedBy: corrections.filter(({ of }) => of === event.seq).map(({ seq }) => seq),
  };
}

/** On whose behalf an entry was recorded, and whether they have agreed; where it was decided for readers of words. */
function recordedForSeen(file: CaseFile, seq: number, { role, person, where }: RecordedFor, reads: boolean) {
  const entry = entryBySeq(file, seq);
  const { state, answer } =
    entry === undefined ? { state: 'not-yet-confirmed' as const } : agreementOf(file, entry.fact);
  return { role, person: person ?? null, where: reads ? where : null, state, answer: answer?.seq ?? null };
}

/** An entry of the record as it is read. */
export type EventView = ReturnType<typeof eventView>;

/** A part of a record, and the number after which the next part begins; null for the last part. */
export interface RecordPart {
  readonly events: readonly EventView[];
  readonly next: number | null;
}

/** The part of a case's record to read, and its reader. */
export interface RecordAsked {
  readonly reader: Reader;
  /** Number of the entry before the first to read. */
  readonly after?: number | undefined;
  readonly limit?: number | undefined;
}

/** The entries of a case's record that come after a number, in order, as far as the reader sees them. */
export async function recordPart(
  office: RecordsOnly,
  file: CaseFile,
  { reader, after = 0, limit = 100 }: RecordAsked,
): Promise<RecordPart> {
  const sight = sightFor(reader, file);
  if (sight === 'none') return { events: [], next: null };
  const most = Math.max(limit, 1);
  const all = await office.records.events.eventsOf(file.reference, { after, limit: most + 1 });
  const isSeen = (event: CaseEvent) => takesIn(sight, 'state') || takesIn(entrySightFor(reader, file, event), 'words');
  const opening = { looksLike: await visibleOf(office, reader, file.notification.looksLike) };
  const part = all.slice(0, most);
  const events = part
    .filter(isSeen)
    .map((event) =>
      eventView(
        file,
        event.kind === 'case-opened' ? { ...event, details: { ...event.details, ...opening } } : event,
        entrySightFor(reader, file, event),
      ),
    );
  const next = all.length > most ? (part.at(-1)?.seq ?? null) : null;
  return { events: await spelledOut(office, file.reference, events), next };
}
