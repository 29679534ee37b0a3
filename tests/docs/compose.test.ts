import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { readConfig } from '../../src/config/read';
import { searchAttributes } from '../../src/procedure/contract';

const root = path.join(__dirname, '..', '..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

const composition = z.object({
  services: z.record(
    z.string(),
    z.object({
      image: z.string(),
      profiles: z.array(z.string()).default([]),
      command: z.array(z.string()).optional(),
      environment: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
      secrets: z.array(z.string()).default([]),
      ports: z.array(z.string()).default([]),
      networks: z.array(z.string()).min(1),
      healthcheck: z.unknown().optional(),
      deploy: z.unknown().optional(),
      security_opt: z.array(z.string()).default([]),
      logging: z.unknown().optional(),
    }),
  ),
  networks: z.record(z.string(), z.object({ internal: z.boolean().optional() }).nullable()),
  secrets: z.record(z.string(), z.object({ file: z.string() })),
});

const text = read('docker-compose.yml');
const { services, networks, secrets } = composition.parse(parse(text, { merge: true }));
const all = Object.entries(services);
const service = (name: string) => {
  const found = services[name];
  if (found === undefined) throw new Error(`There is no ${name}.`);
  return found;
};
/** Those that run all the time; the others end when they have done their work, or are there for an upgrade. */
const running = all.filter(
  ([name, { profiles }]) => !['temporal-schema', 'temporal-namespace'].includes(name) && profiles.length === 0,
);

describe('docker-compose.yml', () => {
  test('has two servers, two workers, the two databases, Temporal with its pages, and a proxy', () => {
    expect(running.map(([name]) => name).sort()).toEqual([
      'proxy',
      'records',
      'server-1',
      'server-2',
      'temporal',
      'temporal-db',
      'temporal-ui',
      'worker-1',
      'worker-2',
    ]);
  });

  test('lets nothing be reached from outside but the proxy', () => {
    expect(all.filter(([, { ports }]) => ports.length > 0).map(([name]) => name)).toEqual(['proxy']);
    expect(networks['inside']).toEqual({ internal: true });
    for (const name of ['records', 'temporal-db', 'temporal']) expect(service(name).networks).toEqual(['inside']);
  });

  test.each(all)('%s has an exact image, limits on what it may do, and a log that ends', (name, one) => {
    expect(one.image).toMatch(/:(?:\$\{(?:NEXT_)?RELEASE:-)?\d+\.\d+/);
    expect(one.security_opt).toContain('no-new-privileges:true');
    expect(one.logging).toBeDefined();
    if (running.some(([other]) => other === name)) expect(one.deploy).toBeDefined();
  });

  test('looks whether what runs is well, and has no secret in it', () => {
    for (const [name, { healthcheck }] of running)
      expect({ name, healthcheck }).toEqual({ name, healthcheck: expect.anything() });
    for (const [, { environment }] of all) {
      const open = Object.keys(environment).filter((name) => /PASSWORD|SECRET|TOKEN|PWD|_URL$/.test(name));
      expect(
        open
          .filter((name) => !name.endsWith('_FILE'))
          .filter((name) => !/^(?:PUBLIC|TEMPORAL_AUTH_\w+)_URL$/.test(name)),
      ).toEqual([]);
    }
    for (const [, one] of all) for (const name of one.secrets) expect(Object.keys(secrets)).toContain(name);
    expect(text).not.toMatch(/:-[^}]*(?:password|secret)/i);
  });

  test("shows Temporal's pages to look at only, behind a sign-in", () => {
    expect(service('temporal-ui').environment).toMatchObject({
      TEMPORAL_DISABLE_WRITE_ACTIONS: 'true',
      TEMPORAL_AUTH_ENABLED: 'true',
    });
  });

  test('makes the search attributes that a case has', () => {
    for (const [name, type] of Object.entries(searchAttributes)) expect(text).toContain(`${name}:${type}`);
  });

  test('has Temporal want no more connections than its database has', () => {
    const { SQL_MAX_CONNS, SQL_VIS_MAX_CONNS } = service('temporal').environment;
    // Frontend, history, matching and worker each have their own; PostgreSQL keeps three of its hundred for itself.
    expect(4 * (Number(SQL_MAX_CONNS) + Number(SQL_VIS_MAX_CONNS))).toBeLessThanOrEqual(100 - 3);
  });

  test('runs the server of the release that is pinned', () => {
    const versions = z
      .object({ temporalCli: z.object({ server: z.string() }) })
      .parse(JSON.parse(read('versions.json')));
    const { version } = z.object({ version: z.string() }).parse(JSON.parse(read('package.json')));
    expect(service('temporal').image).toBe(`temporalio/server:${versions.temporalCli.server}`);
    expect(service('server-1').image).toBe(`serious-incident-reviews:\${RELEASE:-${version}}`);
    expect(service('worker-next').image).toBe(`serious-incident-reviews:\${NEXT_RELEASE:-${version}}`);
  });

  describe('with the secrets that are made for it', () => {
    let folder = '';
    beforeAll(() => {
      folder = mkdtempSync(path.join(tmpdir(), 'secrets-'));
      const script = path.join(root, 'scripts', 'compose-secrets.mjs');
      const { status, stderr } = spawnSync(process.execPath, [script, folder], { encoding: 'utf8' });
      expect({ status, stderr }).toMatchObject({ status: 0 });
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    test('each is readable by its owner alone, and those of others are left to be put in', () => {
      const made = readdirSync(folder);
      expect(made).toHaveLength(6);
      for (const name of made) {
        expect(Object.keys(secrets)).toContain(name);
        expect(statSync(path.join(folder, name)).mode & 0o077).toBe(0);
      }
    });

    /** The settings of a service as its process reads them, with what .env says. */
    function configOf(name: string, more: Readonly<Record<string, string>> = {}) {
      const made: Record<string, string> = {
        REVIEWS_HOST: 'reviews.example.org',
        TEMPORAL_UI_HOST: 'temporal.example.org',
        OIDC_ISSUER: 'https://id.example.org',
        OIDC_CLIENT_ID: 'reviews',
        MAIL_FROM: 'Reviews <reviews@example.org>',
        ...more,
      };
      const put = (value: string): string =>
        value
          .replaceAll(
            /\$\{(\w+)(?::[-?]([^}]*))?\}/g,
            (_all, variable: string, otherwise = '') => made[variable] ?? String(otherwise),
          )
          .replace('/run/secrets/', `${folder}/`);
      // Those that come from others stay out of this test.
      const given = Object.entries(service(name).environment)
        .map(([variable, value]) => [variable, put(String(value))] as const)
        .filter(([, value]) => !value.startsWith(folder) || existsSync(value));
      const answer = readConfig({
        ...Object.fromEntries(given),
        ...(name.startsWith('server') ? { OIDC_CLIENT_SECRET: 'secret' } : {}),
      });
      if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
      return answer.config;
    }

    const ours = ['server-1', 'server-2', 'worker-1', 'worker-2', 'tools', 'worker-next', 'deploy-next'];
    test.each(ours)('%s finds its settings right', (name) => {
      const config = configOf(name);
      expect(config).toMatchObject({
        databaseUrl: expect.stringMatching(/^postgres:\/\/records:.{43}@records:5432\/records$/),
        // Until .env names a release no worker has a version.
        workerVersion: undefined,
      });
      expect(config.runsWorker).toBe(!name.startsWith('server'));
    });

    test('the worker of the next release runs beside those of this one, and the cases are brought onto it', () => {
      const releases = { RELEASE: '0.1.0', NEXT_RELEASE: '0.2.0' };
      const buildOf = (name: string) => configOf(name, releases).workerVersion;
      for (const name of ['worker-1', 'worker-2'])
        expect(buildOf(name)).toEqual({ deploymentName: 'incidents', buildId: '0.1.0' });
      for (const name of ['worker-next', 'deploy-next']) {
        expect(buildOf(name)).toEqual({ deploymentName: 'incidents', buildId: '0.2.0' });
        expect(service(name)).toMatchObject({ profiles: ['next'], image: service('worker-next').image });
      }
      expect(service('worker-next').command).toEqual(service('worker-1').command);
      expect(service('deploy-next').command).toContain('dist/src/programs/deploy.js');
    });
  });

  test('has every service and profile that the guide for IT names in its commands', () => {
    const commands = [...read('docs/for-it.md').matchAll(/docker compose ([^\n`#]+)/g)].map(([, said = '']) =>
      said.trim(),
    );
    const named = commands.flatMap((command) => command.split(/\s+/).filter((word) => /^[a-z]+(?:-\w+)*$/.test(word)));
    const verbs = ['up', 'build', 'stop', 'run', 'rm', 'node', 'next'];
    expect(commands.length).toBeGreaterThan(5);
    expect(named.filter((word) => !verbs.includes(word) && services[word] === undefined)).toEqual([]);
    expect(named).toEqual(expect.arrayContaining(['worker-next', 'deploy-next', 'tools']));
  });
});

describe('the image', () => {
  test('has what runs in it, and is run by somebody who may change nothing of it', () => {
    const image = read('Dockerfile');
    expect(image).toMatch(/^FROM node:\d+\.\d+\.\d+-\S+ AS base$/m);
    expect(image).toMatch(/^USER 1000:1000$/m);
    for (const [, { command }] of all) {
      const entry = command?.find((part) => part.startsWith('dist/'));
      if (entry !== undefined)
        expect(existsSync(path.join(root, entry.replace(/^dist\/(.*)\.js$/, '$1.ts')))).toBe(true);
    }
  });
});
