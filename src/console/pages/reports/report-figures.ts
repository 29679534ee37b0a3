import { fromMillis, londonDate, toMillis } from '../../../procedure/time/dates';
import { visibility } from '../../../procedure/permissions';
import {
  reportActions,
  reportOn,
  type AgencyActions,
  type Report,
  type ReportedAction,
} from '../../../procedure/reports';
import { spanOf } from '../../../procedure/reports-period';
import type { Instant } from '../../../procedure/time/time';
import { caseNow } from '../../../casework/reading';
import type { ProfilePerson } from '../../../profile/load';
import type { Records } from '../../../records/records';
import type { WaitingTurns } from '../../../records/turns';
import { agencyOf } from '../../wording/agency-of';
import type { ConsoleDependencies } from '../../http/dependencies';
import type { AskedReport } from './asked-report';
import { KeptFigures } from './kept-figures';

/** The figures of a report: of the cases received in its period, and of how things stand now. */
export interface ReportFigures {
  readonly report: Report;
  readonly waiting: readonly WaitingTurns[];
  readonly actions: readonly AgencyActions[];
}

/** The person who looks at a report, the report, and the moment. */
export interface ReportReader {
  readonly person: ProfilePerson;
  readonly asked: AskedReport;
  readonly now: Instant;
}

type Needs = Pick<ConsoleDependencies, 'records' | 'profile'>;

/** Owners without an agency in the profile are the partnership's own people. */
const noAgency = 'No agency named';

/** Returns the name of an action's agency. */
function agencyName({ profile }: Needs, action: Parameters<typeof agencyOf>[1]): string {
  const id = agencyOf(profile, action);
  return id === undefined ? noAgency : (profile.policy.agencies[id]?.name ?? id);
}

/** Figures that were worked out before. */
interface Before {
  readonly reports: KeptFigures<Report>;
  readonly waiting: KeptFigures<readonly WaitingTurns[]>;
}

/** Caches of figures by the records that they come from; tests have several. */
const beforeOf = new WeakMap<Records, Before>();

function before(records: Records): Before {
  const kept = beforeOf.get(records) ?? { reports: new KeptFigures(), waiting: new KeptFigures() };
  beforeOf.set(records, kept);
  return kept;
}

/** Reckons the cases that were received in the period, of those that the person may see. */
export async function reportFor({ records }: Needs, { person, asked, now }: ReportReader): Promise<Report> {
  const wall = londonDate(now);
  const question = { ...spanOf(asked.period), visibleTo: visibility(person), practice: asked.practice };
  const reckon = async (): Promise<Report> =>
    reportOn(
      (await records.milestones.received(question)).map(({ milestones, practiceOffsetMs }) => ({
        milestones,
        today: practiceOffsetMs === 0 ? wall : londonDate(caseNow(now, { practiceOffsetMs })),
      })),
    );
  // Figures of practice cases are not cached: their dates may change by the hour, and the cases are few.
  if (asked.practice) return reckon();
  const state = () => records.milestones.stateOfReceived(question);
  return before(records).reports.of(JSON.stringify([wall, question]), { state, reckon });
}

/**
 * Lists the turns that wait in this minute, by whose they are, in the cases that the person may see. Counts all turns
 * of all open cases.
 */
export async function waitingNow(
  { records }: Needs,
  { person, asked, now }: ReportReader,
): Promise<readonly WaitingTurns[]> {
  const minute = fromMillis(toMillis(now) - (toMillis(now) % 60_000));
  const question = { visibleTo: visibility(person), practice: asked.practice, asOf: minute };
  return before(records).waiting.of(JSON.stringify(question), {
    state: () => records.turns.state(),
    reckon: () => records.turns.waiting(question),
  });
}

/** The actions that are open now, in the cases that the person may see, by agency and age. */
export async function openActions(
  needs: Needs,
  { person, asked, now }: ReportReader,
): Promise<readonly AgencyActions[]> {
  const { practice } = asked;
  const found = await needs.records.milestones.openActions({ visibleTo: visibility(person), practice });
  return reportActions(
    found.flatMap(({ actions, practiceOffsetMs }): ReportedAction[] => {
      const today = londonDate(caseNow(now, { practiceOffsetMs }));
      return actions.map((action) => ({ action, agency: agencyName(needs, action), today }));
    }),
  );
}

/** Every figure of a report, asked for at once. */
export async function figuresFor(needs: Needs, looking: ReportReader): Promise<ReportFigures> {
  const [report, waiting, actions] = await Promise.all([
    reportFor(needs, looking),
    waitingNow(needs, looking),
    openActions(needs, looking),
  ]);
  return { report, waiting, actions };
}
