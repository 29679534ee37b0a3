import * as z from 'zod/mini';
import { actionNumber, actionOf, lookDue } from '../case/actions';
import type { CaseFile } from '../case/case-file';
import { sayDate } from '../time/dates';
import { define, notBefore, type Taking } from '../decision';
import { factsOf, toldOn } from '../case/facts';
import { choice, chosenAmong, code, count, date, keptAt, person, words } from '../forms';
import { refusal, type Refusal } from '../refusals';
import { part, says } from '../sentence';
import { businessUnit, ourRoles, partnerRoles } from '../roles';
import { keptOut, rolesIn } from '../case/shut-out';
import type { IsoDate, PersonId } from '../time/time';
import { defineNotice, tell } from '../reminders/notice';
import { dateValue, textValue } from '../reminders/notice-values';

/* Actions, at every stage: added, reassigned, completed with evidence, and looked at again for their effect. */

const anAction = (which: 'open-action' | 'complete-action') =>
  chosenAmong(which, code('The action', 'Its code, such as A12'));
const addActionForm = z.strictObject({
  action: words('The action'),
  owner: person('Who is to do it', undefined, 'person-in-case'),
  agency: z.optional(chosenAmong('agency', code('Their agency', 'Its code in the settings'))),
  dueOn: date('Due by', 'planned'),
});
const reassignActionForm = z.strictObject({
  action: anAction('open-action'),
  owner: person('Who is to do it now', undefined, 'person-in-case'),
  dueOn: z.optional(date('Due by, where that changes', 'planned')),
  reason: words('The reason'),
});
const completeActionForm = z.strictObject({
  action: anAction('open-action'),
  evidence: keptAt('The evidence'),
});
const lookAtActionAgainForm = z.strictObject({
  action: anAction('complete-action'),
  months: chosenAmong('months-to-look', count('Which review', 'Months after completion: 6 or 12')),
  effect: words('The impact of the action'),
  effective: choice('Was it effective?', { yes: 'Yes', 'in-part': 'In part', no: 'No' }),
});

declare module '../reminders/notice' {
  interface Notices {
    'action-assigned': typeof actionAssigned;
  }
}

declare module '../case/case-file' {
  interface Forms {
    addAction: z.infer<typeof addActionForm>;
    reassignAction: z.infer<typeof reassignActionForm>;
    completeAction: z.infer<typeof completeActionForm>;
    lookAtActionAgain: z.infer<typeof lookAtActionAgainForm>;
  }
}

const alwaysOpen = () => undefined;

const knownAction = (file: CaseFile, id: string): Refusal | undefined =>
  actionOf(file, id) === undefined ? refusal('invalid', `There is no action ${id} in this case.`) : undefined;

const keepers = [...businessUnit, 'sub-group-chair'] as const;

/** Refuses an owner who cannot be told of an action, because they have no part in the case. */
const knownOwner = (file: CaseFile, owner: PersonId): Refusal | undefined =>
  rolesIn(file, owner).length > 0
    ? undefined
    : (keptOut(file, owner) ??
      refusal(
        'invalid',
        says`${part.person(owner)} has no role in this case. Give them one first${part.by('replacePerson')}.`,
      ));

/** Refuses an act on an action that is dated before the action was added. */
const afterAdding = (file: CaseFile, id: string, taking: Taking): Refusal | undefined =>
  notBefore(
    factsOf(file, 'addAction').find(({ seq }) => `A${seq}` === id),
    taking,
    `Action ${actionNumber(file, id)} was added on`,
  );

const isComplete = (file: CaseFile, id: string) => actionOf(file, id)?.completedOn !== undefined;

/** The day on which its owner was last told of an action. */
const toldOfAction = (file: CaseFile, id: string): IsoDate | undefined => {
  const last =
    factsOf(file, 'reassignAction').findLast((one) => one.form.action === id) ??
    factsOf(file, 'addAction').find((one) => `A${one.seq}` === id);
  return last && toldOn(last);
};

const actionAssigned = defineNotice({
  kind: 'action-assigned',
  title: 'An action has been given to somebody',
  asks: 'the action',
  forms: ['completeAction'],
  ofCase: true,
  always: { action: textValue('A12'), number: textValue('1'), due: dateValue },
  sometimes: { was: dateValue, replaces: dateValue },
  stillTrue: ({ to, values }, file) => {
    // 0.1.0 wrote "Action A12" for A12.
    const action = actionOf(file, /A\d+$/.exec(values['action'] ?? '')?.[0] ?? '');
    if (action === undefined) return 'The action is no longer on the record.';
    if (action.completedOn !== undefined) return `The action was complete on ${sayDate(action.completedOn)}.`;
    if (action.owner !== to) return 'The action has been given to somebody else.';
    return { values: { action: action.id, number: String(action.number), due: action.dueOn } };
  },
});

