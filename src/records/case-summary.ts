import type { ListedFact } from '../procedure/case/recorded-for';
import type { Milestones, PublicationMilestone } from '../procedure/dates/milestones';
import type { CaseReference, Instant, IsoDate, PersonId } from '../procedure/time/time';
import type { Turn } from '../procedure/reminders/turns';

/**
 * The edition of the summaries. Raise it when a release adds to a summary or works it out differently. Cases with a
 * lower edition are summarised again when the installation starts.
 */
export const summaryEdition = 7;

/**
 * A case in a list: all that can be said of it without reading its file. The summary is worked out from the file when
 * the case is recorded, and kept in columns, so that 20,000 cases can be filtered without reading their files.
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
  /** Other words that find the case: the notifying agency, the agencies that were asked, the eCase reference. */
  readonly alsoFoundBy?: readonly string[];
  /** The people who have a part in the case now, and those of them who see its state, or all of it. */
  readonly people: readonly PersonId[];
  readonly seesState: readonly PersonId[];
  readonly seesWhole: readonly PersonId[];
  /** People who must see nothing of the case, whatever part they have in it. */
  readonly shutOut: readonly PersonId[];
  readonly dayOne: IsoDate;
  readonly ending: string;
  /** The Panel's last reply. */
  readonly panel: string | undefined;
  /** The turns that people have in the case. */
  readonly turns: readonly Turn[];
  /** The facts of the case that reports across cases need. */
  readonly milestones: Milestones;
  /** The digest of the calendar, meetings and people that the case carries (`carriedPrint`). */
  readonly carried: string;
}

/** The part of a summary that a list shows. Turns and the other milestones have queries of their own. */
export interface ListedSummary extends Omit<CaseSummary, 'turns' | 'milestones' | 'alsoFoundBy' | 'carried'> {
  readonly publication?: PublicationMilestone;
  readonly notConfirmed?: readonly ListedFact[];
}
