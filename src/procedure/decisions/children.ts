import * as z from 'zod/mini';
import type { CaseFile } from '../case/case-file';
import { define, notBefore } from '../decision';
import { factsOf, toldOn } from '../case/facts';
import { familyOf, hadBefore } from '../case/family';
import { openingSeq } from '../case/opening-entry';
import { choice, chosenAmong, code, dateOfBirth, isWordsReference, nameLine, several, words } from '../forms';
import { agenciesAsked, chronologies, contactsOf, information } from '../case/inquiries';
import {
  notificationCriterionWords,
  seriousHarmWords,
  type ChildReference,
  type Notification,
} from '../notification/notification';
import { childDetailNames, namedChildDetails } from '../notification/named-child';
import { confirmedField, notificationPeople } from '../notification/notification-people';
import { againstGrounds } from '../notification/notification-rules';
import { partsOf, refusal, type Refusal } from '../refusals';
import { inList, part, says } from '../sentence';
import { businessUnit, partnerRoles } from '../roles';
import { defineNotice, tell, type Telling } from '../reminders/notice';
import { dateValue, textValue } from '../reminders/notice-values';
import { asNow } from '../reminders/true-until';

/* Always open: one incident is one case, and a child can be added to it, or removed where entered in error. */

const { died, lookedAfter, careLeaver } = notificationPeople().child.shape;

const addChildForm = z.strictObject({
  ref: chosenAmong(
    'new-child',
    z
      .string({ error: 'Give a code, such as child-2' })
      .check(z.regex(/^child-\d{1,3}$/, 'The code must be such as child-2'))
      .register(z.globalRegistry, { title: 'How this case refers to the child' }),
  ),
  name: nameLine("The child's name"),
  dateOfBirth: dateOfBirth("The child's date of birth"),
  died,
  lookedAfter,
  careLeaver,
  ...namedChildDetails(),
  criteria: z.optional(
    several(
      'Criteria that hold with this child',
      choice('A criterion', notificationCriterionWords),
      1,
      'Beside those of the notification; leave out where nothing is added',
    ),
  ),
  seriousHarm: z.optional(
    several('The serious harm', choice('A kind of serious harm', seriousHarmWords), 1, 'Where that is added'),
  ),
  confirmed: confirmedField(),
});
const removeChildForm = z.strictObject({
  ref: chosenAmong('child', code('The child', 'Their code in this case, such as child-2')),
  reason: words('The reason', 'Why the child was entered in error'),
});

declare module '../reminders/notice' {
  interface Notices {
    'children-changed': typeof childrenChanged;
  }
}

declare module '../case/case-file' {
  interface Forms {
    addChild: z.infer<typeof addChildForm>;
    removeChild: z.infer<typeof removeChildForm>;
  }
}

type Added = z.infer<typeof addChildForm>;

const childDetailsAreReferences = (form: Added): boolean =>
  childDetailNames.every((name) => form[name] === undefined || isWordsReference(form[name]));

const childOf = ({ ref, died, lookedAfter, careLeaver }: Added): ChildReference => ({
  ref,
  died,
  lookedAfter,
  careLeaver,
});

const joined = <T>(one: readonly T[], other: readonly T[] = []): readonly T[] => [...new Set([...one, ...other])];

const withChild = (notification: Notification, form: Added): Notification => ({
  ...notification,
  criteria: joined(notification.criteria, form.criteria),
  seriousHarm: joined(notification.seriousHarm, form.seriousHarm),
  children: [...notification.children, childOf(form)],
});

const withoutChild = (notification: Notification, ref: string): Notification => ({
  ...notification,
  children: notification.children.filter((one) => one.ref !== ref),
});

/** Refuses a change of the children by which the notification would contradict itself where it does not now. */
function againstChildren(file: CaseFile, after: Notification): Refusal | undefined {
  const before = againstGrounds(file.notification);
  const wrong = againstGrounds(after).filter(({ sentence }) => !before.some((one) => one.sentence === sentence));
  if (wrong.length === 0) return undefined;
  const said = says`${inList(wrong.map(partsOf), '. ')}. Correct the notification first, where it is wrong${part.by('correctFact', { entry: openingSeq })}.`;
  return { ...refusal('against-the-record', said), fields: wrong };
}

