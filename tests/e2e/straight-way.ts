import type { DecisionName } from '../../src/procedure/case/case-file';
import { actionsOf } from '../../src/procedure/case/actions';
import type { IsoDate, PersonId } from '../../src/procedure/time/time';
import { aCase } from '../support/a-case';

/** One decision of the straight way, as it is sent by HTTP. */
export interface Sent {
  readonly decision: DecisionName;
  readonly by: PersonId;
  readonly on: IsoDate;
  readonly form: Readonly<Record<string, unknown>>;
  /** Why it is decided although it passes a limit, where it does. */
  readonly reasonForPassing?: string;
}

/** The decisions of the straight way for a case received on this day, first to last, worked out by the rules alone. */
export function straightWay(receivedOn: IsoDate): readonly Sent[] {
  const { file } = aCase().receivedOn(receivedOn).atTheEnd();
  const standing = Object.entries(file.facts).flatMap(([name, facts]) => facts.map((fact) => ({ name, fact })));
  const aside = file.superseded.map(({ name, fact }) => ({ name, fact }));
  return [...standing, ...aside]
    .sort((a, b) => a.fact.seq - b.fact.seq)
    .map(({ name, fact }) => ({
      decision: name as DecisionName,
      by: fact.by,
      on: fact.on,
      form: withActionsCounted(
        fact.form as Readonly<Record<string, unknown>>,
        actionsOf(file).map(({ id }) => id),
      ),
      // A hold says it in its own form.
      ...(fact.passes === undefined || name === 'placeHold' ? {} : { reasonForPassing: fact.passes.reason }),
    }));
}

/** An action's code carries the number of its entry, which reminders move on: `#0` stands for the first one's. */
function withActionsCounted(
  form: Readonly<Record<string, unknown>>,
  ids: readonly string[],
): Readonly<Record<string, unknown>> {
  const at = typeof form['action'] === 'string' ? ids.indexOf(form['action']) : -1;
  return at < 0 ? form : { ...form, action: `#${at}` };
}
