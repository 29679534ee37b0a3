import { answered, isOwed, type AnswerSoFar } from '../case/answers';
import type { CaseFile } from '../case/case-file';
import { fact, factsOf } from '../case/facts';
import {
  agenciesAsked,
  agencyName,
  answererOf,
  answerersOf,
  answerOf,
  inquiries,
  requestTo,
  type Inquiry,
} from '../case/inquiries';
import { partnerOf } from '../case/partners';
import { askedSince, entriesForOthers, whoDecided } from '../case/recorded-for';
import { summaryId, agencySummaryOf } from '../case/summaries';
import { subGroupMembers } from '../case/sub-group';
import { confirmationTitle, confirmBy } from '../dates/confirmation-tasks';
import { plannedDates } from '../dates/plan';
import type { Owner } from '../dates/owner';
import { isRequired, isSettled } from '../dates/steps';
import { oncePer } from '../once-per';
import { partners, type Partner } from '../roles';
import type { StepId } from '../step-ids';
import { londonDate } from '../time/dates';
import type { IsoDate, PersonId } from '../time/time';
import { furtherRequests } from './further';
import { askedIn, dateToCollate, wantedBy, type RequestAsked } from './requests';

/*
 * Everything that a case waits for from a person, each with an owner and a date. A contribution is a row on Today for
 * its owner, and under "Waiting for others" for the Business Unit. Source: DESIGN, "Asking and answering".
 */

/** Kinds of contribution, by what is waited for. */
type ContributionKind =
  | 'naming'
  | 'summary'
  | 'return'
  | 'chronology'
  | 'further'
  | 'comments'
  | 'statement'
  | 'dissemination'
  | 'confirmation';

/** Something that a case waits for from a person. */
export interface Contribution extends AnswerSoFar {
  /** Its name in the case, such as "return:gp". It never changes. */
  readonly id: string;
  readonly kind: ContributionKind;
  /** The task of its owner, in words. */
  readonly title: string;
  readonly owner: Owner;
  /** The agency that is asked, where one is. */
  readonly agency?: string;
  readonly partner?: Partner;
  /** The step that it is part of; a request of its own is part of none. */
  readonly step?: StepId;
  /** London dates: since when, and by when. */
  readonly since: IsoDate;
  readonly due?: IsoDate;
  /** The request as it was recorded; `requestAs` makes of it what people read. Absent where the title says all. */
  readonly asked?: RequestAsked;
  /** People who may answer beside the owner: colleagues to whom a request was passed on, and who passed it on. */
  readonly answerers: readonly PersonId[];
}

const isGoingOn = (file: CaseFile, step: StepId): boolean => isRequired(file, step) && !isSettled(file, step);

/** Lists what a partner is asked for from the opening on: the agencies to ask (step 5), and a summary (step 3). */
function ofPartner(file: CaseFile, partner: Partner): readonly Contribution[] {
  const owner = partnerOf(partner);
  const since = londonDate(file.openedAt);
  // Both are of use before the decision meeting: its partners know whom else to ask, and what each agency knows.
  const due = dateToCollate(file, 'decision-meeting', since);
  const theirs = ({ form }: { readonly form: { readonly partner: Partner } }): boolean => form.partner === partner;
  const common = { owner, partner, since, answerers: [], ...(due === undefined ? {} : { due }) };
  const naming = `naming:${partner}`;
  return [
    {
      ...common,
      ...answered(file, naming, {
        answers: factsOf(file, 'nameAgencies').filter(theirs),
        without: [],
        collated: isSettled(file, 'information'),
      }),
      id: naming,
      kind: 'naming',
      step: 'information',
      title: 'Name the agencies to ask for information',
    },
    {
      ...common,
      ...agencySummaryOf(file, partner),
      id: summaryId(partner),
      kind: 'summary',
      step: 'decision-meeting',
      title: 'Send your agency’s summary',
      asked: { kind: 'summary', step: 'decision-meeting', form: {}, on: since },
    },
  ];
}

const inquiryTitles = { return: 'Send the information', chronology: 'Send the chronology' } as const;

const titleFor = (what: string, name: string | undefined): string => `${what} of ${name ?? 'your organisation'}`;

function ofAgency(file: CaseFile, inquiry: Inquiry, agency: string): readonly Contribution[] {
  const asked = askedIn(file, inquiry, agency);
  if (asked === undefined) return [];
  const since = londonDate(asked.recordedAt);
  const request: RequestAsked = { kind: inquiry.id, step: inquiry.step, form: asked.form, on: since };
  const due = wantedBy(file, request);
  const id = requestTo(inquiry, agency);
  return [
    {
      ...answerOf(file, inquiry, agency),
      id,
      kind: inquiry.id,
      title: titleFor(inquiryTitles[inquiry.id], agencyName(file, agency)),
      owner: answererOf(file, id, agency),
      agency,
      step: inquiry.step,
      since,
      ...(due === undefined ? {} : { due }),
      asked: request,
      answerers: answerersOf(file, id, agency),
    },
  ];
}

const ofInquiry = (file: CaseFile, inquiry: Inquiry): readonly Contribution[] =>
  agenciesAsked(file, inquiry).flatMap((agency) => ofAgency(file, inquiry, agency));

