import type { NamesSince } from '../procedure/names';
import { childDetailNames, isChildDetail } from '../procedure/notification/named-child';
import type { ChildDetail } from '../procedure/notification/notification-people';
import type { IsoDate, WordsReference } from '../procedure/time/time';
import type { CaseContent, ChildContent, FamilyContent, NotifierContent } from './content';

/*
 * Works out the names of a case as they stand: those of the form as it came, with later corrections, additions and
 * removals.
 */

/** Names of the notifier's fields: in the form, and in the records. */
const notifierKeys = { name: 'name', post: 'role', email: 'email', telephone: 'phone' } as const;

const isNotifierKey = (key: string): key is keyof typeof notifierKeys => Object.hasOwn(notifierKeys, key);

/** Texts about the incident that stand beside the people. */
const incidentTexts = ['circumstances', 'incidentTime', 'incidentPlace'] as const;
type IncidentText = (typeof incidentTexts)[number];

const isIncidentText = (field: string): field is IncidentText => incidentTexts.some((one) => one === field);

/** Finds the text of a field of the form as it came, such as `children.0.name`; empty if the form had none. */
export function textOfForm(came: CaseContent | undefined, field: string): WordsReference {
  const [head = '', key = '', last = ''] = field.split('.');
  const text = (): unknown => {
    if (isIncidentText(head)) return came?.[head];
    if (head === 'notifier') return isNotifierKey(key) ? came?.notifier[notifierKeys[key]] : undefined;
    const person = head === 'children' ? came?.children[Number(key)] : came?.family[Number(key)];
    return person?.[last];
  };
  const found = text();
  return (typeof found === 'string' ? found : '') as WordsReference;
}

/** References of all texts that replace one of the form. */
export const textsNeeded = ({ corrected, added }: NamesSince): readonly WordsReference[] => [
  ...[...corrected.values()].filter((one) => one !== undefined),
  ...added.flatMap(({ name, dateOfBirth, details }) => [name, dateOfBirth, ...Object.values(details)]),
];

type Texts = ReadonlyMap<WordsReference, string>;

/** Returns the present text of a field: the corrected text, or that of the form if no corrected text is kept. */
type Say = (field: string, came: string) => string;

const sayWith =
  (since: NamesSince, texts: Texts): Say =>
  (field, came) => {
    const id = since.corrected.get(field);
    return (id === undefined ? undefined : texts.get(id)) ?? came;
  };

/** Returns the present text of a field that may be missing; nothing if it was taken out or never given. */
function mayBeSaid(
  since: NamesSince,
  say: Say,
  [field, came]: readonly [string, string | undefined],
): string | undefined {
  const isOut = since.corrected.has(field) && since.corrected.get(field) === undefined;
  const text = isOut ? '' : say(field, came ?? '');
  return text === '' ? undefined : text;
}

/** The texts that there are, by their key. */
const kept = <K extends string>(texts: readonly (readonly [K, string | undefined])[]) =>
  // Object.fromEntries loses the type of the keys.
  Object.fromEntries(texts.filter(([, text]) => text !== undefined)) as { readonly [key in K]?: string };

function childSaid(child: ChildContent, at: number, { since, say }: { readonly since: NamesSince; readonly say: Say }) {
  const said = (key: ChildDetail | 'dateOfBirth') => mayBeSaid(since, say, [`children.${at}.${key}`, child[key]]);
  const born = said('dateOfBirth');
  const { ref, name, dateOfBirth: _dateOfBirth, ...more } = child;
  const others = Object.entries(more).filter(([key]) => !isChildDetail(key));
  return {
    ...Object.fromEntries(others),
    ref,
    name: say(`children.${at}.name`, name),
    // The cast is safe: the text was read as a date before it was kept.
    ...(born === undefined ? {} : { dateOfBirth: born as IsoDate }),
    ...kept(childDetailNames.map((key) => [key, said(key)] as const)),
  };
}

function addedChild(
  { ref, name, dateOfBirth, details }: NamesSince['added'][number],
  texts: Texts,
): readonly ChildContent[] {
  const said = texts.get(name);
  const born = texts.get(dateOfBirth);
  if (said === undefined) return [];
  const more = childDetailNames.map((key) => {
    const id = details[key];
    return [key, id === undefined ? undefined : texts.get(id)] as const;
  });
  return [
    {
      ref,
      name: said,
      // The cast is safe: the text was read as a date before it was kept.
      ...(born === undefined ? {} : { dateOfBirth: born as IsoDate }),
      ...kept(more),
    },
  ];
}

const relativeSaid = (one: FamilyContent, at: number, say: Say): FamilyContent => ({
  ...one,
  name: say(`family.${at}.name`, one.name),
});

function notifierSaid(came: NotifierContent, since: NamesSince, say: Say): NotifierContent {
  const fields = Object.entries(notifierKeys).map(
    ([field, key]) => [key, mayBeSaid(since, say, [`notifier.${field}`, came[key]])] as const,
  );
  return { ...kept(fields), name: say('notifier.name', came.name) };
}

/** Works out the present content of a case from the form as it came and the texts that are kept. */
export function contentSince(came: CaseContent, since: NamesSince, texts: Texts): CaseContent {
  const { circumstances, incidentTime, incidentPlace, ...rest } = came;
  const say = sayWith(since, texts);
  return {
    ...rest,
    ...kept([
      // What happened stays a reference: its words are spelled out where they are read.
      ['circumstances', since.corrected.has('circumstances') ? since.corrected.get('circumstances') : circumstances],
      ['incidentTime', mayBeSaid(since, say, ['incidentTime', incidentTime])],
      ['incidentPlace', mayBeSaid(since, say, ['incidentPlace', incidentPlace])],
    ]),
    children: [
      ...came.children
        .map((child, at) => childSaid(child, at, { since, say }))
        .filter(({ ref }) => since.children.includes(ref)),
      ...since.added.flatMap((child) => addedChild(child, texts)),
    ],
    family: came.family.map((one, at) => relativeSaid(one, at, say)).filter(({ ref }) => since.family.includes(ref)),
    notifier: notifierSaid(came.notifier, since, say),
  };
}
