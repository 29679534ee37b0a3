import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import { newPayloadKey, type PayloadKeys } from '../../src/security/payload-keys';
import { casesOn } from '../../src/temporal/client';
import { dataConverterOf } from '../../src/temporal/data-converter';
import { payloadCodec } from '../../src/temporal/payload-codec';
import { words } from '../support/default-forms';
import { bundle, referenceOf, startEngine, type Engine } from './support/engine';
import { receivedToday, Story } from './support/story';

/* What cannot be read comes to a case by Temporal's own command line, on a real server: the case goes on. */

const run = promisify(execFile);
const keys: PayloadKeys = { writing: newPayloadKey('2037-01-05'), reading: [], retired: [] };
const inCase = (workflowId: string) => ({ type: 'workflow', namespace: 'default', workflowId }) as const;
const note = { by: 'P01', form: { note: words('By the command line') } };

const isPayload = (input: readonly string[] | Payload): input is Payload => 'data' in input;

/** A payload as the command line sends it byte for byte. */
const byteForByte = ({ metadata, data }: Payload): readonly string[] => [
  '--input-base64',
  '--input',
  Buffer.from(data ?? []).toString('base64'),
  ...Object.entries(metadata ?? {}).flatMap(([name, value]) => [
    '--input-meta',
    `${name}=${Buffer.from(value).toString()}`,
  ]),
];

async function encryptedFor(workflowId: string | undefined, by = keys): Promise<readonly string[]> {
  const codec = payloadCodec({ keys: by, plain: 'refused' });
  const payload = defaultPayloadConverter.toPayload(note);
  const [stored] = await codec.encode([payload], workflowId === undefined ? undefined : inCase(workflowId));
  return stored === undefined ? [] : byteForByte(stored);
}

