import { caseNow } from '../../../casework/reading';
import type { CaseFile } from '../../../procedure/case/case-file';
import { openDecisions } from '../../../procedure/describe';
import type { CaseEvent } from '../../../procedure/case/record';
import { definitionOf } from '../../../procedure/catalogue';
import { whyMayNot } from '../../../procedure/may-take';
import { turnsOf } from '../../../procedure/reminders/turns';
import { view, type View } from '../../http/answer';
import { caseFrame, decisionAddress } from '../../case-frame/case-frame';
import { recordAddress } from '../../case-frame/record-filter';
import { deadlineTitle } from '../../wording/case-status';
import type { ConsoleDependencies } from '../../http/dependencies';
import type { Asked, VisitOfCase } from '../../http/page';
import { confirmationOf } from '../../wording/confirmation';
import { whoDecidedIt } from '../../wording/on-behalf';
import { nameOf } from '../../wording/name-of';
import type { AnswerRow } from './answers';
import type { Motion } from './motion';
import { typographic } from '../../wording/letters';

/** A decision that was recorded, as its last page shows it. */
export interface RecordedDecision {
  readonly asked: Asked & VisitOfCase;
  readonly dependencies: ConsoleDependencies;
  readonly event: CaseEvent;
  readonly answers: readonly AnswerRow[];
  /** Undefined if somebody else recorded the decision, or if that was long ago. */
  readonly motion: Motion | undefined;
  readonly emailed: readonly { readonly name: string; readonly part: string }[];
}

/** Shows a decision that was recorded, what it changed, and the next turns. */
export function recordedView({ asked, dependencies, event, answers, motion, emailed }: RecordedDecision): View {
  const { file } = asked.known;
  const { decision, by, role } = event;
  const done = decision === undefined ? undefined : definitionOf(decision);
  return view('pages/decide/recorded.njk', done === undefined ? 'Recorded' : confirmationOf(done), {
    ...caseFrame(asked, { called: done === undefined ? 'A decision' : typographic(done.title) }),
    on: event.on,
    seq: event.seq,
    by: by === undefined ? undefined : nameOf(dependencies.profile, by),
    part: role === undefined ? undefined : file.policy.roleTitles[role],
    recordedFor:
      event.recordedFor === undefined
        ? undefined
        : whoDecidedIt({ file, profile: dependencies.profile }, event.recordedFor),
    answers,
    passes: (event.passes?.limits ?? []).map(({ sentence }) => typographic(sentence)),
    motion,
    emailed,
    next: nextOf({ asked, dependencies }),
    mine: decisionsOf(file, asked),
    record: recordAddress(file.reference, { entry: event.seq }),
    closed: file.closedOn,
  });
}

/** Lists the next four turns: title, date and people. */
function nextOf({ asked, dependencies }: Pick<RecordedDecision, 'asked' | 'dependencies'>) {
  const { file } = asked.known;
  const now = caseNow(asked.now, asked.known);
  return [...turnsOf(file)]
    .sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))
    .slice(0, 4)
    .map((turn) => ({
      title: typographic(deadlineTitle(turn, file)),
      due: turn.due,
      overdue: turn.dueAt < now,
      people: turn.people.map((id) => nameOf(dependencies.profile, id)).join(', '),
    }));
}

const mostOffered = 6;

/** The decisions of open steps that this person can take next. */
function decisionsOf(file: CaseFile, { visitor }: Asked & VisitOfCase) {
  return openDecisions(file)
    .filter(({ step, decision }) => step !== null && whyMayNot(file, decision, visitor.person.id) === undefined)
    .slice(0, mostOffered)
    .map(({ decision, title }) => ({ title: typographic(title), href: decisionAddress(file.reference, decision) }));
}

/** The decision was taken, and is still being written to the record. */
export const beingWrittenView = (asked: Asked & VisitOfCase, decision: string): View =>
  view('pages/decide/being-written.njk', 'Decided, and being written down', {
    ...caseFrame(asked, { called: decision }),
    decision,
    again: asked.address,
  });
