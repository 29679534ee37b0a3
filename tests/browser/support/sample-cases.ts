import { sampleNotification } from '../../../src/api/examples';
import { decide } from '../../../src/casework/deciding';
import { receiveNotification } from '../../../src/casework/notifying';
import type { DecisionName } from '../../../src/procedure/case/case-file';
import { addDays, isoDate, londonInstant, timeOfDay } from '../../../src/procedure/time/dates';
import type { CaseReference, IsoDate, PersonId } from '../../../src/procedure/time/time';
import { straightWay } from '../../e2e/straight-way';
import type { ConsoleUnderTest } from '../../console/support/console';

/** A case as it is told: received on a day, and taken along the straight way until just before a decision. */
export interface Told {
  readonly receivedOn: string;
  /** The decision that is next to be taken. */
  readonly before: DecisionName;
  readonly practice?: boolean;
}

const businessManager = 'P01' as PersonId;

/** Lives a case through, day by day, as its people would; the wall's clock is then where it was before. */
export async function aSampleCase(
  console: ConsoleUnderTest,
  { receivedOn, before, practice }: Told,
): Promise<CaseReference> {
  const wall = console.wall;
  const received = isoDate(receivedOn);
  const at = (day: IsoDate) => londonInstant(day, timeOfDay('14:30'));
  console.wall = at(received);
  const opened = await receiveNotification(console.dependencies, {
    form: {
      ...sampleNotification,
      incidentOn: addDays(received, -2),
      knownAt: `${addDays(received, -1)}T09:30:00Z`,
      authorityAwareOn: addDays(received, -1),
      family: [{ name: 'Maren Ashdown', relation: 'mother' }],
      practice: practice === true,
    },
    by: businessManager,
    key: `sample-${receivedOn}-${before}`,
    print: '',
  });
  if (opened.kind !== 'opened') throw new Error(JSON.stringify(opened));
  const { reference } = opened.onRecord.file;
  for (const [nth, { decision, by, on, form, reasonForPassing }] of straightWay(received).entries()) {
    if (decision === before) break;
    console.wall = at(on);
    const decided = await decide(console.dependencies, {
      reference,
      name: decision,
      form,
      ...(reasonForPassing === undefined ? {} : { reasonForPassing }),
      actor: { id: by },
      key: `sample-${reference}-${nth}`,
    });
    if (decided.kind !== 'taken') throw new Error(`${decision}: ${JSON.stringify(decided)}`);
  }
  console.wall = wall;
  return reference;
}
