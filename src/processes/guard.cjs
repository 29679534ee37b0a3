'use strict';

// Runs one program and stops it when whoever asked for it stops, dies or is killed: the pipe on standard input closes.
// In JavaScript, and without imports of ours, because it is started as a file, from the source (tests) and from dist.

const { spawn } = require('node:child_process');
const { createInterface } = require('node:readline');

/** @type {import('node:child_process').ChildProcess | undefined} */
let child;
let stopping = false;
let byDefault = { signal: 'SIGTERM', graceMs: 10_000 };

// The parent may be gone; then nobody listens.
process.stdout.on('error', () => undefined);
for (const name of ['SIGINT', 'SIGHUP']) process.on(name, () => undefined);
process.on('SIGTERM', () => stop(byDefault));

const lines = createInterface({ input: process.stdin });
lines.on('line', (line) => {
  const message = JSON.parse(line);
  if (message.start) start(message.start);
  if (message.stop) stop(message.stop);
});
lines.on('close', () => stop(byDefault));
process.stdin.on('error', () => stop(byDefault));

function tell(message) {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}

function start({ command, args, env, cwd, uid, gid, stop: whenAlone }) {
  byDefault = whenAlone;
  // A process group of its own: Ctrl-C in the terminal is for the application, which drains first.
  // Its output goes where the guard's standard error goes, to the log file.
  child = spawn(command, args, { env, cwd, uid, gid, detached: true, stdio: ['ignore', 2, 2] });
  child.on('error', (error) => {
    if (child.pid !== undefined) return;
    tell({ failed: error.message });
    process.exit(1);
  });
  child.on('spawn', () => tell({ started: child.pid }));
  child.on('exit', (code, signal) => {
    // Kills the processes that the program may have left in its group.
    kill(-child.pid, 'SIGKILL');
    tell({ exited: { code, signal } });
    process.exitCode = 0;
    setImmediate(() => process.exit());
  });
}

function stop({ signal, graceMs }) {
  if (child === undefined) process.exit();
  if (stopping) return;
  stopping = true;
  kill(child.pid, signal);
  setTimeout(() => kill(-child.pid, 'SIGKILL'), graceMs);
}

function kill(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {
    // Gone already.
  }
}
