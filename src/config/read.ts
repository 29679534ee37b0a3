import { existsSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import { LOOPBACK, sentences, settingsSchema } from './settings';
import type { LogLevel, MailAddress, Settings } from './settings';
import { keyProblems, portProblems, signInProblems, tokenProblems, versionProblems, workerProblems } from './problems';
import { outsideTemporal, type OutsideTemporalConfig } from './outside-temporal';
import { withSecretsOfFiles } from './secret-files';
import type { SignInStrength } from '../security/sign-in-strength';

/** The project's own folder, from the source and from dist alike. */
export const projectRoot = findProjectRoot(__dirname);

/** Configuration of a process, read from the environment, checked and frozen. */
export type Config = Readonly<{
  host: string;
  port: number;
  dataDir: string;
  temporal: EmbeddedTemporalConfig | OutsideTemporalConfig;
  /** Undefined: the embedded PostgreSQL. */
  databaseUrl: string | undefined;
  /** Undefined: the mailbox inside the application. */
  smtpUrl: string | undefined;
  mailFrom: MailAddress | undefined;
  /** For tests: where practice cases' emails go, in place of the mailbox inside the application. */
  practiceSmtpUrl: string | undefined;
  /** Undefined: one is made and kept in the data folder; see src/installation/secret-store. */
  apiToken: string | undefined;
  /** With what Temporal's payloads are encrypted; undefined: a key is made and kept in the data folder. */
  payloadKeys: PayloadKeysConfig | undefined;
  /**
   * Says whether a case reads payloads that reached Temporal unencrypted. Refused where people sign in and where
   * Temporal is an outside server: other machines may reach it, and every worker has to give the same answer.
   */
  plainPayloads: 'accepted' | 'refused';
  /** Undefined: likewise. */
  codecToken: string | undefined;
  /** Origin of the Temporal pages that may ask for decrypted payloads; undefined: the embedded pages alone. */
  codecOrigin: string | undefined;
  /** Without a slash at the end. */
  publicUrl: string;
  /** Undefined: nobody signs in, which is for trying out alone; see src/installation/trying-out. */
  provider: ProviderConfig | undefined;
  /**
   * Says whether the application is tried out without sign-in, on this machine alone; undefined: the data folder
   * decides.
   */
  tryOut: 'yes' | 'no' | undefined;
  /** Proxies in front of the server. */
  proxies: number;
  /** Open cases that do not run in Temporal are restarted from their record without anybody's order. */
  restartLostCases: boolean;
  /** After how many seconds cases that may stand still are looked for again: a minute at most. */
  lookEverySeconds: number;
  profileFile: string;
  /** Name of this installation's place; undefined: it is known by its machine and folder, or by its database. */
  place: string | undefined;
  /** False: an API server beside workers of their own. */
  runsWorker: boolean;
  /** Undefined: workers have no version, as where one process does everything. */
  workerVersion: WorkerVersionConfig | undefined;
  /** Undefined: nobody is told any figures. */
  metricsPort: number | undefined;
  /** Port at which a separate worker answers health checks; undefined: at none. */
  workerHealthPort: number | undefined;
  /** Host at which the metrics port and the worker's health port listen. */
  operationsHost: string;
  logLevel: LogLevel;
}>;

/** The Temporal server that the application starts itself. */
type EmbeddedTemporalConfig = Readonly<{
  kind: 'embedded';
  namespace: string;
  port: number;
  uiPort: number;
  cli: string | undefined;
}>;

/** The keys themselves, or the file in which they are. */
type PayloadKeysConfig =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'file'; readonly file: string };

/** By which workers of one build are known among those of others. */
type WorkerVersionConfig = Readonly<{ deploymentName: string; buildId: string }>;

/** The identity provider at which people sign in. */
type ProviderConfig = Readonly<{
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** An account is matched to a person by its email address even where the provider does not say that it checked it. */
  trustsEmail: boolean;
  /** Strength and age that a sign-in must have. */
  asks: SignInStrength;
}>;

/** A variable of the environment that is wrong, and a sentence that says what it may be. */
export type ConfigProblem = Readonly<{ variable: string; sentence: string }>;

