import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Problem, messageOf, root, run, say } from './project.mjs';

const usage = `npm run reconcile -- [--restart <reference>|all] [--as <person>] [--url <address>] [--token <token>]

Holds every open case on the record against Temporal, and says which do not go on as they should.

  --restart <reference>  restarts this case from its record, where it needs it; may be given several times; or all
  --as <person>          on whose authority, such as P12: the Business Manager or an IT officer
                         (where nothing is said, the first IT officer of the partnership)
  --url <address>        the installation (this machine at PORT, where the installation's token works)
  --token <token>        its API token (API_TOKEN, or the one in the data folder)
`;

function readArguments() {
  try {
    const { values } = parseArgs({
      allowPositionals: false,
      options: {
        restart: { type: 'string', multiple: true, default: [] },
        as: { type: 'string' },
        url: { type: 'string' },
        token: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    return values;
  } catch (error) {
    throw new Problem(`${messageOf(error).split('. ')[0]}. --help says what there is.`);
  }
}

/**
 * Asks the running application by its API, and returns what it answered.
 *
 * @typedef {<Answer>(method: string, route: string, given?: { body: object, as: string }) => Promise<Answer>} Ask
 */

/**
 * Returns a function that asks the running application.
 *
 * @param {{ url?: string | undefined, token?: string | undefined }} given
 * @returns {Ask}
 */
function installationOf({ url, token }) {
  const { PORT = '3000', API_TOKEN, DATA_DIR = 'data' } = process.env;
  const address = (url ?? `http://127.0.0.1:${PORT}`).replace(/\/+$/, '');
  const file = path.resolve(root, DATA_DIR, 'api-token');
  const secret = token ?? API_TOKEN ?? (existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined);
  if (!secret) throw new Problem('Give the API token of the installation: --token or API_TOKEN.');
  return async (method, route, given) => {
    const { body, as } = given ?? {};
    /** @type {Response} */
    let response;
    try {
      response = await fetch(`${address}${route}`, {
        method,
        headers: {
          authorization: `Bearer ${secret}`,
          ...(as ? { 'x-acting-as': as } : {}),
          ...(body ? { 'content-type': 'application/json', 'idempotency-key': randomUUID() } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
    } catch {
      throw new Problem(`Nothing answers at ${address}. Start it (npm start), or say where it is: --url.`);
    }
    const answer = JSON.parse(await response.text());
    if (!response.ok) throw new Problem(answer.detail ?? `${address} answered ${response.status}.`);
    return answer;
  };
}

/**
 * Returns on whose authority cases are restarted: as was said, or the first IT officer.
 *
 * @param {Ask} ask
 * @param {string | undefined} said
 */
async function authority(ask, said) {
  if (said) return said;
  /** @type {{ people: { id: string, name: string, roles: string[], ended: string | null }[] }} */
  const { people } = await ask('GET', '/api/people');
  const officer = people.find(({ roles, ended }) => ended === null && roles.includes('it-officer'));
  if (!officer) throw new Problem('Say on whose authority: --as P01. The partnership has no IT officer.');
  say(`On the authority of ${officer.name} (${officer.id}); --as says another.`);
  return officer.id;
}

/** @param {string} sentence */
const tell = (sentence) => process.stdout.write(`${sentence}\n`);

/**
 * Says what there is to restart, and restarts it.
 *
 * @param {ReturnType<typeof readArguments>} given
 */
async function reconcile(given) {
  const ask = installationOf(given);
  if (given.restart.length === 0) {
    /** @type {{ openCases: number, findings: { sentence: string }[], noCaseAnswers: boolean }} */
    const { openCases, findings, noCaseAnswers } = await ask('GET', '/api/reconciliation');
    for (const { sentence } of findings) tell(sentence);
    if (noCaseAnswers) tell('No case answers in Temporal: start a worker, or look at its log.');
    else if (findings.length === 0) tell(`Every open case runs as it should (${openCases}).`);
    if (findings.length > 0) tell('To restart them from their records: npm run reconcile -- --restart all');
    return;
  }
  const as = await authority(ask, given.as);
  const cases = given.restart.includes('all') ? 'all' : given.restart;
  for (let isFirst = true; ; isFirst = false) {
    /** @type {{ restarts: { sentence: string, outcome: string }[], left: number }} */
    const { restarts, left } = await ask('POST', '/api/reconciliation/restarts', { body: { cases }, as });
    for (const { sentence } of restarts) tell(sentence);
    if (isFirst && restarts.length === 0) tell('Every open case runs as it should; nothing was done.');
    if (cases !== 'all' || left === 0 || !restarts.some(({ outcome }) => outcome === 'restarted')) return;
  }
}

await run(async () => {
  const given = readArguments();
  if (given.help) process.stdout.write(usage);
  else await reconcile(given);
});
