import { ipKeyGenerator } from 'express-rate-limit';
import { toMillis } from '../procedure/time/dates';
import type { Instant } from '../procedure/time/time';
import { hashOf } from './secret';

/**
 * In a quarter of an hour: different wrong tokens, and requests with a wrong one, that an address may send, and all
 * addresses together. A program whose token has ended sends the same one again and again, which guesses nothing.
 */
export const failedTriesAllowed = {
  byAddress: { tokens: 20, requests: 200 },
  overAll: { tokens: 200, requests: 2_000 },
} as const;

const windowMs = 15 * 60_000;
/** Pairs of an address and a token that are remembered as right; the oldest are forgotten first. */
const mostKnown = 10_000;

/** Wrong tokens since a moment, in milliseconds; none is kept, only its hash. */
class Tries {
  readonly #tokens = new Set<string>();
  #requests = 0;

  constructor(readonly since: number) {}

  add(token: string): void {
    this.#tokens.add(hashOf(token));
    this.#requests += 1;
  }

  isOver(now: number): boolean {
    return now >= this.since + windowMs;
  }

  /** Milliseconds until these tries are forgotten, where they are as many as are allowed. */
  waitMs(now: number, allowed: { readonly tokens: number; readonly requests: number }): number {
    const isFull = this.#tokens.size >= allowed.tokens || this.#requests >= allowed.requests;
    return isFull ? Math.max(0, this.since + windowMs - now) : 0;
  }
}

/** A token that somebody sends. */
export interface Try {
  readonly address: string | undefined;
  readonly token: string;
}

/**
 * Counts wrong tokens, by address (of IPv6 by network) and over all. Whoever has sent too many is asked to wait, whatever
 * they send: but for a token that was right from this address before, by which nobody can guess anything. So nobody's
 * guessing locks out a program that has worked.
 */
export class FailedTries {
  readonly #byAddress = new Map<string, Tries>();
  readonly #right = new Set<string>();
  #all = new Tries(0);

  constructor(private readonly now: () => Instant) {}

  /** Seconds to wait before another token is looked at; nothing where this one may be looked at now. */
  waitSeconds({ address, token }: Try): number | undefined {
    if (this.#right.has(pairOf({ address, token }))) return undefined;
    const now = toMillis(this.now());
    const ofAddress = this.#byAddress.get(networkOf(address))?.waitMs(now, failedTriesAllowed.byAddress) ?? 0;
    const longest = Math.max(ofAddress, this.#all.waitMs(now, failedTriesAllowed.overAll));
    return longest === 0 ? undefined : Math.ceil(longest / 1000);
  }

  /** Notes that a token was wrong. */
  failed({ address, token }: Try): void {
    const now = toMillis(this.now());
    for (const [network, tries] of this.#byAddress) if (tries.isOver(now)) this.#byAddress.delete(network);
    const network = networkOf(address);
    const ofAddress = this.#byAddress.get(network) ?? new Tries(now);
    ofAddress.add(token);
    this.#byAddress.set(network, ofAddress);
    if (this.#all.isOver(now)) this.#all = new Tries(now);
    this.#all.add(token);
  }

  /** Notes that a token was right. */
  succeeded(given: Try): void {
    const pair = pairOf(given);
    this.#right.delete(pair);
    this.#right.add(pair);
    const [oldest] = this.#right;
    if (oldest !== undefined && this.#right.size > mostKnown) this.#right.delete(oldest);
  }
}

const networkOf = (address = ''): string => ipKeyGenerator(address);

/** The token itself is not kept. */
const pairOf = ({ address, token }: Try): string => `${networkOf(address)} ${hashOf(token)}`;
