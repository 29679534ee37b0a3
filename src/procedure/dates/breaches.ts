import type { CaseFile, DecisionName, Fact } from '../case/case-file';
import { definitionOf } from '../catalogue';
import type { Conflict } from '../case/conflict';
import { fact, factsOf } from '../case/facts';
import { arrangedMeetings, dayAloneOf } from '../meetings/arranged-meetings';
import { kindsOfMeeting } from '../meetings/kinds-of-meeting';
import { limitsPassedBy } from '../case/passing';
import type { StepId } from '../step-ids';

/* Limits that decisions on the record pass. They stand after the event, as long as the date is the case's. */

/** The decisions of this name that were set aside; what they set in motion has happened all the same. */
const setAside = (file: CaseFile, name: DecisionName): readonly Fact<unknown>[] =>
  file.superseded.flatMap((one) => (one.name === name ? [one.fact] : []));

/** The decisions whose dates are the case's: a later arrangement or notice takes the place of an earlier one. */
function standing(file: CaseFile): readonly (readonly [DecisionName, Fact<unknown>])[] {
  const last = (name: DecisionName) => factsOf(file, name).slice(-1);
  const noticed = fact(file, 'sendNoticeOfIntent') !== undefined;
  const dated: Partial<Record<DecisionName, readonly Fact<unknown>[]>> = {
    arrangeRapidReviewMeeting: dayAloneOf(file) === undefined ? [] : last('arrangeRapidReviewMeeting'),
    shareDraft: [...setAside(file, 'shareDraft'), ...factsOf(file, 'shareDraft')],
    sendExecPapers: [...setAside(file, 'sendExecPapers'), ...factsOf(file, 'sendExecPapers')],
    // The notice of intent replaces the date of publication that communications were told.
    tellCommunications: noticed ? [] : last('tellCommunications'),
    sendNoticeOfIntent: last('sendNoticeOfIntent'),
  };
  const others = Object.entries(dated).flatMap(([name, facts]) =>
    facts.map((one) => [name as DecisionName, one] as const),
  );
  return [...others, ...meetingsOf(file)];
}

/** The entries that gave the meetings of a case their days, but for what was cancelled. */
const meetingsOf = (file: CaseFile): readonly (readonly [DecisionName, Fact<unknown>])[] =>
  arrangedMeetings(file)
    .filter(({ state }) => state !== 'cancelled')
    .map(({ arranged, entry }) => [arranged.seq === entry ? 'arrangeMeeting' : 'moveMeeting', arranged]);

const papers: Readonly<Record<string, string>> = {
  'papers:subGroup': 'late-sub-group-papers',
  'papers:exec': 'late-exec-papers',
};

/** The step of the meeting whose day an entry gives. */
function stepOfMeeting(file: CaseFile, { seq }: Fact<unknown>): StepId | undefined {
  const meeting = arrangedMeetings(file).find(({ arranged }) => arranged.seq === seq);
  return meeting && kindsOfMeeting[meeting.kind].step;
}

/** Every limit that was passed, from those that the record notes with a reason and those of files of 0.1.0. */
export const breachesOf = (file: CaseFile): readonly Conflict[] =>
  standing(file).flatMap(([name, one]) => {
    const step = definitionOf(name).step ?? stepOfMeeting(file, one);
    const isLast = factsOf(file, name).at(-1)?.seq === one.seq;
    const why = one.passes === undefined ? '' : ' It says why.';
    return limitsPassedBy(file, name, one).map(({ id, sentence, date }): Conflict => {
      const known = papers[id];
      const named = known === undefined ? `passed-${id}` : known;
      return {
        id: isLast ? named : `${named}-${one.seq}`,
        sentence: `${sentence} It is a breach, and stands (entry ${one.seq}).${why}`,
        steps: step === undefined ? [] : [step],
        ...(known === undefined ? {} : { latest: date }),
        breach: true,
        entry: one.seq,
      };
    });
  });