const childrenChanged = defineNotice({
  kind: 'children-changed',
  title: 'A child was added to a case or removed from it',
  ofCase: true,
  always: { count: textValue('2') },
  sometimes: { replaces: dateValue },
  stillTrue: asNow((file) => ({ count: String(file.notification.children.length) })),
});

/** Everybody who was told of the children of the case: on its opening, at the Front Door, and in what was asked for. */
function tellChildren(file: CaseFile, _taken: unknown, before: CaseFile): readonly Telling<'children-changed'>[] {
  const [earlier] = [...factsOf(before, 'addChild'), ...factsOf(before, 'removeChild')].sort((a, b) => b.seq - a.seq);
  const values = { count: String(file.notification.children.length), replaces: earlier && toldOn(earlier) };
  const asked = [...agenciesAsked(file, information), ...agenciesAsked(file, chronologies)];
  const toldAtFrontDoor = factsOf(file, 'sendToFrontDoor').length > 0;
  return [
    tell(childrenChanged, {
      to: [
        'business-manager',
        'spr-coordinator',
        ...partnerRoles,
        'scrutineer',
        ...(toldAtFrontDoor ? (['front-door', 'service-director'] as const) : []),
        'author',
        'identified-professional',
        ...contactsOf(file, asked).flatMap(({ to }) => to),
      ],
      values,
    }),
  ];
}

export const addChild = define({
  name: 'addChild',
  title: 'Add a child',
  past: 'added a child',
  confirmation: 'Child added',
  source: 'always open: one incident is one case, however many children it is about',
  roles: businessUnit,
  form: addChildForm,
  decides: ['ref', 'criteria', 'seriousHarm', 'confirmed'],
  notOpen: () => undefined,
  refuse: (file, form) => {
    if (familyOf(file).includes(form.ref) || hadBefore(file, form.ref)) {
      return refusal(
        'already-decided',
        says`${part.relative(form.ref)} is or was in this case already; choose the next number.`,
      );
    }
    if (!isWordsReference(form.name) || !isWordsReference(form.dateOfBirth) || !childDetailsAreReferences(form)) {
      return refusal(
        'invalid',
        'A child is added on the pages or by the API: no case carries a name, a birthday or what is read with them.',
      );
    }
    const after = withChild(file.notification, form);
    if (form.died && after.criteria.every((one) => one === 'serious-harm')) {
      const sentence = 'Say which criterion holds for a child who has died';
      return { ...refusal('invalid', `${sentence}.`), fields: [{ field: 'criteria', sentence }] };
    }
    return againstChildren(file, after);
  },
  effect: (file, { form }) => ({ ...file, notification: withChild(file.notification, form) }),
  corrected: (file, { form }) => ({
    ...file,
    notification: {
      ...file.notification,
      children: file.notification.children.map((one) => (one.ref === form.ref ? childOf(form) : one)),
    },
  }),
  notices: [childrenChanged],
  tells: tellChildren,
});

export const removeChild = define({
  name: 'removeChild',
  title: 'Remove a child entered in error',
  past: 'removed a child entered in error',
  source: 'always open: what was entered in error is put right on the record',
  roles: businessUnit,
  form: removeChildForm,
  decides: ['ref'],
  notOpen: () => undefined,
  refuse: (file, form, taking) => {
    const { children } = file.notification;
    if (!children.some(({ ref }) => ref === form.ref)) {
      return refusal('against-the-record', says`${part.relative(form.ref)} is no child of this case.`);
    }
    if (children.length === 1) {
      return refusal(
        'against-the-record',
        says`A case keeps at least one child: add the right child first${part.by('addChild')}, or withdraw the case${part.by('withdrawCase')}.`,
      );
    }
    const added = factsOf(file, 'addChild').find((one) => one.form.ref === form.ref);
    return (
      notBefore(added, taking, says`${part.relative(form.ref)} was added on`) ??
      againstChildren(file, withoutChild(file.notification, form.ref))
    );
  },
  effect: (file, { form }) => ({ ...file, notification: withoutChild(file.notification, form.ref) }),
  notices: [childrenChanged],
  tells: tellChildren,
});
