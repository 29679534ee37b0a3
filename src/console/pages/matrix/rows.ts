import { caseNow } from '../../../casework/reading';
import { dayNumber, type Calendar } from '../../../procedure/time/calendar';
import { londonDate, sayShortDate } from '../../../procedure/time/dates';
import type { ListedFact } from '../../../procedure/case/recorded-for';
import type { PublicationMilestone } from '../../../procedure/dates/milestones';
import type { Policy } from '../../../procedure/policy';
import type { CaseReference, Instant, IsoDate } from '../../../procedure/time/time';
import type { Profile } from '../../../profile/load';
import type { Light } from '../../../records/case-list';
import type { ListedCase } from '../../../records/cases';
import { nameOf } from '../../wording/name-of';
import { counts, daysLeft, type Urgency } from '../../wording/days-left';
import { endingWords } from '../../wording/endings';
import { lightWords, panelWords, publishedWords, reviewWords } from '../../wording/matrix';
import { stageTitle } from '../../../procedure/stages';
import { typographic, wordOf } from '../../wording/letters';

/** A row of the matrix, in words and dates. */
export interface MatrixRow {
  readonly reference: CaseReference;
  readonly practice: boolean;
  readonly stage: string;
  /** The ending of the case, once it is known. */
  readonly ending: string | undefined;
  readonly closedOn: IsoDate | undefined;
  /** Undefined if the case lies beyond the partnership's calendar. */
  readonly day: number | undefined;
  readonly light: Light;
  readonly lightWord: string;
  /** The light in words. */
  readonly standing: string;
  readonly next: { readonly title: string; readonly due: IsoDate; readonly whose: string } | undefined;
  readonly review: string;
  readonly panel: string;
  readonly publication: string;
  readonly publicationOn: IsoDate | undefined;
  readonly link: { readonly text: string; readonly href: string | undefined } | undefined;
  readonly receivedOn: IsoDate;
}

/** The data that rows are worked out with. */
export interface RowsContext {
  readonly calendar: Calendar;
  readonly policy: Pick<Policy, 'roleTitles'>;
  readonly profile: Pick<Profile, 'people'>;
  /** True if the names of people are shown beside a turn. */
  readonly withPeople: boolean;
  /** The wall's clock. */
  readonly now: Instant;
  /** Links to published reviews that the viewer may read. */
  readonly links: ReadonlyMap<CaseReference, string>;
}

/** Lights by the urgency of a case's next date. */
const lightFor: Readonly<Record<Urgency, Light>> = { critical: 'red', overdue: 'red', soon: 'amber', later: 'green' };

function lightOf({ summary }: ListedCase, calendar: Calendar, now: Instant): Pick<MatrixRow, 'light' | 'standing'> {
  const { closedOn, nextDue, nextDueAt } = summary;
  if (closedOn !== undefined) return { light: 'none', standing: `Closed on ${sayShortDate(closedOn)}` };
  if (nextDue === undefined || nextDueAt === undefined) return { light: 'green', standing: 'nothing has a date' };
  const { urgency, sentence } = daysLeft(calendar, { due: nextDue, dueAt: nextDueAt }, now);
  const light = lightFor[urgency];
  return { light, standing: light === 'green' ? `in time, ${sentence}` : sentence };
}

function dayOf({ summary }: ListedCase, calendar: Calendar, now: Instant): number | undefined {
  const until = summary.closedOn ?? londonDate(now);
  return counts(calendar, summary.dayOne) && counts(calendar, until)
    ? dayNumber(calendar, summary.dayOne, until)
    : undefined;
}

function panelSays({ panel, steps }: ListedCase['summary']): string {
  const awaited = steps.includes('panel-reply');
  if (panel === undefined) return awaited ? 'Its reply is awaited' : '';
  return `${wordOf(panelWords, panel)}${awaited ? '; its further reply is awaited' : ''}`;
}

function publicationSays(publication: PublicationMilestone | undefined): string {
  if (publication === undefined) return '';
  const { what, on, intendedOn } = publication;
  const more = wordOf(publishedWords, what);
  if (what === 'not-published') return more;
  if (on !== undefined) return `Published on ${sayShortDate(on)}${more}`;
  return intendedOn === undefined ? `To be published${more}` : `Planned for ${sayShortDate(intendedOn)}${more}`;
}

/** Adds that what is shown was recorded on somebody's behalf and is not confirmed yet. */
const unlessConfirmed = ({ notConfirmed = [] }: ListedCase['summary'], shown: ListedFact, text: string): string =>
  text === '' || !notConfirmed.includes(shown) ? text : `${text} (not yet confirmed)`;

/** Only an address of the web is a link; anything else that people wrote is shown as they wrote it. */
function linkOf(text: string | undefined): MatrixRow['link'] {
  if (text === undefined) return undefined;
  const isAddress = /^https?:\/\/\S+$/i.test(text) && URL.canParse(text);
  return { text, href: isAddress ? text : undefined };
}

function nextOf({ nextTurn }: ListedCase, { policy, profile, withPeople }: RowsContext): MatrixRow['next'] {
  if (nextTurn === undefined) return undefined;
  const { title, due, owner, people } = nextTurn;
  const [first, ...others] = people.map((id) => nameOf(profile, id));
  const names =
    first === undefined || !withPeople ? '' : ` (${first}${others.length === 0 ? '' : ` and ${others.length} more`})`;
  return { title: typographic(title), due, whose: `${wordOf(policy.roleTitles, owner)}${names}` };
}

/** A case as the matrix shows it. */
export function rowOf(context: RowsContext, listed: ListedCase): MatrixRow {
  const { calendar, links } = context;
  const { summary } = listed;
  const now = caseNow(context.now, listed);
  const lit = lightOf(listed, calendar, now);
  const isEnded = summary.ending !== 'under-way';
  return {
    reference: summary.reference,
    practice: summary.practice,
    stage: stageTitle(summary.stage),
    ending: isEnded ? unlessConfirmed(summary, 'ending', wordOf(endingWords, summary.ending)) : undefined,
    closedOn: summary.closedOn,
    day: dayOf(listed, calendar, now),
    ...lit,
    lightWord: lightWords[lit.light],
    next: nextOf(listed, context),
    review:
      summary.reviewType === undefined
        ? ''
        : unlessConfirmed(summary, 'review', wordOf(reviewWords, summary.reviewType)),
    panel: panelSays(summary),
    publication: unlessConfirmed(summary, 'publication', publicationSays(summary.publication)),
    publicationOn: summary.publication?.on ?? summary.publication?.intendedOn,
    link: linkOf(links.get(summary.reference)),
    receivedOn: summary.receivedOn,
  };
}
