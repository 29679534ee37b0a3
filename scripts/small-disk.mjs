import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import path from 'node:path';

/*
 * A disk of a few hundred megabytes that can really be made full: a file system in memory, which the commands that are run
 * on it see alone, and which is gone with the last of them. docs/decisions/2026-11-30-a-disk-that-is-full.md says why.
 */

/** Bytes of the disk: what an installation writes in a quarter of an hour of faults has ample room. */
const size = 1536 * 1024 * 1024;

/**
 * Makes a folder for the disk and answers the command line that mounts it and runs a command on it (`within`), or why this
 * machine lets no disk be made (`why`). `remove` takes the folder away once the command has ended.
 *
 * @returns {{ folder: string, within: string[], why?: undefined, remove: () => void }
 *   | { folder?: undefined, within?: undefined, why: string, remove: () => void }}
 */
export function smallDisk() {
  const folder = mkdtempSync(path.join(tmpdir(), 'small-disk-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const within = commandLine(folder);
  const why = whyNot(within);
  if (why === undefined) return { folder, within, remove };
  remove();
  return { why, remove: () => undefined };
}

/**
 * @param {string} folder
 * @returns {[string, ...string[]]}
 */
function commandLine(folder) {
  const mount = `mount -t tmpfs -o size=${size},mode=0755 small-disk "$0"`;
  const uid = process.getuid?.();
  if (uid === 0) return ['unshare', '--mount', 'sh', '-c', `${mount} && exec "$@"`, folder];
  // In a user namespace anybody may mount; a second one in it gives the account its own name back, without that power.
  const again = `exec unshare --user --map-user=${uid} --map-group=${process.getgid?.()} "$@"`;
  return ['unshare', '--user', '--map-root-user', '--mount', 'sh', '-c', `${mount} && ${again}`, folder];
}

/** @param {[string, ...string[]]} commandLine */
function whyNot([command, ...args]) {
  if (process.platform !== 'linux') return `${process.platform} has no namespaces of mounts`;
  // Memory holds the files of this disk: twice as much of it where an installation is copied.
  const room = process.availableMemory?.() ?? freemem();
  if (room < 2 * size)
    return `it would take up to ${size / 2 ** 20} MB of memory, and ${Math.floor(room / 2 ** 20)} are free`;
  const { status, error, stderr } = spawnSync(command, [...args, 'true'], { encoding: 'utf8', timeout: 10_000 });
  if (status === 0) return undefined;
  return error?.message ?? (stderr.trim().split('\n').at(-1) || `unshare ended with ${status}`);
}
