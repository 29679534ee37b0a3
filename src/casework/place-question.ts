import type { Instant, PersonId } from '../procedure/time/time';

/* The question of records that were last used at another place: is this the installation, or a copy of it? */

/** `here`: the installation goes on here. `copy`: these records are a copy to look at. */
export const placeAnswers = ['here', 'copy'] as const;
export type PlaceAnswer = (typeof placeAnswers)[number];

/** An answer that was given; of one that was given by a command nobody's name is known. */
export interface PlaceAnswered {
  readonly said: PlaceAnswer;
  /** A digest of the place for which it was given. */
  readonly place: string;
  readonly at: Instant;
  readonly by?: PersonId | undefined;
}

/** An answer as somebody gives it. */
export interface PlaceAnswering extends Pick<PlaceAnswered, 'said' | 'at' | 'by'> {
  /** The number of answers when the question was read; without the number an answer is taken whatever was said since. */
  readonly after?: number;
}

/** The outcome of an answer; `answered-before`: another answer came first, and nothing was recorded of this one. */
export type PlaceOutcome = { readonly kind: 'answered' } | { readonly kind: 'answered-before' };

/** The question as it stands. */
export interface PlaceStanding {
  /** Both places in words; nothing of the other one where the records keep only its digest. */
  readonly found: { readonly here: string; readonly there?: string; readonly lastStartedAt?: Instant };
  /** The number of answers so far, at all places. */
  readonly answers: number;
  /** These records are a copy to look at, by an answer that was given for this place. */
  readonly copy: boolean;
  /** The last answer, for whichever place it was given. */
  readonly last: PlaceAnswered | undefined;
}

/** The question, for a surface that asks it of people. */
export interface PlaceQuestion {
  readonly standing: PlaceStanding;
  /** This process runs the cases too; else workers of their own do, which have to be started. */
  readonly runsWorker: boolean;
  answer(answer: PlaceAnswering): Promise<PlaceOutcome>;
  /** Stops everything and starts again, once what was asked is answered. */
  startAgain(): void;
}
