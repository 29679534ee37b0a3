import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectRoot, readConfig } from '../../src/config/read';
import type { Config } from '../../src/config/read';
import { apiToken, codecToken } from '../../src/installation/secret-store';

function config(env: Record<string, string>): Config {
  const answer = readConfig(env);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return answer.config;
}

function wrong(env: Record<string, string>): string[] {
  const answer = readConfig(env);
  return answer.ok ? [] : answer.problems.map(({ variable, sentence }) => `${variable} ${sentence}`);
}

describe('the environment', () => {
  test('restarts lost cases by itself where records and Temporal are in one data folder, unless it says otherwise', () => {
    const outside = { DATABASE_URL: 'postgres://127.0.0.1/reviews' };
    expect(config(outside).restartLostCases).toBe(false);
    expect(config({ ...outside, RESTART_LOST_CASES: 'yes' }).restartLostCases).toBe(true);
    expect(config({ RESTART_LOST_CASES: 'no' }).restartLostCases).toBe(false);
    const temporal = { TEMPORAL_ADDRESS: '127.0.0.1:7233', PAYLOAD_KEYS_FILE: 'payload-keys' };
    expect(config(temporal).restartLostCases).toBe(false);
  });

  test('looks for cases that stand still every minute, and more often where it is told to', () => {
    expect(config({ LOOK_EVERY_SECONDS: '5' }).lookEverySeconds).toBe(5);
    const sentence = 'must be the seconds after which cases that may stand still are looked for again, from 1 to 60.';
    for (const seconds of ['0', '61', 'often'])
      expect(wrong({ LOOK_EVERY_SECONDS: seconds })).toEqual([`LOOK_EVERY_SECONDS ${sentence}`]);
  });

  test('needs nothing to be set', () => {
    expect(config({})).toEqual({
      host: '127.0.0.1',
      port: 3000,
      dataDir: path.resolve('data'),
      temporal: { kind: 'embedded', namespace: 'default', port: 7233, uiPort: 8233, cli: undefined },
      databaseUrl: undefined,
      smtpUrl: undefined,
      mailFrom: undefined,
      practiceSmtpUrl: undefined,
      apiToken: undefined,
      payloadKeys: undefined,
      plainPayloads: 'accepted',
      codecToken: undefined,
      codecOrigin: undefined,
      workerVersion: undefined,
      publicUrl: 'http://127.0.0.1:3000',
      provider: undefined,
      tryOut: undefined,
      proxies: 0,
      restartLostCases: true,
      lookEverySeconds: 60,
      profileFile: path.join(projectRoot, 'profiles', 'kirklees.yaml'),
      place: undefined,
      runsWorker: true,
      metricsPort: undefined,
      workerHealthPort: undefined,
      operationsHost: '127.0.0.1',
      logLevel: 'info',
    });
  });

  test('gives workers a version only on a Temporal server of somebody else', () => {
    const outside = { TEMPORAL_ADDRESS: 'temporal.example.org:7233', PAYLOAD_KEYS_FILE: 'keys' };
    expect(config({ ...outside, WORKER_BUILD_ID: '2026-11.2' }).workerVersion).toEqual({
      deploymentName: 'incidents',
      buildId: '2026-11.2',
    });
    expect(wrong({ WORKER_BUILD_ID: '1' })).toEqual([
      'WORKER_BUILD_ID is for workers on a Temporal server of yours; leave it out here.',
    ]);
    expect(wrong({ ...outside, WORKER_BUILD_ID: 'a b', WORKER_DEPLOYMENT: 'a.b' })).toEqual([
      'WORKER_BUILD_ID must be what you call this release: letters, digits, dots, hyphens and underscores.',
      'WORKER_DEPLOYMENT must be a name of letters, digits, hyphens and underscores, the same for every release.',
    ]);
  });

  test('is frozen once read', () => {
    expect(Object.isFrozen(config({}))).toBe(true);
    expect(Object.isFrozen(config({}).temporal)).toBe(true);
  });

  test('counts an empty variable as absent', () => {
    expect(config({ PORT: '', TEMPORAL_ADDRESS: ' ', SMTP_URL: '' })).toEqual(config({}));
  });

  test('is taken as it is set', () => {
    const set = config({
      PORT: '4000',
      HOST: '::1',
      DATA_DIR: '/srv/reviews',
      DATABASE_URL: 'postgres://someone:secret@db.example.org/reviews',
      SMTP_URL: 'smtps://mail.example.org',
      MAIL_FROM: 'Business Unit <unit@example.org>',
      PRACTICE_SMTP_URL: 'smtp://127.0.0.1:2525',
      API_TOKEN: 'a-token-that-is-long-enough-to-be-one',
      PARTNERSHIP_PROFILE: '/srv/profile.yaml',
      LOG_LEVEL: 'debug',
    });
    expect(set).toMatchObject({ port: 4000, dataDir: '/srv/reviews', profileFile: '/srv/profile.yaml' });
    expect(set.mailFrom).toEqual({ name: 'Business Unit', address: 'unit@example.org' });
    expect(set.publicUrl).toBe('http://[::1]:4000');
    expect(config({ PUBLIC_URL: 'https://reviews.example.org/' }).publicUrl).toBe('https://reviews.example.org');
    expect(config({ PUBLIC_URL: 'HTTPS://Reviews.Example.org' }).publicUrl).toBe('https://reviews.example.org');
    expect(config({ MAIL_FROM: 'unit@example.org' }).mailFrom).toEqual({ name: '', address: 'unit@example.org' });
  });

  describe('takes secrets from files', () => {
    let folder = '';
    const file = (name: string, text: string): string => {
      writeFileSync(path.join(folder, name), text);
      return path.join(folder, name);
    };
    beforeAll(() => {
      folder = mkdtempSync(path.join(tmpdir(), 'secrets-'));
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    test('in the place of the variables that hold them', () => {
      const url = 'postgres://someone:secret@db.example.org/reviews';
      const set = config({
        DATABASE_URL_FILE: file('database', `${url}\n`),
        API_TOKEN_FILE: file('token', 'a-token-that-is-long-enough-to-be-one'),
      });
      expect(set).toMatchObject({ databaseUrl: url, apiToken: 'a-token-that-is-long-enough-to-be-one' });
    });

    test('and says which cannot be used, without what is in it', () => {
      expect(wrong({ API_TOKEN_FILE: '/nowhere' })).toEqual([
        'API_TOKEN_FILE is /nowhere, which cannot be read (ENOENT).',
      ]);
      expect(wrong({ SMTP_URL_FILE: file('empty', ' \n') })[0]).toContain('which is empty.');
      expect(wrong({ API_TOKEN_FILE: file('short', 'short') })[0]).toMatch(/^API_TOKEN must have at least 32/);
      expect(
        wrong({
          API_TOKEN_FILE: file('one', 'a-token-that-is-long-enough-to-be-one'),
          API_TOKEN: 'another-token-that-is-long-enough-to-be-one',
        }),
      ).toEqual(['API_TOKEN_FILE and API_TOKEN say the same thing; set one.']);
    });
  });

  test('lets a server run without a worker where others can run the cases', () => {
    const shared = {
      RUN_WORKER: 'no',
      TEMPORAL_ADDRESS: 'temporal:7233',
      DATABASE_URL: 'postgres://db/reviews',
      PAYLOAD_KEYS: 'keys',
    };
    expect(wrong({ RUN_WORKER: 'no' })[0]).toMatch(/^RUN_WORKER is no, for which TEMPORAL_ADDRESS and DATABASE_URL/);
    expect(wrong(shared)).toEqual([
      'API_TOKEN must be set where RUN_WORKER is no: all servers must have the same.',
      'CODEC_TOKEN must be set where RUN_WORKER is no: all servers must have the same.',
    ]);
    const tokens = {
      API_TOKEN: 'a-token-that-is-long-enough-to-be-one',
      CODEC_TOKEN: 'another-token-that-is-long-enough-to-be-one',
    };
    expect(config({ ...shared, ...tokens }).runsWorker).toBe(false);
  });

  test('wants another port for each server', () => {
    expect(wrong({ METRICS_PORT: '3000' })[0]).toContain('METRICS_PORT is 3000, which another of');
  });

  test.each([
    ['HOST', 'not an address', 'this machine alone'],
    ['PORT', '70000', '1 to 65535'],
    ['PORT', 'http', '1 to 65535'],
    ['TEMPORAL_PORT', '0', '1 to 65535'],
    ['TEMPORAL_UI_PORT', '-1', '1 to 65535'],
    ['TEMPORAL_NAMESPACE', 'two words', 'namespace'],
    ['TEMPORAL_ADDRESS', 'https://temporal.example.org', 'host:port'],
    ['TEMPORAL_API_KEY', 'secret', 'TEMPORAL_ADDRESS'],
    ['DATABASE_URL', 'mysql://db', 'PostgreSQL'],
    ['SMTP_URL', 'mail.example.org', 'mail server'],
    ['MAIL_FROM', 'the Business Unit', 'email address'],
    ['PRACTICE_SMTP_URL', 'smtp://mail.example.org', 'on this machine'],
    ['API_TOKEN', 'password', '32 characters'],
    ['CODEC_TOKEN', 'x'.repeat(31), '32 characters'],
    ['PUBLIC_URL', 'reviews.example.org', 'https://reviews.example.org'],
    ['PUBLIC_URL', 'https://127.0.0.1@reviews.example.org', 'https://reviews.example.org'],
    ['PUBLIC_URL', 'https://reviews.example.org/?at=home', 'https://reviews.example.org'],
    ['TRY_OUT', 'perhaps', 'yes or no'],
    ['OIDC_ISSUER', 'the council', 'identity provider'],
    ['OIDC_TRUST_EMAIL', 'perhaps', 'yes or no'],
    ['OIDC_MAX_AGE', '0', 'minutes'],
    ['OIDC_MAX_AGE', 'an hour', 'minutes'],
    ['OIDC_ACR_VALUES', '"mfa"', 'strong enough'],
    ['OIDC_AMR', 'mfa', 'OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET must be set'],
    ['PROXIES', 'two', '0 to 9'],
    ['PROXIES', '10', '0 to 9'],
    ['RESTART_LOST_CASES', 'sometimes', 'yes or no'],
    ['LOG_LEVEL', 'loud', 'trace, debug'],
  ])('%s=%s is refused by name, with what it may be', (variable, value, said) => {
    const [first, ...others] = wrong({ [variable]: value });
    expect(others).toEqual([]);
    expect(first).toContain(`${variable} `);
    expect(first).toContain(said);
  });

  test('names everything that is wrong at once, and two ports that are one', () => {
    expect(wrong({ PORT: 'x', API_TOKEN: 'y', HOST: '10.0.0.1/8' })).toHaveLength(3);
    expect(wrong({ PORT: '7233' })).toEqual([expect.stringContaining('TEMPORAL_PORT is 7233')]);
  });
});

describe('signing in', () => {
  const provider = {
    OIDC_ISSUER: 'https://login.example.org/tenant/v2.0',
    OIDC_CLIENT_ID: 'reviews',
    OIDC_CLIENT_SECRET: 'secret',
  };
  const publicUrl = 'https://reviews.example.org';
  const variables = (env: Record<string, string>) => wrong(env).map((sentence) => sentence.split(' ')[0]);

  test('is at the provider that is set', () => {
    const set = config({ ...provider, HOST: '0.0.0.0', PUBLIC_URL: publicUrl, PROXIES: '1' });
    expect(set).toMatchObject({
      provider: {
        issuer: provider.OIDC_ISSUER,
        clientId: 'reviews',
        clientSecret: 'secret',
        trustsEmail: false,
        asks: { classes: [], methods: [], maxAgeMinutes: undefined },
      },
      proxies: 1,
    });
    const strong = { OIDC_ACR_VALUES: 'phr  urn:mfa', OIDC_AMR: 'mfa', OIDC_MAX_AGE: '480' };
    expect(config({ ...provider, ...strong }).provider).toMatchObject({
      asks: { classes: ['phr', 'urn:mfa'], methods: ['mfa'], maxAgeMinutes: 480 },
    });
    expect(config({ ...provider, OIDC_TRUST_EMAIL: 'yes' }).provider).toMatchObject({ trustsEmail: true });
    expect(Object.isFrozen(set.provider)).toBe(true);
  });

  test.each([
    ['nothing set: this machine alone', {}, []],
    ['this machine alone, by its other names', { HOST: 'localhost' }, []],
    ['this machine alone, by IPv6', { HOST: '::1' }, []],
    ['this machine alone, with a provider', provider, []],
    ['others, with a provider and no address', { ...provider, HOST: '0.0.0.0' }, ['PUBLIC_URL']],
    [
      'others, with a provider where anybody can listen',
      { ...provider, HOST: '0.0.0.0', PUBLIC_URL: 'http://reviews.example.org' },
      ['PUBLIC_URL'],
    ],
    ['others, with a provider', { ...provider, HOST: '0.0.0.0', PUBLIC_URL: publicUrl }, []],
    [
      'others by a container, asked from this machine',
      { ...provider, HOST: '0.0.0.0', PUBLIC_URL: 'http://localhost:3000' },
      [],
    ],
    ['an issuer alone', { OIDC_ISSUER: provider.OIDC_ISSUER }, ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET']],
    ['no secret', { ...provider, OIDC_CLIENT_SECRET: '' }, ['OIDC_CLIENT_SECRET']],
    ['no secret, and others', { ...provider, OIDC_CLIENT_SECRET: '', HOST: '0.0.0.0' }, ['OIDC_CLIENT_SECRET']],
  ])('%s', (_what, env: Record<string, string>, named: readonly string[]) => {
    expect(variables(env)).toEqual(named);
  });
});

describe("Temporal's own environment configuration", () => {
  test('gives the outside server its namespace, TLS and API key', () => {
    const { temporal } = config({
      TEMPORAL_ADDRESS: 'temporal.example.org:7233',
      TEMPORAL_NAMESPACE: 'reviews',
      TEMPORAL_API_KEY: 'secret',
      PAYLOAD_KEYS_FILE: '/srv/payload-keys',
    });
    expect(temporal).toMatchObject({ kind: 'outside', address: 'temporal.example.org:7233', namespace: 'reviews' });
    expect(temporal).toMatchObject({ connectionOptions: { apiKey: 'secret', tls: true } });
  });

  test('may be a file, and one that is missing is named', () => {
    expect(wrong({ TEMPORAL_CONFIG_FILE: '/nowhere/temporal.toml' })).toEqual([
      expect.stringContaining('TEMPORAL_CONFIG_FILE '),
    ]);
  });
});

describe('the keys of what Temporal stores', () => {
  const outside = { TEMPORAL_ADDRESS: 'temporal.example.org:7233' };

  test('are made by the first start with the embedded server, and must be given where the server is shared', () => {
    expect(config({}).payloadKeys).toBeUndefined();
    expect(wrong(outside)).toEqual([expect.stringMatching(/^PAYLOAD_KEYS_FILE must be set .* npm run keys -- make/)]);
  });

  test('are in a file or in the environment, not in both', () => {
    expect(config({ ...outside, PAYLOAD_KEYS_FILE: '/srv/keys' }).payloadKeys).toEqual({
      kind: 'file',
      file: '/srv/keys',
    });
    expect(config({ ...outside, PAYLOAD_KEYS: 'a:b' }).payloadKeys).toEqual({ kind: 'text', text: 'a:b' });
    expect(wrong({ PAYLOAD_KEYS: 'a:b', PAYLOAD_KEYS_FILE: '/srv/keys' })).toEqual([
      'PAYLOAD_KEYS and PAYLOAD_KEYS_FILE say the same thing; set one.',
    ]);
  });

  test("are asked for by Temporal's pages at one address, exactly", () => {
    expect(config({ CODEC_ORIGIN: 'https://temporal.example.org/cases' }).codecOrigin).toBe(
      'https://temporal.example.org',
    );
    expect(wrong({ CODEC_ORIGIN: 'temporal.example.org' })).toEqual([expect.stringContaining('CODEC_ORIGIN must be')]);
  });
});

describe("the API's token", () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'token-'));
  afterAll(() => rmSync(dataDir, { recursive: true }));

  test('is made once, kept, and readable by its owner alone', () => {
    const made = apiToken({ dataDir, apiToken: undefined });
    expect(made.length).toBeGreaterThan(30);
    expect(apiToken({ dataDir, apiToken: undefined })).toBe(made);
    expect(statSync(path.join(dataDir, 'api-token')).mode & 0o777).toBe(0o600);
    writeFileSync(path.join(dataDir, 'api-token'), '');
    expect(apiToken({ dataDir, apiToken: undefined })).toBe(
      readFileSync(path.join(dataDir, 'api-token'), 'utf8').trim(),
    );
  });

  test('kept by 0.1.0 is long enough, and one that somebody put there and that can be guessed is refused', () => {
    writeFileSync(path.join(dataDir, 'api-token'), `${'k'.repeat(43)}\n`);
    expect(apiToken({ dataDir, apiToken: undefined })).toBe('k'.repeat(43));
    writeFileSync(path.join(dataDir, 'api-token'), 'password');
    expect(() => apiToken({ dataDir, apiToken: undefined })).toThrow(/api-token has fewer than 32 characters/);
    writeFileSync(path.join(dataDir, 'codec-token'), 'password');
    expect(() => codecToken({ dataDir, codecToken: undefined })).toThrow(/codec-token has fewer than 32 characters/);
  });

  test('and that of the codec, which more people see, are not the same', () => {
    const same = 'a-token-that-is-long-enough-to-be-one';
    expect(wrong({ API_TOKEN: same, CODEC_TOKEN: same })).toEqual([
      'CODEC_TOKEN is the same as API_TOKEN; give each its own.',
    ]);
  });

  test('is the configured one when there is one', () => {
    expect(apiToken({ dataDir, apiToken: 'from-the-environment' })).toBe('from-the-environment');
  });
});
