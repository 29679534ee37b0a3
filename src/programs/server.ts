import path from 'node:path';
import { Connection } from '@temporalio/client';
import { createApp } from '../api/app';
import { createCodecServer } from '../codec/codec-server';
import type { PlaceQuestion } from '../casework/place-question';
import { tellCasesThatDiffer } from '../casework/partnership-people';
import { createConsole } from '../console/console';
import type { EngineLink, SigningIn } from '../console/http/dependencies';
import { projectRoot, readConfig, type Config } from '../config/read';
import { keepHouse } from '../jobs/purge';
import { CannotOpen, openInstallation, type Installation } from '../installation/open';
import { apiToken, codecToken } from '../installation/secret-store';
import { placeOfSdkFigures, serveMetrics } from '../operations/serve-metrics';
import type { Log } from '../casework/office';
import { createLog, logWarningsOf } from '../log/log';
import { standardOutput } from '../log/destination';
import { startEngine, type Engine } from '../installation/start-engine';
import { startRecords } from '../installation/start-records';
import { buildOf, takeOver, tookOver, type TakenOver } from '../upgrades/replay-gate';
import { CannotStart, Started, type Starting } from '../installation/lifecycle';
import { moveOn } from '../upgrades/drain-cases';
import { lookAfterCases } from '../jobs/looking-after';
import { isNewFolder, requireNothingReal, requireSignInOrTryingOut } from '../installation/trying-out';
import { version } from '../config/version';
import { createWeb } from '../http/web';
import { providerAt } from '../security/provider';
import { lockDataFolder } from '../processes/data-folder';
import { roomIn } from '../operations/room';
import { answerPlace, whetherAtHome, type Elsewhere } from '../installation/place';
import { requirePorts } from '../installation/required-ports';
import { drain, listen } from './listen';
import { EmbeddedPostgresError } from '../records/embedded';
import { RecordsUnavailable } from '../records/unavailable';
import { logOnlyWarnings, startWorker, type CaseWorker } from '../temporal/case-worker';
import type { HeldBack } from '../temporal/cases';
import { casesOn } from '../temporal/client';
import { heldBack } from '../upgrades/read-only-cases';
import { replayOpenCases } from '../temporal/replay-open-cases';
import { LocalTemporalError } from '../temporal/local-server';

/** The workflows, bundled when the application was built. */
const bundle = path.join(projectRoot, 'dist', 'workflow-bundle.js');

/** The parts that outlive a start: after the question of a copy everything is started again in the same process. */
interface Process {
  /** The address at which Temporal's SDK gives its own figures. */
  readonly sdkAt: string | undefined;
  /** Stops everything, and starts everything again. */
  startAgain(): void;
}

