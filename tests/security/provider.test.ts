import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { providerAt, type Remembered } from '../../src/security/provider';
import type { SignInStrength } from '../../src/security/sign-in-strength';

/* A provider of our own, which may sign with keys of somebody else. */

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ofSomebodyElse = generateKeyPairSync('rsa', { modulusLength: 2048 });
const publicUrl = 'https://reviews.example.org';
const clientSecret = 'a-secret-of-the-tests';

let server: Server;
let issuer = '';
/** What the next ID token says beside what every one does, and how it is signed. */
let claims: Record<string, unknown> = {};
let signed: (content: string) => string;

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const by = (key: KeyObject) => (content: string) => sign('RSA-SHA256', Buffer.from(content), key).toString('base64url');

function idToken(): string {
  const now = Math.floor(Date.now() / 1000);
  const said = { iss: issuer, aud: 'reviews', sub: 'somebody', iat: now, exp: now + 300, ...claims };
  const content = `${part({ alg: 'RS256', kid: 'first' })}.${part(said)}`;
  return `${content}.${signed(content)}`;
}

beforeAll(async () => {
  server = createServer((request, response) => {
    const answers: Record<string, () => object> = {
      '/.well-known/openid-configuration': () => ({
        issuer,
        authorization_endpoint: `${issuer}/authorise`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
      }),
      '/keys': () => ({
        keys: [{ ...keys.publicKey.export({ format: 'jwk' }), kid: 'first', alg: 'RS256', use: 'sig' }],
      }),
      '/token': () => ({ access_token: 'opaque', token_type: 'Bearer', id_token: idToken() }),
    };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(answers[new URL(request.url ?? '/', issuer).pathname]?.() ?? {}));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  issuer = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
});
beforeEach(() => {
  claims = {};
  signed = by(keys.privateKey);
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** Signs in, with an ID token that says this; the query with which the provider was asked, and what came of it. */
async function signIn(said: Record<string, unknown> = {}, asks?: SignInStrength) {
  const provider = providerAt({
    ...{ issuer, clientId: 'reviews', clientSecret, publicUrl },
    ...(asks === undefined ? {} : { asks }),
  });
  const begun = await provider.begin();
  if (begun.kind !== 'begun') throw new Error(begun.sentence);
  const { remembered }: { remembered: Remembered } = begun;
  claims = { nonce: remembered.nonce, ...said };
  const finished = await provider.finish(`?code=given&state=${remembered.state}`, remembered);
  return { asked: new URL(begun.url).searchParams, finished };
}

const strength = (some: Partial<SignInStrength>): SignInStrength => ({
  ...{ classes: [], methods: [], maxAgeMinutes: undefined },
  ...some,
});
const secondsAgo = (seconds: number): number => Math.floor(Date.now() / 1000) - seconds;

describe('An ID token', () => {
  test('that the provider signed signs its subject in', async () => {
    const { finished } = await signIn();
    expect(finished).toMatchObject({ kind: 'signed-in', who: { issuer, subject: 'somebody' } });
  });

  test.each([
    ['signed by somebody else’s key', by(ofSomebodyElse.privateKey)],
    ['whose signature is of another token', () => by(keys.privateKey)('another')],
    ['without a signature', () => ''],
  ])('%s signs nobody in', async (_what, otherwise) => {
    signed = otherwise;
    expect((await signIn()).finished).toMatchObject({ kind: 'failed', reason: 'not-ours' });
  });

  test('of whom nothing is asked may be of any strength and age', async () => {
    const { asked, finished } = await signIn({ auth_time: secondsAgo(90_000) });
    expect(finished.kind).toBe('signed-in');
    expect([asked.has('acr_values'), asked.has('max_age')]).toEqual([false, false]);
  });
});

describe('A second factor', () => {
  const classes = strength({ classes: ['phr', 'urn:mfa'] });
  const methods = strength({ methods: ['pwd', 'mfa'] });

  test('is asked for by class, and signing in with one of the classes is enough', async () => {
    const { asked, finished } = await signIn({ acr: 'urn:mfa' }, classes);
    expect(asked.get('acr_values')).toBe('phr urn:mfa');
    expect(finished.kind).toBe('signed-in');
  });

  test.each([{}, { acr: '0' }, { acr: ['urn:mfa'] }, { acr: 'urn:mfa phr' }])(
    'that the provider does not say was used signs nobody in: %j',
    async (said) => {
      expect((await signIn(said, classes)).finished).toMatchObject({ kind: 'failed', reason: 'too-weak' });
    },
  );

  test('is known by its methods, all of which must have been used', async () => {
    expect((await signIn({ amr: ['pwd', 'mfa', 'rsa'] }, methods)).finished.kind).toBe('signed-in');
    for (const said of [{}, { amr: ['pwd'] }, { amr: 'pwd mfa' }, { amr: [] }]) {
      expect((await signIn(said, methods)).finished).toMatchObject({ kind: 'failed', reason: 'too-weak' });
    }
  });
});

describe('The age of signing in', () => {
  const hour = strength({ maxAgeMinutes: 60 });

  test('is asked for in seconds, and what is recent enough counts', async () => {
    const { asked, finished } = await signIn({ auth_time: secondsAgo(600) }, hour);
    expect(asked.get('max_age')).toBe('3600');
    expect(finished.kind).toBe('signed-in');
  });

  test('too long ago signs nobody in, whatever the provider was asked', async () => {
    const { finished } = await signIn({ auth_time: secondsAgo(3_700) }, hour);
    expect(finished).toMatchObject({ kind: 'failed', reason: 'too-weak' });
  });

  test.each([{}, { auth_time: 'yesterday' }, { auth_time: -1 }])(
    'that is not said counts as too old: %j',
    async (said) => {
      expect((await signIn(said, hour)).finished.kind).toBe('failed');
    },
  );
});
