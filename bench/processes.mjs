import { execFileSync } from 'node:child_process';

/**
 * Returns the memory that a process takes, in KB.
 *
 * @param {number | undefined} pid
 */
export const residentKb = (pid) => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }));
