import type * as z from 'zod/mini';
import type { CaseFile } from '../../../procedure/case/case-file';
import { isoDate, sayShortDate } from '../../../procedure/time/dates';
import type { Instant, IsoDate } from '../../../procedure/time/time';
import { confirmedAsRight } from '../../../procedure/case/confirmed-as-right';
import { factsOf } from '../../../procedure/case/facts';
import { relativesOf } from '../../../procedure/case/family';
import {
  abuseOrNeglectWords,
  notificationCriterionWords,
  seriousHarmWords,
  settingWords,
} from '../../../procedure/notification/notification';
import { doubtWords } from '../../../procedure/notification/doubt-words';
import { childDetailNames } from '../../../procedure/notification/named-child';
import { notificationForm } from '../../../procedure/notification/notification-form';
import { notificationPeople, type ChildDetail } from '../../../procedure/notification/notification-people';
import type { CaseContent } from '../../../records/content';
import { withoutCase } from '../../forms/context';
import { valueInWords } from '../../forms/in-words';
import { questionOf } from '../../forms/questions';
import { wordOf } from '../../wording/letters';
import { codeSays, relationSays } from '../../wording/references';

/** A line of the notification: what it is called, and what it says. */
export type NotificationLine = { readonly key: string } & (
  { readonly texts: readonly string[] } | { readonly date: IsoDate } | { readonly moment: Instant }
);

const line = (key: string, ...texts: readonly string[]): NotificationLine => ({ key, texts });

/** A child or relative by name where names are shown, by their code where not. */
function familySays(ref: string, content: CaseContent | undefined, file?: CaseFile): string {
  const named = [...(content?.children ?? []), ...(content?.family ?? [])].find((one) => one.ref === ref)?.name;
  const added = file && factsOf(file, 'addFamilyMember').find((one) => one.form.ref === ref)?.form;
  const name = named ?? (content === undefined ? undefined : added?.name);
  const code = codeSays(ref);
  const said = file && relationSays(file, ref);
  if (name !== undefined) return said === undefined ? name : `${name} (${said})`;
  return said === undefined ? code : `${code} (${said})`;
}

const stateOf = ({ died, lookedAfter, careLeaver }: CaseFile['notification']['children'][number]): string =>
  [
    died ? 'has died' : 'survives',
    ...(lookedAfter ? ['looked after'] : []),
    ...(careLeaver ? ['a care leaver'] : []),
  ].join(', ');

/** Answers that hardly go together and were confirmed as right, by who confirmed them. */
function confirmedLines(file: CaseFile): readonly NotificationLine[] {
  const confirmed = confirmedAsRight(file).map(({ doubt, child, by }) => ({
    by: typeof by === 'number' ? 'entry' : by,
    says: [
      ...(child === undefined ? [] : [`${codeSays(child)}: `]),
      doubtWords[doubt],
      ...(typeof by === 'number' ? [` (entry ${by})`] : []),
    ].join(''),
  }));
  const lineBy = (key: string, who: string): readonly NotificationLine[] => {
    const texts = confirmed.flatMap(({ by, says }) => (by === who ? [says] : []));
    return texts.length === 0 ? [] : [line(key, ...texts)];
  };
  return [
    ...lineBy('Confirmed by the notifier', 'notifier'),
    ...lineBy('Confirmed when the notification was taken', 'office'),
    ...lineBy('Confirmed since', 'entry'),
  ];
}

const asked = notificationForm().shape;
const { child: askedOfChild, notifier: askedOfNotifier } = notificationPeople();

/** The title of a question of the form, which is its label wherever the answer is read. */
const called = (schema: z.core.$ZodType): string => questionOf(schema).title;

/** The title of a question about a child, under the code of the child: "Child 1: date of birth". */
const calledOf = (ref: string, detail: keyof typeof askedOfChild.shape): string =>
  `${codeSays(ref)}: ${called(askedOfChild.shape[detail]).replace(/^The child’s /, '')}`;

const today = isoDate('2000-01-01');

/** An answer about a child in words, as the form offers it. */
const detailSays = (detail: ChildDetail, text: string): string =>
  valueInWords(askedOfChild.shape[detail], text, withoutCase(today));

/** A line of one answer, if there is one. */
const answered = (schema: z.core.$ZodType, text: string | undefined): readonly NotificationLine[] =>
  text === undefined ? [] : [line(called(schema), text)];

/** The lines about a child: the name only where content is given, and then what is read with it. */
function childLines(
  child: CaseFile['notification']['children'][number],
  content: CaseContent | undefined,
): readonly NotificationLine[] {
  const { ref } = child;
  const known = content?.children.find((one) => one.ref === ref);
  const name = content === undefined ? '' : `${familySays(ref, content)}, `;
  const birth = known?.dateOfBirth;
  return [
    line(codeSays(ref), `${name}${stateOf(child)}`),
    ...(birth === undefined ? [] : [line(calledOf(ref, 'dateOfBirth'), sayShortDate(birth))]),
    ...childDetailNames.flatMap((detail) => {
      const text = known?.[detail];
      return text === undefined ? [] : [line(calledOf(ref, detail), detailSays(detail, text))];
    }),
  ];
}

/** The person who notified, and how to reach them. */
const notifierLines = ({ name, role, email, phone }: CaseContent['notifier']): readonly NotificationLine[] => [
  line(called(askedOfNotifier), ...[name, role, email, phone].filter((one) => one !== undefined)),
];

/** The notification in short, for those who see words; names and what happened only where content is given. */
export function notificationLines(file: CaseFile, content: CaseContent | undefined): readonly NotificationLine[] {
  const { notification: said } = file;
  const relatives = relativesOf(file);
  return [
    ...answered(asked.circumstances, content?.circumstances),
    line(called(asked.criteria), ...said.criteria.map((one) => notificationCriterionWords[one])),
    ...(said.seriousHarm.length === 0
      ? []
      : [line(called(asked.seriousHarm), ...said.seriousHarm.map((one) => seriousHarmWords[one]))]),
    line(called(asked.abuseOrNeglect), abuseOrNeglectWords[said.abuseOrNeglect]),
    ...said.children.flatMap((child) => childLines(child, content)),
    ...(relatives.length === 0
      ? []
      : [line(called(asked.family), ...relatives.map((ref) => familySays(ref, content, file)))]),
    { key: called(asked.incidentOn), date: said.incidentOn },
    ...answered(asked.incidentTime, content?.incidentTime),
    { key: called(asked.knownAt), moment: said.knownAt },
    { key: called(asked.authorityAwareOn), date: said.authorityAwareOn },
    { key: called(asked.receivedOn), date: said.receivedOn },
    ...(said.receiptNumber === undefined ? [] : [line('Receipt number', said.receiptNumber)]),
    line(called(asked.notifyingAgency), said.notifyingAgency),
    ...(content === undefined ? [] : notifierLines(content.notifier)),
    line(called(asked.agencies), ...said.agencies),
    line(called(asked.setting), wordOf(settingWords, said.setting)),
    ...answered(asked.incidentPlace, content?.incidentPlace),
    ...answered(asked.homeAuthority, said.homeAuthority),
    ...answered(asked.eCaseReference, said.eCaseReference),
    line(called(asked.immediateSafety), said.immediateSafety),
    ...confirmedLines(file),
  ];
}
