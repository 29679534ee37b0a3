import { sampleNotification } from '../../src/api/examples';
import { Api } from '../api/api';
import { aCase } from '../support/a-case';
import { ConsoleUnderTest } from '../console/support/console';
import { heldBack } from '../../src/upgrades/read-only-cases';

/* The pages of a release that cannot go on with the cases under way: all can be read, and nothing is decided. */

const why = 'Case SIN-2026-0007 cannot go on under this release. Start the release before it.';

describe('By the API', () => {
  let open: Api;
  let held: Api;
  let reference: string;

  beforeAll(async () => {
    open = await Api.start();
    reference = await open.opened();
    held = await open.beside({ cases: heldBack(open.cases, { why: 'release', sentence: why }) });
  }, 300_000);
  afterAll(async () => {
    await held.stopListening();
    await open.stop();
  });

  test('A case can be read', async () => {
    expect((await held.get(`/api/cases/${reference}`)).status).toBe(200);
  });

  test('A decision is answered with 503 and a sentence', async () => {
    const answer = await held.decide(reference, 'sendToFrontDoor', { sentBy: 'The duty administrator' });
    expect(answer.status).toBe(503);
    expect(answer.body).toMatchObject({
      code: 'held-back',
      detail:
        'No decision can be recorded: this release cannot go on with the cases under way, and IT must act. Nothing is half done.',
    });
    expect(answer.headers.get('retry-after')).toBe('600');
  });

  test('It lives and is not ready, and says why', async () => {
    expect((await held.get('/health/live')).status).toBe(200);
    const ready = await held.get('/health/ready');
    expect(ready.status).toBe(503);
    expect(ready.body).toMatchObject({
      engine: 'held-back',
      detail: 'Not ready: this release cannot go on with the cases under way.',
    });
  });
});

describe('Records of another place', () => {
  let open: Api;
  beforeAll(async () => {
    open = await Api.start();
  }, 300_000);
  afterAll(() => open.stop());

  test.each([
    ['place', 'these records were last used at another place, and nobody has said yet which of the two goes on'],
    ['copy', 'this is a copy to look at, which takes no cases or decisions'],
  ] as const)('%s: readiness and the answer to a decision say so, and nothing of a release', async (because, said) => {
    const held = await open.beside({ cases: heldBack(open.cases, { why: because, sentence: 'It is another place.' }) });
    try {
      expect((await held.get('/health/ready')).body).toMatchObject({
        engine: 'held-back',
        detail: `Not ready: ${said}.`,
      });
      const answer = await held.post('/api/notifications', sampleNotification);
      expect(answer.body).toMatchObject({
        code: 'held-back',
        detail: `No decision can be recorded: ${said}, and IT must act. Nothing is half done.`,
      });
    } finally {
      await held.stopListening();
    }
  });
});

describe('In the console', () => {
  let console: ConsoleUnderTest;

  beforeAll(async () => {
    console = await ConsoleUnderTest.start();
    await console.stopListening();
    await console.listen({ cases: heldBack(console.cases, { why: 'release', sentence: why }) });
  }, 300_000);
  afterAll(() => console.stop());

  test('Every page says at its top what is in the way and what is to be done', async () => {
    const one = aCase();
    console.wall = one.now;
    await console.keep(one.file);
    const browser = await console.as('P01');
    for (const where of ['/', `/cases/${one.file.reference}`]) {
      const page = await browser.get(where);
      expect(page.status).toBe(200);
      expect(page.$('[aria-label="Read only"]').text()).toContain(why);
    }
  });

  test('A decision that is sent is not recorded, and the page says to tell IT', async () => {
    const one = aCase();
    console.wall = one.now;
    await console.keep(one.file);
    const browser = await console.as('P01');
    const where = `/cases/${one.file.reference}/decisions/sendToFrontDoor`;
    const [year = '', month = '', day = ''] = one.today.split('-');
    const check = await browser.submit(where, {
      'on.day': day,
      'on.month': month,
      'on.year': year,
      sentBy: 'The duty administrator',
    });
    const sent = await browser.submit(check.path);
    expect(sent.status).toBe(503);
    expect(sent.says).toContain('No decision can be recorded at present');
    expect((await console.records.cases.get(one.file.reference))?.file.seq).toBe(one.file.seq);
  });
});