export const addAction = define({
  name: 'addAction',
  title: 'Add an action',
  past: 'added an action',
  confirmation: 'Action added',
  source: 'always open; oversight until completion of all identified actions',
  roles: [...businessUnit, ...partnerRoles, 'scrutineer', 'sub-group-chair'],
  form: addActionForm,
  notOpen: alwaysOpen,
  refuse: (file, form, taking) =>
    knownOwner(file, form.owner) ??
    (form.dueOn < taking.on
      ? refusal('invalid', 'Enter a due date that is not before the date this happened.')
      : undefined),
  notices: [actionAssigned],
  tells: (file, taken) => {
    const action = `A${taken.seq}`;
    return [
      tell(actionAssigned, {
        to: [{ person: taken.form.owner, as: 'wider-partner' }],
        values: { action, number: actionNumber(file, action), due: taken.form.dueOn },
      }),
    ];
  },
});

export const reassignAction = define({
  name: 'reassignAction',
  title: 'Reassign an action',
  past: 'reassigned an action',
  confirmation: 'Action reassigned',
  source: 'always open',
  roles: [...businessUnit, 'sub-group-chair'],
  form: reassignActionForm,
  notOpen: alwaysOpen,
  refuse: (file, form, taking) =>
    knownAction(file, form.action) ??
    knownOwner(file, form.owner) ??
    (isComplete(file, form.action)
      ? refusal('too-late', `Action ${actionNumber(file, form.action)} is complete.`)
      : undefined) ??
    afterAdding(file, form.action, taking) ??
    (form.dueOn !== undefined && form.dueOn < taking.on
      ? refusal('invalid', 'Enter a due date that is not before the date this happened.')
      : undefined),
  notices: [actionAssigned],
  tells: (file, taken, before) => {
    const now = actionOf(file, taken.form.action);
    const was = actionOf(before, taken.form.action);
    if (now === undefined) return [];
    const moved = was?.owner === now.owner && was.dueOn !== now.dueOn ? was.dueOn : undefined;
    return [
      tell(actionAssigned, {
        to: [{ person: now.owner, as: 'wider-partner' }],
        values: {
          action: now.id,
          number: String(now.number),
          due: now.dueOn,
          was: moved,
          replaces: moved && toldOfAction(before, now.id),
        },
      }),
    ];
  },
});

export const completeAction = define({
  name: 'completeAction',
  title: 'Complete an action',
  past: 'completed an action',
  confirmation: 'Action completed',
  source: 'always open; complete with evidence',
  // Roles that the action's owner may have, and those that keep the record of all actions.
  roles: [...keepers, ...ourRoles.filter((one) => !keepers.some((keeper) => keeper === one))],
  form: completeActionForm,
  notOpen: alwaysOpen,
  once: (form) => form.action,
  refuse: (file, form, taking) => {
    const unknown = knownAction(file, form.action);
    const keeps = keepers.some((one) => one === taking.role);
    return (
      unknown ??
      (keeps || actionOf(file, form.action)?.owner === taking.by
        ? afterAdding(file, form.action, taking)
        : refusal(
            'wrong-role',
            `Action ${actionNumber(file, form.action)} is another person's; its owner, the Business Unit or the sub-group's chair completes it.`,
          ))
    );
  },
});

export const lookAtActionAgain = define({
  name: 'lookAtActionAgain',
  title: 'Review the impact of an action',
  past: 'reviewed the impact of an action',
  confirmation: 'Impact of an action reviewed',
  source: 'ways through: 6 and 12 months after completion',
  roles: [...businessUnit, 'sub-group-chair', 'sub-group-member', 'scrutineer'],
  form: lookAtActionAgainForm,
  notOpen: alwaysOpen,
  once: (form) => `${form.action}:${form.months}`,
  refuse: (file, form, taking) => {
    const unknown = knownAction(file, form.action);
    if (unknown !== undefined) return unknown;
    if (!file.policy.actionLooks.includes(form.months)) {
      return refusal(
        'invalid',
        `The impact of an action is reviewed ${file.policy.actionLooks.join(' and ')} months after it is complete.`,
      );
    }
    const due = lookDue(file, form.action, form.months);
    if (due === undefined)
      return refusal(
        'too-early',
        says`Action ${actionNumber(file, form.action)} is not complete yet${part.by('completeAction')}.`,
      );
    return taking.on < due
      ? refusal(
          'too-early',
          says`The review of action ${actionNumber(file, form.action)} after ${form.months} months is on or after ${part.day(due)}.`,
        )
      : undefined;
  },
});
