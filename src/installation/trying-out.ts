import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isThisMachine, type Config } from '../config/read';
import type { Records } from '../records/records';
import { CannotStart } from './lifecycle';

/* Trying out: nobody signs in, and everybody at this machine can be anybody. It has to be asked for. */

type Settings = Pick<
  Config,
  'provider' | 'tryOut' | 'host' | 'publicUrl' | 'proxies' | 'dataDir' | 'databaseUrl' | 'temporal'
>;

/** The file that says of a data folder that it is for trying out. */
const memory = 'trying-out';

const settingsOfSignIn = 'OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET';
const rightSettings = `Set ${settingsOfSignIn} for people to sign in`;

/** A data folder in which no installation has been started yet. */
export const isNewFolder = (dataDir: string): boolean =>
  !['records', 'temporal'].some((name) => existsSync(path.join(dataDir, name)));

/**
 * Makes sure that people have to sign in, or that trying out was asked for and nobody else can reach this machine's
 * console. Trying out is asked for by `TRY_OUT=yes`, or by the first start of an empty data folder that holds the
 * records too; the data folder remembers it, until sign-in is set up. Throws `CannotStart` with the settings to change.
 */
export function requireSignInOrTryingOut(config: Settings, isNew: boolean): void {
  const file = path.join(config.dataDir, memory);
  if (config.provider !== undefined) {
    if (config.tryOut === 'yes') {
      throw new CannotStart(
        'TRY_OUT is yes, and people sign in by OIDC_ISSUER. Leave TRY_OUT out, or OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET.',
      );
    }
    // Settings that are lost later must not open what people signed in to.
    rmSync(file, { force: true });
    return;
  }
  const why = whyReachable(config);
  if (why !== undefined) throw new CannotStart(why);
  if (!isAskedFor(config, isNew)) {
    throw new CannotStart(`There is no sign-in. ${rightSettings}, or TRY_OUT=yes to try out on this machine alone.`);
  }
  if (config.databaseUrl !== undefined) return;
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  writeFileSync(file, 'Nobody signs in here: this folder is for trying out.\n', { mode: 0o600 });
}

function isAskedFor({ tryOut, dataDir, databaseUrl, temporal }: Settings, isNew: boolean): boolean {
  if (tryOut !== undefined) return tryOut === 'yes';
  // Records or cases elsewhere may be those of an installation in use, whatever the folder holds.
  if (databaseUrl !== undefined || temporal.kind === 'outside') return false;
  return isNew || remembers(path.join(dataDir, memory));
}

const remembers = (file: string): boolean => existsSync(file) && readFileSync(file, 'utf8').trim() !== '';

/** The setting by which others reach the console, in a sentence; nothing where this machine alone does. */
function whyReachable({ host, publicUrl, proxies }: Settings): string | undefined {
  const instead = (variable: string) => `${rightSettings}, or leave ${variable} out to try out on this machine alone.`;
  if (!isThisMachine(host))
    return `HOST is ${host}, which others can reach, and there is no sign-in. ${instead('HOST')}`;
  if (!isThisMachine(new URL(publicUrl).hostname)) {
    return `PUBLIC_URL is ${publicUrl}, which is not this machine, and there is no sign-in. ${instead('PUBLIC_URL')}`;
  }
  if (proxies > 0) {
    return `PROXIES is ${proxies}, so others reach this machine through a proxy, and there is no sign-in. ${instead('PROXIES')}`;
  }
  return undefined;
}

/**
 * Makes sure that what is tried out holds nothing that is real: no case that is not practice, and no account that was
 * linked to a person. Throws `CannotStart` with the settings to change.
 */
export async function requireNothingReal(
  { provider }: Pick<Config, 'provider'>,
  { cases, signIns }: Pick<Records, 'cases' | 'signIns'>,
): Promise<void> {
  if (provider !== undefined) return;
  const { cases: real } = await cases.list({ practice: false, limit: 1 });
  const [first] = real;
  const elsewhere = 'To try out, set DATA_DIR to an empty folder.';
  if (first !== undefined) {
    throw new CannotStart(
      `There is no sign-in, and the records hold ${first.summary.reference}, which is not a practice case. ${rightSettings}. ${elsewhere}`,
    );
  }
  if ((await signIns.list()).some(({ linked }) => linked !== undefined)) {
    throw new CannotStart(
      `There is no sign-in, and the records hold an account with which somebody signed in. ${rightSettings}. ${elsewhere}`,
    );
  }
}
