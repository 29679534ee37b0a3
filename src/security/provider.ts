import {
  ClientError,
  ResponseBodyError,
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type Configuration,
} from 'openid-client';
import { anyStrength, tooLongAgo, whyTooWeak, type SignInStrength } from './sign-in-strength';

/** The identity provider of the partnership, and this application's account with it. */
export interface ProviderSettings {
  /** The issuer, as the provider writes it. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Without a slash at the end. */
  readonly publicUrl: string;
  /** Strength and age that a sign-in must have; any sign-in will do if it is left out. */
  readonly asks?: SignInStrength;
  /** Told, for IT, of a setting with which the provider cannot be used. */
  log?(sentence: string): void;
}

/** Values that this application keeps from sending somebody to the provider until they come back. */
export interface Remembered {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Identity that the provider gives of a person. The issuer and the subject together are the user. */
export interface SignedIn {
  readonly issuer: string;
  readonly subject: string;
  readonly name: string;
  readonly email: string | undefined;
  /** The provider vouches for the email address. */
  readonly emailVerified: boolean;
  readonly idToken: string;
}

/** Reason for which somebody could not be signed in; the sentence is for them. */
type SignInFailure = {
  readonly kind: 'failed';
  readonly reason: 'away' | 'refused' | 'not-ours' | 'too-weak';
  readonly sentence: string;
};

/** Sign-in by OpenID Connect: the authorization code flow with PKCE, state and nonce. */
export interface Provider {
  begin(): Promise<{ readonly kind: 'begun'; readonly url: string; readonly remembered: Remembered } | SignInFailure>;
  /** `search` is the query with which the provider sent the browser back, with its question mark. */
  finish(
    search: string,
    remembered: Remembered,
  ): Promise<{ readonly kind: 'signed-in'; readonly who: SignedIn } | SignInFailure>;
  /** Address to which the browser goes to sign out at the provider too, or undefined if the provider has none. */
  signOutUrl(idToken: string): Promise<string | undefined>;
}

const failure = (reason: SignInFailure['reason'], sentence: string): SignInFailure => ({
  kind: 'failed',
  reason,
  sentence,
});

const away = failure(
  'away',
  'Your organisation’s sign-in service does not answer. Try again in a few minutes, or tell IT.',
);

/** Error code of the library for an expired ID token, and for a sign-in that is older than was asked for. */
const timeIsOver = 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED';

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** Error codes of a provider for an application that it does not know (RFC 6749, section 5.2). */
const accountProblems = ['invalid_client', 'unauthorized_client'];

/** Returns the message of an error's innermost cause, such as the refused connection. */
const whyIn = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? whyIn(error.cause) : error.message;
};

/** Discovers the provider when it is first needed, and again while it could not be reached. */
export function providerAt({
  issuer,
  clientId,
  clientSecret,
  publicUrl,
  asks = anyStrength,
  log = () => undefined,
}: ProviderSettings): Provider {
  const callback = `${publicUrl}/signing-in/return`;
  // A provider on this very machine, as tests have it, need not have a certificate.
  const isLocal = ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(issuer).hostname);
  let known: Promise<Configuration> | undefined;

  const configuration = (): Promise<Configuration> => {
    known ??= discovery(new URL(issuer), clientId, clientSecret, undefined, {
      timeout: 10,
      // The signature of an ID token is checked with the provider's keys, however the token came here.
      execute: [enableNonRepudiationChecks, ...(isLocal ? [allowInsecureRequests] : [])],
    }).catch((error: unknown) => {
      known = undefined;
      log(`OIDC_ISSUER is ${issuer}, where no sign-in service answers as one (${whyIn(error)}).`);
      throw error;
    });
    return known;
  };

  return {
    async begin() {
      try {
        const config = await configuration();
        const remembered = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
        const url = buildAuthorizationUrl(config, {
          redirect_uri: callback,
          scope: 'openid profile email',
          state: remembered.state,
          nonce: remembered.nonce,
          code_challenge: await calculatePKCECodeChallenge(remembered.verifier),
          code_challenge_method: 'S256',
          ...(asks.classes.length > 0 ? { acr_values: asks.classes.join(' ') } : {}),
          ...(asks.maxAgeMinutes === undefined ? {} : { max_age: String(asks.maxAgeMinutes * 60) }),
        });
        return { kind: 'begun', url: url.href, remembered };
      } catch {
        return away;
      }
    },

    async finish(search, { state, nonce, verifier }) {
      try {
        const tokens = await authorizationCodeGrant(await configuration(), new URL(`${callback}${search}`), {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
          ...(asks.maxAgeMinutes === undefined ? {} : { maxAge: asks.maxAgeMinutes * 60 }),
        });
        const claims = tokens.claims();
        if (claims === undefined || tokens.id_token === undefined) {
          return failure('refused', 'Your organisation’s sign-in service did not say who you are. Tell IT.');
        }
        const tooWeak = whyTooWeak(claims, asks, Date.now());
        if (tooWeak !== undefined) return failure('too-weak', tooWeak);
        const email = text(claims['email']);
        const who: SignedIn = {
          issuer: claims.iss,
          subject: claims.sub,
          name: text(claims['name']) ?? text(claims['preferred_username']) ?? email ?? claims.sub,
          email,
          emailVerified: claims['email_verified'] === true,
          idToken: tokens.id_token,
        };
        return { kind: 'signed-in', who };
      } catch (error) {
        if (error instanceof AuthorizationResponseError) {
          return failure('refused', 'Your organisation’s sign-in service did not let you in. Try again, or tell IT.');
        }
        if (asks.maxAgeMinutes !== undefined && error instanceof ClientError && error.code === timeIsOver)
          return failure('too-weak', tooLongAgo);
        if (error instanceof ResponseBodyError && accountProblems.includes(error.error)) {
          log(`OIDC_CLIENT_ID or OIDC_CLIENT_SECRET is not as the sign-in service knows it (${error.error}).`);
        }
        if (error instanceof ClientError || error instanceof ResponseBodyError) {
          return failure('not-ours', 'That sign-in could not be checked. Begin again from the sign-in page.');
        }
        return away;
      }
    },

    async signOutUrl(idToken) {
      try {
        const config = await configuration();
        if (config.serverMetadata().end_session_endpoint === undefined) return undefined;
        return buildEndSessionUrl(config, {
          id_token_hint: idToken,
          post_logout_redirect_uri: `${publicUrl}/signed-out`,
        }).href;
      } catch {
        return undefined;
      }
    },
  };
}
