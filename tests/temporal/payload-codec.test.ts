import { defaultPayloadConverter, type Payload, type SerializationContext } from '@temporalio/common';
import { sayUnreadable, type WhyUnreadable } from '../../src/procedure/case/unreadable';
import { newPayloadKey, seal, type PayloadKeys } from '../../src/security/payload-keys';
import { KeyMissing, labelOf, payloadCodec } from '../../src/temporal/payload-codec';

const keysOf = (writing = newPayloadKey('2026-11-25')): PayloadKeys => ({ writing, reading: [], retired: [] });
const inCase = (workflowId: string): SerializationContext => ({ type: 'workflow', namespace: 'default', workflowId });
const ours = inCase('SIN-2026-0001');
const payload = defaultPayloadConverter.toPayload({ reference: 'SIN-2026-0001', words: 'Canary' });
const of = (encoding: string, data: string | Uint8Array): Payload => ({
  metadata: { encoding: Buffer.from(encoding) },
  data: Buffer.from(data),
});

describe('What Temporal stores', () => {
  const keys = keysOf();
  const settings = { keys, plain: 'accepted' } as const;
  const codec = payloadCodec(settings);

  /** A payload written with our key, whatever is in it. */
  const written = async (inner: Payload): Promise<Payload> => {
    const [stored] = await codec.encode([inner], ours);
    if (stored === undefined) throw new Error('Nothing was written.');
    return stored;
  };
  /** What the workflows are given. */
  const given = async (stored: Payload, by = codec, context = ours): Promise<unknown> => {
    const [read] = await by.decode([stored], context);
    return read && defaultPayloadConverter.fromPayload(read);
  };
  const markedAs = (why: WhyUnreadable) => ({ '@unreadable': why });

  test('is encrypted, says which key and which case, and is read as it was', async () => {
    const stored = await written(payload);
    expect(Buffer.from(stored.data ?? []).includes('Canary')).toBe(false);
    expect(labelOf(stored)).toEqual({ keyId: keys.writing.id, workflowId: 'SIN-2026-0001' });
    expect(await given(stored)).toEqual({ reference: 'SIN-2026-0001', words: 'Canary' });
  });

  test('cannot be read in another case, even under its label', async () => {
    const stored = await written(payload);
    const moved = { ...stored, metadata: { ...stored.metadata, 'workflow-id': Buffer.from('SIN-2026-0002') } };
    expect(await given(stored, codec, inCase('SIN-2026-0002'))).toEqual(markedAs('another-case'));
    expect(await given(moved, codec, inCase('SIN-2026-0002'))).toEqual(markedAs('not-decrypted'));
  });

  test('is read unencrypted, as from the command line, where nobody signs in', async () => {
    expect(await codec.decode([payload], ours)).toEqual([payload]);
  });

  test('is not read unencrypted where people sign in, whatever it is', async () => {
    const strict = payloadCodec({ ...settings, plain: 'refused' });
    for (const one of [payload, of('binary/null', ''), of('json/plain', '{'), {}])
      expect(await given(one, strict)).toEqual(markedAs('not-encrypted'));
    expect(await given(await written(payload), strict)).toMatchObject({ words: 'Canary' });
  });

  test('from a tool that knows no case can be read in any', async () => {
    const [stored] = await codec.encode([payload]);
    expect(await codec.decode(stored ? [stored] : [], ours)).toEqual([expect.objectContaining({ data: payload.data })]);
  });

  test.each<readonly [string, Payload, WhyUnreadable]>([
    ['rubbish bytes', of('binary/plain', new Uint8Array([0xff, 0x00, 0xfe])), 'not-json'],
    ['JSON that is none', of('json/plain', '{"by": '), 'not-json'],
    ['JSON of no bytes', of('json/plain', ''), 'not-json'],
    ['JSON that is not UTF-8', of('json/plain', Buffer.from('"caf\xe9"', 'latin1')), 'not-json'],
    ['JSON with a byte order mark', of('json/plain', '\ufeff{}'), 'not-json'],
    ['an encoding that nobody knows', of('yaml/plain', 'a: 1'), 'not-json'],
    ['a message of protobuf', of('json/protobuf', '{}'), 'not-json'],
    ['no encoding at all', { data: Buffer.from('{}') }, 'not-json'],
    ['nothing at all', {}, 'not-json'],
    ['a mark that somebody wrote', of('json/plain', '{"@unreadable":"not-json","by":"P01"}'), 'imitation'],
  ])('that is %s becomes a marked value, encrypted or not', async (_what, inner, why) => {
    expect(await given(inner)).toEqual(markedAs(why));
    expect(await given(await written(inner))).toEqual(markedAs(why));
  });

  test.each<readonly [string, (stored: Payload) => Payload, WhyUnreadable]>([
    ['was cut short', (stored) => ({ ...stored, data: Buffer.from('short') }), 'not-decrypted'],
    ['has no ciphertext', ({ metadata }) => ({ metadata: metadata ?? {} }), 'not-decrypted'],
    ['was changed', (stored) => ({ ...stored, data: Buffer.alloc(99, 7) }), 'not-decrypted'],
    [
      'names no key',
      (stored) => ({ ...stored, metadata: { encoding: Buffer.from('binary/encrypted') } }),
      'unknown-key',
    ],
  ])('that %s becomes a marked value', async (_what, changed, why) => {
    expect(await given(changed(await written(payload)))).toEqual(markedAs(why));
  });

  test('that holds no message under our own key becomes a marked value', async () => {
    const { id } = keys.writing;
    const data = seal(keys.writing, Buffer.from([0x0a, 0xff, 0xff, 0xff]), JSON.stringify([id, null]));
    const metadata = { encoding: Buffer.from('binary/encrypted'), 'encryption-key-id': Buffer.from(id) };
    expect(await given({ metadata, data })).toEqual(markedAs('not-json'));
  });

  test('is nothing where a decision came with no payload', async () => {
    expect(await given(of('binary/null', ''))).toBeUndefined();
    expect(await codec.decode([], ours)).toEqual([]);
  });

  test('is marked one for one: what can be read beside it is read', async () => {
    const read = await codec.decode([of('json/plain', '{'), payload], ours);
    expect(read.map((one) => defaultPayloadConverter.fromPayload(one))).toEqual([
      markedAs('not-json'),
      { reference: 'SIN-2026-0001', words: 'Canary' },
    ]);
  });

  test('is written with the new key and still read with the old after a rotation', async () => {
    const old = await written(payload);
    const rotated = payloadCodec({ ...settings, keys: { ...keysOf(), reading: [keys.writing] } });
    expect(await given(old, rotated)).toMatchObject({ words: 'Canary' });
    const [fresh] = await rotated.encode([payload], ours);
    expect(await codec.decode(fresh ? [fresh] : [], ours)).toHaveLength(1);
  });

  describe('with a key that is not here', () => {
    const foreign = async (isOurs: boolean, retired: readonly string[] = []) => {
      const said: string[] = [];
      const other = payloadCodec({
        keys: { ...keysOf(), retired },
        plain: 'accepted',
        isOurs: () => Promise.resolve(isOurs),
        onMissing: (sentence) => said.push(sentence),
      });
      return { stored: await written(payload), other, said };
    };

    test('becomes a marked value where the installation never had that key', async () => {
      const { stored, other, said } = await foreign(false);
      expect(await given(stored, other)).toEqual(markedAs('unknown-key'));
      expect(said).toEqual([]);
    });

    test('becomes a marked value where the installation threw that key away', async () => {
      const { stored, other } = await foreign(true, [keys.writing.id]);
      expect(await given(stored, other)).toEqual(markedAs('unknown-key'));
    });

    test('is tried again where the key is the installation’s own and is not loaded, which is said once', async () => {
      const { stored, other, said } = await foreign(true);
      for (let tries = 0; tries < 3; tries += 1) await expect(given(stored, other)).rejects.toThrow(KeyMissing);
      expect(said).toEqual([expect.stringContaining(`the key ${keys.writing.id}, which is not among the keys here`)]);
    });
  });

  test('and cannot be read says why in a sentence, and nothing of its own', () => {
    expect(sayUnreadable({ '@unreadable': 'another-case' })).toBe('It was encrypted for another case.');
    expect(sayUnreadable({ '@unreadable': 'toString' })).toBe('It imitates the mark of what cannot be read.');
    expect(sayUnreadable({ '@unreadable': { by: 'P01' } })).toBe('It imitates the mark of what cannot be read.');
    for (const other of [undefined, null, 'text', 7, [], {}, { by: 'P01' }])
      expect(sayUnreadable(other)).toBeUndefined();
  });
});
