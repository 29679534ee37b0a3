import { restartedBecause } from '../../casework/engine-finding';
import { eventView } from '../../casework/reading';
import { schemaOfEntry, withoutNames } from '../../casework/free-text';
import type { CaseFile, DecisionName } from '../../procedure/case/case-file';
import { definitionOf, isDecisionName } from '../../procedure/catalogue';
import {
  isoDate,
  londonDate,
  londonTime,
  parseInstant,
  sayDate,
  sayInstant,
  sayTime,
} from '../../procedure/time/dates';
import { endings, type Ending } from '../../procedure/describe';
import { entryBySeq } from '../../procedure/case/entries';
import { factsOf } from '../../procedure/case/facts';
import { namesIn } from '../../procedure/forms';
import { opens, takesIn, type Sight, type Viewer } from '../../procedure/permissions';
import type { CaseEvent } from '../../procedure/case/record';
import { stepIds } from '../../procedure/step-ids';
import { stepLabel } from '../../procedure/step-names';
import { whyNotOpen } from '../../procedure/not-open';
import { whyMayNot } from '../../procedure/may-take';
import type { IsoDate } from '../../procedure/time/time';
import type { Profile } from '../../profile/load';
import { nameOf } from '../wording/name-of';
import { problemsOnPage, saidOnPage } from '../wording/said-on-page';
import type { FieldContext } from '../forms/context';
import { answersInWords, valueInWords, type AnswerInWords } from '../forms/in-words';
import { questionOf } from '../forms/questions';
import { ofWhom } from '../wording/references';
import { calendarChangeRemarks } from '../wording/calendar-change';
import { decisionAddress } from './case-frame';
import { actOf, recordedForShown } from './recorded-for-view';
import { recordAddress, type Dated } from './record-filter';
import { endingSays } from '../wording/endings';
import { deadlineCalled } from '../wording/case-status';
import { begin, typographic } from '../wording/letters';

/** The case, and the reader for whom its record is put into words. */
export interface Reading {
  readonly file: CaseFile;
  readonly profile: Pick<Profile, 'people'>;
  /** Says in words what the codes of the case stand for, as far as this reader may see it. */
  readonly context: Pick<FieldContext, 'called'>;
  readonly sight: Sight;
  readonly viewer: Viewer;
}

const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

/** Lists the person who made an entry, or the people who were reminded. */
const peopleOf = (event: CaseEvent): readonly string[] =>
  event.kind === 'reminders-sent' ? textsOf(event.details['to']) : event.by === undefined ? [] : [event.by];

/** The day that an entry is about, and whose it is. */
export const dated = (event: CaseEvent): Dated => ({
  event,
  day: event.on ?? londonDate(event.at),
  people: peopleOf(event),
});

/** Returns the title of a decision. One that a later release dropped is still on the record; it is "A decision". */
const titleOf = (decision: DecisionName | undefined): string =>
  decision === undefined || !isDecisionName(decision) ? 'A decision' : typographic(definitionOf(decision).title);

const counted = (count: number, one: string, several: string): string => `${count} ${count === 1 ? one : several}`;

/** Describes an entry in one line. */
export function entryTitle(event: Pick<CaseEvent, 'kind' | 'decision' | 'details'>): string {
  switch (event.kind) {
    case 'case-opened':
      return 'The notification was received and the case opened';
    case 'decision-taken':
      return event.decision === undefined || !isDecisionName(event.decision)
        ? 'A decision'
        : begin(typographic(definitionOf(event.decision).past));
    case 'decision-refused':
      return `Not recorded: ${titleOf(event.decision)}`;
    case 'reminders-sent':
      return `Reminders went to ${counted(textsOf(event.details['to']).length, 'person', 'people')}`;
    case 'calendar-changed':
      return 'The calendar changed, and every date was worked out again';
    case 'profile-changed':
      return 'The case was moved to the partnership’s current settings';
    case 'meetings-changed':
      return 'The scheduled meetings changed';
    case 'case-restarted':
      return 'The case had stopped running, and was restarted from its record';
    case 'rule-failed':
      return 'Something could not be worked out; the case goes on';
    case 'case-closed':
      return 'The case was closed';
  }
}

const isEnding = (value: unknown): value is Ending => endings.some((one) => one === value);

