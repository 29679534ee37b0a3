import express, { Router, type ErrorRequestHandler, type RequestHandler } from 'express';
import type { Log } from '../casework/office';
import type { Instant } from '../procedure/time/time';
import { readingLogOf } from '../casework/reading-log';
import { isReceiptNumber } from '../procedure/outside-notification/receipt-number';
import { isReference } from '../records/case-reference';
import type { Decoding } from '../records/payload-keys';
import type { Records } from '../records/records';
import { FailedTries } from '../security/failed-tries';
import { sameSecret } from '../security/secret';
import { KeyMissing, labelOf, type CaseCodec, type WirePayload } from '../temporal/payload-codec';
import { payloadsIn, payloadsOut } from './wire';

/** The dependencies of the codec server. */
export interface CodecDependencies {
  readonly codec: CaseCodec;
  readonly records: Pick<Records, 'payloadKeys' | 'readings'>;
  /** The shared secret. Its holder may read everything that Temporal stores. */
  readonly token: string;
  /** The addresses of Temporal's pages, exactly; a page of any other address gets no answer. */
  readonly origins: readonly string[];
  readonly log?: Log | undefined;
  now(): Instant;
}

/** The largest request body. A case file with everything in it is smaller; Temporal itself takes 2 MB. */
const mostBytes = '4mb';

/**
 * Serves Temporal's codec protocol: decrypts what Temporal stores for its pages and command line, and encrypts what
 * they send. The routes are `POST decode` and `POST encode`, below `/codec` with the token as a bearer, or below
 * `/codec/<token>` for pages that can send no header. Every decoding is recorded before it is answered.
 */
export function createCodecServer(dependencies: CodecDependencies): Router {
  const { codec } = dependencies;
  const routes = Router();
  const read = express.json({ limit: mostBytes });
  routes.use('/codec', sharedWith(dependencies.origins));
  const gate = holdsToken(dependencies);
  routes.post(['/codec/decode', '/codec/:token/decode'], gate, read, async (request, response) => {
    const payloads = payloadsIn(request.body);
    if (payloads === undefined) return void response.status(400).json(notPayloads);
    const plain = await Promise.all(payloads.map((payload) => shown(codec, payload)));
    const labels = payloads.flatMap((payload) => labelOf(payload) ?? []);
    if (labels.length > 0) {
      const cases = [...new Set(labels.flatMap(({ workflowId }) => workflowId ?? []))].sort();
      await noteReading(dependencies, { origin: request.get('origin'), cases, payloads: labels.length });
    }
    response.json(payloadsOut(plain));
  });
  routes.post(['/codec/encode', '/codec/:token/encode'], gate, read, async (request, response) => {
    const payloads = payloadsIn(request.body);
    if (payloads === undefined) return void response.status(400).json(notPayloads);
    response.json(payloadsOut(await codec.encode(payloads)));
  });
  routes.use('/codec', (_request, response) => void response.status(404).json({ message: 'There is nothing here.' }));
  routes.use('/codec', saysProblems(dependencies.log));
  return routes;
}

/**
 * Records a decoding, and in the reading log that the cases were read. It says no person: everybody who opens Temporal's
 * pages holds the same token, and those pages tell the codec nothing of who looks at them.
 */
async function noteReading(
  { records, now }: CodecDependencies,
  { origin, cases, payloads }: Omit<Decoding, 'at'>,
): Promise<void> {
  const at = now();
  await records.payloadKeys.noteDecoding({ at, origin, cases, payloads });
  const credential = { kind: 'codec-token', name: origin ?? '' } as const;
  const own = cases.filter((one) => isReference(one) || isReceiptNumber(one));
  await readingLogOf(records).note({ at, person: undefined, credential, part: 'temporal-pages', cases: own });
}

/** Decrypts a payload for the pages. Temporal's own payloads, which were never encrypted, stay as they are. */
async function shown(codec: CaseCodec, payload: WirePayload): Promise<WirePayload> {
  if (labelOf(payload) === undefined) return payload;
  const [plain = payload] = await codec.decode([payload]);
  return plain;
}

const notPayloads = { message: 'Send {"payloads": […]}, as Temporal does.' };

/** Answers a browser on Temporal's own pages, and on no others. */
const sharedWith =
  (origins: readonly string[]): RequestHandler =>
  (request, response, next) => {
    const origin = request.get('origin');
    response.set({ 'Cache-Control': 'no-store', Vary: 'Origin' });
    if (origin !== undefined && !origins.includes(origin)) {
      response.status(403).json({ message: 'Only Temporal’s own pages may ask (CODEC_ORIGIN).' });
      return;
    }
    if (origin !== undefined) {
      response.set({
        'Access-Control-Allow-Origin': origin,
        'Access-Control-Allow-Methods': 'POST',
        'Access-Control-Allow-Headers': 'Authorization, Content-Type, X-Namespace',
        'Access-Control-Max-Age': '600',
      });
    }
    if (request.method === 'OPTIONS') response.status(204).end();
    else next();
  };

function holdsToken({ token, now }: Pick<CodecDependencies, 'token' | 'now'>): RequestHandler {
  const tries = new FailedTries(now);
  return (request, response, next) => {
    const [, bearer] = /^Bearer (\S+)$/i.exec(request.get('authorization') ?? '') ?? [];
    const given = request.params['token'] ?? bearer;
    if (typeof given === 'string') {
      const tried = { address: request.ip, token: given };
      const wait = tries.waitSeconds(tried);
      if (wait !== undefined) {
        response.set('Retry-After', String(wait));
        response.status(429).json({ message: 'Too many wrong tokens were sent. Wait, and send the right one.' });
        return;
      }
      if (sameSecret(given, token)) {
        tries.succeeded(tried);
        return next();
      }
      tries.failed(tried);
    }
    response.set('WWW-Authenticate', 'Bearer');
    response.status(401).json({ message: 'Send the codec’s token: Authorization: Bearer … (CODEC_TOKEN).' });
  };
}

const saysProblems =
  (log: Log | undefined): ErrorRequestHandler =>
  (error: unknown, _request, response, _next) => {
    if (error instanceof KeyMissing) {
      response.status(422).json({ message: error.message });
      return;
    }
    const status = statusIn(error);
    if (status !== undefined) {
      response.status(status).json({ message: status === 413 ? `It is over ${mostBytes}.` : notPayloads.message });
      return;
    }
    const name = error instanceof Error ? error.name : 'unknown';
    log?.error({ error: name }, 'The codec server could not answer.');
    response.status(503).json({ message: 'It cannot be put on the record at the moment, so it is not shown.' });
  };

/** Reads the status of an error in the body: too large, or not JSON. */
const statusIn = (error: unknown): number | undefined =>
  typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number'
    ? error.status
    : undefined;
