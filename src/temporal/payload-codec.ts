import type { Payload, PayloadCodec, SerializationContext } from '@temporalio/common';
import { temporal } from '@temporalio/proto';
import { seal, unseal, usableKeys, type PayloadKey, type PayloadKeys } from '../security/payload-keys';

const { Payload: PayloadMessage } = temporal.api.common.v1;

/** The encoding by which an encrypted payload is known; Temporal's own samples and tools use the same word. */
const encrypted = 'binary/encrypted';

/** An encrypted payload cannot be read; the message says why and what to do. */
export class PayloadUnreadable extends Error {
  override readonly name = 'PayloadUnreadable';
}

/** What Temporal stores of a value: bytes, and what says how they are to be read. */
export type WirePayload = Payload;

/** Encrypts and decrypts payloads. */
export type CaseCodec = PayloadCodec;

/** What a payload says of itself beside its ciphertext. */
export interface PayloadLabel {
  readonly keyId: string;
  /** The case that it belongs to; undefined where it came from a tool that does not know. */
  readonly workflowId: string | undefined;
}

/** What payloads are encrypted with. */
export interface CodecSettings {
  readonly keys: PayloadKeys;
  /** Told of each key once of which something cannot be read, however often it is tried. */
  readonly onUnreadable?: (sentence: string) => void;
}

/**
 * Encrypts what Temporal stores: AES-256-GCM under the key that writes, bound to the case that it belongs to, so that what
 * is copied from one case to another cannot be read there. Decrypts with whichever key it names. What was never
 * encrypted, as from Temporal's command line, is passed on as it is.
 */
export function payloadCodec({ keys, onUnreadable }: CodecSettings): CaseCodec {
  const told = new Set<string>();
  const unreadable = (keyId: string, sentence: string): PayloadUnreadable => {
    if (!told.has(keyId)) onUnreadable?.(sentence);
    told.add(keyId);
    return new PayloadUnreadable(sentence);
  };

  function opened(payload: Payload, context: SerializationContext | undefined): Payload {
    const label = labelOf(payload);
    if (label === undefined) return payload;
    const { keyId, workflowId } = label;
    const key = usableKeys(keys).find(({ id }) => id === keyId);
    if (key === undefined) {
      throw unreadable(
        keyId,
        `Something in Temporal was written with the key ${keyId}, which is not among the keys here. Put it back into the file of the keys and start again.`,
      );
    }
    if (context?.workflowId !== undefined && workflowId !== undefined && workflowId !== context.workflowId) {
      throw new PayloadUnreadable(`A payload of ${workflowId} is in ${context.workflowId}, where it does not belong.`);
    }
    const content = unseal(key, payload.data ?? new Uint8Array(), boundTo(label));
    if (content === undefined) {
      throw unreadable(
        keyId,
        `Something in Temporal cannot be read with the key ${keyId}: the key is another one of the same name, or what is stored was changed.`,
      );
    }
    return PayloadMessage.decode(content);
  }

  return {
    encode: (payloads, context) =>
      Promise.resolve(payloads.map((payload) => sealed(keys.writing, payload, context?.workflowId))),
    async decode(payloads, context) {
      await Promise.resolve();
      return payloads.map((payload) => opened(payload, context));
    },
  };
}

/** What an encrypted payload says of itself; nothing of one that is not encrypted. */
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