/** A correction, shown beside the entry that it corrected: the field, its old value and its new one. */
interface ShownCorrection {
  readonly entry: number;
  readonly href: string;
  readonly title: string;
  readonly field: string;
  readonly was: string;
  readonly now: string;
}

/** Describes what a correction changed; undefined if the entry is not a correction. */
function correctionIn(reading: Reading, seq: number) {
  const { file } = reading;
  const correction = factsOf(file, 'correctFact').find((one) => one.seq === seq);
  if (correction === undefined) return undefined;
  const { entry, field, value } = correction.form;
  const corrected = entryBySeq(file, entry);
  const was = corrected?.fact.corrections?.find((one) => one.seq === seq)?.was;
  const schema = field === 'on' ? undefined : schemaOfEntry(file, entry, field);
  const isName = schema === undefined ? field !== 'on' : namesIn(schema);
  const say = (one: unknown): string => {
    if (isName && !takesIn(reading.sight, 'names')) return 'a name';
    if (field === 'on' && typeof one === 'string') return sayDate(isoDate(one));
    const said = schema === undefined ? '' : valueInWords(schema, one, contextOf(reading));
    return said === '' ? 'nothing' : said;
  };
  return {
    entry,
    of: typographic(corrected?.title ?? 'A decision'),
    field: schema === undefined ? 'The day' : `${ofWhom(entry, field)}${questionOf(schema).title}`,
    was: say(was),
    now: say(value),
    reason: correction.form.reason,
  };
}

/** The corrections that were made to an entry since. */
function correctionsOf(reading: Reading, correctedBy: readonly number[]): readonly ShownCorrection[] {
  return correctedBy.flatMap((seq) => {
    const made = correctionIn(reading, seq);
    return made === undefined
      ? []
      : [{ ...made, entry: seq, href: recordAddress(reading.file.reference, { entry: seq }), title: made.of }];
  });
}

/** Deadlines that are settled have left the case, but their codes still tell what they were. */
const contextOf = ({ file, context }: Reading): Pick<FieldContext, 'called'> => ({
  called: (among, code) => (among === 'deadline' ? begin(deadlineCalled(file, code)) : context.called(among, code)),
});

/** Lists the answers to the form of a decision, as far as this reader may see them. */
function answersIn(reading: Reading, event: CaseEvent): readonly AnswerInWords[] {
  const { decision } = event;
  if (event.kind !== 'decision-taken' || decision === undefined || decision === 'correctFact') return [];
  if (!isDecisionName(decision)) return [];
  const { form } = definitionOf(decision);
  const seen = takesIn(reading.sight, 'names') ? event.details : withoutNames(form, event.details);
  return answersInWords(form, seen, contextOf(reading));
}

/** Gives each answer its heading, unless it is the same as that of the answer before. */
const underHeadings = (answers: readonly AnswerInWords[]) =>
  answers.map(({ under, title, value }, at) => {
    const heading = under.join(': ');
    return { heading: heading === answers[at - 1]?.under.join(': ') ? '' : heading, title, value };
  });

/** Lists the remarks to show below an entry that is not a decision. */
function remarksOn({ profile, file, sight }: Reading, event: CaseEvent): readonly string[] {
  switch (event.kind) {
    case 'reminders-sent': {
      const deadlines = textsOf(event.details['deadlines']).map((id) => {
        const step = stepIds.find((known) => known === id);
        return step === undefined ? undefined : typographic(stepLabel(step));
      });
      const steps = deadlines.filter((one) => one !== undefined);
      const other = deadlines.length - steps.length;
      const about = [...steps, ...(other === 0 ? [] : [counted(other, 'other date', 'other dates')])].join('; ');
      const to = textsOf(event.details['to']).map((person) => nameOf(profile, person));
      return [`To: ${to.join(', ')}.`, ...(about === '' ? [] : [`About: ${about}.`])];
    }
    case 'decision-refused':
      if (event.refusal === undefined || !takesIn(sight, 'words')) return [];
      return [
        saidOnPage({ profile, policy: file.policy }, event.refusal),
        ...problemsOnPage({ profile, policy: file.policy }, event.refusal.fields ?? []).map(({ sentence }) => sentence),
        'It changed nothing.',
      ];
    case 'case-closed':
      return isEnding(event.details['ending']) ? [`${begin(endingSays[event.details['ending']])}.`] : [];
    case 'case-restarted':
      return [typographic(restartedBecause(event.details['found']))];
    case 'rule-failed':
      return typeof event.details['sentence'] === 'string' ? [typographic(event.details['sentence'])] : [];
    case 'case-opened':
      return takesIn(sight, 'words')
        ? [...takenFrom(profile, event), 'What the notification says stands on the overview.']
        : [];
    case 'calendar-changed':
    case 'profile-changed':
      return calendarChangeRemarks(profile, event);
    case 'decision-taken':
    case 'meetings-changed':
      return [];
  }
}

