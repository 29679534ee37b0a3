import type { CaseFile } from '../../src/procedure/case/case-file';
import { instant, isoDate } from '../../src/procedure/time/dates';
import type { Milestones } from '../../src/procedure/dates/milestones';
import type { CaseEvent, Notice, Recording } from '../../src/procedure/case/record';
import type { CaseReference, PersonId, WordsReference } from '../../src/procedure/time/time';
import type { Turn } from '../../src/procedure/reminders/turns';
import type { CaseSummary, ListedSummary } from '../../src/records/case-summary';

export const at = instant('2026-11-23T10:00:00.000Z');
export const later = instant('2026-11-23T10:05:00.000Z');
export const today = isoDate('2026-11-23');
export const manager = 'P01' as PersonId;

export const reference = (number: number, year = 2026): CaseReference =>
  `SIN-${year}-${String(number).padStart(4, '0')}` as CaseReference;

export const wordsId = (id: string): WordsReference => id as WordsReference;

/** A case file as far as the records look at one; what is in it is the rules' business. */
export const aFile = (of: CaseReference, seq: number, note = 'as it was'): CaseFile =>
  ({ version: 1, reference: of, seq, note }) as unknown as CaseFile;

export const anEvent = (seq: number, more: Partial<CaseEvent> = {}): CaseEvent => ({
  seq,
  kind: seq === 1 ? 'case-opened' : 'decision-taken',
  at,
  details: { number: seq },
  ...more,
});

export const aNotice = (key: string, more: Partial<Notice> = {}): Notice => ({
  key,
  kind: 'case-opened',
  to: manager,
  as: 'business-manager',
  at,
  practice: false,
  values: { due: '27 November 2026' },
  lines: [],
  ...more,
});

/** What is recorded when a case has come to the event of this number. */
export const aRecording = (of: CaseReference, seq: number, more: Partial<Recording> = {}): Recording => ({
  events: [anEvent(seq)],
  notices: [],
  file: aFile(of, seq),
  ...more,
});

export const aSummary = (of: CaseReference, more: Partial<CaseSummary> = {}): CaseSummary => ({
  reference: of,
  partnership: 'kirklees',
  profile: 'kirklees',
  practice: false,
  stage: 'notification',
  steps: ['front-door', 'decision-meeting'],
  nextDue: isoDate('2026-11-27'),
  nextDueAt: instant('2026-11-27T17:00:00.000Z'),
  reviewType: undefined,
  openedAt: at,
  receivedOn: today,
  agencies: ['West Yorkshire Police', 'Locala'],
  people: [manager],
  seesState: [],
  seesWhole: [],
  shutOut: [],
  dayOne: today,
  ending: 'under-way',
  panel: undefined,
  turns: [],
  milestones: someMilestones(),
  carried: 'what the partnership had',
  ...more,
});

/** What a list shows of a summary. */
export const listedSummary = ({
  turns: _turns,
  milestones: _milestones,
  carried: _carried,
  ...listed
}: CaseSummary): ListedSummary => listed;

/** A turn of the manager, due when a case's next deadline is. */
export const aTurn = (id: string, more: Partial<Turn> = {}): Turn => ({
  id,
  step: 'front-door',
  title: 'Decide whether to hold a Decision Meeting',
  owner: 'business-manager',
  people: [manager],
  due: isoDate('2026-11-27'),
  dueAt: instant('2026-11-27T17:00:00.000Z'),
  why: 'Within a week of the notification',
  ...more,
});

export const someMilestones = (more: Partial<Milestones> = {}): Milestones => ({
  receivedOn: today,
  dayOne: today,
  criteria: [],
  notifyingAgency: 'Locala',
  within24Hours: true,
  limits: {},
  steps: {},
  ending: 'under-way',
  openActions: [],
  ...more,
});