async function start(starting: Starting, { sdkAt, startAgain }: Process): Promise<void> {
  const { config, started, say } = starting;
  await requirePorts(config);
  const isNew = isNewFolder(config.dataDir);
  const folder = await lockDataFolder(config.dataDir, say);
  if (!folder.ok) throw new CannotStart(folder.problem.sentence);
  started.add(async () => folder.lock.release());
  requireSignInOrTryingOut(config, isNew);
  const [databaseUrl, engine] = await Promise.all([startRecords(starting), startEngine(starting)]);
  const installation = await openInstallation(config, databaseUrl, say);
  started.add(installation.close);
  await requireNothingReal(config, installation.records);
  started.add(keepHouse({ ...installation, log: createLog(config.logLevel) }));

  const connection = await Connection.connect(engine.connection);
  started.add(() => connection.close());
  const home = await whetherAtHome(config, installation.records, installation.now());
  const question = home.kind === 'elsewhere' ? askOfPlace({ config, startAgain, ...installation }, home) : undefined;
  const taken: TakenOver =
    question !== undefined
      ? { kind: 'held-back', ...question.held }
      : await tryOpenCases(starting, { engine, installation, connection });
  const runsWorker = config.runsWorker && taken.kind === 'may-go-on';
  const worker = runsWorker ? await startOwnWorker(starting, { engine, installation }) : undefined;
  const metrics = await serveMetrics(config, { ...installation, sdkAt });
  if (metrics !== undefined) started.add(metrics.stop);

  const asked = casesOn({
    connection,
    namespace: engine.namespace,
    dataConverter: installation.dataConverter,
  });
  const cases = taken.kind === 'held-back' ? heldBack(asked, question?.held ?? taken) : asked;
  let draining = false;
  const token = apiToken(config);
  const { profile, records, partnership, now, previewNotice, renderNotice, sendCode, sendLinkCode } = installation;
  const office = { cases, records, profile, partnership, now, log: createLog(config.logLevel) };
  const site = { publicUrl: config.publicUrl, version: version() };
  const app = createWeb({
    codec: createCodecServer({
      codec: installation.codec,
      records,
      token: codecToken(config),
      origins: pagesOfTemporal(config),
      log: office.log,
      now,
    }),
    proxies: config.proxies,
    ...(metrics === undefined ? {} : { timed: metrics.timed }),
    api: createApp({
      ...{ ...office, ...site, token, proxies: config.proxies, signsIn: config.provider !== undefined },
      room: roomIn({ records, dataDir: config.dataDir, logTrouble: () => standardOutput.trouble() }),
      ...{ isPolling: worker?.isPolling, isDraining: () => draining },
    }),
    pages: createConsole({
      ...office,
      ...site,
      signingIn: signingInBy(config, office.log),
      engineLink: engineLinkTo(engine),
      ...{ previewNotice, renderNotice, sendCode, sendLinkCode },
      ...(question === undefined ? {} : { place: question }),
    }),
  });
  // Before anybody decides anything, where that takes no longer: what a crash took from a case is given back to it first.
  const { restartLostCases: restarts, lookEverySeconds } = config;
  started.add(await lookAfterCases(office, { restarts, standingStillEveryMs: lookEverySeconds * 1_000 }));
  const server = await listen(app, config);
  // Stopped in the opposite order: nothing new is taken, then what was taken is taken further, then the worker ends it.
  // Where workers run by themselves, cases go on whatever becomes of this server.
  if (runsWorker)
    started.add(async () => moveOn({ cases, references: await records.cases.openReferences(), say: starting.say }));
  started.add(async () => {
    draining = true;
    await drain(server);
  });
  for (const line of whereEverythingIs(config, engine, token)) say(line);
  if (taken.kind === 'held-back') return console.error(`\nREAD ONLY: ${taken.sentence}`);
  // The profile's calendar, meetings or people may have changed while nothing ran; ten thousand cases take minutes to ask.
  await tellCasesThatDiffer(office);
  await cases.takeUpCurrentCode(taken.open);
  if (runsWorker)
    await tookOver(records, { build: buildOf(bundle, config.plainPayloads), writesWith: installation.writesWith });
}

/**
 * Says whether this build can go on with the open cases. With worker versions, `npm run deploy` checks that instead.
 */
async function tryOpenCases(
  { config, say }: Starting,
  {
    engine: { namespace },
    installation: { records, dataConverter, writesWith },
    connection,
  }: { readonly engine: Engine; readonly installation: Installation; readonly connection: Connection },
): Promise<TakenOver> {
  if (!config.runsWorker || config.workerVersion !== undefined) return { kind: 'may-go-on', open: [] };
  return takeOver({
    records,
    build: buildOf(bundle, config.plainPayloads),
    writesWith,
    say,
    replay: (references) => replayOpenCases({ connection, namespace, dataConverter, bundle, references }),
  });
}

/** The worker of an installation in one process; when it stops by itself, so does the rest. */
async function startOwnWorker(
  { config, started, say, failed }: Starting,
  { engine, installation }: { readonly engine: Engine; readonly installation: Installation },
): Promise<CaseWorker> {
  say('Starting the worker.');
  const worker = await startWorker({
    connection: engine.connection,
    namespace: engine.namespace,
    bundle,
    activities: installation.activities,
    dataConverter: installation.dataConverter,
    version: config.workerVersion,
  });
  started.add(worker.stop);
  void worker.running.then(
    () => failed('The worker'),
    (error: unknown) => failed(`The worker (${error instanceof Error ? error.message : String(error)})`),
  );
  return worker;
}

/** Returns the origins of Temporal's pages; the embedded pages can be reached by either name of this machine. */
function pagesOfTemporal({ temporal, codecOrigin }: Config): readonly string[] {
  if (codecOrigin !== undefined) return [codecOrigin];
  if (temporal.kind === 'outside') return [];
  return ['127.0.0.1', 'localhost'].map((host) => `http://${host}:${temporal.uiPort}`);
}

/** People sign in at the provider; where there is none, nobody but this machine reaches the application. */
function signingInBy({ provider, publicUrl }: Config, told: Log): SigningIn {
  if (provider === undefined) return { kind: 'trying-out' };
  const { trustsEmail, ...account } = provider;
  return {
    kind: 'provider',
    provider: providerAt({ ...account, publicUrl, log: (sentence) => told.warn({}, sentence) }),
    trustsEmail,
  };
}