/** Says who took a notification that somebody had sent without signing in, and when it was received. */
function takenFrom(profile: Reading['profile'], { by, details }: CaseEvent): readonly string[] {
  const { receiptNumber, receivedAt } = details;
  const at = typeof receivedAt === 'string' ? parseInstant(receivedAt) : undefined;
  if (typeof receiptNumber !== 'string' || by === undefined || at === undefined) return [];
  return [
    `${begin(nameOf(profile, by))} took notification ${receiptNumber}, which was received at ${sayInstant(at)} from somebody who was not signed in.`,
  ];
}

const mayCorrect = ({ file, viewer }: Reading): boolean =>
  opens(viewer, 'decide') &&
  whyNotOpen(file, 'correctFact') === undefined &&
  whyMayNot(file, 'correctFact', viewer.id) === undefined;

/** An entry of the record as a page shows it; words are references still. */
export function shownEntry(reading: Reading, { event, day }: { readonly event: CaseEvent; readonly day: IsoDate }) {
  const { file, profile, sight } = reading;
  const { seq, decision, by, role } = event;
  const reads = takesIn(sight, 'words');
  const shown = eventView(file, event, sight);
  const entry = entryBySeq(file, seq);
  const setAside = file.superseded.find(({ fact }) => fact.seq === seq);
  const correction = reads && decision === 'correctFact' ? correctionIn(reading, seq) : undefined;
  return {
    seq,
    id: `entry-${seq}`,
    title: entryTitle(event),
    step: event.step === undefined ? undefined : typographic(stepLabel(event.step)),
    by: by === undefined ? undefined : nameOf(profile, by),
    part: role === undefined ? undefined : file.policy.roleTitles[role],
    onBehalfOf: actOf(file, event),
    recordedFor: recordedForShown(reading, shown),
    day,
    recorded: londonDate(event.at) === day ? sayTime(londonTime(event.at)) : sayInstant(event.at),
    refused: event.kind === 'decision-refused',
    remarks: remarksOn(reading, event),
    answers: reads ? underHeadings(answersIn(reading, event)) : [],
    passes: shown.passes && {
      limits: shown.passes.limits.map(({ sentence }) => typographic(sentence)),
      reason: shown.passes.reason,
    },
    correction: correction && {
      ...correction,
      href: recordAddress(file.reference, { entry: correction.entry }),
    },
    corrections: reads ? correctionsOf(reading, shown.correctedBy) : [],
    correctedBy: reads
      ? []
      : shown.correctedBy.map((entry) => ({ entry, href: recordAddress(file.reference, { entry }) })),
    setAsideBy: setAside && {
      entry: setAside.by,
      href: recordAddress(file.reference, { entry: setAside.by }),
      title: typographic(entryBySeq(file, setAside.by)?.title ?? 'A decision'),
    },
    correct:
      entry?.stands === true && entry.name !== 'correctFact' && mayCorrect(reading)
        ? `${decisionAddress(file.reference, 'correctFact')}?entry=${seq}`
        : undefined,
  };
}

/** Lists the steps and people that the record has entries of, for the filter to offer. */
export function filterChoices(reading: Pick<Reading, 'profile'>, all: readonly Dated[]) {
  const named = [...new Set(all.flatMap(({ people }) => people))].map((id) => ({
    value: id,
    text: nameOf(reading.profile, id),
  }));
  const steps = stepIds.filter((step) => all.some(({ event }) => event.step === step));
  return {
    steps: steps.map((step) => ({ value: step, text: typographic(stepLabel(step)) })),
    people: named.toSorted((a, b) => a.text.localeCompare(b.text, 'en-GB')),
  };
}
