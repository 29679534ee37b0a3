/** Strength and age that a sign-in at the provider must have. */
export interface SignInStrength {
  /** Classes of authentication (`acr`), one of which it must have been; none: any will do. */
  readonly classes: readonly string[];
  /** Methods (`amr`), all of which must have been used, such as `mfa`; none: any will do. */
  readonly methods: readonly string[];
  /** For how many minutes it counts from when the person was last asked (`auth_time`); undefined: for any time. */
  readonly maxAgeMinutes: number | undefined;
}

/** Accepts any sign-in. */
export const anyStrength: SignInStrength = { classes: [], methods: [], maxAgeMinutes: undefined };

/** Claims of an ID token that say how and when somebody signed in (OpenID Connect Core 1.0, section 2). */
export interface SignInClaims {
  readonly acr?: unknown;
  readonly amr?: unknown;
  readonly auth_time?: unknown;
}

/** Clocks of two machines may differ by so many seconds. */
const toleranceSeconds = 30;

/** Returns why a sign-in is not strong or recent enough, in a sentence for the person; undefined if it is. */
export function whyTooWeak(
  { acr, amr, auth_time: at }: SignInClaims,
  { classes, methods, maxAgeMinutes }: SignInStrength,
  nowMs: number,
): string | undefined {
  if (classes.length > 0 && (typeof acr !== 'string' || !classes.includes(acr))) return withoutSecondFactor;
  const used: readonly unknown[] = Array.isArray(amr) ? amr : [];
  if (methods.some((method) => !used.includes(method))) return withoutSecondFactor;
  if (maxAgeMinutes === undefined) return undefined;
  const isRecent =
    typeof at === 'number' && Number.isFinite(at) && nowMs / 1000 <= at + maxAgeMinutes * 60 + toleranceSeconds;
  return isRecent ? undefined : tooLongAgo;
}

const withoutSecondFactor =
  'You have to sign in with a second factor, and your organisation’s sign-in service did not say that you did. Sign in again, or tell IT.';

/** Also where the provider does not say when it was. */
export const tooLongAgo =
  'You signed in at your organisation too long ago, or its sign-in service did not say when. Sign in there again, or tell IT.';