/** The question of records that were last used at another place; once they go on here, everything starts again. */
function askOfPlace(
  {
    config,
    records,
    now,
    startAgain,
  }: Pick<Installation, 'records' | 'now'> & Pick<Process, 'startAgain'> & { readonly config: Config },
  asked: Elsewhere,
): PlaceQuestion & { readonly held: HeldBack } {
  let standing = asked;
  return {
    // As it stands: once somebody says that this is a copy, that is why.
    held: {
      get why() {
        return standing.why;
      },
      get sentence() {
        return standing.sentence;
      },
    },
    get standing() {
      return standing;
    },
    runsWorker: config.runsWorker,
    async answer(answer) {
      const answered = await answerPlace(config, records, answer);
      const home = await whetherAtHome(config, records, now());
      if (home.kind === 'elsewhere') standing = home;
      return answered;
    },
    startAgain,
  };
}

const engineLinkTo =
  ({ uiUrl, namespace }: Engine): EngineLink =>
  (reference) =>
    uiUrl === undefined ? undefined : `${uiUrl}/namespaces/${namespace}/workflows/${reference}`;

const whereEverythingIs = (config: Config, engine: Engine, token: string): readonly string[] => [
  '',
  `Ready. ${config.publicUrl}`,
  `  Console        ${config.publicUrl}${config.provider === undefined ? ' (demonstration: choose who to sign in as)' : ''}`,
  `  API            ${config.publicUrl}/api`,
  // A token that was given is known to whoever gave it, and has no place in a log.
  `  API token      ${config.apiToken === undefined ? token : '(as set)'}`,
  `  Documentation  ${config.publicUrl}/docs`,
  `  Temporal UI    ${engine.uiUrl ?? '(of the server at TEMPORAL_ADDRESS)'}`,
  `  Data folder    ${config.dataDir}`,
  `  Emails         ${config.smtpUrl === undefined ? 'stay in the mailbox of this system (set SMTP_URL and MAIL_FROM to send them)' : 'are sent by SMTP_URL'}`,
  'Ctrl-C stops everything; starting again goes on where it was.',
];

const sayable = (error: unknown): string =>
  error instanceof CannotStart ||
  error instanceof CannotOpen ||
  error instanceof EmbeddedPostgresError ||
  error instanceof RecordsUnavailable ||
  error instanceof LocalTemporalError
    ? error.message
    : `This should not have happened: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;

/** Starts everything in one process tree, says where it is, and stops it cleanly on Ctrl-C. */
export async function main(): Promise<void> {
  const read = readConfig();
  if (!read.ok) {
    for (const { variable, sentence } of read.problems) console.error(`${variable} ${sentence}`);
    process.exitCode = 1;
    return;
  }
  const { config } = read;
  const log = createLog(config.logLevel);
  // Prints to the terminal in an installation of one process, at which somebody looks; logs in a server beside others.
  const say = (sentence: string): void =>
    config.runsWorker ? standardOutput.write(`${sentence}\n`) : log.info({}, sentence);
  let started = new Started();
  let stopping = false;
  const stop = async (code: number) => {
    if (stopping) return;
    stopping = true;
    process.exitCode = code;
    if (await started.stop()) say('Stopped.');
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (!stopping) say('Stopping.');
      void stop(0);
    });
  }
  const sdkAt = config.runsWorker ? await placeOfSdkFigures(config) : undefined;
  if (config.runsWorker) logOnlyWarnings(logWarningsOf(log), sdkAt);
  const begin = async (): Promise<void> => {
    const own = started;
    const failed = (what: string): void => {
      // A part that is stopped to start again has not failed.
      if (stopping || started !== own) return;
      console.error(`${what} has stopped by itself. Everything else is stopped too; its log is in ${config.dataDir}.`);
      void stop(1);
    };
    try {
      await start({ config, started, say, failed }, { sdkAt, startAgain: () => void startAgain() });
    } catch (error) {
      console.error(sayable(error));
      await stop(1);
    }
  };
  const startAgain = async (): Promise<void> => {
    if (stopping) return;
    say('Starting again: the records go on here.');
    const before = started;
    started = new Started();
    await before.stop();
    if (!stopping) await begin();
  };
  await begin();
}

if (require.main === module) void main();
