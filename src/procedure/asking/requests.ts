import type { CaseFile, Fact } from '../case/case-file';
import { factsOf } from '../case/facts';
import { familyOf } from '../case/family';
import type { Inquiry } from '../case/inquiries';
import type { RequestForm } from '../case/request-fields';
import { plannedDates } from '../dates/plan';
import type { RequestKind } from '../policy';
import type { StepId } from '../step-ids';
import { workingDaysAfter, workingDaysBefore } from '../time/calendar';
import { addMonths, later } from '../time/dates';
import type { IsoDate, WordsReference } from '../time/time';
import { whomAsked, type Asks } from './correspondents';
import { requestSettings } from './settings';

/*
 * The content of a request: why, for which period, about whom, which questions, by when, and whom to ring. What the
 * decision to ask left out is in the settings. Source: DESIGN, "Asking and answering".
 */

/** A text that the records keep, or the settings have. */
type Text = WordsReference | string;

/** A request as whoever is asked reads it. Dates are London dates. */
export interface Request {
  readonly kind: RequestKind;
  readonly purpose: Text;
  readonly periodFrom: IsoDate;
  readonly periodTo: IsoDate;
  /** Codes of the children and relatives that it is about. */
  readonly people: readonly string[];
  readonly questions: readonly Text[];
  readonly wantedOn?: IsoDate;
  readonly telephone?: Text;
}

/** A request as it was recorded, with what only some of them have. */
interface Recorded extends RequestForm {
  readonly periodFrom?: IsoDate | undefined;
  readonly periodTo?: IsoDate | undefined;
  readonly familyMembers?: readonly string[] | undefined;
}

/** The usual period: so many months before the incident, up to the day on which the notification was received. */
function usualPeriod(file: CaseFile): { readonly from: IsoDate; readonly to: IsoDate } {
  const { incidentOn, receivedOn } = file.notification;
  const from = addMonths(incidentOn, -requestSettings(file).periodMonths);
  return { from, to: later(incidentOn, receivedOn) };
}

/**
 * Returns the day before a step's own date, so that there is time to collate; not before somebody asked on that day can
 * answer. Undefined while the step has no date.
 */
export function dateToCollate(file: CaseFile, step: StepId, askedOn: IsoDate): IsoDate | undefined {
  const { due } = plannedDates(file, step);
  if (due === undefined) return undefined;
  const usual = workingDaysBefore(file.calendar, due, 1);
  return usual > askedOn ? usual : later(due, workingDaysAfter(file.calendar, askedOn, 1));
}

/** A request as far as a decision recorded it: its kind, its step, its fields, and the day on which it was made. */
export interface RequestAsked {
  readonly kind: RequestKind;
  readonly step?: StepId;
  readonly form: Recorded;
  readonly on: IsoDate;
}

/** The date by which an answer is wanted: as it was asked for, or the day before the step's own. */
export const wantedBy = (file: CaseFile, { step, form, on }: RequestAsked): IsoDate | undefined =>
  form.wantedOn ?? (step === undefined ? undefined : dateToCollate(file, step, on));

/** Returns a request as whoever is asked reads it: as its decision recorded it, with what the settings say of the rest. */
export function requestAs(file: CaseFile, asked: RequestAsked): Request {
  const { kind, form } = asked;
  const settings = requestSettings(file);
  const period = usualPeriod(file);
  const wantedOn = wantedBy(file, asked);
  const telephone = form.telephone ?? settings.telephone;
  return {
    kind,
    purpose: form.purpose ?? settings[kind].purpose,
    periodFrom: form.periodFrom ?? period.from,
    periodTo: form.periodTo ?? period.to,
    people: form.familyMembers ?? familyOf(file),
    questions: form.questions ?? settings[kind].questions,
    ...(wantedOn === undefined ? {} : { wantedOn }),
    ...(telephone === undefined ? {} : { telephone }),
  };
}

/** The decision that asked an agency last in an inquiry; undefined if none did. */
export const askedIn = (file: CaseFile, inquiry: Inquiry, agency: string): Fact<Recorded & Asks> | undefined => {
  const all: readonly Fact<Recorded & Asks>[] = factsOf(file, inquiry.asked);
  return all.findLast((one) => whomAsked(file, one).includes(agency));
};
