import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { Express } from 'express';
import { createApp } from '../../src/api/app';
import { personalPrefix } from '../../src/api/callers';
import type { ApiDependencies } from '../../src/api/dependencies';
import { sampleNotification } from '../../src/api/examples';
import type { Instant, PersonId } from '../../src/procedure/time/time';
import type { Profile } from '../../src/profile/load';
import { currentPartnership } from '../../src/installation/current-partnership';
import type { Records } from '../../src/records/records';
import type { NewApiToken } from '../../src/records/tokens';
import { RecordsUnavailable } from '../../src/records/unavailable';
import { hashOf, newSecret } from '../../src/security/secret';
import { kirklees, wallNow } from '../profile/kirklees';
import { freshRecords, type TestRecords } from '../support/records';
import { FakeCases } from './fake-cases';

export const token = 'a-token-of-the-tests';

/** Any JSON object, to be looked into by the tests. */
export type Body = Readonly<Record<string, unknown>>;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
  readonly text: string;
}

export interface Sending {
  readonly key?: string;
  readonly as?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** In place of the body as JSON. */
  readonly raw?: string;
}

/** The API on a port of its own, with real records and the engine in memory. */
export class Api {
  /** The wall's clock, which a test may set. */
  wall: Instant = wallNow;
  cases: FakeCases;
  draining = false;
  readonly logged: string[] = [];
  readonly app: Express;
  /** Where it listens. */
  address = '';
  readonly dependencies: ApiDependencies;
  private server: Server | undefined;
  /** Calls of the records that fail as if the database were away, such as `cases.get`. */
  readonly broken = new Set<string>();
  readonly records: Records;
  private readonly partnership: ApiDependencies['partnership'];

  constructor(
    private readonly fresh: TestRecords,
    readonly profile: Profile = kirklees(),
    more: Partial<ApiDependencies> = {},
  ) {
    this.records = this.breakable(fresh.records);
    this.partnership = currentPartnership({ profile: this.profile, records: fresh.records, now: () => this.wall });
    this.cases = new FakeCases(fresh.records, () => this.wall, this.partnership);
    const note = (what: object, sentence: string) => {
      this.logged.push(`${sentence} ${JSON.stringify(what)}`);
    };
    this.dependencies = {
      // The fake is replaced between tests.
      cases: new Proxy(this.cases, {
        get: (_target, name) => {
          const value: unknown = Reflect.get(this.cases, name);
          return typeof value === 'function' ? (value.bind(this.cases) as unknown) : value;
        },
      }),
      records: this.records,
      profile: this.profile,
      partnership: this.partnership,
      now: () => this.wall,
      token,
      publicUrl: 'http://127.0.0.1:3000',
      version: '0.0.0',
      log: { info: note, warn: note, error: note },
      isDraining: () => this.draining,
      limits: { recordedWithinMs: 150 },
      ...more,
    };
    this.app = createApp(this.dependencies);
  }

  /** The records, of which named calls can be made to fail. */
  private breakable(records: Records): Records {
    const repository = (of: string, it: object): object =>
      new Proxy(it, {
        get: (target, name) => {
          const value: unknown = Reflect.get(target, name);
          if (!this.broken.has(`${of}.${String(name)}`)) return value;
          return () => Promise.reject(new RecordsUnavailable('nothing answers', undefined));
        },
      });
    return new Proxy(records, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (typeof value === 'object' && value !== null) return repository(String(name), value);
        return this.broken.has(String(name))
          ? () => Promise.reject(new RecordsUnavailable('nothing answers', undefined))
          : value;
      },
    });
  }

  static async start(more: Partial<ApiDependencies> = {}, profile: Profile = kirklees()): Promise<Api> {
    const api = new Api(await freshRecords(), profile, more);
    await api.listen();
    return api;
  }

  /** Another API on the same records. */
  async beside(more: Partial<ApiDependencies>): Promise<Api> {
    const api = new Api(this.fresh, this.profile, more);
    await api.listen();
    return api;
  }

  private async listen(): Promise<void> {
    const server = this.app.listen(0, '127.0.0.1');
    // On a machine that is busy the server would close an idle connection just as the next request is sent on it.
    server.keepAliveTimeout = 0;
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    if (typeof address !== 'object' || address === null) throw new Error('It does not listen.');
    this.server = server;
    this.address = `http://127.0.0.1:${address.port}`;
  }

  async reset(): Promise<void> {
    await this.fresh.clear();
    this.cases = new FakeCases(this.fresh.records, () => this.wall, this.partnership);
    this.wall = wallNow;
    this.draining = false;
    this.broken.clear();
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

  async ask(method: string, where: string, init: RequestInit = {}): Promise<Answer> {
    const response = await fetch(`${this.address}${where}`, { method, redirect: 'manual', ...init });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: isJson && text !== '' ? (JSON.parse(text) as Body) : {},
    };
  }

  get(where: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.ask('GET', where, { headers: { authorization: `Bearer ${token}`, ...headers } });
  }

  /** Searches the cases, as whoever the headers say. */
  search(body: object, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.ask('POST', '/api/cases/search', {
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  }

  post(
    where: string,
    body: unknown,
    { key = randomUUID(), as = 'P01', headers = {}, raw }: Sending = {},
  ): Promise<Answer> {
    return this.ask('POST', where, {
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': key,
        'x-acting-as': as,
        ...headers,
      },
      body: raw ?? JSON.stringify(body),
    });
  }

  /** Makes a token for a person, as it is handed to them. */
  async tokenOf(
    person: string,
    more: Partial<NewApiToken> = {},
  ): Promise<{ readonly token: string; readonly id: number }> {
    const made = `${personalPrefix}${newSecret()}`;
    const by = 'P01' as PersonId;
    const kept = {
      name: `Of the tests, ${made.slice(-8)}`,
      person: person as PersonId,
      madeBy: by,
      madeAt: this.wall,
      ...more,
    };
    const added = await this.records.tokens.add({ ...kept, hash: hashOf(made) });
    if (added.kind !== 'added') throw new Error(`There is a token of the name ${kept.name}.`);
    return { token: made, id: added.token.id };
  }

  /** Opens a case from the sample and answers its reference. */
  async opened(more: object = {}): Promise<string> {
    const { status, body, text } = await this.post('/api/notifications', { ...sampleNotification, ...more });
    if (status !== 201) throw new Error(text);
    return String(body['reference']);
  }

  decide(reference: string, decision: string, form: object, sending: Sending = {}): Promise<Answer> {
    return this.post(`/api/cases/${reference}/decisions/${decision}`, form, sending);
  }
}
