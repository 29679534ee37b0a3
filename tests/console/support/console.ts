import { createServer, type Server } from 'node:http';
import { Client } from 'pg';
import { caseSummary } from '../../../activities/case-summary';
import { createConsole } from '../../../src/console/console';
import type { ConsoleDependencies } from '../../../src/console/http/dependencies';
import type { CaseFile } from '../../../src/procedure/case/case-file';
import type { Instant } from '../../../src/procedure/time/time';
import type { Profile } from '../../../src/profile/load';
import { currentPartnership } from '../../../src/installation/current-partnership';
import type { Records } from '../../../src/records/records';
import { createWeb } from '../../../src/http/web';
import { kirklees, wallNow } from '../../profile/kirklees';
import { FakeCases } from '../../api/fake-cases';
import { freshRecords, type TestRecords } from '../../support/records';
import { Browser } from './browser';

/** The console on a port of its own, with real records and the engine in memory. */
export class ConsoleUnderTest {
  /** The wall's clock, which a test may set. */
  wall: Instant = wallNow;
  readonly cases: FakeCases;
  readonly logged: string[] = [];
  address = '';
  /** What is recorded late is not long waited for. */
  private readonly limits: { readonly recordedWithinMs: number };
  private readonly partnership: ConsoleDependencies['partnership'];
  private given: ConsoleDependencies | undefined;
  private server: Server | undefined;

  private constructor(
    private readonly fresh: TestRecords,
    readonly profile: Profile,
    private readonly more: Partial<ConsoleDependencies> & { readonly port?: number },
  ) {
    this.partnership = currentPartnership({ profile, records: fresh.records, now: () => this.wall });
    const cases = new FakeCases(fresh.records, () => this.wall, this.partnership);
    this.cases = cases;
    this.limits = {
      get recordedWithinMs() {
        return cases.recordsLate ? 150 : 10_000;
      },
    };
  }

  static async start(more: Partial<ConsoleDependencies> & { readonly port?: number } = {}): Promise<ConsoleUnderTest> {
    const it = new ConsoleUnderTest(await freshRecords(), kirklees(), more);
    await it.listen();
    return it;
  }

  get records(): Records {
    return this.fresh.records;
  }

  /** The address of its records. */
  get recordsUrl(): string {
    return this.fresh.url;
  }

  /** Runs a statement as an earlier release would have. */
  async query(statement: string): Promise<void> {
    const client = new Client({ connectionString: this.fresh.url });
    await client.connect();
    await client.query(statement);
    await client.end();
  }

  /** A digest of all rows of each table: it changes with whatever is written. */
  async digests(): Promise<Readonly<Record<string, string>>> {
    const client = new Client({ connectionString: this.fresh.url });
    await client.connect();
    const tables = await client.query<{ name: string }>(
      "SELECT relname::text AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace",
    );
    const found: Record<string, string> = {};
    for (const { name } of tables.rows) {
      const { rows } = await client.query<{ digest: string }>(
        `SELECT count(*) || ' ' || md5(coalesce(string_agg(t::text, ',' ORDER BY t::text), '')) AS digest FROM "${name}" AS t`,
      );
      found[name] = rows[0]?.digest ?? '';
    }
    await client.end();
    return found;
  }

  /** Begins to listen; with something else where it is given. */
  async listen(instead: Partial<ConsoleDependencies> = {}): Promise<void> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(this.more.port ?? 0, '127.0.0.1', resolve));
    const address = server.address();
    if (typeof address !== 'object' || address === null) throw new Error('It does not listen.');
    this.server = server;
    this.address = `http://127.0.0.1:${address.port}`;
    const note = (what: object, sentence: string) => {
      this.logged.push(`${sentence} ${JSON.stringify(what)}`);
    };
    const dependencies: ConsoleDependencies = {
      cases: this.cases,
      records: this.records,
      profile: this.profile,
      partnership: this.partnership,
      now: () => this.wall,
      log: { info: note, warn: note, error: note },
      limits: this.limits,
      publicUrl: this.address,
      version: '0.0.0',
      signingIn: { kind: 'trying-out' },
      requestsAMinute: 100_000,
      ...this.more,
      ...instead,
    };
    this.given = dependencies;
    const app = createWeb({
      api: (_request, response) => response.status(404).end(),
      pages: createConsole(dependencies),
      proxies: 0,
    });
    server.on('request', app);
  }

  /** What the console is built from. */
  get dependencies(): ConsoleDependencies {
    if (this.given === undefined) throw new Error('It has not been started.');
    return this.given;
  }

  /** Puts a case on the record as it stands, with its engine knowing it. */
  async keep(file: CaseFile): Promise<void> {
    this.cases.files.set(file.reference, file);
    await this.records.record({ file, events: [], notices: [] }, caseSummary(file));
  }

  /** A browser in which nobody is signed in. */
  browser(): Browser {
    return new Browser(this.address);
  }

  /** A browser in which a person of the profile is signed in. */
  async as(person: string): Promise<Browser> {
    const browser = this.browser();
    const page = await browser.submit('/sign-in', { person, to: '/more' });
    if (page.status >= 500) throw new Error(page.text);
    return browser;
  }

  async reset(): Promise<void> {
    await this.fresh.clear();
    this.cases.files.clear();
    this.cases.ahead.clear();
    this.cases.unavailable = undefined;
    this.wall = wallNow;
    this.logged.length = 0;
  }

  async stopListening(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
  }

  async stop(): Promise<void> {
    await this.stopListening();
    await this.fresh.close();
  }
}
