import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';

/** The project's folder, wherever the command was started. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Folder that may be deleted at any time: binaries, locks, results of the last test run. */
export const cache = path.join(root, '.cache');

/** A failure that the person at the terminal can do something about; printed as one line, without a stack. */
export class Problem extends Error {}

/**
 * Says what is being done, on standard error, so that standard output stays free for results.
 *
 * @param {string} sentence
 */
export function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

/**
 * Runs the body of a script; a `Problem` becomes one line and exit code 1.
 *
 * @param {() => unknown} body
 */
export async function run(body) {
  try {
    await body();
  } catch (error) {
    say(oneLine(error) ?? (error instanceof Error ? error.stack : undefined) ?? String(error));
    process.exitCode = 1;
  }
}

/**
 * Returns the one line that a person can do something with, or nothing for a failure of the program itself.
 *
 * @param {unknown} error
 */
function oneLine(error) {
  if (error instanceof Problem) return error.message;
  const { code = '', path = root } = systemError(error) ?? {};
  if (!['EACCES', 'EROFS', 'ENOSPC'].includes(code)) return undefined;
  return `${path} cannot be written to (${code}). Make it writable for the user who runs this.`;
}

/**
 * Returns an error as one of the operating system, which has a code and may have a path.
 *
 * @param {unknown} error
 * @returns {NodeJS.ErrnoException | undefined}
 */
const systemError = (error) => (error instanceof Error ? error : undefined);

/**
 * Returns the sentence of whatever was thrown.
 *
 * @param {unknown} error
 */
export const messageOf = (error) => (error instanceof Error ? error.message : String(error));

/**
 * Says whether the module is the script that was started.
 *
 * @param {string} moduleUrl
 */
export function isStarted(moduleUrl) {
  return process.argv[1] !== undefined && path.resolve(process.argv[1]) === fileURLToPath(moduleUrl);
}

/**
 * Runs `body` while no other script of this checkout runs one under the same name.
 *
 * @template Result
 * @param {string} name
 * @param {() => Result} body
 * @returns {Promise<Awaited<Result>>}
 */
export async function withLock(name, body) {
  const file = path.join(cache, 'locks', name);
  mkdirSync(path.dirname(file), { recursive: true });
  let said = false;
  while (!take(file)) {
    if (!said) say(`Waiting for another command that is busy with the same set-up (${name}).`);
    said = true;
    await pause(200);
  }
  try {
    return await body();
  } finally {
    rmSync(file, { force: true });
  }
}

/** @param {string} file */
function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (systemError(error)?.code !== 'EEXIST') throw error;
    if (isStale(file)) rmSync(file, { force: true });
    return false;
  }
}

/** @param {string} file */
function isStale(file) {
  let owner;
  try {
    owner = readFileSync(file, 'utf8');
  } catch {
    return false;
  }
  // Empty for the instant between creation and writing; nothing that lives long looks like that.
  if (owner === '') return false;
  try {
    process.kill(Number(owner), 0);
    return false;
  } catch (error) {
    return systemError(error)?.code === 'ESRCH';
  }
}
