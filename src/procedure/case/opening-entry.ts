import * as z from 'zod/mini';
import type { CaseFile, Correction, Fact } from './case-file';
import { instant, later, londonDate, londonInstant } from '../time/dates';
import { factsOf } from './facts';
import { dateOfBirth, group, isWordsReference, moment, namedWords, nameLine, namesIn } from '../forms';
import { namedAs } from '../named-answers';
import { isChildDetail, namedChildDetails } from '../notification/named-child';
import type { ChildReference, FamilyReference, Notification } from '../notification/notification';
import { notificationForm } from '../notification/notification-form';
import { notificationPeople } from '../notification/notification-people';
import { titleOf } from '../schema-parts';
import type { WordsReference } from '../time/time';

/* Entry 1 of every record, the notification, as an entry that can be corrected field by field. */

/** The number of the notification in every record. */
export const openingSeq = 1;

const form = notificationForm().shape;

/** The fields whose values the case itself carries. */
const carried = {
  eCaseReference: form.eCaseReference,
  criteria: form.criteria,
  seriousHarm: form.seriousHarm,
  abuseOrNeglect: form.abuseOrNeglect,
  incidentOn: form.incidentOn,
  knownAt: form.knownAt,
  authorityAwareOn: form.authorityAwareOn,
  receivedOn: form.receivedOn,
  receivedAt: moment('When the form was received, with its time', 'happened'),
  notifyingAgency: form.notifyingAgency,
  setting: form.setting,
  homeAuthority: form.homeAuthority,
  agencies: form.agencies,
  immediateSafety: form.immediateSafety,
};
type Carried = keyof typeof carried;
const carriedFields = Object.keys(carried) as readonly Carried[];

/** A form that has come may lack these; no other field can be taken away by a correction. */
const mayBeAbsent: readonly string[] = [
  'eCaseReference',
  'homeAuthority',
  'notifier.post',
  'notifier.email',
  'notifier.telephone',
  'incidentTime',
  'incidentPlace',
];

const { notifier, child, relative } = notificationPeople();
const { post, email, telephone } = notifier.shape;
const { died, lookedAfter, careLeaver } = child.shape;

/** A field of the form whose text the case refers to and the records keep with the names. */
const named = (field: z.core.$ZodType) => nameLine(titleOf(field));

/** Texts about the incident that the case does not carry. The form of release 0.1.0 could lack all of them. */
const written = {
  circumstances: namedWords(titleOf(form.circumstances)),
  incidentTime: z.optional(namedAs(form.incidentTime._zod.def.innerType)),
  incidentPlace: z.optional(namedAs(form.incidentPlace._zod.def.innerType)),
};

const notifierFields = {
  name: named(notifier.shape.name),
  post: z.optional(named(post._zod.def.innerType)),
  email: z.optional(named(email._zod.def.innerType)),
  telephone: z.optional(named(telephone._zod.def.innerType)),
};

/** The name of a child and what is read with it. */
const namedOfChild = {
  name: named(child.shape.name),
  dateOfBirth: dateOfBirth(titleOf(child.shape.dateOfBirth)),
  ...namedChildDetails(),
};

const childFields = { ...namedOfChild, died, lookedAfter, careLeaver };

const relativeFields = { name: named(relative.shape.name), relation: relative.shape.relation };

/** The place of a person in the form as it came: `child-2` is `children.1`. */
const placeOf = (ref: string): string => String(Number(/\d+$/.exec(ref)?.[0] ?? 0) - 1);

/** The code of the person that a field of entry 1 is about, `child-2` for `children.1.name`; nothing where it is nobody's. */
export function personOf(field: string): string | undefined {
  const [, kind, place] = /^(children|family)\.(\d+)\./.exec(field) ?? [];
  return place === undefined ? undefined : `${kind === 'family' ? 'family' : 'child'}-${Number(place) + 1}`;
}

/** The children of the form who still stand; those added since are corrected at their own entries. */
const childrenOfForm = (file: CaseFile): readonly ChildReference[] =>
  file.notification.children.filter(({ ref }) => !factsOf(file, 'addChild').some((one) => one.form.ref === ref));

const keyed = <T extends { readonly ref: string }, V>(
  all: readonly T[],
  of: (one: T, place: string) => V,
): Record<string, V> => Object.fromEntries(all.map((one) => [placeOf(one.ref), of(one, placeOf(one.ref))]));

/**
 * The form of entry 1 of this case, by which a correction of it is asked for and read. A person is under their place in
 * the form as it came: the first child's name is `children.0.name`.
 */
