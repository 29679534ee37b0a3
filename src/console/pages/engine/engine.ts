import { mostAtOnce, readComparison, restartCases, type Restart } from '../../../casework/restarting';
import { sayFinding, type FoundCase } from '../../../casework/engine-finding';
import { does, opens, visibility, type Viewer } from '../../../procedure/permissions';
import { addressWith } from '../../http/address-with';
import { notAllowed, notFound, redirect, referencesIn, showingCases, view, type Answer } from '../../http/answer';
import type { ConsoleDependencies } from '../../http/dependencies';
import { one } from '../../http/fields';
import { getPage, postPage, type Asked, type ByVisitor, type PageRoute } from '../../http/page';
import { whoOpens } from '../../../http/access';
import { partnershipNames, saidOnPage } from '../../wording/said-on-page';
import { typographic } from '../../wording/letters';

const restarter = whoOpens('engine', 'restart-case');
const all = 'all';
const nothingToRestart = 'This case runs as it should, or is closed. There is nothing to restart.';

const row =
  ({ engineLink }: ConsoleDependencies) =>
  ({ reference, finding }: FoundCase) => ({
    reference,
    sentence: typographic(sayFinding(reference, finding)),
    engine: engineLink?.(reference),
  });

/** Says how many cases were restarted, by the number in the address, and how many still do not run. */
function whatHappened(restarted: string, standing: readonly FoundCase[]): string | undefined {
  if (!/^\d{1,6}$/.test(restarted)) return undefined;
  const count = Number(restarted);
  if (count === 0) return 'Nothing had to be restarted: every case asked for runs as it should.';
  const left = standing.length;
  const were = `${count} ${count === 1 ? 'case was' : 'cases were'} restarted.`;
  if (left === 0) return `${were} Every open case runs as it should.`;
  return `${were} ${left} ${left === 1 ? 'does' : 'do'} not go on yet: restart ${left === 1 ? 'it' : 'them'} too.`;
}

/** Lists the tasks about rules that failed in a case and that nobody has marked as put right. */
async function faultsFor({ records, profile }: ConsoleDependencies, person: Viewer) {
  const toDo = await records.tasks.list({ toDo: true, visibleTo: visibility(person) });
  return toDo
    .filter(({ kind }) => kind === 'rule-failed')
    .map((task) => ({
      key: task.key,
      reference: task.reference,
      sentence: saidOnPage(partnershipNames({ profile }), task),
      createdAt: task.createdAt,
    }));
}

/**
 * Marks a fault as put right by whoever looks after the program. The Business Unit then has no task about it either.
 */
async function putRight(
  { visitor, fields, now }: Asked & ByVisitor,
  dependencies: ConsoleDependencies,
): Promise<Answer> {
  const { person } = visitor;
  const faults = await faultsFor(dependencies, person);
  const fault = faults.find(({ key }) => key === one(fields, 'fault'));
  if (fault === undefined) return notFound('This fault is put right already, or is of no case that you see.');
  await dependencies.records.tasks.done(fault.key, { at: now, by: person.id });
  return redirect('/engine');
}

async function show({ visitor, query }: Asked & ByVisitor, dependencies: ConsoleDependencies): Promise<Answer> {
  const { person } = visitor;
  const [{ at, open, found, nobodyAnswers }, faults] = await Promise.all([
    readComparison(dependencies, person),
    faultsFor(dependencies, person),
  ]);
  const list = view('pages/engine/engine.njk', 'Cases and the engine', {
    at,
    open,
    nobodyAnswers,
    found: found.map(row(dependencies)),
    faults,
    atOnce: Math.min(found.length, mostAtOnce),
    restarts: does(person, 'restart-case'),
    opensCases: opens(person, 'case'),
    happened: whatHappened(one(query, 'restarted'), found),
  });
  return showingCases(list, [found, faults].flatMap(referencesIn));
}

/** Shows which cases a restart would affect and what it does, before anything is restarted. */
async function check({ visitor, query }: Asked & ByVisitor, dependencies: ConsoleDependencies): Promise<Answer> {
  const { found } = await readComparison(dependencies, visitor.person);
  const wanted = one(query, 'case');
  const meant = found.filter(({ reference }) => wanted === all || reference === wanted);
  const cases = meant.slice(0, mostAtOnce);
  if (cases.length === 0) return notFound(nothingToRestart);
  const list = view('pages/engine/restart.njk', wanted === all ? 'Restart every case' : `Restart ${wanted}`, {
    wanted,
    cases: cases.map(row(dependencies)),
    every: wanted === all,
    left: meant.length - cases.length,
  });
  return showingCases(list, referencesIn(cases));
}

async function restart({ visitor, fields }: Asked & ByVisitor, dependencies: ConsoleDependencies): Promise<Answer> {
  const wanted = one(fields, 'case');
  const form = { cases: wanted === all ? all : [wanted] };
  const restarted = await restartCases(dependencies, { form, actor: visitor.person });
  if (restarted.kind === 'refused') {
    return restarted.refusal.fields === undefined
      ? notAllowed(saidOnPage(partnershipNames(dependencies), restarted.refusal))
      : notFound(nothingToRestart);
  }
  const isNone = ({ kind }: Restart): boolean => kind === 'no-such-case';
  if (restarted.restarts.length > 0 && restarted.restarts.every(isNone)) return notFound(nothingToRestart);
  const count = restarted.restarts.filter(({ kind }) => kind === 'restarted').length;
  return redirect(addressWith('/engine', { restarted: String(count) }));
}

/**
 * The page that compares the open cases with those running in Temporal, and restarts the ones that do not run. For IT
 * and the Business Manager.
 */
export const engineRoutes: readonly PageRoute[] = [
  getPage('/engine', whoOpens('engine'), show),
  getPage('/engine/restart', restarter, check),
  postPage('/engine/restart', restarter, restart),
  // The same people mark a fault as put right who may restart a case.
  postPage('/engine/faults', restarter, putRight),
];
