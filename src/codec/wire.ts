import { z } from 'zod';
import type { WirePayload } from '../temporal/payload-codec';

const base64 = z.string().regex(/^[A-Za-z0-9+/_-]*={0,2}$/);
const wire = z.object({
  payloads: z.array(z.object({ metadata: z.record(z.string(), base64).optional(), data: base64.optional() })),
});

/** Reads payloads that a tool sends as JSON with base64 bytes; undefined if it sent something else. */
export function payloadsIn(body: unknown): WirePayload[] | undefined {
  const read = wire.safeParse(body);
  return read.success
    ? read.data.payloads.map(({ metadata = {}, data = '' }) => ({
        metadata: Object.fromEntries(
          Object.entries(metadata).map(([name, text]) => [name, Buffer.from(text, 'base64')]),
        ),
        data: Buffer.from(data, 'base64'),
      }))
    : undefined;
}

/** Writes payloads as a tool reads them. */
export const payloadsOut = (payloads: readonly WirePayload[]) => ({
  payloads: payloads.map(({ metadata, data }) => ({
    metadata: Object.fromEntries(
      Object.entries(metadata ?? {}).map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64')]),
    ),
    data: Buffer.from(data ?? []).toString('base64'),
  })),
});
