import { reachDatabase } from './reaching';
import { startEmbeddedPostgres } from '../records/embedded';
import type { Starting } from './lifecycle';

/** The address of the records: of the PostgreSQL that is configured, or of the embedded one, which is started. */
export async function startRecords({ config, started, say, failed }: Starting): Promise<string> {
  if (config.databaseUrl !== undefined) {
    await reachDatabase(config.databaseUrl);
    return config.databaseUrl;
  }
  say('Opening the records.');
  const postgres = await startEmbeddedPostgres({ dataDir: config.dataDir, log: say });
  started.add(postgres.stop);
  void postgres.exited.then(() => failed('The database of the records'));
  return postgres.url;
}
