'use strict';

// Runs one program and stops it when whoever asked for it stops, dies or is killed: the pipe on standard input closes.
// In JavaScript, and without imports of ours, because it is started as a file, from the source (tests) and from dist.

const { spawn } = require('node:child_process');
const { createInterface } = require('node:readline');

/**
 * An order to start a program, or to stop it: `guarded.ts` sends them, a line of JSON each.
 *
 * @typedef {{ signal: NodeJS.Signals, graceMs: number }} Stop
 * @typedef {{ command: string, args: string[], env: Record<string, string>, cwd?: string, uid?: number, gid?: number, stop: Stop }} Start
 */

/** @type {import('node:child_process').ChildProcess | undefined} */
let child;
let stopping = false;
/** @type {Stop} */
let byDefault = { signal: 'SIGTERM', graceMs: 10_000 };

// The parent may be gone; then nobody listens.
process.stdout.on('error', () => undefined);
for (const name of ['SIGINT', 'SIGHUP']) process.on(name, () => undefined);
process.on('SIGTERM', () => stop(byDefault));

const lines = createInterface({ input: process.stdin });
lines.on('line', (line) => {
  /** @type {{ start?: Start, stop?: Stop }} */
  const message = JSON.parse(line);
  if (message.start) start(message.start);
  if (message.stop) stop(message.stop);
});
lines.on('close', () => stop(byDefault));
process.stdin.on('error', () => stop(byDefault));

/** @param {object} message */
function tell(message) {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}

/** @param {Start} order */
function start({ command, args, env, cwd, uid, gid, stop: whenAlone }) {
  byDefault = whenAlone;
  // A process group of its own: Ctrl-C in the terminal is for the application, which drains first.
  // Its output goes where the guard's standard error goes, to the log file.
  const program = spawn(command, args, { env, cwd, uid, gid, detached: true, stdio: ['ignore', 2, 2] });
  child = program;
  program.on('error', (error) => {
    if (program.pid !== undefined) return;
    tell({ failed: error.message });
    process.exit(1);
  });
  program.on('spawn', () => tell({ started: program.pid }));
  program.on('exit', (code, signal) => {
    // Kills the processes that the program may have left in its group.
    killGroup(program);
    tell({ exited: { code, signal } });
    process.exitCode = 0;
    setImmediate(() => process.exit());
  });
}

/** @param {Stop} order */
function stop({ signal, graceMs }) {
  const program = child;
  if (program === undefined) process.exit();
  if (stopping) return;
  stopping = true;
  program.kill(signal);
  setTimeout(() => killGroup(program), graceMs);
}

/** @param {import('node:child_process').ChildProcess} program */
function killGroup({ pid }) {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Gone already.
  }
}
