import * as z from 'zod/mini';
import { isWorkingDay } from '../time/calendar';
import { sayDate } from '../time/dates';
import { currentDue, ownerOfDeadline } from '../dates/deadlines';
import { define, notBefore } from '../decision';
import { refusal } from '../refusals';
import { inList, part, says } from '../sentence';
import { factsOf, toldOn } from '../case/facts';
import { familyOf, hadBefore, relationWords, relativesOf } from '../case/family';
import { choice, chosenAmong, code, date, line, nameLine, person, words, yesNo } from '../forms';
import { pastTheLawOf } from '../dates/limits';
import { businessUnit, caseRoles, execRoles, ourRoles, partnerRoles, type Role } from '../roles';
import { keptOut } from '../case/shut-out';
import type { PersonId } from '../time/time';
import { defineNotice, tell } from '../reminders/notice';
import { dateValue, roleValue, stepValue } from '../reminders/notice-values';
import { isLater, stands } from '../reminders/true-until';

/* Always open: what is put on the record at every stage. (Corrections stand in correct.ts.) */

const extendDeadlineForm = z.strictObject({
  deadline: chosenAmong(
    'deadline',
    code('The deadline', 'A step such as information, or another deadline of the case'),
  ),
  to: date('The new date', 'planned'),
  reason: words('The reason'),
  agreedBy: line('Who agreed'),
});
const addNoteForm = z.strictObject({
  note: words('The note'),
  confidential: z.optional(yesNo('For the Business Unit and the Scrutineer only?', 'Nobody else can read the note')),
});
const recordMediaInterestForm = z.strictObject({ interest: words('Who asked, and what about') });
const replacePersonForm = z.strictObject({
  role: chosenAmong('part', choice('The role in the case', caseRoles)),
  leaves: z.optional(person('Who leaves the role', undefined, 'person-in-case')),
  joins: person('Who takes the role'),
  reason: words('The reason'),
});
const addFamilyMemberForm = z.strictObject({
  ref: chosenAmong(
    'new-family-member',
    z
      .string({ error: 'Give a code, such as family-3' })
      .check(z.regex(/^family-\d{1,3}$/, 'The code must be such as family-3'))
      .register(z.globalRegistry, { title: 'How this case refers to them' }),
  ),
  relation: choice('Relation to the child', relationWords),
  name: nameLine('Their name'),
});
const removeFamilyMemberForm = z.strictObject({
  ref: chosenAmong('relative', code('The family member', 'Their code in this case, such as family-2')),
  reason: words('The reason', 'Why they were entered in error'),
});

declare module '../reminders/notice' {
  interface Notices {
    'deadline-extended': typeof deadlineExtended;
    'media-interest': typeof mediaInterest;
    'person-replaced': typeof personReplaced;
  }
}

declare module '../case/case-file' {
  interface Forms {
    extendDeadline: z.infer<typeof extendDeadlineForm>;
    addNote: z.infer<typeof addNoteForm>;
    recordMediaInterest: z.infer<typeof recordMediaInterestForm>;
    replacePerson: z.infer<typeof replacePersonForm>;
    addFamilyMember: z.infer<typeof addFamilyMemberForm>;
    removeFamilyMember: z.infer<typeof removeFamilyMemberForm>;
  }
}

const alwaysOpen = () => undefined;

const deadlineExtended = defineNotice({
  kind: 'deadline-extended',
  title: 'A deadline has been extended',
  ofCase: true,
  always: { deadline: stepValue, due: dateValue, was: dateValue },
  sometimes: { replaces: dateValue },
  stillTrue: (notice, file) => {
    const deadline = notice.values['deadline'] ?? '';
    const due = currentDue(file, deadline);
    if (due === undefined) return 'The deadline is met, or no longer needed.';
    const last = factsOf(file, 'extendDeadline').findLast((one) => one.form.deadline === deadline);
    if (last === undefined) return undefined;
    return isLater(last, notice)
      ? `A newer email replaces it: the deadline was extended again, to ${sayDate(last.form.to)}.`
      : { values: { due: last.form.to } };
  },
});

const mediaInterest = defineNotice({
  kind: 'media-interest',
  title: 'The media have shown interest',
  to: [...execRoles, 'business-manager'],
  ofCase: true,
  stillTrue: stands,
});

const personReplaced = defineNotice({
  kind: 'person-replaced',
  title: 'A person has a new role in a case',
  ofCase: true,
  always: { part: roleValue },
  stillTrue: stands,
});

