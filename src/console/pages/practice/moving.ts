import { moveForward, movingForwardWithinMs, type MovedForward } from '../../../casework/moving-forward';
import { printOf } from '../../../casework/content-hash';
import { caseNow } from '../../../casework/reading';
import { londonDate, parseInstant } from '../../../procedure/time/dates';
import { does } from '../../../procedure/permissions';
import type { CaseReference, IsoDate } from '../../../procedure/time/time';
import type { Lease } from '../../../records/idempotency';
import { newSecret } from '../../../security/secret';
import { CasesUnavailable } from '../../../temporal/cases';
import { notFound, redirect, view, type Answer } from '../../http/answer';
import { caseAddress, caseFrame } from '../../case-frame/case-frame';
import type { ConsoleDependencies } from '../../http/dependencies';
import { one } from '../../http/fields';
import { dateParts, readTypedDate } from '../../forms/typed-date';
import { getPage, postPage, type Asked, type Fields, type PageRoute, type VisitOfCase } from '../../http/page';
import { whoSees } from '../../../http/access';
import { movedView, standingView, type Way } from './moving-view';
import { partnershipNames, problemsOnPage, saidOnPage } from '../../wording/said-on-page';

/* Moving a practice case forward in time. The same page moves it once, however often its button is pressed. */

type AskedOfCase = Asked & VisitOfCase;

interface Problem {
  readonly field: string;
  readonly sentence: string;
}

const realCase = (reference: CaseReference): Answer =>
  notFound(`${reference} is a real case. Its time passes by itself; only a practice case can be moved forward.`);

interface Shown {
  readonly problems?: readonly Problem[];
  /** The reason that the case was not moved, if no field can put it right. */
  readonly obstacle?: { readonly sentence: string; readonly forIt?: string };
  readonly status?: number;
}

/** Reads from the address which move to show; undefined if any part of it is missing or wrong. */
function wayIn(query: Fields): Way | undefined {
  const [after, through] = ['after', 'through'].map((name) => {
    const said = one(query, name);
    return /^\d{1,9}$/.test(said) ? Number(said) : undefined;
  });
  const [from, to] = ['from', 'to'].map((name) => parseInstant(one(query, name)));
  return after === undefined || through === undefined || from === undefined || to === undefined
    ? undefined
    : { after, through, from, to };
}

const addressOf = (reference: CaseReference, { after, through, from, to }: Way): string =>
  `${caseAddress(reference)}/practice?${new URLSearchParams({ after: String(after), through: String(through), from, to }).toString()}`;

async function show(asked: AskedOfCase, dependencies: ConsoleDependencies, shown: Shown = {}): Promise<Answer> {
  const { known, visitor, query } = asked;
  const fields = asked.typedBefore ?? asked.fields;
  const { problems = [], obstacle, status = 200 } = shown;
  if (!known.file.practice) return realCase(known.file.reference);
  const way = wayIn(query);
  const model = {
    ...caseFrame(asked, { called: 'Move forward' }),
    ...standingView(known.file, caseNow(asked.now, known)),
    moved: way === undefined ? undefined : await movedView(dependencies, known.file, visitor.person, way),
    moves: does(visitor.person, 'move-practice-forward'),
    key: newSecret(),
    problems,
    obstacle,
    typed: { workingDays: one(fields, 'workingDays'), ...typedUntil(fields) },
  };
  return view('pages/practice/moving.njk', 'Move forward in time', model, status);
}

const typedUntil = (fields: Fields) =>
  Object.fromEntries(dateParts.map((part) => [part, one(fields, `until.${part}`)])) as Readonly<
    Record<(typeof dateParts)[number], string>
  >;

/** Returns how far to move, as typed, or the problem with that. */
function howFar(fields: Fields, today: IsoDate): object | Problem {
  switch (one(fields, 'way')) {
    case 'next':
      return { to: 'next-deadline' };
    case 'days': {
      const typed = one(fields, 'workingDays');
      if (/^\d{1,3}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= 400) return { workingDays: Number(typed) };
      return { field: 'workingDays', sentence: 'Enter how many working days, a number from 1 to 400' };
    }
    case 'until': {
      const { day, month, year } = typedUntil(fields);
      const read = readTypedDate({ day, month, year }, { today, title: 'The day' });
      return typeof read === 'string' ? { until: read } : { field: `until.${read.part}`, sentence: read.sentence };
    }
    default:
      return { field: '', sentence: 'Choose how far to move the case' };
  }
}

const isProblem = (read: object): read is Problem => 'sentence' in read;

