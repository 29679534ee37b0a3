import { isCorrespondent } from '../procedure/asking/correspondents';
import type { Place } from '../procedure/asking/places';
import type { CaseFile } from '../procedure/case/case-file';
import type { Notice, ReminderLine } from '../procedure/case/record';
import { placeOfLine } from '../procedure/reminders/place-of-notice';
import {
  turnOf,
  turnsNow,
  whereItStands,
  type TurnNow,
  type WhereItStands,
} from '../procedure/reminders/where-it-stands';
import { businessUnit, execRoles, outsideBodies, type Role } from '../procedure/roles';
import { stageTitle } from '../procedure/stages';
import { sayDate } from '../procedure/time/dates';
import type { LineInEmail } from './reminder-lines';
import { asMarkdown } from './wording';

/* Words of a reminder for the person who reads it: whose turn it is, what is asked of this reader, where the case stands. */

/** A person who reads an email about a case, in the role in which they get it. */
interface Reader {
  readonly file: CaseFile;
  readonly notice: Pick<Notice, 'to' | 'as'>;
}

const isOneOf = (role: Role, roles: readonly Role[]): boolean => roles.includes(role);

const titleOf = ({ policy }: CaseFile, role: Role): string => `the ${policy.roleTitles[role]}`;

/** Says what is asked of somebody whose turn it is not. */
function askedOfOther(role: Role, tone: ReminderLine['tone'], canRecord: boolean): string {
  if (isOneOf(role, execRoles)) {
    return tone === 'coming'
      ? 'Ask them whether the date will be kept, and agree with the other Exec partners what help they need.'
      : 'Ask them what stands in the way, and agree with the other Exec partners what is done about it.';
  }
  if (isOneOf(role, businessUnit))
    return `Ask them for it.${canRecord ? ' If you have it already, record it for them.' : ''}`;
  return tone === 'coming' ? 'Ask them whether the date will be kept.' : 'Ask them when it will be done.';
}

function askedIn({ file, notice: { to, as } }: Reader, line: ReminderLine, place: Place | undefined) {
  const own = turnOf(file, line.deadline);
  // Whoever is at the first open step has to act first, where the case has not come so far.
  const turn = own ?? turnsNow(file)[0];
  if (turn === undefined) return { asked: '', isOwn: true };
  const since = `since ${sayDate(turn.since)}`;
  if (isOneOf(turn.role, outsideBodies) && isOneOf(as, businessUnit))
    return {
      asked: `We wait for ${titleOf(file, turn.role)} ${since}. Ask for it, and record it when it comes.`,
      isOwn: true,
    };
  if (own?.people.includes(to) === true) return { asked: `It has been your turn ${since}.`, isOwn: true };
  const turnSaid = `the turn of ${titleOf(file, turn.role)} ${since}`;
  const whose = own === undefined ? `Before that, ${turn.title} has been ${turnSaid}.` : `It has been ${turnSaid}.`;
  return { asked: `${whose} ${askedOfOther(as, line.tone, place !== undefined)}`, isOwn: false };
}

/** Words for the link to where something is done: one's own, what one records for others, or what one can do as well. */
function linkText(as: Role, isOwn: boolean): string {
  if (isOwn) return 'Do it here';
  return isOneOf(as, businessUnit) ? 'Record it for them' : 'Open the form';
}

/** Returns the lines of a reminder as its recipient reads them; `publicUrl` is that of the installation. */
export const linesFor = (
  { file, notice }: { readonly file: CaseFile; readonly notice: Notice },
  publicUrl: string,
): readonly LineInEmail[] =>
  notice.lines.map((line) => {
    // No line has a link for somebody without an account: they open no page, and the email has links of its own.
    const place = isCorrespondent(notice.to) ? undefined : placeOfLine(file, line.deadline, notice.to);
    const { asked, isOwn } = askedIn({ file, notice }, line, place);
    const link = place && { text: linkText(notice.as, isOwn), address: `${publicUrl}${place.address}` };
    return { ...line, asked, ...(link === undefined ? {} : { link }) };
  });

const sayTurn = (file: CaseFile, { title, role, since }: TurnNow): string =>
  `${title}: ${titleOf(file, role)}, since ${sayDate(since)}`;

function saySixMonths({ sixMonths }: WhereItStands): string {
  if (sixMonths === undefined) return '';
  const { own, law, provisional } = sixMonths;
  const dates = `by ${sayDate(own)} as the procedure has it, and by ${sayDate(law)} by law`;
  return provisional
    ? `If a local review follows, it is published ${dates}.`
    : `The review is to be published ${dates}.`;
}

/** Says in Markdown where a case stands; empty for somebody who may not know it. */
export function standingFor({ file, notice: { to } }: Reader): string {
  const stands = whereItStands(file, to);
  if (stands === undefined) return '';
  const turns = stands.turns.map((one) => `- ${asMarkdown(sayTurn(file, one))}`);
  const waits = turns.length === 0 ? '' : ` It waits for:\n\n${turns.join('\n')}`;
  const sixMonths = saySixMonths(stands);
  return `**Where the case stands:** ${asMarkdown(stageTitle(stands.stage))}.${waits}${sixMonths === '' ? '' : `\n\n${asMarkdown(sixMonths)}`}`;
}
