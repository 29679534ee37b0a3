import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { outsideTemporal, type OutsideTemporalConfig } from './outside-temporal';

/** The project's own folder, from the source and from dist alike. */
export const projectRoot = findProjectRoot(__dirname);

/** Everything the environment decides, checked and frozen. */
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
  /** Undefined: one is made and kept in the data folder; see src/kept-secrets. */
  apiToken: string | undefined;
  /** With what Temporal's payloads are encrypted; undefined: a key is made and kept in the data folder. */
  payloadKeys: PayloadKeysConfig | undefined;
  /** Undefined: likewise. */
  codecToken: string | undefined;
  /** Where Temporal's pages are, which may ask for payloads in plain; undefined: the embedded ones alone. */
  codecOrigin: string | undefined;
  /** Without a slash at the end. */
  publicUrl: string;
  /** Undefined: people choose whom to be, for trying out on this machine alone. */
  provider: ProviderConfig | undefined;
  /** Proxies in front of the server. */
  proxies: number;
  /** Open cases that do not run in Temporal are restarted from their record without anybody's order. */
  restartLostCases: boolean;
  profileFile: string;
  logLevel: LogLevel;
}>;

/** The Temporal server that the application starts itself. */
export type EmbeddedTemporalConfig = Readonly<{
  kind: 'embedded';
  namespace: string;
  port: number;
  uiPort: number;
  cli: string | undefined;
}>;

/** The keys themselves, or the file in which they are. */
export type PayloadKeysConfig =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'file'; readonly file: string };

/** The identity provider at which people sign in. */
export type ProviderConfig = Readonly<{
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** An account is matched to a person by its email address even where the provider does not say that it checked it. */
  trustsEmail: boolean;
}>;

/** A sender with the name people see. */
export type MailAddress = Readonly<{ name: string; address: string }>;

/** A variable of the environment that is wrong, and a sentence that says what it may be. */
export type ConfigProblem = Readonly<{ variable: string; sentence: string }>;

/** Either the whole configuration or everything that is wrong with it. */
export type ConfigAnswer =
  { readonly ok: true; readonly config: Config } | { readonly ok: false; readonly problems: readonly ConfigProblem[] };

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** How much is logged. */
export type LogLevel = (typeof LOG_LEVELS)[number];

const LOOPBACK = /^(127\.\d{1,3}\.\d{1,3}\.\d{1,3}|localhost|::1|\[::1\])$/;

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((number) => number >= 1 && number <= 65535);

const url = (protocols: readonly string[], isHost = (host: string): boolean => host !== '') =>
  z.string().refine((text) => {
    if (!URL.canParse(text)) return false;
    const { protocol, hostname } = new URL(text);
    return protocols.includes(protocol) && isHost(hostname);
  });

const mailAddress = z.string().transform((text, context): MailAddress => {
  const named = /^\s*"?([^"<>]*?)"?\s*<([^<>]*)>\s*$/.exec(text);
  const address = z.email().safeParse(named?.[2] ?? text.trim());
  if (address.success) return { name: named?.[1] ?? '', address: address.data };
  context.addIssue({ code: 'custom', message: 'not an address' });
  return z.NEVER;
});

const token = z.string().regex(/^[\x21-\x7e]{8,}$/);

const settingsSchema = z.object({
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:[\]-]+$/)
    .default('127.0.0.1'),
  PORT: port.default(3000),
  DATA_DIR: z.string().default('data'),
  TEMPORAL_PORT: port.default(7233),
  TEMPORAL_UI_PORT: port.default(8233),
  TEMPORAL_NAMESPACE: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/)
    .default('default'),
  TEMPORAL_CLI: z.string().optional(),
  // Without a host it is a socket of this machine.
  DATABASE_URL: url(['postgres:', 'postgresql:'], () => true).optional(),
  SMTP_URL: url(['smtp:', 'smtps:']).optional(),
  MAIL_FROM: mailAddress.optional(),
  PRACTICE_SMTP_URL: url(['smtp:', 'smtps:'], (host) => LOOPBACK.test(host)).optional(),
  API_TOKEN: token.optional(),
  PAYLOAD_KEYS: z.string().optional(),
  PAYLOAD_KEYS_FILE: z.string().optional(),
  CODEC_TOKEN: token.optional(),
  CODEC_ORIGIN: url(['http:', 'https:']).optional(),
  PUBLIC_URL: url(['http:', 'https:']).optional(),
  OIDC_ISSUER: url(['https:', 'http:']).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_TRUST_EMAIL: z.enum(['yes', 'no']).default('no'),
  PROXIES: z.string().regex(/^\d$/).transform(Number).default(0),
  RESTART_LOST_CASES: z.enum(['yes', 'no']).optional(),
  PARTNERSHIP_PROFILE: z.string().optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
});

