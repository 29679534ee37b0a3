import type { Response } from 'express';
import type { Answer } from './answer';

/** Lines that one session may keep open. A browser opens one for each page of a case that is looked at. */
export const linesOfSession = 12;

/**
 * Milliseconds between two messages that keep a connection open; each time it is checked whether the page may still be
 * told.
 */
const stillHereMs = 25_000;

/** A page that is to be told of changes. */
export interface Follower {
  /** The session in which it was opened. */
  readonly session: string;
  /** True if the session still lives and its person may still see what the page is about. */
  may(): Promise<boolean>;
}

/** A connection to an open page, for server-sent events. */
class Line {
  #last: Promise<void> = Promise.resolve();
  #isOpen = true;

  constructor(
    private readonly response: Response,
    private readonly may: Follower['may'],
  ) {}

  /** Writes a message if the page may still have it. Drops the message while that cannot be checked. */
  tell(what: string): void {
    this.#asked((may) => {
      if (may) this.response.write(`data: ${what.replaceAll('\n', ' ')}\n\n`);
    });
  }

  /** Keeps the connection open with a message that says nothing about the page. */
  stillHere(): void {
    this.#asked(() => this.response.write(': still here\n\n'));
  }

  /** Closes the connection if its page may no longer be told of changes. */
  askAgain(): void {
    this.#asked(() => undefined);
  }

  closed(): void {
    this.#isOpen = false;
  }

  #asked(act: (may: boolean | undefined) => void): void {
    this.#last = this.#last.then(async () => {
      if (!this.#isOpen) return;
      const may = await this.may().catch(() => undefined);
      if (!this.#isOpen) return;
      if (may === false) this.response.end();
      else act(may);
    });
  }
}

/**
 * The connections over which open pages are told of changes. Before each message it is checked whether they still may.
 */
export class Lines {
  readonly #open = new Map<string, Set<Line>>();

  /** Checks at once whether each page may still be told, because a session may have ended. */
  askAgain(): void {
    for (const lines of this.#open.values()) for (const line of lines) line.askAgain();
  }

  /**
   * Tells the browser of changes until the page is closed or may be told no longer. Answers 429 if the session has too
   * many open.
   */
  async follow(
    response: Response,
    { follow: begin }: Extract<Answer, { kind: 'live' }>,
    { session, may }: Follower,
  ): Promise<void> {
    const lines = this.#open.get(session) ?? new Set();
    if (lines.size >= linesOfSession) {
      response.status(429).type('text/plain').send('Too many pages of this session are told of changes already.\n');
      return;
    }
    const line = new Line(response, may);
    this.#open.set(session, lines.add(line));
    const leave = (): void => {
      line.closed();
      lines.delete(line);
      if (lines.size === 0 && this.#open.get(session) === lines) this.#open.delete(session);
    };
    response.once('close', leave);
    response.set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
    response.flushHeaders();
    const stop = await begin((what) => line.tell(what));
    // The browser may have left the page before `begin` was done. Its close event is past then, so stop here.
    if (response.destroyed || response.writableEnded) return stop();
    const alive = setInterval(() => line.stillHere(), stillHereMs);
    response.once('close', () => {
      clearInterval(alive);
      stop();
    });
  }
}