/** Further information that an agency was asked for, at step 7 or later. */
const ofFurther = (file: CaseFile): readonly Contribution[] =>
  furtherRequests(file).map(({ id, agency, answer, asked, answerers, owner }) => {
    const request: RequestAsked = { kind: 'further', form: asked.form, on: asked.on };
    const due = wantedBy(file, request);
    return {
      ...answer,
      id,
      kind: 'further',
      title: titleFor('Send further information', agencyName(file, agency)),
      owner,
      agency,
      since: londonDate(asked.recordedAt),
      ...(due === undefined ? {} : { due }),
      asked: request,
      answerers,
    };
  });

/** The comments of the members of the sub-group on the draft (step 13). */
function ofSubGroup(file: CaseFile): readonly Contribution[] {
  const shared = fact(file, 'shareDraft');
  if (shared === undefined) return [];
  const { due } = plannedDates(file, 'comments');
  const isChair = (member: PersonId): boolean => file.people['sub-group-chair']?.includes(member) === true;
  return subGroupMembers(file).map((member) => {
    const id = `comments:${member}`;
    const answers = factsOf(file, 'recordComment').filter(({ form }) => form.member === member);
    return {
      ...answered(file, id, { answers, without: [], collated: isSettled(file, 'comments') }),
      id,
      kind: 'comments',
      title: 'Send your comments on the draft, or say that you have none',
      owner: { person: member, as: isChair(member) ? 'sub-group-chair' : 'sub-group-member' },
      step: 'comments',
      since: londonDate(shared.recordedAt),
      ...(due === undefined ? {} : { due }),
      answerers: [],
    };
  });
}

/** The media statement, from communications (step 14). */
function ofCommunications(file: CaseFile): readonly Contribution[] {
  const told = fact(file, 'tellCommunications');
  if (told === undefined) return [];
  const since = londonDate(told.recordedAt);
  const due = dateToCollate(file, 'amendments', since);
  const answers = factsOf(file, 'recordMediaStatement');
  return [
    {
      ...answered(file, 'statement', { answers, without: [], collated: isSettled(file, 'amendments') }),
      id: 'statement',
      kind: 'statement',
      title: 'Send the media statement',
      owner: 'communications',
      step: 'amendments',
      since,
      ...(due === undefined ? {} : { due }),
      answerers: [],
    },
  ];
}

/** The dissemination of the response to the Panel's reply, from the delegated partner who agreed to it. */
function ofDissemination(file: CaseFile): readonly Contribution[] {
  const agreed = fact(file, 'agreeDissemination');
  const partner = agreed?.form.partner;
  if (agreed === undefined || partner === undefined) return [];
  const id = `dissemination:${partner}`;
  const { due } = plannedDates(file, 'response');
  const answers = factsOf(file, 'recordDissemination');
  return [
    {
      ...answered(file, id, { answers, without: [], collated: isSettled(file, 'response') }),
      id,
      kind: 'dissemination',
      title: 'Disseminate the response to the Panel’s reply',
      owner: partnerOf(partner),
      partner,
      step: 'response',
      since: londonDate(agreed.recordedAt),
      ...(due === undefined ? {} : { due }),
      answerers: [],
    },
  ];
}

/** The answers of those on whose behalf an entry was recorded: whether they agree. */
const ofDeciders = (file: CaseFile): readonly Contribution[] =>
  entriesForOthers(file).map(({ fact: entry, recordedFor, confirmation: { answer } }) => {
    const id = `confirmation:${entry.seq}`;
    return {
      ...answered(file, id, { answers: answer === undefined ? [] : [answer], without: [] }),
      id,
      kind: 'confirmation',
      title: confirmationTitle(entry),
      owner: whoDecided(file, recordedFor),
      since: askedSince(file, entry),
      due: confirmBy(file, entry),
      answerers: [],
    };
  });

const workOut = (file: CaseFile): readonly Contribution[] => [
  ...partners.flatMap((partner) => ofPartner(file, partner)),
  ...inquiries.flatMap((inquiry) => ofInquiry(file, inquiry)),
  ...ofFurther(file),
  ...ofSubGroup(file),
  ...ofCommunications(file),
  ...ofDissemination(file),
  ...ofDeciders(file),
];

/** Lists everything that the case waits for, or waited for, from people; in the order of the procedure. */
export const contributionsOf = (file: CaseFile): readonly Contribution[] =>
  kept(file, 'contributions', () => workOut(file));

// Cached by file: reminders, turns, parts and pages ask for them.
const kept = oncePer<readonly Contribution[]>();

/** Returns the contribution of this id; undefined where the case has none. */
export const contributionWith = (file: CaseFile, id: string): Contribution | undefined =>
  contributionsOf(file).find((one) => one.id === id);

const answerable: readonly ContributionKind[] = ['summary', 'return', 'chronology', 'further'];

/** True if the answer is accepted or sent back; any other contribution is done once it is recorded. */
export const isAnswerable = ({ kind }: Contribution): boolean => answerable.includes(kind);

/** True while the contribution is owed and its step goes on. */
export const isAwaited = (file: CaseFile, one: Contribution): boolean =>
  isOwed(one) && (one.step === undefined || isGoingOn(file, one.step));

/** Lists what the case still waits for from people. */
export const awaited = (file: CaseFile): readonly Contribution[] =>
  contributionsOf(file).filter((one) => isAwaited(file, one));

/** The first date by which these agencies are asked to answer; undefined where a case has no dates for requests. */
export const firstWanted = (file: CaseFile, inquiry: Inquiry, agencies: readonly string[]): IsoDate | undefined =>
  file.policy.requests === undefined
    ? undefined
    : agencies.flatMap((agency) => contributionWith(file, requestTo(inquiry, agency))?.due ?? []).sort()[0];
