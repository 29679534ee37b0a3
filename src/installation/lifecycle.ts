import type { Config } from '../config/read';
import { sayError } from '../log/log';

/** Thrown when the application cannot start; the message is a line that says what to do. */
export class CannotStart extends Error {}

/** Parts that were started. They are stopped in the opposite order. */
export class Started {
  readonly #stops: (() => Promise<unknown>)[] = [];
  #isStopped = false;

  /** Adds a part to be stopped later. Stops it at once if everything has been stopped already: nothing else would. */
  add(stop: () => Promise<unknown>): void {
    if (this.#isStopped) void orTell(stop);
    else this.#stops.unshift(stop);
  }

  /** Stops everything; resolves with false if there was nothing to stop. */
  async stop(): Promise<boolean> {
    this.#isStopped = true;
    for (const stop of this.#stops) await orTell(stop);
    return this.#stops.length > 0;
  }
}

const orTell = (stop: () => Promise<unknown>): Promise<unknown> =>
  stop().catch((error: unknown) => console.error(sayError(error)));

/** Objects with which each part of the application is started. */
export interface Starting {
  readonly config: Config;
  readonly started: Started;
  say(sentence: string): void;
  /** Called when a part stops by itself; the application cannot go on without it. */
  failed(what: string): void;
}