export const extendDeadline = define({
  name: 'extendDeadline',
  title: 'Extend a deadline',
  past: 'extended a deadline',
  confirmation: 'Deadline extended',
  source: 'always open; the original stays visible',
  roles: ['business-manager', 'scrutineer', ...partnerRoles],
  form: extendDeadlineForm,
  notOpen: alwaysOpen,
  refuse: (file, form) => {
    const due = currentDue(file, form.deadline);
    if (due === undefined) {
      return refusal('invalid', `The case has no open deadline "${form.deadline}"; its plan lists those it has.`);
    }
    if (form.to <= due) {
      return refusal(
        'against-the-record',
        says`It is due by ${part.day(due)} already; an extension gives a later date.`,
      );
    }
    return isWorkingDay(file.calendar, form.to)
      ? undefined
      : refusal('invalid', says`${part.day(form.to)} is not a working day; choose one that is.`);
  },
  limits: (file, { deadline, to }) => pastTheLawOf(file, deadline, { date: to, field: 'to' }),
  notices: [deadlineExtended],
  tells: (file, taken, before) => {
    const { deadline, to } = taken.form;
    const earlier = factsOf(before, 'extendDeadline').findLast((one) => one.form.deadline === deadline);
    return [
      tell(deadlineExtended, {
        to: [ownerOfDeadline(file, deadline) ?? 'business-manager', 'business-manager'],
        values: { deadline, due: to, was: currentDue(before, deadline) ?? '', replaces: earlier && toldOn(earlier) },
      }),
    ];
  },
});

export const addNote = define({
  name: 'addNote',
  title: 'Add a note',
  past: 'added a note',
  confirmation: 'Note added',
  source: 'always open',
  roles: ourRoles,
  form: addNoteForm,
  notOpen: alwaysOpen,
});

export const recordMediaInterest = define({
  name: 'recordMediaInterest',
  title: 'Record media interest',
  past: 'recorded media interest',
  source: 'always open; media statement: notified to the Business Unit for the three Exec partners',
  roles: [...businessUnit, 'communications', ...partnerRoles],
  form: recordMediaInterestForm,
  notOpen: alwaysOpen,
  notices: [mediaInterest],
  tells: () => [tell(mediaInterest)],
});

const seated = (people: readonly PersonId[], leaves: PersonId | undefined, joins: PersonId): readonly PersonId[] => [
  ...people.filter((one) => one !== leaves && one !== joins),
  joins,
];

export const replacePerson = define({
  name: 'replacePerson',
  title: 'Replace a person',
  past: 'replaced a person',
  confirmation: 'Person replaced',
  source: 'always open',
  roles: ['business-manager', 'spr-coordinator'],
  form: replacePersonForm,
  decides: ['role', 'leaves', 'joins'],
  notOpen: alwaysOpen,
  refuse: (file, form) => {
    const holders = file.people[form.role] ?? [];
    if (form.role === 'author') {
      return refusal('wrong-role', says`The author is replaced by the partners${part.by('replaceAuthor')}.`);
    }
    if (form.leaves !== undefined && !holders.includes(form.leaves)) {
      return refusal(
        'against-the-record',
        says`${part.person(form.leaves)} does not have that role in this case. Who has it: ${holders.length === 0 ? 'nobody' : inList(holders.map(part.person))}.`,
      );
    }
    return form.leaves === form.joins
      ? refusal('invalid', 'The person who leaves and the one who joins are the same.')
      : keptOut(file, form.joins);
  },
  effect: (file, taken) => {
    const role: Role = taken.form.role;
    const { leaves, joins } = taken.form;
    return { ...file, people: { ...file.people, [role]: seated(file.people[role] ?? [], leaves, joins) } };
  },
  notices: [personReplaced],
  tells: (_file, taken) => [
    tell(personReplaced, {
      to: [{ person: taken.form.joins, as: taken.form.role }],
      values: { part: taken.form.role },
    }),
  ],
});

export const addFamilyMember = define({
  name: 'addFamilyMember',
  title: 'Add a family member',
  past: 'added a family member',
  confirmation: 'Family member added',
  source: 'step 9: the family members the requests relate to',
  roles: [...businessUnit, 'author', 'identified-professional'],
  form: addFamilyMemberForm,
  decides: ['ref'],
  notOpen: alwaysOpen,
  refuse: (file, form) =>
    familyOf(file).includes(form.ref) || hadBefore(file, form.ref)
      ? refusal(
          'already-decided',
          says`${part.relative(form.ref)} is or was in this case already; choose the next number.`,
        )
      : undefined,
});

export const removeFamilyMember = define({
  name: 'removeFamilyMember',
  title: 'Remove a family member entered in error',
  past: 'removed a family member entered in error',
  source: 'always open: what was entered in error is put right on the record',
  roles: [...businessUnit, 'author', 'identified-professional'],
  form: removeFamilyMemberForm,
  decides: ['ref'],
  notOpen: alwaysOpen,
  refuse: (file, form, taking) =>
    relativesOf(file).includes(form.ref)
      ? notBefore(
          factsOf(file, 'addFamilyMember').find((one) => one.form.ref === form.ref),
          taking,
          says`${part.relative(form.ref)} was added on`,
        )
      : refusal('against-the-record', says`${part.relative(form.ref)} is no family member of this case.`),
  effect: (file, { form: { ref } }) => ({
    ...file,
    notification: {
      ...file.notification,
      family: file.notification.family.filter((one) => one.ref !== ref),
    },
  }),
});