type Settings = z.output<typeof settingsSchema>;

const PORT_SENTENCE = 'must be a port number from 1 to 65535.';

const TOKEN_SENTENCE = 'must have at least 8 characters, without blanks or accents.';

/** What each variable must be, for whoever got it wrong. */
const sentences: Readonly<Record<keyof Settings, string>> = {
  HOST: 'must be an address of this machine: 127.0.0.1 for this machine alone, 0.0.0.0 for everybody who reaches it.',
  PORT: PORT_SENTENCE,
  DATA_DIR: 'must be a folder.',
  TEMPORAL_PORT: PORT_SENTENCE,
  TEMPORAL_UI_PORT: PORT_SENTENCE,
  TEMPORAL_NAMESPACE: 'must be the name of a namespace: letters, digits, dots, hyphens and underscores.',
  TEMPORAL_CLI: "must be the path of Temporal's command-line program.",
  DATABASE_URL: 'must be the address of a PostgreSQL database, such as postgres://user:password@host:5432/database.',
  SMTP_URL: 'must be the address of a mail server, such as smtps://user:password@host:465.',
  MAIL_FROM: 'must be an email address, alone or as Name <name@example.org>.',
  PRACTICE_SMTP_URL:
    'must be a mail server on this machine, such as smtp://127.0.0.1:2525: practice emails never leave it.',
  API_TOKEN: TOKEN_SENTENCE,
  PAYLOAD_KEYS: 'must be keys as "npm run keys" makes them.',
  PAYLOAD_KEYS_FILE: 'must be a file of keys as "npm run keys" makes them.',
  CODEC_TOKEN: TOKEN_SENTENCE,
  CODEC_ORIGIN: "must be the address of Temporal's pages, such as https://temporal.example.org.",
  PUBLIC_URL: 'must be the address at which people reach the application, such as https://reviews.example.org.',
  OIDC_ISSUER: 'must be the issuer of your identity provider, such as https://login.microsoftonline.com/<tenant>/v2.0.',
  OIDC_CLIENT_ID: "must be this application's id at the identity provider.",
  OIDC_CLIENT_SECRET: "must be this application's secret at the identity provider.",
  OIDC_TRUST_EMAIL: 'must be yes or no.',
  PROXIES: 'must be the number of proxies in front of the server, 0 to 9.',
  RESTART_LOST_CASES: 'must be yes or no.',
  PARTNERSHIP_PROFILE: 'must be the path of a partnership profile.',
  LOG_LEVEL: `must be one of ${LOG_LEVELS.join(', ')}.`,
};

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the environment; every wrong variable is named, and an empty one counts as absent. */
export function readConfig(environment: Environment = process.env): ConfigAnswer {
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) {
    if (value !== undefined && value.trim() !== '') env[name] = value.trim();
  }
  const parsed = settingsSchema.safeParse(env);
  const problems = parsed.success ? portProblems(parsed.data, env) : wrongOnes(parsed.error);
  const outside = outsideTemporal(env);
  if (outside !== undefined && 'sentence' in outside) problems.push(outside);
  if (parsed.success)
    problems.push(
      ...signInProblems(parsed.data),
      ...keyProblems(parsed.data, outside !== undefined && 'kind' in outside),
    );
  if (parsed.success && parsed.data.SMTP_URL !== undefined && parsed.data.MAIL_FROM === undefined) {
    problems.push({
      variable: 'MAIL_FROM',
      sentence: 'must be set with SMTP_URL: who the emails are from, such as "Reviews <reviews@example.org>".',
    });
  }
  if (!parsed.success || problems.length > 0) return { ok: false, problems };
  const set = parsed.data;
  const config: Config = {
    host: set.HOST,
    port: set.PORT,
    dataDir: path.resolve(set.DATA_DIR),
    temporal: outside !== undefined && 'kind' in outside ? outside : embeddedTemporal(set),
    databaseUrl: set.DATABASE_URL,
    smtpUrl: set.SMTP_URL,
    mailFrom: set.MAIL_FROM,
    practiceSmtpUrl: set.PRACTICE_SMTP_URL,
    apiToken: set.API_TOKEN,
    payloadKeys: payloadKeysIn(set),
    codecToken: set.CODEC_TOKEN,
    codecOrigin: set.CODEC_ORIGIN === undefined ? undefined : new URL(set.CODEC_ORIGIN).origin,
    publicUrl: (set.PUBLIC_URL ?? `http://${bracketed(set.HOST)}:${set.PORT}`).replace(/\/+$/, ''),
    provider: providerOf(set),
    proxies: set.PROXIES,
    restartLostCases: restartsLostCases(set, outside !== undefined),
    profileFile: set.PARTNERSHIP_PROFILE
      ? path.resolve(set.PARTNERSHIP_PROFILE)
      : path.join(projectRoot, 'profiles', 'kirklees.yaml'),
    logLevel: set.LOG_LEVEL,
  };
  return { ok: true, config: Object.freeze(config) };
}

