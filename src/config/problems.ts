import type { ConfigProblem } from './read';
import { LOOPBACK, type Settings } from './settings';

const providerVariables = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;

/** Names what is missing of sign-in, and refuses an address at which others could listen to it. */
export function signInProblems(set: Settings): readonly ConfigProblem[] {
  const missing = providerVariables.filter((variable) => set[variable] === undefined);
  if (missing.length > 0 && missing.length < providerVariables.length) {
    return missing.map((variable) => ({
      variable,
      sentence: `must be set too: sign-in needs all of ${providerVariables.join(', ')}.`,
    }));
  }
  if (missing.length > 0) {
    const strength = (['OIDC_ACR_VALUES', 'OIDC_AMR', 'OIDC_MAX_AGE'] as const).filter((one) => set[one] !== undefined);
    if (strength.length > 0) {
      return strength.map((variable) => ({
        variable,
        sentence: `is about signing in, for which ${providerVariables.join(', ')} must be set.`,
      }));
    }
  }
  // Without sign-in, src/installation/trying-out says whether the server may start; workers and commands have no pages.
  if (missing.length > 0 || LOOPBACK.test(set.HOST)) return [];
  const { PUBLIC_URL: address } = set;
  const isSafe = address !== undefined && isSafeAddress(new URL(address));
  return isSafe
    ? []
    : [
        {
          variable: 'PUBLIC_URL',
          sentence: 'must be set, and begin with https, where others than this machine sign in.',
        },
      ];
}

const isSafeAddress = ({ protocol, hostname }: URL): boolean => protocol === 'https:' || LOOPBACK.test(hostname);

/** The codec's token stands in an address of Temporal's pages, which more people see. */
export const tokenProblems = ({ API_TOKEN, CODEC_TOKEN }: Settings): readonly ConfigProblem[] =>
  CODEC_TOKEN === undefined || CODEC_TOKEN !== API_TOKEN
    ? []
    : [{ variable: 'CODEC_TOKEN', sentence: 'is the same as API_TOKEN; give each its own.' }];

/** A key that is made here would be known to this process alone, where several share one Temporal server. */
export function keyProblems(set: Settings, isOutside: boolean): readonly ConfigProblem[] {
  const given = [set.PAYLOAD_KEYS, set.PAYLOAD_KEYS_FILE].filter((one) => one !== undefined).length;
  if (given > 1) return [{ variable: 'PAYLOAD_KEYS', sentence: 'and PAYLOAD_KEYS_FILE say the same thing; set one.' }];
  if (given === 1 || !isOutside) return [];
  const sentence =
    'must be set where Temporal is a server of yours: the file of the keys that encrypt what it stores. Make one: npm run keys -- make payload-keys';
  return [{ variable: 'PAYLOAD_KEYS_FILE', sentence }];
}

/** Without a worker cases would wait for one that nobody runs; and what each server makes for itself, they must share. */
export function workerProblems(set: Settings, isOutside: boolean): readonly ConfigProblem[] {
  if (set.RUN_WORKER === 'yes') return [];
  if (!isOutside || set.DATABASE_URL === undefined) {
    const sentence =
      'is no, for which TEMPORAL_ADDRESS and DATABASE_URL are needed: workers of their own run the cases.';
    return [{ variable: 'RUN_WORKER', sentence }];
  }
  return (['API_TOKEN', 'CODEC_TOKEN'] as const)
    .filter((variable) => set[variable] === undefined)
    .map((variable) => ({ variable, sentence: 'must be set where RUN_WORKER is no: all servers must have the same.' }));
}

/** With the embedded server there is one process, and a version that nobody makes current would get no case. */
export const versionProblems = ({ WORKER_BUILD_ID }: Settings, isOutside: boolean): readonly ConfigProblem[] =>
  WORKER_BUILD_ID === undefined || isOutside
    ? []
    : [{ variable: 'WORKER_BUILD_ID', sentence: 'is for workers on a Temporal server of yours; leave it out here.' }];

/** Two servers cannot listen at one port. */
export function portProblems(set: Settings, isOutside: boolean): readonly ConfigProblem[] {
  const optional = (['METRICS_PORT', 'WORKER_HEALTH_PORT'] as const).filter((variable) => set[variable] !== undefined);
  const embedded = isOutside ? [] : (['TEMPORAL_PORT', 'TEMPORAL_UI_PORT'] as const);
  const used = ['PORT' as const, ...embedded, ...optional];
  return used
    .filter((variable, index) => used.slice(0, index).some((earlier) => set[earlier] === set[variable]))
    .map((variable) => ({ variable, sentence: `is ${set[variable]}, which another of ${used.join(', ')} has too.` }));
}
