import {
  childDoubtWords,
  doubtWords,
  incidentDoubtWords,
  type ChildDoubt,
  type DoubtCode,
  type IncidentDoubt,
} from '../../procedure/notification/doubt-words';
import type { FieldProblem } from '../../procedure/refusals';
import { typographic } from '../wording/letters';
import type { Field } from './field';
import { idOf } from './names';
import { every } from '../http/fields';
import type { Fields } from '../http/page';

/* The question whether answers that hardly go together are right. A page asks it only where there are such answers. */

/** The name of the question on a page. */
export const confirmName = 'confirmed';

const isIn = <Code extends string>(words: Readonly<Record<Code, string>>, code: string): code is Code =>
  Object.hasOwn(words, code);

/** The answers about the incident that were confirmed on a page. */
export const confirmedOfIncident = (typed: Fields): readonly IncidentDoubt[] =>
  every(typed, confirmName).filter((code) => isIn(incidentDoubtWords, code));

/** The answers about a child that were confirmed on the page of the child. */
export const confirmedOfChild = (typed: Fields): readonly ChildDoubt[] =>
  every(typed, confirmName).filter((code) => isIn(childDoubtWords, code));

/** The choice in the question, to be kept with the page. */
export function confirmedIn(typed: Fields): Fields {
  const said = every(typed, confirmName);
  return said.length === 0 ? {} : { [confirmName]: [...said] };
}

/** The answers that were confirmed on a page, whomever they are about. */
export const confirmedOnPage = (typed: Fields): readonly DoubtCode[] =>
  every(typed, confirmName).filter((code) => isIn(doubtWords, code));

/** The field that asks whether these answers are right; none where nothing is in doubt. */
export function confirmFields(
  doubts: readonly { readonly code: DoubtCode }[],
  { typed, problems }: { readonly typed: Fields; readonly problems: readonly FieldProblem[] },
): readonly Field[] {
  if (doubts.length === 0) return [];
  const said = every(typed, confirmName);
  const problem = problems.find(({ field }) => field === confirmName)?.sentence;
  // Two children may raise the same doubt, which is confirmed once.
  const codes = [...new Set(doubts.map(({ code }) => code))];
  return [
    {
      kind: 'checkboxes',
      name: confirmName,
      id: idOf(confirmName),
      label: 'Is this right?',
      hint: 'If it is, choose it here. If it is not, change your answer',
      optional: false,
      ...(problem === undefined ? {} : { problem }),
      options: codes.map((code) => ({
        value: code,
        text: typographic(doubtWords[code]),
        checked: said.includes(code),
      })),
    },
  ];
}
