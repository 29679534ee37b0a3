import type { Config } from './config';

/** Something stands in the way of starting; the message is a line that says what to do. */
export class CannotStart extends Error {}

/** What was started, to be stopped in the opposite order. */
export class Started {
  readonly #stops: (() => Promise<unknown>)[] = [];

  add(stop: () => Promise<unknown>): void {
    this.#stops.unshift(stop);
  }

  /** False: there was nothing to stop. */
  async stop(): Promise<boolean> {
    for (const stop of this.#stops) await stop().catch((error: unknown) => console.error(error));
    return this.#stops.length > 0;
  }
}

/** What each part of the application is started with. */
export interface Starting {
  readonly config: Config;
  readonly started: Started;
  say(sentence: string): void;
  /** Told when a part has stopped by itself; without it nothing goes on. */
  failed(what: string): void;
}
