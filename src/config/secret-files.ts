import { readFileSync } from 'node:fs';
import type { ConfigProblem } from './read';

/** Variables that hold a secret; each may be in a file instead, named by the same variable with `_FILE`. */
export const secretVariables = [
  'DATABASE_URL',
  'SMTP_URL',
  'API_TOKEN',
  'CODEC_TOKEN',
  'OIDC_CLIENT_SECRET',
  'TEMPORAL_API_KEY',
] as const;

/** The environment with the secrets of files in it, and what is wrong with any of the files. */
export interface WithSecrets {
  readonly env: Record<string, string>;
  readonly problems: ConfigProblem[];
}

/** Reads the secrets that are in files, and puts each in the place of the variable that names its file. */
export function withSecretsOfFiles(given: Readonly<Record<string, string>>): WithSecrets {
  const files: readonly string[] = secretVariables.map((name) => `${name}_FILE`);
  // Temporal's own configuration does not know them.
  const env = Object.fromEntries(Object.entries(given).filter(([name]) => !files.includes(name)));
  const problems: ConfigProblem[] = [];
  for (const name of secretVariables) {
    const variable = `${name}_FILE`;
    const file = given[variable];
    if (file === undefined) continue;
    const secret = secretIn(file);
    if (env[name] !== undefined) problems.push({ variable, sentence: `and ${name} say the same thing; set one.` });
    else if ('why' in secret) problems.push({ variable, sentence: `is ${file}, which ${secret.why}.` });
    else env[name] = secret.text;
  }
  return { env, problems };
}

function secretIn(file: string): { readonly text: string } | { readonly why: string } {
  try {
    const text = readFileSync(file, 'utf8').trim();
    return text === '' ? { why: 'is empty' } : { text };
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error);
    return { why: `cannot be read (${code})` };
  }
}
