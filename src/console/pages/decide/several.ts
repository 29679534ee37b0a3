import { decideSeveral, type RowDecided } from '../../../casework/deciding-several';
import { definitionOf, isDecisionName } from '../../../procedure/catalogue';
import { roleOfCall } from '../../../procedure/may-take';
import { owedToRecord } from '../../../procedure/several-at-once';
import { newSecret } from '../../../security/secret';
import { whoSees } from '../../../http/access';
import { decisionAddress } from '../../case-frame/case-frame';
import { tickName, withoutRows } from '../../forms/rows-to-tick';
import { notFound, redirect, type Answer } from '../../http/answer';
import type { ConsoleDependencies } from '../../http/dependencies';
import { one } from '../../http/fields';
import { getPage, postPage, type Fields, type PageRoute } from '../../http/page';
import { saidOnPage } from '../../wording/said-on-page';
import { severalAddress } from '../../wording/where-done';
import { standsInTheWay, type AskedOfCase } from './page-of';
import { keepOutcome, outcomeKept, type SeveralOutcome } from './several-kept';
import { readSeveral, severalPage, type SeveralPage } from './several-read';
import { allRecordedView, severalAtFirst, severalView } from './several-view';
import { entrySeenIn, seenName } from './since';

/* A decision for several owners at once: three returns that came in, or five members without comments, in one form. */

const notForSeveral = notFound('This is recorded for one at a time. Choose it on the page of the case.');

const keyName = 'key';

/** The decision that the address names, if it can be recorded for several at once. */
function severalIn({ params }: AskedOfCase): Pick<SeveralPage, 'name' | 'several'> | undefined {
  const name = params['decision'] ?? '';
  if (!isDecisionName(name)) return undefined;
  const { several } = definitionOf(name);
  return several === undefined ? undefined : { name, several };
}

/** Returns why this person cannot record it, or the form for one, where they record it for others alone. */
const instead = async (
  asked: AskedOfCase,
  dependencies: ConsoleDependencies,
  { name }: Pick<SeveralPage, 'name'>,
): Promise<Answer> =>
  (await standsInTheWay(asked, dependencies, name)) ?? redirect(decisionAddress(asked.known.file.reference, name));

/** The form; once it was sent, what was recorded and what was not. */
async function showSeveral(asked: AskedOfCase, dependencies: ConsoleDependencies): Promise<Answer> {
  const decision = severalIn(asked);
  if (decision === undefined) return notForSeveral;
  const { name } = decision;
  const outcome = await outcomeKept(dependencies, asked, { name, key: one(asked.query, 'form') });
  const before = asked.typedBefore === undefined ? undefined : typedIn(asked.typedBefore);
  const owed = owedToRecord(asked.known.file, name, asked.visitor.person.id);
  if (outcome === undefined && before === undefined && owed.length === 0) return instead(asked, dependencies, decision);
  const page = await severalPage(asked, dependencies, decision);
  if (before !== undefined) return severalView(page, before);
  if (outcome === undefined) return severalView(page, { typed: severalAtFirst(page) });
  if (outcome.refused.length === 0) return allRecordedView(page, outcome);
  const { typed, refused, recorded, seen } = outcome;
  return severalView(page, { typed, problems: refused, recorded, seen });
}

/** Returns what was typed without the fields that the page added, with the key of the form and what its maker had seen. */
function typedIn(fields: Fields) {
  const { _csrf, [seenName]: _seen, [keyName]: _key, ...typed } = fields;
  return { typed, seen: entrySeenIn(fields), key: one(fields, keyName) || newSecret() };
}

/** Records what was ticked, each row as a decision of its own, and leads on to what became of them. */
async function sendSeveral(asked: AskedOfCase, dependencies: ConsoleDependencies): Promise<Answer> {
  const decision = severalIn(asked);
  if (decision === undefined) return notForSeveral;
  const { name } = decision;
  const { known, visitor } = asked;
  const { file } = known;
  const { typed, seen = file.seq, key } = typedIn(asked.fields);
  if (typeof roleOfCall(file, { name, by: visitor.person.id }) !== 'string')
    return instead(asked, dependencies, decision);
  const page = await severalPage(asked, dependencies, decision);
  const read = readSeveral(page, typed, key);
  if (read.kind === 'wrong') return severalView(page, { typed, problems: read.problems, seen, key });
  const sent = { file, name, on: read.on, actor: visitor.person, key, seen, rows: read.rows };
  const outcome = outcomeOf(page, { typed, seen }, await decideSeveral(dependencies, sent));
  await keepOutcome(dependencies, asked, { name, key, outcome });
  return redirect(`${severalAddress(file.reference, name)}?${new URLSearchParams({ form: key }).toString()}`);
}

const changedSince =
  'This is not recorded yet, because somebody recorded an answer meanwhile. Read it, and record yours again if it still holds';

function outcomeOf(
  { asked, dependencies }: SeveralPage,
  { typed, seen }: Pick<SeveralOutcome, 'typed' | 'seen'>,
  rows: readonly RowDecided[],
): SeveralOutcome {
  const names = { profile: dependencies.profile, policy: asked.known.file.policy };
  const recorded = rows.flatMap((row) => (row.kind === 'recorded' ? [{ value: row.value, entry: row.entry }] : []));
  const refused = rows.flatMap((row) => {
    if (row.kind === 'recorded') return [];
    const { refusal, value } = row;
    const sentence = refusal.code === 'changed-since' ? changedSince : saidOnPage(names, refusal);
    return [{ field: tickName(value), sentence }];
  });
  const left = withoutRows(
    typed,
    recorded.map(({ value }) => value),
  );
  return { typed: left, recorded, refused, seen };
}

const address = '/cases/:reference/decisions/:decision/several';

/** A decision for several owners at once. */
export const severalRoutes: readonly PageRoute[] = [
  getPage(address, whoSees('part', { page: 'decide', shows: 'decision' }), showSeveral),
  postPage(address, whoSees('part', { page: 'decide', shows: 'decision' }), sendSeveral),
];
