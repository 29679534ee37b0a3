import { spawn } from 'node:child_process';
import { readConfig } from '../config/read';
import { CannotDeploy, deploy } from '../upgrades/deploy';
import { keysOfInstallation } from '../installation/payload-keys';
import { fromMillis, londonDate } from '../procedure/time/dates';
import { reachDatabase, reachTemporal } from '../installation/reaching';
import { CannotStart } from '../installation/lifecycle';
import { openRecords } from '../records/records';
import { casesOn } from '../temporal/client';
import { dataConverterOf } from '../temporal/data-converter';
import { versionsOn } from '../temporal/versions';

/** Commands of the machine that start the new worker and stop the old one, where they are not started and stopped by hand. */
export interface Hooks {
  readonly start?: string | undefined;
  readonly stop?: string | undefined;
}

const limits = { workerMs: 120_000, casesMs: 600_000, againMs: 5_000, pollMs: 500 };
const say = (sentence: string): void => console.log(sentence);

/** Brings the open cases onto the build of `WORKER_BUILD_ID`. */
export async function main({ start, stop }: Hooks): Promise<void> {
  const read = readConfig();
  if (!read.ok)
    throw new CannotDeploy(read.problems.map(({ variable, sentence }) => `${variable} ${sentence}`).join('\n'));
  const { config } = read;
  const { temporal, databaseUrl, workerVersion } = config;
  if (temporal.kind !== 'outside' || databaseUrl === undefined || workerVersion === undefined)
    throw new CannotDeploy(
      'Deploying is for workers of their own: set TEMPORAL_ADDRESS, DATABASE_URL and WORKER_BUILD_ID. With npm start alone, stop it and start the new release.',
    );
  const { namespace } = temporal;
  const now = () => fromMillis(Date.now());
  const keys = keysOfInstallation(config, londonDate(now()));
  if (!keys.ok) throw new CannotDeploy(keys.sentence);
  await reachDatabase(databaseUrl).catch(cannotDeploy);
  const connection = await reachTemporal(temporal).catch(cannotDeploy);
  try {
    const records = await openRecords({ url: databaseUrl, log: say });
    try {
      await deploy({
        buildId: workerVersion.buildId,
        versions: versionsOn({ connection, namespace, deploymentName: workerVersion.deploymentName }),
        cases: casesOn({
          connection,
          namespace,
          dataConverter: dataConverterOf({ keys: keys.keys, plain: config.plainPayloads }),
        }),
        records,
        now,
        say,
        startNew: () => runIfAny(start),
        stopOld: async () => {
          await runIfAny(stop);
          say(stop === undefined ? 'The old worker may be stopped now.' : 'The old worker was stopped.');
        },
        limits,
      });
    } finally {
      await records.close();
    }
  } finally {
    await connection.close();
  }
}

function cannotDeploy(error: unknown): never {
  throw error instanceof CannotStart ? new CannotDeploy(error.message) : error;
}

async function runIfAny(command: string | undefined): Promise<void> {
  if (command === undefined) return;
  say(`> ${command}`);
  const running = spawn(command, { shell: true, stdio: 'inherit' });
  const code = await new Promise((resolve, reject) => running.once('exit', resolve).once('error', reject));
  if (code !== 0) throw new CannotDeploy(`"${command}" ended with ${String(code)}.`);
}

/**
 * Runs the deployment in an image, which has no `npm run deploy`. Whoever runs the containers starts and stops the
 * workers.
 */
async function byItself(): Promise<void> {
  try {
    await main({});
  } catch (error) {
    if (!(error instanceof CannotDeploy)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

if (require.main === module) void byItself();
