import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Config } from '../config/read';
import { keptSecret } from './secret-store';
import type { IsoDate } from '../procedure/time/time';
import type { Records } from '../records/records';
import {
  isOfMark,
  markOf,
  newPayloadKey,
  readPayloadKeys,
  usableKeys,
  writePayloadKeys,
  type KeysRead,
  type PayloadKeys,
} from '../security/payload-keys';

type Settings = Pick<Config, 'payloadKeys' | 'dataDir'>;

/** The keys with which what Temporal stores is encrypted; where none are set, one made at the first start. */
export function keysOfInstallation({ payloadKeys, dataDir }: Settings, today: IsoDate): KeysRead {
  const ownFile = path.join(dataDir, 'payload-keys');
  if (payloadKeys?.kind === 'text') return named('PAYLOAD_KEYS', readPayloadKeys(payloadKeys.text));
  const file = payloadKeys?.file ?? ownFile;
  const place = payloadKeys === undefined ? file : `${file} (PAYLOAD_KEYS_FILE)`;
  try {
    const text =
      payloadKeys === undefined ? keptSecret(ownFile, () => firstKey(today)) : readFileSync(payloadKeys.file, 'utf8');
    return named(place, readPayloadKeys(text));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { ok: false, sentence: `The keys in ${place} cannot be read: ${why}` };
  }
}

const firstKey = (today: IsoDate): string =>
  writePayloadKeys({ writing: newPayloadKey(today), reading: [], retired: [] });

const named = (where: string, read: KeysRead): KeysRead =>
  read.ok ? read : { ok: false, sentence: `The keys in ${where} are not right: ${read.sentence}` };

/**
 * Says why cases cannot be decrypted with these keys: a key that was used before is missing, or is another key of the
 * same name. Without this check one case after another would wait in vain. Returns undefined if the keys will do, and
 * then notes the key that is used from now on.
 */
export async function whyTheseKeysWillNotDo(
  { payloadKeys }: Pick<Records, 'payloadKeys'>,
  keys: PayloadKeys,
): Promise<string | undefined> {
  const usable = usableKeys(keys);
  for (const { id, mark } of await payloadKeys.list()) {
    if (keys.retired.includes(id)) continue;
    const key = usable.find((one) => one.id === id);
    if (key === undefined)
      return `The key ${id} is missing, with which cases were written in Temporal. Put it back into the keys, from your copy of them.`;
    if (!isOfMark(key, mark))
      return `The key ${id} is not the one of that name with which cases were written in Temporal. Put the right one back, from your copy of the keys.`;
  }
  await payloadKeys.note({ id: keys.writing.id, mark: markOf(keys.writing) });
  return undefined;
}
