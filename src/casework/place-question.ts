import type { Instant, PersonId } from '../procedure/time/time';

/* Asks about records that were last used at another place: is this the installation, or a copy of it? */

/** `here`: the installation goes on here. `copy`: these records are a copy to look at. */
export const placeAnswers = ['here', 'copy'] as const;
type PlaceAnswer = (typeof placeAnswers)[number];

/** An earlier answer. An answer given by a command has no name. */
export interface PlaceAnswered {
  readonly said: PlaceAnswer;
  /** The digest of the place for which the answer was given. */
  readonly place: string;
  readonly at: Instant;
  readonly by?: PersonId | undefined;
}

/** An answer as somebody gives it. */
export interface PlaceAnswering extends Pick<PlaceAnswered, 'said' | 'at' | 'by'> {
  /**
   * Number of answers when the question was read. Without this number an answer is accepted whatever was answered
   * since.
   */
  readonly after?: number;
}

/** The result of an answer. `answered-before`: another answer came first, and this one was not recorded. */
export type PlaceOutcome = { readonly kind: 'answered' } | { readonly kind: 'answered-before' };

/** The question as it stands. */
export interface PlaceStanding {
  /** Both places in words. The other place is left out if the records hold only its digest. */
  readonly found: { readonly here: string; readonly there?: string; readonly lastStartedAt?: Instant };
  /** Number of answers so far, at all places. */
  readonly answers: number;
  /** True if an answer for this place said that these records are a copy to look at. */
  readonly copy: boolean;
  /** The last answer, for whichever place it was given. */
  readonly last: PlaceAnswered | undefined;
}

/** The question, for a surface that asks it of people. */
export interface PlaceQuestion {
  readonly standing: PlaceStanding;
  /** True if this process runs the cases too; otherwise their workers have to be started separately. */
  readonly runsWorker: boolean;
  answer(answer: PlaceAnswering): Promise<PlaceOutcome>;
  /** Restarts the application, once open requests have been answered. */
  startAgain(): void;
}
