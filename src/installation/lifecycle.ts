import type { Config } from '../config/read';
import { sayError } from '../log/log';

/** Something stands in the way of starting; the message is a line that says what to do. */
export class CannotStart extends Error {}

/** What was started, to be stopped in the opposite order. */
export class Started {
  readonly #stops: (() => Promise<unknown>)[] = [];
  #isStopped = false;

  /** What has only just started when everything is stopped already is stopped at once, or nothing ever would. */
  add(stop: () => Promise<unknown>): void {
    if (this.#isStopped) void orTell(stop);
    else this.#stops.unshift(stop);
  }

  /** False: there was nothing to stop. */
  async stop(): Promise<boolean> {
    this.#isStopped = true;
    for (const stop of this.#stops) await orTell(stop);
    return this.#stops.length > 0;
  }
}

const orTell = (stop: () => Promise<unknown>): Promise<unknown> =>
  stop().catch((error: unknown) => console.error(sayError(error)));

/** What each part of the application is started with. */
export interface Starting {
  readonly config: Config;
  readonly started: Started;
  say(sentence: string): void;
  /** Told when a part has stopped by itself; without it nothing goes on. */
  failed(what: string): void;
}
