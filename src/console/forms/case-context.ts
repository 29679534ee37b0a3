import { spelledOut } from '../../casework/reading';
import { actionsOf } from '../../procedure/case/actions';
import type { CaseFile } from '../../procedure/case/case-file';
import { londonDate, sayDate, sayShortDate } from '../../procedure/time/dates';
import { extendableDeadlines } from '../../procedure/dates/deadlines';
import { factsOf } from '../../procedure/case/facts';
import { familyOf, familyToContact, nextCode, relativesOf } from '../../procedure/case/family';
import type { Choosable } from '../../procedure/forms';
import { entriesForOthers, toConfirmBy } from '../../procedure/case/recorded-for';
import { definitionOf } from '../../procedure/catalogue';
import { holdsOf } from '../../procedure/case/holds';
import { processesOf, processWords } from '../../procedure/case/parallel-processes';
import { seesAction, seesNames } from '../../procedure/entries-seen';
import type { Viewer } from '../../procedure/permissions';
import { caseRoles } from '../../procedure/roles';
import { agencyNameOf } from '../wording/agency-name';
import { isShutOut, peopleIn, rolesIn, shutOutOf } from '../../procedure/case/shut-out';
import { stepLabel } from '../../procedure/step-names';
import { subGroupMembers } from '../../procedure/case/sub-group';
import type { Instant, PersonId } from '../../procedure/time/time';
import { codeSays, relationSays } from '../wording/references';
import type { ConsoleDependencies } from '../http/dependencies';
import { nameOf } from '../wording/name-of';
import { agencyValues, whoNamed } from './agencies-of-case';
import { colleaguesCalled } from './colleagues-of-case';
import type { FieldContext } from './context';
import type { Option } from './questions';
import { isRequest, requestCalled, requestValues } from './requests-of-case';
import { typographic, wordOf } from '../wording/letters';

/** Names and texts of a case that its forms may show, no more than the reader may see. */
interface Named {
  /** Names of children and family by their code; none for those who do not see names. */
  readonly family: ReadonlyMap<string, string>;
  /** Texts of the actions by their codes; without those that the viewer does not see. */
  readonly actions: ReadonlyMap<string, string>;
  /** Colleagues whom the Business Unit is to confirm, by their ids. */
  readonly colleagues: ReadonlyMap<string, string>;
}

const noTexts: Readonly<Record<string, string>> = {};

/** Makes the context of a case's forms: the day by its clock, and the options as far as the viewer sees them. */
export async function caseContext(
  { records, profile }: Pick<ConsoleDependencies, 'records' | 'profile'>,
  { file, viewer, now }: { readonly file: CaseFile; readonly viewer: Viewer; readonly now: Instant },
): Promise<FieldContext> {
  const { reference } = file;
  const added = factsOf(file, 'addAction')
    .map((one) => [`A${one.seq}`, one.form.action] as const)
    .filter(([id]) => seesAction(viewer, file, id));
  const relatives = factsOf(file, 'addFamilyMember').map(({ form }) => [form.ref, form.name] as const);
  const names = seesNames(viewer, file);
  const [texts, since, content, colleagues] = await Promise.all([
    added.length > 0 ? spelledOut({ records }, reference, Object.fromEntries(added)) : noTexts,
    names ? spelledOut({ records }, reference, Object.fromEntries(relatives)) : noTexts,
    names ? records.content.contentOf(reference) : undefined,
    names ? colleaguesCalled({ records, profile }, file) : new Map<string, string>(),
  ]);
  const told = [...(content?.children ?? []), ...(content?.family ?? [])].map(({ ref, name }) => [ref, name] as const);
  const named: Named = {
    family: new Map([...told, ...Object.entries(since)]),
    actions: new Map(Object.entries(texts)),
    colleagues,
  };
  const about: About = { file, profile, named, viewer };
  return {
    today: londonDate(now),
    candidates: (among) => candidatesOf(about, among),
    called: (among, value) => calledOf(about, among, value),
  };
}

interface About {
  readonly file: CaseFile;
  readonly profile: ConsoleDependencies['profile'];
  readonly named: Named;
  readonly viewer: Viewer;
}

function candidatesOf(about: About, among: Choosable): readonly Option[] {
  const values = valuesOf(about, among);
  const options = values.map((value) => ({
    value,
    text: calledOf(about, among, value),
    ...(among === 'agency' ? whoNamed(about.file, value) : {}),
  }));
  return isPeople(among) ? [...options].sort((a, b) => a.text.localeCompare(b.text, 'en-GB')) : options;
}

type AmongPeople = 'person' | 'person-in-case' | 'person-shut-out' | 'sub-group-member';

const isPeople = (among: Choosable): among is AmongPeople =>
  among === 'person' || among === 'person-in-case' || among === 'person-shut-out' || among === 'sub-group-member';

type AmongFamily = 'family-member' | 'family-to-contact' | 'new-family-member' | 'new-child' | 'child' | 'relative';

function familyValues(file: CaseFile, among: AmongFamily): readonly string[] {
  switch (among) {
    case 'family-member':
      return familyOf(file);
    case 'family-to-contact':
      return familyToContact(file);
    case 'new-family-member':
      return [nextCode(file, 'family')];
    case 'new-child':
      return [nextCode(file, 'child')];
    case 'child':
      return file.notification.children.map(({ ref }) => ref);
    case 'relative':
      return relativesOf(file);
  }
}

function peopleValues({ file, profile }: About, among: AmongPeople): readonly string[] {
  switch (among) {
    case 'person':
      return profile.people.map(({ id }) => id).filter((id) => !isShutOut(file, id));
    case 'person-in-case':
      return peopleIn(file);
    case 'person-shut-out':
      return shutOutOf(file);
    case 'sub-group-member':
      return subGroupMembers(file);
  }
}

