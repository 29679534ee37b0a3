import type { CaseFile, DecisionName, Forms } from '../procedure/case/case-file';
import { personCorrected } from '../procedure/case/corrected-person';
import { correctedNotification, openingSeq } from '../procedure/case/opening-entry';
import {
  doubtsSince,
  doubtsToConfirmTogether,
  type Doubt,
  type DoubtedAnswers,
} from '../procedure/notification/doubtful-answers';
import { doubtWords, type DoubtCode } from '../procedure/notification/doubt-words';
import type { Notification } from '../procedure/notification/notification';
import type { Refusal } from '../procedure/refusals';
import { parseIsoDate } from '../procedure/time/dates';
import type { IsoDate } from '../procedure/time/time';
import type { CaseContent } from '../records/content';
import type { ReadCall } from './births';
import { wrongFields } from './forms';

/*
 * Asks about answers of a notification that hardly go together where a child is added or the notification is corrected.
 * They are asked before the decision goes to the case, which carries neither names nor dates of birth.
 */

type Child = DoubtedAnswers['children'][number];

const dayOf = (text: unknown): IsoDate | undefined => (typeof text === 'string' ? parseIsoDate(text) : undefined);
const textOf = (said: unknown): string | undefined => (typeof said === 'string' ? said : undefined);
const isDisability = (said: unknown): said is Child['disability'] => said === 'yes' || said === 'no';

/** The answers about a child, from those that the case carries and those of the records. */
const childFrom = (
  flags: Pick<Child, 'died' | 'lookedAfter' | 'careLeaver'>,
  said: Readonly<Record<string, unknown>>,
): Child => ({
  ...{ died: flags.died, lookedAfter: flags.lookedAfter, careLeaver: flags.careLeaver },
  name: textOf(said['name']) ?? '',
  dateOfBirth: dayOf(said['dateOfBirth']),
  diedOn: dayOf(said['diedOn']),
  school: textOf(said['school']),
  nhsNumber: textOf(said['nhsNumber']),
  disability: isDisability(said['disability']) ? said['disability'] : 'not-known',
  disabilityDetails: textOf(said['disabilityDetails']),
});

/** The answers as they stand in a case. */
const standing = (notification: Notification, content: CaseContent): DoubtedAnswers => ({
  criteria: notification.criteria,
  setting: notification.setting,
  incidentOn: notification.incidentOn,
  children: notification.children.map((child) =>
    childFrom(child, content.children.find(({ ref }) => ref === child.ref) ?? {}),
  ),
});

/** The answers as a decision would leave them; undefined where it leaves them alone. */
function afterwards(
  file: CaseFile,
  { name, form, content }: ReadCall & { readonly content: CaseContent },
): DoubtedAnswers | undefined {
  const before = standing(file.notification, content);
  // The casts are safe: the form was parsed by the schema of its decision.
  if (name === 'addChild') {
    const added = form as Forms['addChild'];
    const criteria = [...new Set([...before.criteria, ...(added.criteria ?? [])])];
    return { ...before, criteria, children: [...before.children, childFrom(added, added)] };
  }
  if (name !== 'correctFact') return undefined;
  const correction = form as Forms['correctFact'];
  const { entry, field, value } = correction;
  const about = personCorrected(file, correction);
  if (about !== undefined) {
    const at = file.notification.children.findIndex(({ ref }) => ref === about.ref);
    const children = before.children.map((child, place) => {
      const changed = { ...child, [about.key]: value };
      return place === at ? childFrom(changed, changed) : child;
    });
    return { ...before, children };
  }
  return entry === openingSeq ? standing(correctedNotification(file, field, value), content) : undefined;
}

/** Lists the doubts that a decision would bring in, confirmed or not. Without the names of the case there are none. */
export function doubtsOfDecision(file: CaseFile, { name, form, content }: ReadCall): readonly Doubt[] {
  if (content === undefined) return [];
  const after = afterwards(file, { name, form, content });
  return after === undefined ? [] : doubtsSince(standing(file.notification, content), after);
}

/** The codes that a decision confirms; undefined for a decision that confirms none. */
const confirmedBy = (name: DecisionName, form: unknown): readonly DoubtCode[] =>
  name === 'addChild' || name === 'correctFact' ? ((form as Forms['addChild']).confirmed ?? []) : [];

/** The field of a decision that a doubt is about. */
const fieldIn =
  (name: DecisionName) =>
  ({ field }: Doubt): string => {
    if (name === 'correctFact') return 'value';
    const [, ofChild] = /^children\.\d+\.(\w+)$/.exec(field) ?? [];
    return ofChild ?? (field === 'criteria' ? field : 'confirmed');
  };

/** Refuses a decision that brings in a doubt which it does not confirm, or confirms what nobody doubts. */
export function doubtsRefused(file: CaseFile, call: ReadCall): Refusal | undefined {
  if (call.content === undefined) return undefined;
  const doubts = doubtsOfDecision(file, call);
  const confirmed = confirmedBy(call.name, call.form);
  const idle = confirmed.find((code) => !doubts.some((one) => one.code === code));
  if (idle !== undefined) {
    const sentence = `Nothing here is in doubt that "${idle}" confirms (${doubtWords[idle]}): leave it out`;
    return wrongFields([{ field: 'confirmed', sentence }]);
  }
  const open = doubts.filter(({ code }) => !confirmed.includes(code));
  return open.length === 0 ? undefined : doubtsToConfirmTogether(open, fieldIn(call.name));
}

/** The codes that a form confirms and that are still in doubt; undefined where there are none. */
export function confirmedStill(file: CaseFile, { name, form, content }: ReadCall): readonly DoubtCode[] | undefined {
  const doubts = doubtsOfDecision(file, { name, form, content });
  const kept = confirmedBy(name, form).filter((code) => doubts.some((one) => one.code === code));
  return kept.length === 0 ? undefined : kept;
}
