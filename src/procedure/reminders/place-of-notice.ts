import { colleaguesOf } from '../asking/colleagues';
import { contributionWith } from '../asking/contributions';
import { contributionsIn } from '../asking/links';
import { meetingAddress, placeOfDeadline, placeOfDecisions, type Place } from '../asking/places';
import type { CaseFile } from '../case/case-file';
import { partnerOf } from '../case/partners';
import type { Notice } from '../case/record';
import { openDeadlines } from '../dates/deadlines';
import { familyTold } from '../dates/tasks';
import { isAboutMeeting } from '../meetings/emails-about-meetings';
import { partners } from '../roles';
import type { PersonId } from '../time/time';
import type { NoticeKind } from './notice';
import { kindOfNotice } from './notice-kinds';

/*
 * Places that emails lead to. An email that asks for one thing leads to where it is done, if its recipient can do it
 * there as the case stands; any other email leads to the case.
 */

/** Deadlines that an email asks to meet whose place is no form. */
const deadlinesAskedFor: Readonly<Partial<Record<NoticeKind, string>>> = {
  'family-contact-asked': 'family-contact',
  'family-to-be-told': familyTold,
};

/** Returns the place at which a person answers a contribution; undefined where there is none for them. */
function placeOfContribution(file: CaseFile, id: string, person: PersonId): Place | undefined {
  return contributionWith(file, id)?.kind === 'comments'
    ? placeOfDecisions(file, ['recordComment'], { person })
    : placeOfDeadline(file, { id }, person);
}

/** Returns the place at which a person does what a line of a reminder asks for; undefined where there is none for them. */
export function placeOfLine(file: CaseFile, deadline: string, person: PersonId): Place | undefined {
  const open = openDeadlines(file).find(({ id }) => id === deadline);
  return open && placeOfDeadline(file, open, person);
}

/** The values by which the form of an email's decision says what it is about. */
function aboutOf(file: CaseFile, { kind, as, values }: Notice): Readonly<Record<string, string>> {
  switch (kind) {
    case 'agency-summary-asked':
    case 'agencies-to-ask': {
      const partner = partners.find((one) => partnerOf(one) === as);
      return partner === undefined ? {} : { partner };
    }
    case 'colleague-named': {
      const waits = colleaguesOf(file).find(
        ({ contribution, state }) => contribution === values['contribution'] && state === 'waits',
      );
      return waits === undefined ? {} : { colleague: waits.id };
    }
    case 'action-assigned':
      return { action: values['action'] ?? '' };
    case 'recorded-for-you':
      return { entry: values['entry'] ?? '' };
    default:
      return {};
  }
}

/** Returns the place that an email leads its recipient to; undefined for the case's own page. */
export function placeOfNotice(file: CaseFile, notice: Notice): Place | undefined {
  const { kind, to, lines, values } = notice;
  const [line, ...more] = lines;
  if (line !== undefined) return more.length > 0 ? undefined : placeOfLine(file, line.deadline, to);
  const deadline = deadlinesAskedFor[kind];
  if (deadline !== undefined) return placeOfDeadline(file, { id: deadline }, to);
  const { asks, forms } = kindOfNotice(kind);
  if (asks === undefined) return undefined;
  if (isAboutMeeting(kind)) return { address: meetingAddress(file.reference) };
  if (forms !== undefined) return placeOfDecisions(file, forms, { person: to, about: aboutOf(file, notice) });
  const [request, ...others] = contributionsIn(file, notice);
  const contribution = values['contribution'] ?? (others.length > 0 ? undefined : request?.contribution);
  return contribution === undefined ? undefined : placeOfContribution(file, contribution, to);
}
