import { setTimeout as pause } from 'node:timers/promises';
import { median, percentile, timed } from './figures.mjs';

/*
 * Nine o'clock on a Monday. The cases carry a policy whose mornings begin at the next minute that comes, so that each
 * has a timer of its own that fires at that moment; what follows is what happens on any morning: the case is replayed,
 * the reminder decided, put on the record and sent by SMTP to a mail server on this machine, which takes it at once. Each
 * case waits for its own turn after the hour (`ownTurn`), so the last email cannot come before the last turn does.
 * Meanwhile decisions are taken by the API, one after another, each on another case that nothing is due in.
 */
const usualDecisions = 40;

/** @import { Row, Say } from './figures.mjs' */
/** @import { Ask } from './installation.mjs' */
/** @import { Relay } from './relay.mjs' */
/** @import { Standing } from './standing.mjs' */

/**
 * The requests of the measurement, and how many of each.
 *
 * @typedef {{ ask: Ask, relay: Relay, say: Say, reminders: number, cases: number }} Options
 */

/**
 * Returns the rows about so many reminders due at once.
 *
 * @param {Standing} standing
 * @param {Options} options
 * @returns {Promise<Row[]>}
 */
export async function measureMonday(standing, { ask, relay, say, reminders, cases }) {
  const { found, files } = standing;
  const before = await bareMorning(standing, { say, reminders });
  const margin = (reminders / cases) * Math.max(found.loadMs, found.bareLoadMs) * 4 + found.emptyStartMs * 4 + 60_000;
  const morning = files.morningAfter(Date.now() + margin);
  if (morning === undefined) throw new Error('Reminders go out on working days, and today is none.');
  say(`Loading ${reminders} cases that have a reminder due at ${morning}.`);
  const reminded = await standing.fill(files.dueAt(morning), reminders);
  const lastTurnMs = Math.max(...reminded.map((reference) => files.ownTurn({ reference, practice: false })));
  // A worker that has just begun has none of the cases warm.
  await standing.stop();
  await standing.start();
  let asked = 0;
  let unanswered = 0;
  const decide = () =>
    timed(async () => {
      const decision = `/api/cases/${standing.references[asked % cases]}/decisions/addNote`;
      asked += 1;
      // Whoever is told that the engine is too slow has waited for that answer.
      await ask('POST', decision, { note: 'A note.' }).catch((error) => {
        if (!String(error).includes('too-slow')) throw error;
        unanswered += 1;
      });
    });
  /** @type {number[]} */
  const usual = [];
  for (let n = 0; n < Math.min(usualDecisions, Math.floor(cases / 4)); n += 1) usual.push(await decide());
  const due = Date.parse(morning);
  if (Date.now() > due - 1_000) throw new Error('Loading took longer than was thought: the morning is past.');
  const come = relay.allCome(reminders);
  /** @type {number | undefined} */
  let last;
  void come.then((at) => (last = at));
  await pause(due - Date.now());
  /** @type {number[]} */
  const waits = [];
  while (last === undefined) waits.push(await decide());
  const inVain = unanswered === 0 ? '' : `, ${unanswered} of them not answered in time`;
  const ours = last - due;
  const behindTurn = (ours - lastTurnMs) / 1000;
  const stopMs = await standing.stop();
  const startMs = await standing.start();
  const after = await bareMorning(standing, { say, reminders });
  const yardstick = (before + after) / 2;
  const many = reminders.toLocaleString('en-GB');
  /** @param {number[]} all */
  const said = (all) =>
    `p50 ${median(all).toFixed(0)} ms, p95 ${percentile(all, 0.95).toFixed(0)} ms, longest ${Math.max(...all).toFixed(0)} ms`;
  return [
    [
      `${many} reminders due at one moment, ${cases.toLocaleString('en-GB')} other cases open, none warm: until the last email was taken by the mail server`,
      `${(ours / 1000).toFixed(1)} s, ${((reminders * 1000) / ours).toFixed(0)} a second; ${behindTurn.toFixed(1)} s after the turn of the last case`,
      `${(ours / yardstick).toFixed(2)} times, of which its turn is ${(lastTurnMs / yardstick).toFixed(2)}`,
      `bare workflows with one timer due at one moment and one activity, before and after: ${(before / 1000).toFixed(1)} s and ${(after / 1000).toFixed(1)} s`,
    ],
    [
      `${waits.length} decisions meanwhile through the API, one after another, each on another case while there are any`,
      `${said(waits)}${inVain}`,
      `${(median(waits) / median(usual)).toFixed(1)} times the p50, ${(Math.max(...waits) / median(usual)).toFixed(1)} times it at the longest`,
      `just before: ${said(usual)}`,
    ],
    [
      'a clean stop just after, and a start to ready',
      `${(stopMs / 1000).toFixed(1)} s and ${(startMs / 1000).toFixed(1)} s`,
      `${(stopMs / found.emptyStopMs).toFixed(1)} and ${(startMs / found.emptyStartMs).toFixed(1)} times`,
      `with no case: ${(found.emptyStopMs / 1000).toFixed(1)} s and ${(found.emptyStartMs / 1000).toFixed(1)} s`,
    ],
  ];
}

/**
 * Returns the milliseconds from the moment at which the bare workflows are due until the last of them is done.
 *
 * @param {Pick<Standing, 'bare' | 'found'>} standing
 * @param {Pick<Options, 'say' | 'reminders'>} options
 */
async function bareMorning({ bare, found }, { say, reminders }) {
  const dueAt = Date.now() + (reminders / found.bareASecond) * 2500 + 15_000;
  say(`Loading ${reminders} bare workflows due at one moment.`);
  await bare.start(reminders, dueAt);
  if (Date.now() > dueAt - 500) throw new Error('Loading took longer than was thought: their moment is past.');
  return (await bare.allDone(reminders)) - dueAt;
}