export function openingForm(file: CaseFile): z.ZodMiniType {
  const childAt = (_one: ChildReference, place: string) => group(`Child ${Number(place) + 1}`, childFields);
  const relativeAt = (_one: FamilyReference, place: string) =>
    group(`Family member ${Number(place) + 1}`, relativeFields);
  const { family } = file.notification;
  return z.strictObject({
    ...carried,
    ...written,
    notifier: group(titleOf(notifier), notifierFields),
    children: group('', keyed(childrenOfForm(file), childAt)),
    ...(family.length === 0 ? {} : { family: group('', keyed(family, relativeAt)) }),
  });
}

/** Names a text of the form as it came, which the records keep with the case's names: a name, a date of birth. */
const asItCame = (field: string): WordsReference => `words:entry-1/${field}` as WordsReference;

/** The field of the form as it came whose text this refers to; nothing for any other reference. */
export const openingFieldOf = (id: string): string | undefined => /^words:entry-1\/(.+)$/.exec(id)?.[1];

/** The corrections of entry 1 that stand, in the order of the record, with what each says is right. */
const rightValues = (file: CaseFile) =>
  factsOf(file, 'correctFact')
    .filter((one) => one.form.entry === openingSeq)
    .map((one) => ({ seq: one.seq, field: one.form.field, value: one.form.value }));

/** The text of a field as it stands: that of its last correction, or as it came. */
const textOf = (file: CaseFile, field: string): WordsReference | undefined => {
  const last = rightValues(file).findLast((one) => one.field === field);
  if (last === undefined) return asItCame(field);
  return isWordsReference(last.value) ? last.value : undefined;
};

/** Every text of entry 1 that was corrected, by its field, as it stands now: nothing where it was taken out. */
export const correctedTexts = (file: CaseFile): ReadonlyMap<string, WordsReference | undefined> =>
  new Map(
    rightValues(file)
      .filter(({ field }) => isNamed(file, field))
      .map(({ field }) => [field, textOf(file, field)] as const),
  );

/** Entry 1 as it stands, in the shape of its form, with references in place of names and dates of birth. */
function formOf(file: CaseFile): Readonly<Record<string, unknown>> {
  const { notification } = file;
  const texts = (fields: object, under: string) =>
    Object.fromEntries(Object.keys(fields).map((key) => [key, textOf(file, `${under}.${key}`)]));
  return {
    ...Object.fromEntries(carriedFields.map((key) => [key, notification[key]])),
    seriousHarm: notification.seriousHarm.length === 0 ? undefined : notification.seriousHarm,
    ...Object.fromEntries(Object.keys(written).map((key) => [key, textOf(file, key)])),
    notifier: texts(notifierFields, 'notifier'),
    children: keyed(childrenOfForm(file), ({ ref: _ref, ...child }, place) => ({
      ...texts(childFields, `children.${place}`),
      ...child,
    })),
    family: keyed(notification.family, ({ relation }, place) => ({
      ...texts(relativeFields, `family.${place}`),
      relation,
    })),
  };
}

/** The notification as the entry that it is in the record. */
export const openingFact = (file: CaseFile): Fact<Readonly<Record<string, unknown>>> => ({
  seq: openingSeq,
  on: file.notification.receivedOn,
  recordedAt: file.openedAt,
  by: file.openedBy.person,
  role: file.openedBy.role,
  form: formOf(file),
  ...(file.openingCorrections === undefined ? {} : { corrections: file.openingCorrections }),
});

/** The day of entry 1 is the day of receipt. */
const openingField = (field: string): string => (field === 'on' ? 'receivedOn' : field);

/** The schema of a field of entry 1 that can be corrected; nothing where there is no such field, or it has parts. */
export function openingFieldSchema(file: CaseFile, field: string): z.core.$ZodType | undefined {
  const [head = '', place = '', last = '', ...more] = openingField(field).split('.');
  const own = (fields: Readonly<Record<string, z.core.$ZodType>>, key: string) =>
    Object.hasOwn(fields, key) ? fields[key] : undefined;
  if (more.length > 0) return undefined;
  if (place === '') return own(written, head) ?? own(carried, head);
  if (head === 'notifier' && last === '') return own(notifierFields, place);
  const stands = (all: readonly { readonly ref: string }[]) => all.some(({ ref }) => placeOf(ref) === place);
  if (head === 'children') return stands(childrenOfForm(file)) ? own(childFields, last) : undefined;
  return head === 'family' && stands(file.notification.family) ? own(relativeFields, last) : undefined;
}