describe.each(['accepted', 'refused'] as const)('Where what is not encrypted is %s, a case', (plain) => {
  let engine: Engine;
  let story: Story;

  beforeAll(async () => {
    engine = await startEngine({ server: 'real', dataConverter: dataConverterOf({ keys, plain }) });
    story = new Story(engine, referenceOf(1), {}, receivedToday());
    await story.open();
  }, 300_000);
  afterAll(() => engine.stop());

  const cli = (...args: readonly string[]) =>
    run(process.env['TEMPORAL_CLI'] ?? 'temporal', [
      'workflow',
      ...args,
      '--workflow-id',
      story.reference,
      '--address',
      engine.env.address,
    ]);

  /** Sends a payload that the command line itself would refuse to send. */
  const sendRaw = (payload: Payload) =>
    engine.env.client.workflowService.signalWorkflowExecution({
      namespace: 'default',
      workflowExecution: { workflowId: story.reference },
      signalName: 'addNote',
      input: { payloads: [payload] },
    });

  /** Sends a Signal, by the command line where it can, and answers the entry that it came to. */
  async function entryOf(input: readonly string[] | Payload) {
    const { seq } = story.known.file;
    await (isPayload(input) ? sendRaw(input) : cli('signal', '--name', 'addNote', ...input));
    await engine.until(() => story.known.file.seq > seq, 'the Signal is on the record');
    return story.known.events.find((event) => event.seq === seq + 1);
  }
  const refused = (sentence: string) => ({
    kind: 'decision-refused',
    decision: 'addNote',
    refusal: { code: 'invalid', sentence: expect.stringContaining(sentence) as string },
  });
  /** What is refused for not being encrypted is refused for that alone. */
  const refusedFor = (sentence: string) => refused(plain === 'accepted' ? sentence : 'sent unencrypted');

  test('takes plain JSON from the command line, or has it on the record as refused', async () => {
    const input = ['--input', JSON.stringify(note)];
    expect(await entryOf(input)).toMatchObject(plain === 'accepted' ? { kind: 'decision-taken' } : refusedFor(''));
  });

  test('has bytes that are nothing on the record as refused', async () => {
    const rubbish: Payload = {
      metadata: { encoding: Buffer.from('binary/plain') },
      data: Buffer.from('ff00fe', 'hex'),
    };
    expect(await entryOf(byteForByte(rubbish))).toMatchObject(refusedFor('no JSON'));
    const unknown: Payload = { metadata: { encoding: Buffer.from('of/my-own') }, data: Buffer.from('{}') };
    expect(await entryOf(byteForByte(unknown))).toMatchObject(refusedFor('no JSON'));
  });

  test('has JSON that is none on the record as refused', async () => {
    const broken: Payload = { metadata: { encoding: Buffer.from('json/plain') }, data: Buffer.from('{"by": "P0') };
    expect(await entryOf(broken)).toMatchObject(refusedFor('no JSON'));
  });

  test('has what pretends to be unreadable on the record as refused', async () => {
    const input = ['--input', '{"@unreadable":"another-case","by":"P01"}'];
    expect(await entryOf(input)).toMatchObject(refusedFor('imitates'));
  });

  test('has a Signal without anything in it on the record as refused', async () => {
    expect(await entryOf([])).toMatchObject(refused('Send one argument'));
  });

  test('has what was encrypted for another case on the record as refused', async () => {
    expect(await entryOf(await encryptedFor('SIN-2037-0002'))).toMatchObject(refused('for another case'));
  });

  test('has what was encrypted with another key, or changed since, on the record as refused', async () => {
    const others = { ...keys, writing: newPayloadKey('2037-01-06') };
    expect(await entryOf(await encryptedFor(story.reference, others))).toMatchObject(refused('never had'));
    const ofOneName = { ...keys, writing: { ...others.writing, id: keys.writing.id } };
    expect(await entryOf(await encryptedFor(story.reference, ofOneName))).toMatchObject(refused('cannot be decrypted'));
  });

  test('takes what is encrypted for it, or by a tool that knows no case', async () => {
    expect(await entryOf(await encryptedFor(story.reference))).toMatchObject({ kind: 'decision-taken' });
    expect(await entryOf(await encryptedFor(undefined))).toMatchObject({ kind: 'decision-taken' });
  });

  test('refuses an Update that cannot be read, and writes nothing', async () => {
    const { seq } = story.known.file;
    const broken: Payload = { metadata: { encoding: Buffer.from('binary/plain') }, data: Buffer.from('{') };
    const asked = cli('update', 'execute', '--name', 'addNote', ...byteForByte(broken));
    await expect(asked).rejects.toThrow(/Encoded failure|cannot be read/);
    expect(story.known.file.seq).toBe(seq);
  });

  test('answers a caller who has other keys what nobody there can read, which is said and is no answer', async () => {
    const others = { ...keys, writing: newPayloadKey('2037-01-07') };
    const { connection } = engine.env;
    const there = casesOn({
      connection,
      namespace: 'default',
      dataConverter: dataConverterOf({ keys: others, plain }),
    });
    const asked = there.decide(story.reference, story.call('addNote'));
    await expect(asked).rejects.toThrow(/its answer cannot be read here.*never had/);
  });

  test('does what a Signal asks that needs no argument, whatever comes with it', async () => {
    await cli('signal', '--name', 'calendarChanged', ...(await encryptedFor('SIN-2037-0002')));
    await story.decide('addNote', { note: words('Afterwards') });
  });

  test('has a Signal of a name that no decision has on the record as refused, once for each name', async () => {
    const { seq } = story.known.file;
    const names = ['noSuchDecision', 'noSuchDecision', 'AddNote'];
    for (const name of names) await cli('signal', '--name', name, '--input', '{"by": "P01"}');
    await story.decide('addNote', { note: words('After what nobody knows') });
    await engine.until(() => story.known.file.seq > seq + 2, 'the refusals are on the record');
    const refused = story.known.events.filter((event) => event.seq > seq && event.kind === 'decision-refused');
    expect(refused.map(({ refusal }) => refusal?.sentence)).toEqual([
      'There is no decision of the name "noSuchDecision".',
      'There is no decision of the name "AddNote".',
    ]);
  });

  test('drops a Signal of a name that the SDK keeps for itself, and goes on', async () => {
    await cli('signal', '--name', '__temporal_mine', '--input', '{}');
    await story.decide('addNote', { note: words('After a reserved name') });
  });

  test('puts ten names that no decision has on the record, and no more', async () => {
    for (let n = 1; n <= 12; n += 1) await cli('signal', '--name', `noSuchDecision${n}`);
    await story.decide('addNote', { note: words('After many names') });
    const unknown = story.known.events.filter(({ refusal }) => /no decision of the name/.test(refusal?.sentence ?? ''));
    expect(unknown).toHaveLength(10);
  });

  test('takes a note after all that, its history read from the beginning, and no task of it has failed', async () => {
    await engine.workWith(bundle);
    const { seq } = story.known.file;
    await story.decide('addNote', { note: words('Afterwards') });
    expect(story.known.file.seq).toBe(seq + 1);
    const { events } = await engine.env.client.workflow.getHandle(story.reference).fetchHistory();
    expect((events ?? []).filter((event) => event.workflowTaskFailedEventAttributes)).toEqual([]);
    expect(engine.world.contradictions).toEqual([]);
  });
});
