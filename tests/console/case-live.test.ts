import { setTimeout as pause } from 'node:timers/promises';
import { LiveHub, liveHubOf } from '../../src/console/http/live-hub';
import type { OnRecorded } from '../../src/records/live';
import type { CaseOnRecord } from '../../src/records/cases';
import type { CaseReference, Instant, PersonId } from '../../src/procedure/time/time';
import { linesOfSession } from '../../src/console/http/lines';
import { aCase } from '../support/a-case';
import type { Browser } from './support/browser';
import { ConsoleUnderTest } from './support/console';

const reference = 'SIN-2026-0007' as CaseReference;
const other = 'SIN-2026-0008' as CaseReference;

/** Records that can be told of a recording, and count who listens. */
class FakeRecords {
  listeners = 0;
  seq = 5;
  away = false;
  private heard: OnRecorded = () => undefined;
  private missed: (() => void) | undefined;

  readonly cases = {
    get: (): Promise<CaseOnRecord> =>
      // The hub looks at nothing but the file's number.
      this.away ? Promise.reject(new Error('away')) : Promise.resolve({ file: { seq: this.seq } } as CaseOnRecord),
  };

  listen(onRecorded: OnRecorded, onMissed?: () => void): Promise<() => Promise<void>> {
    this.listeners += 1;
    this.heard = onRecorded;
    this.missed = onMissed;
    return Promise.resolve(() => {
      this.listeners -= 1;
      return Promise.resolve();
    });
  }

  record(of: CaseReference, seq: number): void {
    this.heard(of, seq);
  }

  reconnect(): void {
    this.missed?.();
  }
}

// The hub asks for one case by its reference, and for nothing else of the repository.
const hubOf = (records: FakeRecords): LiveHub =>
  new LiveHub(records as unknown as ConstructorParameters<typeof LiveHub>[0]);
const settled = (): Promise<void> => pause(5);

describe('The hub that tells open pages', () => {
  test('listens once for all pages, and stops with the last of them', async () => {
    const records = new FakeRecords();
    const hub = hubOf(records);
    const stops = await Promise.all([reference, reference, other].map((one) => hub.follow(one, 5, () => undefined)));
    expect(records.listeners).toBe(1);
    stops[0]?.();
    stops[1]?.();
    await settled();
    expect(records.listeners).toBe(1);
    stops[2]?.();
    await settled();
    expect(records.listeners).toBe(0);
    expect(hub.isListening).toBe(false);
    const again = await hub.follow(reference, 5, () => undefined);
    expect(records.listeners).toBe(1);
    again();
  });

  test('tells a page of its own case, and of nothing that it knows already', async () => {
    const records = new FakeRecords();
    const told: number[] = [];
    const stop = await hubOf(records).follow(reference, 5, (seq) => told.push(seq));
    records.record(other, 9);
    records.record(reference, 5);
    expect(told).toEqual([]);
    records.record(reference, 6);
    expect(told).toEqual([6]);
    stop();
    records.record(reference, 7);
    expect(told).toEqual([6]);
  });

  test('tells at once what was recorded between the page and the listening, or while the line was broken', async () => {
    const records = new FakeRecords();
    const told: number[] = [];
    records.seq = 8;
    const hub = hubOf(records);
    const stop = await hub.follow(reference, 5, (seq) => told.push(seq));
    expect(told).toEqual([8]);
    records.seq = 9;
    records.reconnect();
    await settled();
    expect(told).toEqual([8, 9]);
    stop();
  });

  test('nobody is told anything while the records are away, and nothing fails', async () => {
    const records = new FakeRecords();
    records.away = true;
    const told: number[] = [];
    const stop = await hubOf(records).follow(reference, 5, (seq) => told.push(seq));
    expect(told).toEqual([]);
    stop();
    await settled();
    expect(records.listeners).toBe(0);
  });
});

