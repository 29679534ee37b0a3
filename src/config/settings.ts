import { z } from 'zod';

/** A sender with the name people see. */
export type MailAddress = Readonly<{ name: string; address: string }>;

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** Least severe level that is logged. */
export type LogLevel = (typeof LOG_LEVELS)[number];

/** The names of this machine for itself. */
export const LOOPBACK = /^(127\.\d{1,3}\.\d{1,3}\.\d{1,3}|localhost|::1|\[::1\])$/;

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

/** An address with nothing in it but where it leads: no name, password, query or part of a page. */
function isPlainAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { username, password, search, hash } = new URL(text);
  return [username, password, search, hash].every((part) => part === '');
}

const mailAddress = z.string().transform((text, context): MailAddress => {
  const named = /^\s*"?([^"<>]*?)"?\s*<([^<>]*)>\s*$/.exec(text);
  const address = z.email().safeParse(named?.[2] ?? text.trim());
  if (address.success) return { name: named?.[1] ?? '', address: address.data };
  context.addIssue({ code: 'custom', message: 'not an address' });
  return z.NEVER;
});

const host = z.string().regex(/^[A-Za-z0-9.:[\]-]+$/);

/** The fewest characters of a token, which somebody might otherwise guess. */
export const shortestToken = 32;

const token = z.string().regex(new RegExp(`^[\\x21-\\x7e]{${shortestToken},}$`));

/** Every variable of the environment, and what it may be. */
export const settingsSchema = z.object({
  HOST: host.default('127.0.0.1'),
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
  PUBLIC_URL: url(['http:', 'https:']).refine(isPlainAddress).optional(),
  OIDC_ISSUER: url(['https:', 'http:']).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_ACR_VALUES: z
    .string()
    .regex(/^[\x21\x23-\x5b\x5d-\x7e]+( +[\x21\x23-\x5b\x5d-\x7e]+)*$/)
    .optional(),
  OIDC_AMR: z
    .string()
    .regex(/^[\x21-\x7e]+( +[\x21-\x7e]+)*$/)
    .optional(),
  OIDC_MAX_AGE: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((minutes) => minutes > 0)
    .optional(),
  OIDC_TRUST_EMAIL: z.enum(['yes', 'no']).default('no'),
  TRY_OUT: z.enum(['yes', 'no']).optional(),
  PROXIES: z.string().regex(/^\d$/).transform(Number).default(0),
  RESTART_LOST_CASES: z.enum(['yes', 'no']).optional(),
  LOOK_EVERY_SECONDS: z
    .string()
    .regex(/^([1-9]|[1-5]\d|60)$/)
    .transform(Number)
    .default(60),
  PARTNERSHIP_PROFILE: z.string().optional(),
  INSTALLATION_PLACE: z.string().optional(),
  RUN_WORKER: z.enum(['yes', 'no']).default('yes'),
  WORKER_BUILD_ID: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/)
    .optional(),
  WORKER_DEPLOYMENT: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/)
    .default('incidents'),
  METRICS_PORT: port.optional(),
  WORKER_HEALTH_PORT: port.optional(),
  OPERATIONS_HOST: host.default('127.0.0.1'),
  LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
});

/** The environment as it was read. */
export type Settings = z.output<typeof settingsSchema>;

const PORT_SENTENCE = 'must be a port number from 1 to 65535.';

const TOKEN_SENTENCE = `must have at least ${shortestToken} characters, without blanks or accents. Make one: openssl rand -base64 32`;

/** Rule of each variable, in a sentence for whoever set it wrongly. */
export const sentences: Readonly<Record<keyof Settings, string>> = {
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
  OIDC_ACR_VALUES:
    'must be the classes of sign-in that are strong enough, as the provider names them, with blanks between.',
  OIDC_AMR: 'must be methods of signing in as the provider names them, such as mfa, with blanks between.',
  OIDC_MAX_AGE: 'must be the minutes for which signing in at the provider counts, from 1 to 99999.',
  OIDC_TRUST_EMAIL: 'must be yes or no.',
  TRY_OUT: 'must be yes or no.',
  PROXIES: 'must be the number of proxies in front of the server, 0 to 9.',
  RESTART_LOST_CASES: 'must be yes or no.',
  LOOK_EVERY_SECONDS: 'must be the seconds after which cases that may stand still are looked for again, from 1 to 60.',
  WORKER_BUILD_ID: 'must be what you call this release: letters, digits, dots, hyphens and underscores.',
  WORKER_DEPLOYMENT: 'must be a name of letters, digits, hyphens and underscores, the same for every release.',
  PARTNERSHIP_PROFILE: 'must be the path of a partnership profile.',
  INSTALLATION_PLACE: 'must be a name for where this installation is.',
  RUN_WORKER: 'must be yes or no.',
  METRICS_PORT: PORT_SENTENCE,
  WORKER_HEALTH_PORT: PORT_SENTENCE,
  OPERATIONS_HOST: 'must be an address of this machine.',
  LOG_LEVEL: `must be one of ${LOG_LEVELS.join(', ')}.`,
};
