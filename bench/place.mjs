import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { compiled } from '../scripts/compiled.mjs';

/* Folders, free ports and a database of its own for an installation that is measured. */

/**
 * Makes the place, with the database running, so that it can be filled from outside; `settings` are those of the
 * installation.
 *
 * @param {{ token: string, say: (sentence: string) => void }} options
 */
export async function makePlace({ token, say }) {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'bench-'));
  const recordsDir = `${dataDir}-records`;
  mkdirSync(recordsDir, { mode: 0o755 });
  const clearAway = () => {
    for (const folder of [dataDir, recordsDir]) rmSync(folder, { recursive: true, force: true });
  };
  // Also where it is broken off.
  process.once('exit', clearAway);
  const postgres = await compiled('src/records/embedded.js').startEmbeddedPostgres({ dataDir: recordsDir, log: say });
  const settings = { DATABASE_URL: postgres.url, ...(await settingsOf({ token, dataDir })) };
  return {
    dataDir,
    databaseUrl: postgres.url,
    url: `http://127.0.0.1:${settings.PORT}`,
    address: `127.0.0.1:${settings.TEMPORAL_PORT}`,
    settings,
    async remove() {
      await postgres.stop();
      clearAway();
    },
  };
}

/**
 * Returns the settings to start an installation with this data folder: free ports, and the bench's own token and
 * sign-in.
 *
 * @param {{ token: string, dataDir: string }} options
 */
export async function settingsOf({ token, dataDir }) {
  const { freePort } = compiled('src/processes/ports.js');
  const [port, temporalPort, uiPort] = [await freePort(), await freePort(), await freePort()];
  return {
    DATA_DIR: dataDir,
    PORT: String(port),
    TEMPORAL_PORT: String(temporalPort),
    TEMPORAL_UI_PORT: String(uiPort),
    API_TOKEN: token,
    // Its cases are not practice cases, so that people would have to sign in; nobody does.
    OIDC_ISSUER: 'http://127.0.0.1:9',
    OIDC_CLIENT_ID: 'bench',
    OIDC_CLIENT_SECRET: 'a-secret-of-the-bench',
    LOG_LEVEL: 'error',
  };
}