/**
 * Where records and Temporal are in one data folder, a case that does not run there is lost. Where one of them is a
 * server of somebody's, the other may be a copy that is being tried out, which must not begin to send emails by itself.
 */
const restartsLostCases = (
  { RESTART_LOST_CASES: said, DATABASE_URL: database }: Settings,
  isOutside: boolean,
): boolean => (said === undefined ? !isOutside && database === undefined : said === 'yes');

const providerVariables = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;

function providerOf(set: Settings): ProviderConfig | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = set;
  return issuer === undefined || clientId === undefined || clientSecret === undefined
    ? undefined
    : Object.freeze({ issuer, clientId, clientSecret, trustsEmail: set.OIDC_TRUST_EMAIL === 'yes' });
}

/** Whoever can reach the application must have to say who they are, where nobody can listen. */
function signInProblems(set: Settings): readonly ConfigProblem[] {
  const missing = providerVariables.filter((variable) => set[variable] === undefined);
  if (missing.length > 0 && missing.length < providerVariables.length) {
    return missing.map((variable) => ({
      variable,
      sentence: `must be set too: sign-in needs all of ${providerVariables.join(', ')}.`,
    }));
  }
  if (LOOPBACK.test(set.HOST)) return [];
  if (missing.length > 0) {
    const sentence = `is ${set.HOST}, which others can reach, and there is no sign-in. Set ${providerVariables.join(', ')}, or leave HOST out.`;
    return [{ variable: 'HOST', sentence }];
  }
  const { PUBLIC_URL: address } = set;
  const isSafe = address !== undefined && (address.startsWith('https:') || LOOPBACK.test(new URL(address).hostname));
  return isSafe
    ? []
    : [
        {
          variable: 'PUBLIC_URL',
          sentence: 'must be set, and begin with https, where others than this machine sign in.',
        },
      ];
}

function payloadKeysIn({ PAYLOAD_KEYS: text, PAYLOAD_KEYS_FILE: file }: Settings): PayloadKeysConfig | undefined {
  if (text !== undefined) return { kind: 'text', text };
  return file === undefined ? undefined : { kind: 'file', file: path.resolve(file) };
}

/** A key that is made here would be known to this process alone, where several share one Temporal server. */
function keyProblems(set: Settings, isOutside: boolean): readonly ConfigProblem[] {
  const given = [set.PAYLOAD_KEYS, set.PAYLOAD_KEYS_FILE].filter((one) => one !== undefined).length;
  if (given > 1) return [{ variable: 'PAYLOAD_KEYS', sentence: 'and PAYLOAD_KEYS_FILE say the same thing; set one.' }];
  if (given === 1 || !isOutside) return [];
  const sentence =
    'must be set where Temporal is a server of yours: the file of the keys that encrypt what it stores. Make one: npm run keys -- make payload-keys';
  return [{ variable: 'PAYLOAD_KEYS_FILE', sentence }];
}

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

function portProblems(set: Settings, env: Record<string, string>): ConfigProblem[] {
  const embedded = env['TEMPORAL_ADDRESS'] === undefined;
  const used = embedded ? (['PORT', 'TEMPORAL_PORT', 'TEMPORAL_UI_PORT'] as const) : (['PORT'] as const);
  return used
    .filter((variable, index) => used.slice(0, index).some((earlier) => set[earlier] === set[variable]))
    .map((variable) => ({ variable, sentence: `is ${set[variable]}, which another of ${used.join(', ')} has too.` }));
}

function bracketed(host: string): string {
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
}

function findProjectRoot(from: string): string {
  if (existsSync(path.join(from, 'package.json'))) return from;
  const above = path.dirname(from);
  return above === from ? process.cwd() : findProjectRoot(above);
}
