import type { NamesSince } from '../procedure/names';
import type { IsoDate, WordsReference } from '../procedure/time/time';
import type { CaseContent, ChildContent, FamilyContent, NotifierContent } from './content';

/*
 * Works out the names of a case as they stand: those of the form as it came, with later corrections, additions and
 * removals.
 */

/** Names of the notifier's fields: in the form, and in the records. */
const notifierKeys = { name: 'name', post: 'role', email: 'email', telephone: 'phone' } as const;

const isNotifierKey = (key: string): key is keyof typeof notifierKeys => Object.hasOwn(notifierKeys, key);

/** Finds the text of a field of the form as it came, such as `children.0.name`; empty if the form had none. */
export function textOfForm(came: CaseContent | undefined, field: string): WordsReference {
  const [head = '', key = '', last = ''] = field.split('.');
  const text = (): unknown => {
    if (head === 'circumstances') return came?.circumstances;
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
  ...added.flatMap(({ name, dateOfBirth }) => [name, dateOfBirth]),
];

/** Returns the present text of a field: the corrected text, or that of the form if no corrected text is kept. */
type Say = (field: string, came: string) => string;

const sayWith =
  (since: NamesSince, texts: ReadonlyMap<WordsReference, string>): Say =>
  (field, came) => {
    const id = since.corrected.get(field);
    return (id === undefined ? undefined : texts.get(id)) ?? came;
  };

function childSaid(child: ChildContent, at: number, say: Say): ChildContent {
  const born = say(`children.${at}.dateOfBirth`, child.dateOfBirth ?? '');
  return {
    ...child,
    name: say(`children.${at}.name`, child.name),
    // The cast is safe: the text was read as a date before it was kept.
    ...(born === '' ? {} : { dateOfBirth: born as IsoDate }),
  };
}

const relativeSaid = (one: FamilyContent, at: number, say: Say): FamilyContent => ({
  ...one,
  name: say(`family.${at}.name`, one.name),
});

function notifierSaid(came: NotifierContent, since: NamesSince, say: Say): NotifierContent {
  const fields = Object.entries(notifierKeys).flatMap(([field, key]) => {
    const isOut = since.corrected.has(`notifier.${field}`) && since.corrected.get(`notifier.${field}`) === undefined;
    const text = isOut ? '' : say(`notifier.${field}`, came[key] ?? '');
    return text === '' ? [] : [[key, text] as const];
  });
  return { name: came.name, ...Object.fromEntries(fields) };
}

/** Works out the present content of a case from the form as it came and the texts that are kept. */
export function contentSince(
  came: CaseContent,
  since: NamesSince,
  texts: ReadonlyMap<WordsReference, string>,
): CaseContent {
  const { circumstances: before, ...rest } = came;
  const say = sayWith(since, texts);
  const happened = since.corrected.has('circumstances') ? since.corrected.get('circumstances') : before;
  const added = since.added.flatMap(({ ref, name, dateOfBirth }): ChildContent[] => {
    const said = texts.get(name);
    const born = texts.get(dateOfBirth);
    // The cast is safe: the text was read as a date before it was kept.
    return said === undefined
      ? []
      : [{ ref, name: said, ...(born === undefined ? {} : { dateOfBirth: born as IsoDate }) }];
  });
  return {
    ...rest,
    ...(happened === undefined ? {} : { circumstances: happened }),
    children: [
      ...came.children.map((child, at) => childSaid(child, at, say)).filter(({ ref }) => since.children.includes(ref)),
      ...added,
    ],
    family: came.family.map((one, at) => relativeSaid(one, at, say)).filter(({ ref }) => since.family.includes(ref)),
    notifier: notifierSaid(came.notifier, since, say),
  };
}