/** Shows the reason that the case was not moved. */
function notMoved(
  asked: AskedOfCase,
  dependencies: ConsoleDependencies,
  outcome: Exclude<MovedForward, { kind: 'moved' }>,
) {
  const obstacle = (sentence: string, forIt?: string) =>
    show(asked, dependencies, { obstacle: { sentence, ...(forIt === undefined ? {} : { forIt }) }, status: 409 });
  switch (outcome.kind) {
    case 'refused': {
      const { fields = [] } = outcome.refusal;
      if (fields.length === 0) return obstacle(saidOnPage(partnershipNames(dependencies), outcome.refusal));
      const problems = problemsOnPage(partnershipNames(dependencies), fields).map(({ field, sentence }) => ({
        field: field === 'until' ? 'until.day' : field,
        sentence,
      }));
      return show(asked, dependencies, { problems, status: 422 });
    }
    case 'closed':
      return obstacle('The case is closed: nothing happens in it any more. Reopen it first, or open another one.');
    case 'nothing-ahead':
      return obstacle(
        'Nothing lies ahead in this case: no date and no reminder. Move it by working days, or to a day.',
      );
    case 'cannot-skip':
      return obstacle(
        'The server that this installation runs on cannot move a case’s time forward, so nothing was changed. Practice cases stay usable, at the speed of the calendar. Tell IT.',
        outcome.sentence,
      );
    case 'not-running':
      return obstacle(
        'The case is on the record, and the system that runs cases does not know it. Tell IT.',
        outcome.sentence,
      );
    case 'not-practice':
    case 'no-such-case':
      return Promise.resolve(realCase(asked.known.file.reference));
  }
}

const address = (body: unknown): string | undefined =>
  typeof body === 'object' && body !== null && 'address' in body && typeof body.address === 'string'
    ? body.address
    : undefined;

async function moveOnce(
  asked: AskedOfCase,
  dependencies: ConsoleDependencies,
  { form, lease }: { readonly form: object; readonly lease: Lease },
): Promise<Answer> {
  const { idempotency } = dependencies.records;
  const { reference, seq } = asked.known.file;
  try {
    const outcome = await moveForward(dependencies, { reference, form, actor: asked.visitor.person });
    if (outcome.kind !== 'moved') {
      await idempotency.forget(lease);
      return await notMoved(asked, dependencies, outcome);
    }
    const through = outcome.events.at(-1)?.seq ?? seq;
    const there = addressOf(reference, { after: seq, through, from: outcome.from, to: outcome.now });
    await idempotency.finish(lease, { status: 303, body: { address: there } });
    return redirect(there);
  } catch (error) {
    if (!(error instanceof CasesUnavailable)) {
      await idempotency.release(lease);
      throw error;
    }
    // The case may have begun to move. Finish the request, so that the same press of the button cannot move it twice.
    await idempotency.finish(lease, { status: 303, body: { address: `${caseAddress(reference)}/practice` } });
    const sentence = `${error.message} Look at the date in this case before you move it again: it may have moved part of the way.`;
    return show(asked, dependencies, { obstacle: { sentence }, status: 503 });
  }
}

async function move(asked: AskedOfCase, dependencies: ConsoleDependencies): Promise<Answer> {
  const { known, fields, visitor, now } = asked;
  const { reference, practice } = known.file;
  if (!practice) return realCase(reference);
  const form = howFar(fields, londonDate(caseNow(now, known)));
  if (isProblem(form)) return show(asked, dependencies, { problems: [form], status: 422 });
  const begun = await dependencies.records.idempotency.begin({
    scope: `move ${reference} ${visitor.person.id}`,
    key: one(fields, 'key'),
    bodyHash: printOf(`move ${reference}`, form),
    leaseMs: movingForwardWithinMs,
  });
  switch (begun.kind) {
    case 'fresh':
      return moveOnce(asked, dependencies, { form, lease: begun.lease });
    case 'done':
      return redirect(address(begun.body) ?? `${caseAddress(reference)}/practice`);
    case 'forgotten':
      return redirect(`${caseAddress(reference)}/practice`);
    case 'in-progress':
    case 'another-body': {
      const sentence =
        begun.kind === 'in-progress'
          ? 'The case is being moved at this moment. Wait, and reload this page to see where its clock stands.'
          : 'This page had moved the case already. Look where its clock stands, and press again if it is to go on.';
      return show(asked, dependencies, { obstacle: { sentence }, status: 409 });
    }
  }
}

/** Moving a practice case forward in time. */
export const movingRoutes: readonly PageRoute[] = [
  getPage(
    '/cases/:reference/practice',
    whoSees('state', { page: 'practice', shows: 'moving-forward' }),
    (asked, dependencies) => show(asked, dependencies),
  ),
  postPage(
    '/cases/:reference/practice',
    whoSees('state', { page: 'practice', act: 'move-practice-forward', shows: 'moving-forward' }),
    move,
  ),
];