/** True if a field of entry 1 is a name, or is read with the names as a date of birth is. */
function isNamed(file: CaseFile, field: string): boolean {
  // A child who was removed since may have been corrected before.
  const known = openingFieldSchema(file, field);
  const [, last = ''] = /^children\.\d+\.(\w+)$/.exec(field) ?? [];
  return known === undefined ? Object.hasOwn(namedOfChild, last) : namesIn(known);
}

/** True if a correction of entry 1 may leave this field empty. */
export const mayBeTakenOut = (field: string): boolean =>
  mayBeAbsent.includes(field) || isChildDetail(/^children\.\d+\.(\w+)$/.exec(field)?.[1] ?? '');

/**
 * Returns what a correction of a field changes in the notification. More than one field changes if they depend on each
 * other, as the criteria and the kinds of serious harm do.
 */
function changed(file: CaseFile, field: string, value: unknown): Partial<Notification> {
  const { notification, policy } = file;
  switch (field) {
    case 'criteria': {
      // Checked by the schema of this very field, as every value here.
      const criteria = [...new Set(value as Notification['criteria'])];
      return { criteria, ...(criteria.includes('serious-harm') ? {} : { seriousHarm: [] }) };
    }
    case 'seriousHarm': {
      const seriousHarm = (value ?? []) as Notification['seriousHarm'];
      const { criteria } = notification;
      const holds = seriousHarm.length === 0 || criteria.includes('serious-harm');
      return { seriousHarm, ...(holds ? {} : { criteria: [...criteria, 'serious-harm'] }) };
    }
    case 'knownAt':
      return { knownAt: instant(String(value)) };
    case 'receivedAt': {
      const receivedAt = instant(String(value));
      return { receivedAt, receivedOn: londonDate(receivedAt) };
    }
    case 'receivedOn': {
      const receivedOn = value as Notification['receivedOn'];
      if (londonDate(notification.receivedAt) === receivedOn) return { receivedOn };
      // Its hour is not known; the end of its day is the latest it can have come, or the moment the case was opened.
      const closes = later(londonInstant(receivedOn, policy.closingHour), notification.knownAt);
      return { receivedOn, receivedAt: closes > file.openedAt ? file.openedAt : closes };
    }
    default:
      return { [field]: value };
  }
}

const patched = <T extends { readonly ref: string }>(
  all: readonly T[],
  place: string,
  patch: Readonly<Record<string, unknown>>,
): readonly T[] => all.map((one) => (placeOf(one.ref) === place ? { ...one, ...patch } : one));

/** The notification as a correction makes it; names and dates of birth change nothing in it. */
export function correctedNotification(file: CaseFile, said: string, value: unknown): Notification {
  const { notification } = file;
  const field = openingField(said);
  const [head = '', place = '', last = ''] = field.split('.');
  if (isNamed(file, field)) return notification;
  if (head === 'children')
    return { ...notification, children: patched(notification.children, place, { [last]: value }) };
  if (head === 'family') return { ...notification, family: patched(notification.family, place, { [last]: value }) };
  const { [field as keyof Notification]: _was, ...others } = notification;
  // A field that is taken out leaves the notification, as if the form never had it.
  const without = value === undefined || value === null ? (others as Notification) : notification;
  return { ...without, ...(without === notification || field === 'seriousHarm' ? changed(file, field, value) : {}) };
}

/** Corrects entry 1: the right value, the old one beside it, and Day 1 where that was counted from the day of receipt. */
export function withOpeningCorrected(
  file: CaseFile,
  { seq, field: said, value }: { readonly seq: number; readonly field: string; readonly value: unknown },
): CaseFile {
  const field = openingField(said);
  const notification = correctedNotification(file, field, value);
  const before = file.notification;
  const moved = carriedFields.filter((key) => key !== field && notification[key] !== before[key]);
  const was = (key: string): unknown => wasOf(file, key);
  const made: readonly Correction[] = [field, ...moved].map((key) => ({ seq, field: key, was: was(key) }));
  return {
    ...file,
    notification,
    countsFrom: file.countsFrom === before.receivedOn ? notification.receivedOn : file.countsFrom,
    openingCorrections: [...(file.openingCorrections ?? []), ...made],
  };
}

/** Returns what a field said before the last correction, which is on the file already. */
function wasOf(file: CaseFile, field: string): unknown {
  const { correctFact: made = [], ...facts } = file.facts;
  const before: CaseFile = { ...file, facts: { ...facts, correctFact: made.slice(0, -1) } };
  return field
    .split('.')
    .reduce<unknown>(
      (inside, key) =>
        typeof inside === 'object' && inside !== null ? (inside as Record<string, unknown>)[key] : undefined,
      formOf(before),
    );
}
