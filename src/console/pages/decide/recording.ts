import { decide, type Decided } from '../../../casework/deciding';
import { nothingCanBeAdded } from '../../../casework/not-running';
import { caseNow, caseStillKnown } from '../../../casework/reading';
import type { DecisionName } from '../../../procedure/case/case-file';
import { entryBySeq } from '../../../procedure/case/entries';
import { definitionOf } from '../../../procedure/catalogue';
import { fieldProblems, readForm } from '../../../procedure/forms';
import { reasonField, reasonForPassing } from '../../../procedure/case/passing';
import type { Refusal } from '../../../procedure/refusals';
import { notFound, redirect, type Answer } from '../../http/answer';
import { decisionAddress } from '../../case-frame/case-frame';
import type { ConsoleDependencies } from '../../http/dependencies';
import { one } from '../../http/fields';
import { caseContext } from '../../forms/case-context';
import { getPage, postPage, type PageRoute } from '../../http/page';
import { whoSees } from '../../../http/access';
import { nameOf } from '../../wording/name-of';
import { saidOnPage } from '../../wording/said-on-page';
import { answersOnRecord, rowsOf } from './answers';
import { decisionCheckView } from './check-view';
import { markRecorded, type DecisionDraft } from './drafts';
import { readDecision, type DecisionPage, type ReadDecision } from './form-read';
import { formAddress, formView } from './form-view';
import { keepOutlines, keptOutlines, motionBetween, outlineOf, type Motion } from './motion';
import {
  decisionIn,
  draftIn,
  draftOf,
  found,
  instead,
  decisionPage,
  type AskedOfCase,
  type FoundPage,
} from './page-of';
import { beingWrittenView, recordedView } from './recorded-view';
import { entrySeenIn, sinceInWords } from './since';
import { firstOf, availabilityOf } from './already-decided';
import { notRecordedView } from './waiting-view';
import { typographic } from '../../wording/letters';

const nothingToCheck = notFound('There is nothing to check here any more. Begin again on the page of the case.');

interface Checking {
  readonly page: DecisionPage;
  readonly draft: DecisionDraft;
  readonly read: ReadDecision;
}

const recordedAddress = ({ known }: AskedOfCase, name: DecisionName, entry: number): string =>
  `${decisionAddress(known.file.reference, name)}/recorded?entry=${entry}`;

/** Reads the draft again for checking, for the case may have changed since it was written. */
async function checking(asked: AskedOfCase, dependencies: ConsoleDependencies): Promise<FoundPage<Checking>> {
  const name = decisionIn(asked);
  if (name === undefined) return instead(nothingToCheck);
  const draft = await draftIn(asked, dependencies, name);
  if (draft.kind === 'instead') return draft;
  if (draft.it === undefined) return instead(nothingToCheck);
  // The decision may be on the record already, if the answer to an earlier attempt was lost.
  const entry = draft.it.entry ?? asked.known.file.taken[draft.it.key]?.seq;
  if (entry !== undefined) return instead(redirect(recordedAddress(asked, name, entry)));
  const page = await decisionPage(asked, dependencies, { name, said: draft.it.typed });
  if (page.kind === 'instead') return page;
  return found({ page: page.it, draft: draft.it, read: await readDecision(page.it, draft.it.typed) });
}

/** Shows the check page. If the case has changed, shows who was first; if the form is wrong by now, shows the form. */
async function showCheck(asked: AskedOfCase, dependencies: ConsoleDependencies): Promise<Answer> {
  const checked = await checking(asked, dependencies);
  if (checked.kind === 'instead') return checked.answer;
  const { page, draft, read } = checked.it;
  if (read.kind === 'wrong') return notInOrder(checked.it, read);
  const since = await sinceInWords(page, draft.seen);
  return decisionCheckView(page, draft.secret, { read, since, isBehind: one(asked.query, 'changed') === 'yes' });
}

async function notInOrder(
  checked: Checking,
  { problems, doubted = [] }: Extract<ReadDecision, { readonly kind: 'wrong' }>,
): Promise<Answer> {
  const { page, draft } = checked;
  const { known, visitor } = page.asked;
  const standing = availabilityOf(known.file, page.name, visitor.person.id);
  if (standing.kind !== 'open') return notRecorded(checked, standing.refusal);
  const since = await sinceInWords(page, draft.seen);
  return formView(page, { typed: draft.typed, problems, doubted, draft: draft.secret, seen: draft.seen, since });
}

/** Records the decision. Pressing the button twice makes one entry. */
async function record(asked: AskedOfCase, dependencies: ConsoleDependencies): Promise<Answer> {
  const checked = await checking(asked, dependencies);
  if (checked.kind === 'instead') return checked.answer;
  const { page, draft, read } = checked.it;
  if (read.kind === 'wrong') return notInOrder(checked.it, read);
  const reason = one(asked.fields, reasonField).trim();
  const problem = read.asksReason ? whyNoReason(reason) : undefined;
  if (problem !== undefined) {
    const since = await sinceInWords(page, draft.seen);
    return decisionCheckView(page, draft.secret, { read, since, isBehind: false, reasoned: { reason, problem } });
  }
  const { on, form, onBehalf } = read;
  const { reference } = asked.known.file;
  const actor = asked.visitor.person;
  // The check page showed what was recorded up to this entry, so whoever confirms it has seen that.
  const madeFrom = entrySeenIn(asked.fields) ?? draft.seen;
  const passing = read.asksReason ? { reasonForPassing: reason } : {};
  const sent = { reference, name: page.name, on, form, onBehalf, ...passing, actor, key: draft.key, madeFrom };
  const decided = await decide(dependencies, sent);
  return answerTo(decided, checked.it);
}

