import { prepare } from '../../casework/preparing';
import { caseNow } from '../../casework/reading';
import { daysBetween, sayDate } from '../../procedure/dates';
import { definitionOf } from '../../procedure/catalogue';
import { take } from '../../procedure/take';
import type { IsoDate } from '../../procedure/time';
import { view, type View } from '../answer';
import { caseFrame } from '../case/case-frame';
import { nameOf } from '../plain-sentences';
import { rowsOf } from './answers';
import type { ReadDecision, DecisionPage } from './form-read';
import { addressOf, hatOf, titleOf } from './form-view';
import { motionBetween, outlineOf } from './motion';
import type { SinceInWords } from './since';

type InOrder = Extract<ReadDecision, { readonly kind: 'in-order' }>;

/** What recording it would do, by the rules: nothing of it is kept. */
function foreseen({ asked, dependencies, name }: DecisionPage, { on, form }: InOrder) {
  const { known, visitor } = asked;
  const now = caseNow(asked.now, known);
  const prepared = prepare(known.file, { name, on, form, actor: visitor.person, key: 'to-be-foreseen', now });
  const answer = prepared.kind === 'prepared' ? take(known.file, prepared.call, now) : undefined;
  if (answer?.kind !== 'taken') return undefined;
  const people = [...new Set(answer.notices.map(({ to }) => nameOf(dependencies.profile, to)))];
  return { motion: motionBetween(outlineOf(known.file, now), outlineOf(answer.file, now)), emailed: people };
}

function warningsOf({ asked, context, name }: DecisionPage, on: IsoDate): readonly string[] {
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
  ];
}

const stillBeingWritten =
  'Somebody has just recorded something in this case, and it is still being written down. Reload this page in a moment to see it before you record yours.';

/** Check your answers: everything that will be recorded, and what it will set in motion. */
export function checkView(
  page: DecisionPage,
  draft: string,
  {
    read,
    since,
    isBehind,
  }: { readonly read: InOrder; readonly since: readonly SinceInWords[]; readonly isBehind: boolean },
): View {
  const form = addressOf(page, draft);
  return view('decide/check.njk', 'Check your answers', {
    ...caseFrame(page.asked, { called: titleOf(page) }),
    decision: titleOf(page),
    rows: [
      { title: 'The day', value: sayDate(read.on), change: `${form}#on` },
      ...rowsOf(page, read.answers).map(({ title, value, anchor }) => ({ title, value, change: `${form}#${anchor}` })),
    ],
    hat: hatOf(page),
    warnings: [...warningsOf(page, read.on), ...(isBehind && since.length === 0 ? [stillBeingWritten] : [])],
    since,
    seen: page.asked.known.file.seq,
    foreseen: foreseen(page, read),
    action: addressOf(page, draft, '/check'),
    correcting: page.correcting,
  });
}
