import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { keys } from './keys.mjs';
import { isStarted, root, run, say } from './project.mjs';

/** The account that reads them in the containers. */
const reader = 1000;

/** Secrets that only their owners can give: the identity provider, the mail relay, and the issuer of certificates. */
const ofOthers = ['oidc-client-secret', 'temporal-ui-client-secret', 'smtp-url', 'tls-certificate', 'tls-key'];

const secret = () => randomBytes(32).toString('base64url');

/** Makes the secrets of a Docker Compose installation that nobody else has to know; those that are there stay. */
export async function makeSecrets(folder = path.join(root, 'secrets')) {
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  /** @param {string} name */
  const file = (name) => path.join(folder, name);
  /** @type {(name: string, text: string) => void} */
  const put = (name, text) => {
    writeFileSync(file(name), text, { mode: 0o400, flag: 'wx' });
    handOver(file(name));
    say(`${name} is made.`);
  };
  if (!existsSync(file('records-db-password')) && !existsSync(file('database-url'))) {
    const password = secret();
    put('records-db-password', password);
    put('database-url', `postgres://records:${password}@records:5432/records`);
  }
  for (const name of ['temporal-db-password', 'api-token', 'codec-token'])
    if (!existsSync(file(name))) put(name, secret());
  if (!existsSync(file('payload-keys'))) {
    await keys(['make', file('payload-keys')]);
    handOver(file('payload-keys'));
  }
  const missing = ofOthers.filter((name) => !existsSync(file(name)));
  if (missing.length > 0)
    say(`Put these into ${folder} yourself, readable by the account ${reader}: ${missing.join(', ')}.`);
}

/**
 * Gives a file to the account that reads it.
 *
 * @param {string} file
 */
function handOver(file) {
  if (process.getuid?.() === 0) chownSync(file, reader, reader);
  else if (process.getuid?.() !== reader)
    say(`${file} must be readable by the account ${reader}: sudo chown ${reader} ${file}`);
}

if (isStarted(import.meta.url)) await run(() => makeSecrets(process.argv[2]));
