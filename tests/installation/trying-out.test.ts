import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readConfig, type Config } from '../../src/config/read';
import type { Records } from '../../src/records/records';
import { isNewFolder, requireNothingReal, requireSignInOrTryingOut } from '../../src/installation/trying-out';

const provider = {
  OIDC_ISSUER: 'https://login.example.org/tenant/v2.0',
  OIDC_CLIENT_ID: 'reviews',
  OIDC_CLIENT_SECRET: 'secret',
};
const named = /Set OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET/;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'trying-out-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function config(env: Record<string, string>): Config {
  const answer = readConfig({ DATA_DIR: folder, ...env });
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return answer.config;
}

/** A start with these settings, as far as it goes before the records are opened: why it is refused, or that it is not. */
function start(env: Record<string, string> = {}): string | undefined {
  const isNew = isNewFolder(folder);
  try {
    requireSignInOrTryingOut(config(env), isNew);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  mkdirSync(path.join(folder, 'records'), { recursive: true });
  return undefined;
}

/** An installation of 0.1.0 was here, which remembered nothing of the kind. */
const leftBy010 = (): unknown => [
  mkdirSync(path.join(folder, 'records')),
  writeFileSync(path.join(folder, 'api-token'), 'x'.repeat(43)),
];

describe('Whether anybody may be anybody', () => {
  test('the first start of an empty folder is for trying out, and later starts of that folder are too', () => {
    expect(start()).toBeUndefined();
    expect(start()).toBeUndefined();
  });

  test('a folder that does not exist yet is an empty folder', () => {
    rmSync(folder, { recursive: true });
    expect(start()).toBeUndefined();
    expect(start()).toBeUndefined();
  });

  test('a folder in use that was never for trying out is not opened to everybody because settings are missing', () => {
    expect(start(provider)).toBeUndefined();
    expect(start()).toMatch(named);
    expect(start({ OIDC_ISSUER: ' ', OIDC_CLIENT_ID: '\t', OIDC_CLIENT_SECRET: '' })).toMatch(named);
  });

  test('a folder that was tried out and then had sign-in is not opened again by losing the settings', () => {
    expect(start()).toBeUndefined();
    expect(start(provider)).toBeUndefined();
    expect(start()).toMatch(named);
  });

  test('a folder of 0.1.0 without sign-in says what to set, and TRY_OUT=yes is then remembered', () => {
    leftBy010();
    expect(start()).toMatch(/TRY_OUT=yes/);
    expect(start({ TRY_OUT: 'yes' })).toBeUndefined();
    expect(start()).toBeUndefined();
  });

  test('records elsewhere may be in use, so that an empty folder beside them opens nothing', () => {
    const elsewhere = { DATABASE_URL: 'postgres://127.0.0.1/reviews' };
    expect(start(elsewhere)).toMatch(/TRY_OUT=yes/);
    expect(start({ ...elsewhere, TRY_OUT: 'yes' })).toBeUndefined();
    expect(start(elsewhere)).toMatch(/TRY_OUT=yes/);
  });

  test('TRY_OUT=no refuses an empty folder too', () => {
    expect(start({ TRY_OUT: 'no' })).toMatch(named);
  });

  test('TRY_OUT=yes beside a provider is refused: one of them is a mistake', () => {
    expect(start({ ...provider, TRY_OUT: 'yes' })).toMatch(/^TRY_OUT is yes, and people sign in/);
  });

  test.each([
    ['PUBLIC_URL', 'https://reviews.example.org'],
    ['PUBLIC_URL', 'http://localhost.example.org'],
    ['PUBLIC_URL', 'http://127.0.0.1.example.org:3000'],
    ['PUBLIC_URL', 'HTTPS://REVIEWS.EXAMPLE.ORG/'],
    ['PUBLIC_URL', 'http://192.168.0.5:3000'],
    ['PUBLIC_URL', 'http://[2001:db8::1]'],
    ['PROXIES', '1'],
    ['HOST', '0.0.0.0'],
    ['HOST', '::'],
    ['HOST', '127.0.0.1.example.org'],
  ])('%s=%s is refused without sign-in, asked for or not, in a sentence that names the settings', (variable, value) => {
    for (const more of [{}, { TRY_OUT: 'yes' }]) {
      const why = start({ [variable]: value, ...more });
      expect(why).toMatch(new RegExp(`^${variable} is `));
      expect(why).toMatch(named);
      expect(why?.trimEnd()).not.toContain('\n');
    }
  });

  test.each(['http://localhost:3000', 'http://127.0.0.1:3000/', 'http://[::1]:3000', 'HTTP://LOCALHOST:3000'])(
    'PUBLIC_URL=%s is this machine',
    (address) => {
      expect(start({ PUBLIC_URL: address })).toBeUndefined();
    },
  );
});

describe('What is tried out holds nothing real', () => {
  const holding = ({ real = false, linked = false }) =>
    ({
      cases: { list: () => Promise.resolve({ cases: real ? [{ summary: { reference: 'SIN-2026-0007' } }] : [] }) },
      signIns: { list: () => Promise.resolve([{ id: 1, ...(linked ? { linked: { person: 'P01' } } : {}) }]) },
    }) as unknown as Pick<Records, 'cases' | 'signIns'>;

  test('practice cases, and accounts that are nobody’s, are no reason to refuse', async () => {
    await expect(requireNothingReal({ provider: undefined }, holding({}))).resolves.toBeUndefined();
  });

  test('a real case on the record needs sign-in, and the sentence names the case and the settings', async () => {
    const refused = requireNothingReal({ provider: undefined }, holding({ real: true }));
    await expect(refused).rejects.toThrow(/SIN-2026-0007, which is not a practice case\. Set OIDC_ISSUER.*DATA_DIR/);
  });

  test('an account that was linked to a person needs sign-in', async () => {
    await expect(requireNothingReal({ provider: undefined }, holding({ linked: true }))).rejects.toThrow(named);
  });

  test('where people sign in, everything may be real', async () => {
    const real = holding({ real: true, linked: true });
    await expect(requireNothingReal({ provider: config(provider).provider }, real)).resolves.toBeUndefined();
  });
});