/** Returns the problem with the reason for passing a limit; undefined if there is none. */
function whyNoReason(reason: string): string | undefined {
  const read = readForm(reasonForPassing(), reason);
  return read.success ? undefined : fieldProblems(read.error)[0]?.sentence;
}

async function answerTo(decided: Decided, checked: Checking): Promise<Answer> {
  switch (decided.kind) {
    case 'taken':
      return wasTaken(decided, checked);
    case 'refused': {
      const { page, draft } = checked;
      const { code } = decided.refusal;
      // The page to check says what has changed, and which limits are passed now.
      if (code !== 'changed-since' && code !== 'passes-a-limit') return notRecorded(checked, decided.refusal);
      const check = new URL(formAddress(page, draft.secret, '/check'), 'http://here.invalid');
      if (code === 'changed-since') check.searchParams.set('changed', 'yes');
      return redirect(`${check.pathname}${check.search}`);
    }
    case 'no-such-case':
      return nothingToCheck;
    case 'not-running':
      return notRecorded(checked, { sentence: nothingCanBeAdded }, 503);
  }
}

/** Keeps the plans before and after the decision, and redirects to the page that compares them. */
async function wasTaken(
  { seq, onRecord, recorded, repeated }: Extract<Decided, { readonly kind: 'taken' }>,
  { page, draft }: Checking,
): Promise<Answer> {
  const { asked, dependencies, name } = page;
  const { known, visitor, now } = asked;
  const at = caseNow(now, known);
  if (!repeated) {
    const by = { reference: known.file.reference, entry: seq, person: visitor.person.id, now };
    const before = outlineOf(known.file, at);
    await keepOutlines(dependencies, by, recorded ? { before, after: outlineOf(onRecord.file, at) } : { before });
  }
  await markRecorded(dependencies, draftOf(asked, name), draft, seq);
  return redirect(recordedAddress(asked, name, seq));
}

/**
 * Shows that the decision was not recorded, and why; the earlier decision, if there was one; and what this person
 * wrote.
 */
async function notRecorded(
  { page, draft, read }: Checking,
  refusal: Pick<Refusal, 'sentence'> & Partial<Refusal>,
  status = 409,
): Promise<Answer> {
  const { asked, dependencies, name, context } = page;
  // The case is read again, because somebody has just changed it.
  const { file } = await caseStillKnown(dependencies, asked.known.file.reference);
  const form = page.asking.formOf(read.answers);
  const first = refusal.code === 'already-decided' ? firstOf(file, name, form) : undefined;
  const said =
    first === undefined
      ? []
      : await answersOnRecord(dependencies, { file, viewer: asked.visitor.person, context }, { name, fact: first });
  return notRecordedView(
    { asked: { ...asked, known: { ...asked.known, file } }, dependencies, name },
    {
      sentence: saidOnPage({ profile: dependencies.profile, policy: file.policy }, refusal),
      first,
      said,
      mine: rowsOf(page, read.answers),
      back: formAddress(page, draft.secret),
    },
    status,
  );
}

/**
 * Returns the changes that a decision set in motion; undefined unless this person recorded it in the last seven days.
 */
async function motionOf(
  asked: AskedOfCase,
  dependencies: ConsoleDependencies,
  entry: number,
): Promise<Motion | undefined> {
  const { known, visitor, now } = asked;
  const by = { reference: known.file.reference, entry, person: visitor.person.id, now };
  const kept = await keptOutlines(dependencies, by);
  if (kept === undefined) return undefined;
  const after = kept.after ?? outlineOf(known.file, caseNow(now, known));
  if (kept.after === undefined) await keepOutlines(dependencies, by, { ...kept, after });
  return motionBetween(kept.before, after);
}

/** The decision on the record, and what it set in motion. */
async function showRecorded(asked: AskedOfCase, dependencies: ConsoleDependencies): Promise<Answer> {
  const name = decisionIn(asked);
  const entry = Number(one(asked.query, 'entry'));
  if (name === undefined || !Number.isInteger(entry) || entry < 1) return notFound();
  const { known, visitor, now } = asked;
  const { file } = known;
  const { reference } = file;
  const [event] = await dependencies.records.events.eventsOf(reference, { after: entry - 1, limit: 1 });
  if (event?.seq !== entry) {
    const kept = await keptOutlines(dependencies, { reference, entry, person: visitor.person.id, now });
    return kept === undefined ? notFound() : beingWrittenView(asked, typographic(definitionOf(name).title));
  }
  if (event.decision !== name || event.kind !== 'decision-taken') return notFound();
  const context = await caseContext(dependencies, { file, viewer: visitor.person, now: caseNow(now, known) });
  const fact = entryBySeq(file, entry)?.fact;
  const [motion, notices, answers] = await Promise.all([
    motionOf(asked, dependencies, entry),
    dependencies.records.notices.noticesOf(reference),
    fact === undefined ? [] : answersOnRecord(dependencies, { file, viewer: visitor.person, context }, { name, fact }),
  ]);
  const emailed = notices.filter(({ notice }) => notice.key.startsWith(`${reference}/${entry}/`));
  return recordedView({
    asked,
    dependencies,
    event,
    answers,
    motion,
    emailed: emailed.map(({ notice: { to, as } }) => ({
      name: nameOf(dependencies.profile, to),
      part: file.policy.roleTitles[as],
    })),
  });
}

const address = '/cases/:reference/decisions/:decision';

/** From the answers to the record. */
export const recordingRoutes: readonly PageRoute[] = [
  getPage(`${address}/check`, whoSees('part', { page: 'decide', shows: 'decision-check' }), showCheck),
  postPage(`${address}/check`, whoSees('part', { page: 'decide', shows: 'decision-check' }), record),
  getPage(`${address}/recorded`, whoSees('part', { page: 'decide', shows: 'decision-recorded' }), showRecorded),
];
