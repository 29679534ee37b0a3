import type { Payload, PayloadCodec, SerializationContext } from '@temporalio/common';
import { temporal } from '@temporalio/proto';
import { hasMark, markedUnreadable, type WhyUnreadable } from '../procedure/case/unreadable';
import { seal, unseal, usableKeys, type PayloadKey, type PayloadKeys } from '../security/payload-keys';

const { Payload: PayloadMessage } = temporal.api.common.v1;

/** The encoding that marks an encrypted payload. Temporal's own samples and tools use the same word. */
const encrypted = 'binary/encrypted';
const [json, nothing] = ['json/plain', 'binary/null'];

/** Thrown when a key of this installation is not loaded in this process. The message says which key, and what to do. */
export class KeyMissing extends Error {
  override readonly name = 'KeyMissing';
}

/** A value as Temporal stores it: its bytes, and metadata that says how to read them. */
export type WirePayload = Payload;

/** Encrypts and decrypts payloads. */
export type CaseCodec = PayloadCodec;

/** The metadata of an encrypted payload, which is itself not encrypted. */
export interface PayloadLabel {
  readonly keyId: string;
  /** The case that the payload belongs to; undefined if the tool that wrote it did not know. */
  readonly workflowId: string | undefined;
}

/** The keys, and rules for which payloads are read. */
export interface CodecSettings {
  readonly keys: PayloadKeys;
  /** Says whether unencrypted payloads are read, such as Temporal's command line sends. */
  readonly plain: 'accepted' | 'refused';
  /** True if a key that is not loaded here belongs to this installation, so that another process may have it. */
  readonly isOurs?: (keyId: string) => Promise<boolean>;
  /** Called once for each key that is missing, however often it is tried. */
  readonly onMissing?: (sentence: string) => void;
}

/** The result of opening a payload: its content, or why it cannot be read. */
type Opened = { readonly content: Payload } | { readonly why: WhyUnreadable };

/**
 * Encrypts what Temporal stores with AES-256-GCM under the writing key. Each payload is bound to its case, so that a
 * copy in another case cannot be read. Decrypts with the key that the payload names. A payload that cannot be read
 * becomes a marked value (`src/procedure/case/unreadable.ts`): the history returns it at every replay, so that throwing
 * would stop the case. Throws only `KeyMissing`, if a key of this installation is not loaded here. Temporal then
 * retries until the key is there, and nothing is refused meanwhile.
 */
export function payloadCodec(settings: CodecSettings): CaseCodec {
  const open = opening(settings);
  const decoded = async (payload: Payload, context: SerializationContext | undefined): Promise<Payload> => {
    const opened = await open(payload, context);
    return 'why' in opened ? marked(opened.why) : opened.content;
  };
  return {
    encode: (payloads, context) =>
      Promise.resolve(payloads.map((payload) => sealed(settings.keys.writing, payload, context?.workflowId))),
    decode: (payloads, context) => Promise.all(payloads.map((payload) => decoded(payload, context))),
  };
}

/** Opens payloads, encrypted or not, and checks whether the workflows can read them. */
function opening({ keys, plain, isOurs, onMissing }: CodecSettings) {
  const told = new Set<string>();

  /**
   * Handles a payload whose key is not loaded here: unreadable for everybody, or readable by another process of this
   * installation. Throws `KeyMissing` in the second case.
   */
  async function ofUnknownKey(keyId: string): Promise<Opened> {
    if (keys.retired.includes(keyId) || !((await isOurs?.(keyId)) ?? false)) return { why: 'unknown-key' };
    const sentence = `Something in Temporal was written with the key ${keyId}, which is not among the keys here. Put it back into the file of the keys and start again.`;
    if (!told.has(keyId)) onMissing?.(sentence);
    told.add(keyId);
    throw new KeyMissing(sentence);
  }

  return async (payload: Payload, context: SerializationContext | undefined): Promise<Opened> => {
    const label = labelOf(payload);
    if (label === undefined) return plain === 'accepted' ? readable(payload) : { why: 'not-encrypted' };
    const { keyId, workflowId } = label;
    const key = usableKeys(keys).find(({ id }) => id === keyId);
    if (key === undefined) return ofUnknownKey(keyId);
    if (context?.workflowId !== undefined && workflowId !== undefined && workflowId !== context.workflowId)
      return { why: 'another-case' };
    const content = unseal(key, payload.data ?? new Uint8Array(), boundTo(label));
    if (content === undefined) return { why: 'not-decrypted' };
    const inner = messageIn(content);
    return inner === undefined ? { why: 'not-json' } : readable(inner);
  };
}

function messageIn(content: Uint8Array): Payload | undefined {
  try {
    return PayloadMessage.decode(content);
  } catch {
    return undefined;
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Accepts payloads that the workflows can read: empty, or JSON that does not imitate a marked value. */
function readable(payload: Payload): Opened {
  const encoding = textOf(payload.metadata?.['encoding']);
  if (encoding === nothing) return { content: payload };
  if (encoding !== json) return { why: 'not-json' };
  try {
    const value: unknown = JSON.parse(utf8.decode(payload.data ?? new Uint8Array()));
    return hasMark(value) ? { why: 'imitation' } : { content: payload };
  } catch {
    return { why: 'not-json' };
  }
}

const marked = (why: WhyUnreadable): Payload => ({
  metadata: { encoding: Buffer.from(json) },
  data: Buffer.from(JSON.stringify(markedUnreadable(why))),
});

/** Reads the label of an encrypted payload; undefined for one that is not encrypted. */
export function labelOf({ metadata }: Payload): PayloadLabel | undefined {
  if (textOf(metadata?.['encoding']) !== encrypted) return undefined;
  return {
    keyId: textOf(metadata?.['encryption-key-id']) ?? '',
    workflowId: textOf(metadata?.['workflow-id']),
  };
}

function sealed(key: PayloadKey, payload: Payload, workflowId: string | undefined): Payload {
  const label = { keyId: key.id, workflowId };
  return {
    metadata: {
      encoding: Buffer.from(encrypted),
      'encryption-key-id': Buffer.from(key.id),
      ...(workflowId === undefined ? {} : { 'workflow-id': Buffer.from(workflowId) }),
    },
    data: seal(key, PayloadMessage.encode(payload).finish(), boundTo(label)),
  };
}

const boundTo = ({ keyId, workflowId }: PayloadLabel): string => JSON.stringify([keyId, workflowId ?? null]);

const textOf = (bytes: Uint8Array | null | undefined): string | undefined =>
  bytes == null ? undefined : Buffer.from(bytes).toString('utf8');