function valuesOf(about: About, among: Choosable): readonly string[] {
  if (isPeople(among)) return peopleValues(about, among);
  const { file } = about;
  if (isRequest(among)) return requestValues(file, among);
  switch (among) {
    case 'agency':
    case 'agency-name':
    case 'agency-to-return':
    case 'agency-to-return-chronology':
      return agencyValues(file, among);
    case 'part':
      return caseRoles;
    case 'family-member':
    case 'family-to-contact':
    case 'new-family-member':
    case 'new-child':
    case 'child':
    case 'relative':
      return familyValues(file, among);
    case 'action':
    case 'open-action':
    case 'complete-action':
      return actionValues(file, among);
    case 'months-to-look':
      return file.policy.actionLooks.map(String);
    case 'hold':
      return holdsOf(file).map(({ id }) => id);
    case 'standing-hold':
      return holdsOf(file).flatMap(({ id, liftedOn }) => (liftedOn === undefined ? [id] : []));
    case 'process':
    case 'open-process':
      return processesOf(file).flatMap(({ id, ended }) => (ended && among === 'open-process' ? [] : [id]));
    case 'deadline':
      return extendableDeadlines(file).map(({ id }) => id);
    case 'colleague-to-confirm':
      return [...about.named.colleagues.keys()];
    case 'entry-to-confirm':
      return toConfirmBy(file, about.viewer.id).map(({ fact }) => String(fact.seq));
  }
}

const actionValues = (file: CaseFile, among: 'action' | 'open-action' | 'complete-action'): readonly string[] =>
  actionsOf(file)
    .filter(({ completedOn }) => among === 'action' || (among === 'complete-action') === (completedOn !== undefined))
    .map(({ id }) => id);

function calledOf(about: About, among: Choosable, value: string): string {
  if (isPeople(among)) return personCalled(about, value);
  const { file } = about;
  if (isRequest(among)) return requestCalled(about, value);
  if (among === 'colleague-to-confirm') return about.named.colleagues.get(value) ?? nameOf(about.profile, value);
  switch (among) {
    case 'agency-name':
      return value;
    case 'agency':
    case 'agency-to-return':
    case 'agency-to-return-chronology':
      return agencyNameOf({ profile: about.profile, policy: file.policy }, value);
    case 'part':
      return roleTitle(file, value);
    case 'family-member':
    case 'family-to-contact':
    case 'child':
    case 'relative':
      return memberCalled(about, value);
    case 'new-family-member':
    case 'new-child':
      return codeSays(value);
    case 'action':
    case 'open-action':
    case 'complete-action':
      return actionCalled(about, value);
    case 'months-to-look':
      return `${value} months after it was complete`;
    case 'hold':
    case 'standing-hold':
      return holdCalled(about, value);
    case 'process':
    case 'open-process':
      return processCalled(about, value);
    case 'deadline':
      return deadlineDueBy(about, value);
    case 'entry-to-confirm':
      return entryCalled(about, value);
  }
}

function entryCalled({ file }: About, value: string): string {
  const entry = entriesForOthers(file).find(({ fact }) => String(fact.seq) === value);
  return entry === undefined
    ? `Entry ${value}`
    : typographic(`Entry ${value}, “${definitionOf(entry.name).title}” of ${sayShortDate(entry.fact.on)}`);
}

function holdCalled({ file }: About, value: string): string {
  const hold = holdsOf(file).find(({ id }) => id === value);
  return hold === undefined
    ? value
    : typographic(`${stepLabel(hold.step)}, on hold since ${sayShortDate(hold.placedOn)}`);
}

function deadlineDueBy({ file }: About, value: string): string {
  const deadline = extendableDeadlines(file).find(({ id }) => id === value);
  return deadline === undefined ? value : typographic(`${deadline.title}, due by ${sayDate(deadline.due)}`);
}

const roleTitle = ({ policy }: CaseFile, value: string): string => {
  const role = caseRoles.find((one) => one === value);
  return role === undefined ? value : policy.roleTitles[role];
};

function personCalled({ file, profile }: About, id: string): string {
  const name = nameOf(profile, id);
  const person = profile.people.find((one) => one.id === id);
  // The id always belongs to a person: somebody of the profile, or somebody who has left it.
  const parts = rolesIn(file, id as PersonId).map((role) => file.policy.roleTitles[role]);
  const as = parts.length > 0 ? parts.join('; ') : person?.title;
  return as === undefined ? name : `${name} (${as})`;
}

function memberCalled({ file, named }: About, ref: string): string {
  const name = named.family.get(ref);
  if (name !== undefined) return `${name} (${codeSays(ref).toLowerCase()})`;
  const said = relationSays(file, ref);
  return said === undefined ? codeSays(ref) : `${codeSays(ref)} (${said})`;
}

function actionCalled({ file, profile, named }: About, id: string): string {
  const action = actionsOf(file).find((one) => one.id === id);
  if (action === undefined) return `Action ${id}`;
  const { number, owner, dueOn } = action;
  const text = named.actions.get(id);
  const about = text === undefined ? '' : `: ${text.length > 80 ? `${text.slice(0, 79)}…` : text}`;
  return `Action ${number}${about} (${nameOf(profile, owner)}, due ${sayShortDate(dueOn)})`;
}

function processCalled({ file }: About, value: string): string {
  const process = processesOf(file).find(({ id }) => id === value);
  if (process === undefined) return value;
  const { kind, nextOn } = process;
  return typographic(`${wordOf(processWords, kind)}${nextOn === undefined ? '' : `, next on ${sayShortDate(nextOn)}`}`);
}
