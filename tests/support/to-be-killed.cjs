'use strict';

// A process to be killed: started by tests with a module of dist and what to do with it.
const path = require('node:path');
const dist = path.join(__dirname, '..', '..', 'dist', 'src');
/** @type {typeof import('../../src/processes/data-folder.js')} */
const { lockDataFolder } = require(path.join(dist, 'processes', 'data-folder.js'));
const [task = '', dataDir = ''] = process.argv.slice(2);
/** @param {object} message */
const say = (message) => process.stdout.write(`${JSON.stringify(message)}\n`);

/** @type {Record<string, () => Promise<void>>} */
const tasks = {
  /** Locks the folder and runs a program that ends half a second after it was asked to. */
  async guard() {
    /** @type {typeof import('../../src/processes/guarded.js')} */
    const { startGuarded } = require(path.join(dist, 'processes', 'guarded.js'));
    const slow = `process.on('SIGTERM', () => setTimeout(() => process.exit(0), 500)); console.log('runs'); setInterval(() => {}, 1000);`;
    const program = { name: 'slow', command: process.execPath, args: ['-e', slow], env: {}, dataDir };
    const { pid } = await startGuarded({ ...program, stop: { signal: 'SIGTERM', graceMs: 5_000 } });
    say({ pid });
  },

  /** Inserts rows, and says the number of each one that PostgreSQL acknowledged. */
  async insert() {
    /** @type {typeof import('../../src/records/embedded.js')} */
    const { startEmbeddedPostgres } = require(path.join(dist, 'records', 'embedded.js'));
    const { Client } = require('pg');
    const { url } = await startEmbeddedPostgres({ dataDir, log: () => undefined });
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query('create table if not exists rows (number integer primary key)');
    const { rows } = await client.query('select coalesce(max(number), 0) as last from rows');
    for (let number = rows[0].last + 1; ; number += 1) {
      await client.query('insert into rows values ($1)', [number]);
      say({ number });
    }
  },

  /** Locks the folder and does nothing more. */
  async lock() {
    setInterval(() => undefined, 1_000);
  },
};

void lockDataFolder(dataDir, () => undefined).then(async (answer) => {
  say({ locked: answer.ok });
  if (answer.ok) await tasks[task]?.();
});