/** Either the whole configuration or everything that is wrong with it. */
export type ConfigAnswer =
  { readonly ok: true; readonly config: Config } | { readonly ok: false; readonly problems: readonly ConfigProblem[] };

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the environment; every wrong variable is named, and an empty one counts as absent. */
export function readConfig(environment: Environment = process.env): ConfigAnswer {
  const given: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) {
    if (value !== undefined && value.trim() !== '') given[name] = value.trim();
  }
  const { env, problems } = withSecretsOfFiles(given);
  const parsed = settingsSchema.safeParse(env);
  if (!parsed.success) problems.push(...wrongOnes(parsed.error));
  const outside = outsideTemporal(env);
  if (outside !== undefined && 'sentence' in outside) problems.push(outside);
  const isOutside = outside !== undefined && 'kind' in outside;
  if (parsed.success) {
    problems.push(
      ...portProblems(parsed.data, isOutside),
      ...signInProblems(parsed.data),
      ...tokenProblems(parsed.data),
      ...keyProblems(parsed.data, isOutside),
      ...workerProblems(parsed.data, isOutside),
      ...versionProblems(parsed.data, isOutside),
    );
  }
  if (parsed.success && parsed.data.SMTP_URL !== undefined && parsed.data.MAIL_FROM === undefined) {
    problems.push({
      variable: 'MAIL_FROM',
      sentence: 'must be set with SMTP_URL: who the emails are from, such as "Reviews <reviews@example.org>".',
    });
  }
  if (!parsed.success || problems.length > 0) return { ok: false, problems };
  const set = parsed.data;
  const provider = providerOf(set);
  const config: Config = {
    host: set.HOST,
    port: set.PORT,
    dataDir: path.resolve(set.DATA_DIR),
    temporal: isOutside ? outside : embeddedTemporal(set),
    databaseUrl: set.DATABASE_URL,
    smtpUrl: set.SMTP_URL,
    mailFrom: set.MAIL_FROM,
    practiceSmtpUrl: set.PRACTICE_SMTP_URL,
    apiToken: set.API_TOKEN,
    payloadKeys: payloadKeysIn(set),
    codecToken: set.CODEC_TOKEN,
    codecOrigin: set.CODEC_ORIGIN === undefined ? undefined : new URL(set.CODEC_ORIGIN).origin,
    publicUrl: addressOf(set),
    provider,
    tryOut: set.TRY_OUT,
    plainPayloads: isOutside || provider !== undefined ? 'refused' : 'accepted',
    proxies: set.PROXIES,
    restartLostCases: restartsLostCases(set, outside !== undefined),
    lookEverySeconds: set.LOOK_EVERY_SECONDS,
    profileFile: set.PARTNERSHIP_PROFILE
      ? path.resolve(set.PARTNERSHIP_PROFILE)
      : path.join(projectRoot, 'profiles', 'kirklees.yaml'),
    place: set.INSTALLATION_PLACE,
    runsWorker: set.RUN_WORKER === 'yes',
    workerVersion: workerVersionIn(set),
    metricsPort: set.METRICS_PORT,
    workerHealthPort: set.WORKER_HEALTH_PORT,
    operationsHost: set.OPERATIONS_HOST,
    logLevel: set.LOG_LEVEL,
  };
  return { ok: true, config: Object.freeze(config) };
}

/**
 * Says whether lost cases are restarted without an order. By default they are if records and Temporal are both in one
 * data folder: a case that does not run there is lost. If either is an outside server, the other may be a copy on
 * trial, and a copy must not begin to send emails by itself.
 */
const restartsLostCases = (
  { RESTART_LOST_CASES: said, DATABASE_URL: database }: Settings,
  isOutside: boolean,
): boolean => (said === undefined ? !isOutside && database === undefined : said === 'yes');

function payloadKeysIn({ PAYLOAD_KEYS: text, PAYLOAD_KEYS_FILE: file }: Settings): PayloadKeysConfig | undefined {
  if (text !== undefined) return { kind: 'text', text };
  return file === undefined ? undefined : { kind: 'file', file: path.resolve(file) };
}

function providerOf(set: Settings): ProviderConfig | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = set;
  return issuer === undefined || clientId === undefined || clientSecret === undefined
    ? undefined
    : Object.freeze({
        ...{ issuer, clientId, clientSecret, trustsEmail: set.OIDC_TRUST_EMAIL === 'yes' },
        asks: Object.freeze({
          classes: wordsIn(set.OIDC_ACR_VALUES),
          methods: wordsIn(set.OIDC_AMR),
          maxAgeMinutes: set.OIDC_MAX_AGE,
        }),
      });
}

const wordsIn = (text = ''): readonly string[] => text.split(/ +/).filter((word) => word !== '');

const workerVersionIn = ({ WORKER_BUILD_ID, WORKER_DEPLOYMENT }: Settings): WorkerVersionConfig | undefined =>
  WORKER_BUILD_ID === undefined
    ? undefined
    : Object.freeze({ deploymentName: WORKER_DEPLOYMENT, buildId: WORKER_BUILD_ID });

function embeddedTemporal(set: Settings): EmbeddedTemporalConfig {
  const { TEMPORAL_PORT, TEMPORAL_UI_PORT, TEMPORAL_CLI, TEMPORAL_NAMESPACE } = set;
  const ports = { port: TEMPORAL_PORT, uiPort: TEMPORAL_UI_PORT };
  return Object.freeze({ kind: 'embedded', namespace: TEMPORAL_NAMESPACE, ...ports, cli: TEMPORAL_CLI });
}

function wrongOnes(error: z.ZodError): ConfigProblem[] {
  const wrong = new Set(error.issues.map((issue) => issue.path[0]));
  return settingsSchema
    .keyof()
    .options.filter((variable) => wrong.has(variable))
    .map((variable) => ({ variable, sentence: sentences[variable] }));
}

/** Says whether a host is one of this machine's own names. */
export const isThisMachine = (host: string): boolean => LOOPBACK.test(host);

/** The address of the console as a browser writes it: scheme and host in small letters, without a slash at the end. */
function addressOf({ PUBLIC_URL, HOST, PORT }: Settings): string {
  if (PUBLIC_URL === undefined) return `http://${bracketed(HOST)}:${PORT}`;
  const { origin, pathname } = new URL(PUBLIC_URL);
  return `${origin}${pathname}`.replace(/\/+$/, '');
}

function bracketed(host: string): string {
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
}

function findProjectRoot(from: string): string {
  if (existsSync(path.join(from, 'package.json'))) return from;
  const above = path.dirname(from);
  return above === from ? process.cwd() : findProjectRoot(above);
}
