import { prepare } from '../../../casework/preparing';
import { caseNow } from '../../../casework/reading';
import { daysBetween, sayDate } from '../../../procedure/time/dates';
import { definitionOf } from '../../../procedure/catalogue';
import { reasonField } from '../../../procedure/case/passing';
import { take } from '../../../procedure/take';
import { view, type View } from '../../http/answer';
import { caseFrame } from '../../case-frame/case-frame';
import { nameOf } from '../../wording/name-of';
import { rowsOf } from './answers';
import type { DecisionPage, ReadDecision } from './form-read';
import { formAddress, hatOf, decisionTitle } from './form-view';
import { motionBetween, outlineOf } from './motion';
import type { SinceInWords } from './since';
import { typographic } from '../../wording/letters';

type InOrder = Extract<ReadDecision, { readonly kind: 'in-order' }>;

/** Works out by the rules what the decision would change, without keeping anything. */
function foreseen({ asked, dependencies, name, content }: DecisionPage, { on, form, onBehalf, asksReason }: InOrder) {
  const { known, visitor } = asked;
  const now = caseNow(asked.now, known);
  const reason = asksReason ? { reasonForPassing: 'To be given' } : {};
  const sent = { name, on, form, onBehalf, actor: visitor.person, ...reason };
  const prepared = prepare(known.file, { ...sent, key: 'to-be-foreseen', now, content });
  const answer = prepared.kind === 'prepared' ? take(known.file, prepared.call, now) : undefined;
  if (answer?.kind !== 'taken') return undefined;
  const people = [...new Set(answer.notices.map(({ to }) => nameOf(dependencies.profile, to)))];
  return { motion: motionBetween(outlineOf(known.file, now), outlineOf(answer.file, now)), emailed: people };
}

function warningsOf({ asked, context, name }: DecisionPage, { on, onBehalf }: InOrder): readonly string[] {
  const { onBehalfOf } = definitionOf(name);
  const ago = daysBetween(on, context.today);
  const behalf = onBehalfOf === undefined ? undefined : asked.known.file.policy.roleTitles[onBehalfOf];
  return [
    ...(ago > 0
      ? [
          `You date it ${sayDate(on)}, ${ago === 1 ? 'yesterday' : `${ago} days ago`}. Every date that follows counts from that day.`,
        ]
      : []),
    ...(behalf === undefined ? [] : [`You put it on the record on behalf of: ${behalf}.`]),
    ...(onBehalf === undefined
      ? []
      : [
          'Whoever decided it is emailed at once. Until they agree, the entry reads “not yet confirmed”, and silence is not agreement.',
        ]),
  ];
}

const stillBeingWritten =
  'Somebody has just recorded something in this case, and it is still being written down. Reload this page in a moment to see it before you record yours.';

/** The reason typed on the check page, and the problem with it. */
interface Reasoned {
  readonly reason: string;
  readonly problem?: string;
}

/** Values that the check page shows beside the form. */
export interface ToCheck {
  readonly read: InOrder;
  readonly since: readonly SinceInWords[];
  readonly isBehind: boolean;
  readonly reasoned?: Reasoned;
}

/** Check your answers: everything that will be recorded, the limits that it passes, and what it will set in motion. */
export function decisionCheckView(
  page: DecisionPage,
  draft: string,
  { read, since, isBehind, reasoned = { reason: '' } }: ToCheck,
): View {
  const form = formAddress(page, draft);
  const { problem } = reasoned;
  const content = {
    ...caseFrame(page.asked, { called: decisionTitle(page) }),
    decision: decisionTitle(page),
    rows: [
      { title: 'The day', value: sayDate(read.on), change: `${form}#on` },
      ...rowsOf(page, read.answers).map(({ title, value, anchor }) => ({ title, value, change: `${form}#${anchor}` })),
    ],
    hat: hatOf(page, read.onBehalf),
    warnings: [...warningsOf(page, read), ...(isBehind && since.length === 0 ? [stillBeingWritten] : [])],
    since,
    seen: page.asked.known.file.seq,
    foreseen: foreseen(page, read),
    action: formAddress(page, draft, '/check'),
    correcting: page.correcting,
    unresolved: page.unresolved ?? [],
    passes: read.passes.map(({ sentence }) => typographic(sentence)),
    asksReason: read.asksReason,
    reason: { ...reasoned, name: reasonField },
    errors: problem === undefined ? [] : [{ text: typographic(problem), href: `#${reasonField}` }],
  };
  return view('pages/decide/check.njk', 'Check your answers', content, problem === undefined ? 200 : 422);
}