describe('A page of a case that is open', () => {
  let console: ConsoleUnderTest;
  beforeAll(async () => {
    console = await ConsoleUnderTest.start();
  });
  afterEach(() => console.reset());
  afterAll(() => console.stop());

  test('is told that the case was recorded anew, and of nothing in it; the line is closed with the page', async () => {
    const builder = aCase();
    await console.keep(builder.file);
    const browser = await console.as('P01');
    const overview = await browser.get(`/cases/${reference}`);
    const notice = overview.$('[role=status]');
    expect(notice.text()).toBe('');
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const page = new AbortController();
    const response = await fetch(new URL(notice.attr('data-changes') ?? '', console.address), {
      headers: { cookie },
      signal: page.signal,
    });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const reader = response.body?.getReader();
    const { file } = builder.with('addNote', { note: 'Rang the ward.' });
    await console.keep(file);
    const { value } = ((await reader?.read()) ?? {}) as { readonly value?: Uint8Array };
    expect(new TextDecoder().decode(value)).toBe(`data: ${file.seq}\n\n`);
    expect(liveHubOf(console.records).isListening).toBe(true);
    page.abort();
    for (let tries = 0; liveHubOf(console.records).isListening && tries < 2_000; tries += 1) await settled();
    expect(liveHubOf(console.records).isListening).toBe(false);
  });

  describe('is told for as long as somebody entitled is signed in', () => {
    // What one test recorded is not to reach the page of the next: nothing listens in between.
    afterEach(async () => {
      for (let tries = 0; liveHubOf(console.records).isListening && tries < 2_000; tries += 1) await settled();
      expect(liveHubOf(console.records).isListening).toBe(false);
    });

    /** A page of the case that is open in a browser: what it was told, and whether its line has ended. */
    async function open(browser: Browser) {
      const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const page = new AbortController();
      const address = new URL(`/cases/${reference}/live`, console.address);
      const response = await fetch(address, { headers: { cookie }, signal: page.signal });
      return { status: response.status, said: () => response.text(), leave: () => page.abort() };
    }

    test('signing out ends the line, and nothing is told on it afterwards', async () => {
      const builder = aCase();
      await console.keep(builder.file);
      const browser = await console.as('P01');
      const page = await open(browser);
      await browser.submit('/sign-out');
      await console.keep(builder.with('addNote', { note: 'Rang the ward.' }).file);
      expect(await page.said()).toBe('');
    });

    test('being signed out everywhere by somebody else ends the line', async () => {
      const builder = aCase();
      await console.keep(builder.file);
      const page = await open(await console.as('P08'));
      await (await console.as('P01')).submit('/access/sign-out', { person: 'P08' });
      const later = builder.with('addNote', { note: 'Rang the ward.' }).with('addNote', { note: 'And again.' });
      await console.keep(later.file);
      expect(await page.said()).toBe('');
    });

    test('a session that is over is told nothing, however it ended', async () => {
      const builder = aCase();
      await console.keep(builder.file);
      const page = await open(await console.as('P01'));
      await console.records.sessions.endAllOf('P01' as PersonId, console.wall);
      await console.keep(builder.with('addNote', { note: 'Rang the ward.' }).file);
      expect(await page.said()).toBe('');
    });

    test('whoever is shut out of the case is not told of it, that entry included', async () => {
      const builder = aCase();
      await console.keep(builder.file);
      const page = await open(await console.as('P04'));
      await console.keep(builder.with('shutOut', { person: 'P04', reason: 'Knows the family' }).file);
      expect(await page.said()).toBe('');
    });

    test('the line does not count as using the session', async () => {
      const builder = aCase();
      await console.keep(builder.file);
      const page = await open(await console.as('P01'));
      console.wall = '2099-01-01T09:00:00.000Z' as Instant;
      await console.keep(builder.with('addNote', { note: 'Rang the ward.' }).file);
      expect(await page.said()).toBe('');
    });

    test('a session has so many lines at most', async () => {
      await console.keep(aCase().file);
      const browser = await console.as('P01');
      const pages = [];
      for (let nth = 0; nth < linesOfSession; nth += 1) pages.push(await open(browser));
      expect(pages.map(({ status }) => status)).not.toContain(429);
      expect((await open(browser)).status).toBe(429);
      const ofAnotherSession = await open(await console.as('P01'));
      expect(ofAnotherSession.status).toBe(200);
      for (const { leave } of [...pages, ofAnotherSession]) leave();
      await browser.submit('/sign-out');
    });
  });

  test('whoever sees nothing of the case is not told either', async () => {
    await console.keep(aCase().with('shutOut', { person: 'P04', reason: 'Knows the family' }).file);
    expect((await (await console.as('P04')).get(`/cases/${reference}/live`)).status).toBe(404);
  });
});
