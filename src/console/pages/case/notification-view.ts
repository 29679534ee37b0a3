import type { CaseFile } from '../../../procedure/case/case-file';
import { sayShortDate } from '../../../procedure/time/dates';
import type { Instant, IsoDate } from '../../../procedure/time/time';
import { factsOf } from '../../../procedure/case/facts';
import { relativesOf } from '../../../procedure/case/family';
import {
  abuseOrNeglectWords,
  notificationCriterionWords,
  seriousHarmWords,
  settingWords,
} from '../../../procedure/notification/notification';
import type { CaseContent } from '../../../records/content';
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

/** The notification in short, for those who see words; names and what happened only where content is given. */
export function notificationLines(file: CaseFile, content: CaseContent | undefined): readonly NotificationLine[] {
  const { notification: said } = file;
  const relatives = relativesOf(file);
  const born = (ref: string) => content?.children.find((one) => one.ref === ref)?.dateOfBirth;
  return [
    line('Criteria', ...said.criteria.map((one) => notificationCriterionWords[one])),
    ...(said.seriousHarm.length === 0
      ? []
      : [line('Serious harm', ...said.seriousHarm.map((one) => seriousHarmWords[one]))]),
    line('Abuse or neglect', abuseOrNeglectWords[said.abuseOrNeglect]),
    ...said.children.flatMap((child): NotificationLine[] => {
      const birth = born(child.ref);
      return [
        line(
          codeSays(child.ref),
          `${content === undefined ? '' : `${familySays(child.ref, content)}, `}${stateOf(child)}`,
        ),
        ...(birth === undefined ? [] : [line(`${codeSays(child.ref)}: date of birth`, sayShortDate(birth))]),
      ];
    }),
    ...(relatives.length === 0 ? [] : [line('Family', ...relatives.map((ref) => familySays(ref, content, file)))]),
    { key: 'Incident', date: said.incidentOn },
    { key: 'Became known', moment: said.knownAt },
    { key: 'Authority became aware', date: said.authorityAwareOn },
    { key: 'Form received', date: said.receivedOn },
    ...(said.receiptNumber === undefined ? [] : [line('Receipt number', said.receiptNumber)]),
    line('Notified by', said.notifyingAgency),
    ...(content === undefined ? [] : [line('Who sent it', content.notifier.name)]),
    line('Agencies involved', ...said.agencies),
    line('Setting', wordOf(settingWords, said.setting)),
    ...(said.homeAuthority === undefined ? [] : [line('Home authority', said.homeAuthority)]),
    ...(said.eCaseReference === undefined ? [] : [line('eCase reference', said.eCaseReference)]),
    line('Immediate safety', said.immediateSafety),
    ...(content?.circumstances === undefined ? [] : [line('What happened', content.circumstances)]),
  ];
}
