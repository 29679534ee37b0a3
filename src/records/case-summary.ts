import type { Milestones, PublicationMilestone } from '../procedure/dates/milestones';
import type { CaseReference, Instant, IsoDate, PersonId } from '../procedure/time/time';
import type { Turn } from '../procedure/reminders/turns';

/**
 * The edition of what a summary says. It rises when a release adds to a summary or works it out otherwise: cases that
 * were summarised under a lower one are then summarised again when the installation starts.
 */
export const summaryEdition = 5;

/**
 * A case in a list: what can be said of it without opening its file. It is worked out from the file by whoever records
 * it, and stands in columns, so that 20,000 cases can be filtered without reading their files.
 */
export interface CaseSummary {
  readonly reference: CaseReference;
  readonly partnership: string;
  readonly profile: string;
  readonly practice: boolean;
  readonly stage: string;
  /** The steps that are open. */
  readonly steps: readonly string[];
  /** The next deadline: its calendar date, and the moment at which it is missed. None in a closed case. */
  readonly nextDue: IsoDate | undefined;
  readonly nextDueAt: Instant | undefined;
  readonly reviewType: string | undefined;
  readonly openedAt: Instant;
  readonly receivedOn: IsoDate;
  readonly closedOn?: IsoDate;
  readonly agencies: readonly string[];
  /** What else it is found by: the notifying agency, the agencies that were asked, the eCase reference. */
  readonly alsoFoundBy?: readonly string[];
  /** Everybody who has a part in the case. */
  readonly people: readonly PersonId[];
  /** Who must see nothing of it, whatever part they have. */
  readonly shutOut: readonly PersonId[];
  readonly dayOne: IsoDate;
  readonly ending: string;
  /** What the Panel last replied. */
  readonly panel: string | undefined;
  /** Whose turn it is. */
  readonly turns: readonly Turn[];
  /** What reports across cases need of it. */
  readonly milestones: Milestones;
  /** The digest of the calendar, meetings and people that it carries (`carriedPrint`). */
  readonly carried: string;
}

/** What a list shows of a case; its turns and all but one of its milestones are asked for by themselves. */
export interface ListedSummary extends Omit<CaseSummary, 'turns' | 'milestones' | 'alsoFoundBy' | 'carried'> {
  readonly publication?: PublicationMilestone;
}
