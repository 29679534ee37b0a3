import { defaultPayloadConverter, type SerializationContext } from '@temporalio/common';
import { newPayloadKey, type PayloadKeys } from '../../src/security/payload-keys';
import { labelOf, payloadCodec, PayloadUnreadable } from '../../src/temporal/payload-codec';

const keysOf = (writing = newPayloadKey('2026-11-25')): PayloadKeys => ({ writing, reading: [], retired: [] });
const inCase = (workflowId: string): SerializationContext => ({ type: 'workflow', namespace: 'default', workflowId });
const ours = inCase('SIN-2026-0001');
const payload = defaultPayloadConverter.toPayload({ reference: 'SIN-2026-0001', words: 'Canary' });

describe('What Temporal stores', () => {
  const keys = keysOf();
  const codec = payloadCodec({ keys });

  test('is encrypted, says which key and which case, and is read as it was', async () => {
    const [stored] = await codec.encode([payload], ours);
    expect(stored && Buffer.from(stored.data ?? []).includes('Canary')).toBe(false);
    expect(stored && labelOf(stored)).toEqual({ keyId: keys.writing.id, workflowId: 'SIN-2026-0001' });
    const [read] = await codec.decode(stored ? [stored] : [], ours);
    expect(read && defaultPayloadConverter.fromPayload(read)).toEqual({ reference: 'SIN-2026-0001', words: 'Canary' });
  });

  test('cannot be read in another case, even under its label', async () => {
    const [stored] = await codec.encode([payload], ours);
    const moved = { ...stored, metadata: { ...stored?.metadata, 'workflow-id': Buffer.from('SIN-2026-0002') } };
    await expect(codec.decode(stored ? [stored] : [], inCase('SIN-2026-0002'))).rejects.toThrow(PayloadUnreadable);
    await expect(codec.decode([moved], inCase('SIN-2026-0002'))).rejects.toThrow(PayloadUnreadable);
  });

  test('is passed on as it is where it was never encrypted, as from the command line', async () => {
    expect(await codec.decode([payload], ours)).toEqual([payload]);
  });

  test('from a tool that knows no case can be read in any', async () => {
    const [stored] = await codec.encode([payload]);
    expect(await codec.decode(stored ? [stored] : [], ours)).toEqual([expect.objectContaining({ data: payload.data })]);
  });

  test('is written with the new key and still read with the old after a rotation', async () => {
    const [old] = await codec.encode([payload], ours);
    const rotated = payloadCodec({ keys: { ...keysOf(), reading: [keys.writing] } });
    expect(await rotated.decode(old ? [old] : [], ours)).toHaveLength(1);
    const [fresh] = await rotated.encode([payload], ours);
    await expect(codec.decode(fresh ? [fresh] : [], ours)).rejects.toThrow(/is not among the keys here/);
  });

  test('with a wrong or missing key is said once for each key, however often it is tried', async () => {
    const said: string[] = [];
    const [stored] = await codec.encode([payload], ours);
    const missing = payloadCodec({ keys: keysOf(), onUnreadable: (sentence) => said.push(sentence) });
    const wrong = payloadCodec({
      keys: keysOf({ ...newPayloadKey('2026-11-25'), id: keys.writing.id }),
      onUnreadable: (sentence) => said.push(sentence),
    });
    for (const one of [missing, wrong]) {
      for (let tries = 0; tries < 3; tries += 1)
        await expect(one.decode(stored ? [stored] : [], ours)).rejects.toThrow(PayloadUnreadable);
    }
    expect(said).toEqual([
      expect.stringContaining(`the key ${keys.writing.id}, which is not among the keys here`),
      expect.stringContaining(`cannot be read with the key ${keys.writing.id}`),
    ]);
  });
});
