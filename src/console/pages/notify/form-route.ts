import { isOfBusinessUnit } from '../../../procedure/permissions';
import { redirect, view, type Answer } from '../../http/answer';
import type { ConsoleDependencies } from '../../http/dependencies';
import { one } from '../../http/fields';
import type { Asked, ByAnybody, Visitor } from '../../http/page';
import { formHere, inForm, keptDays, type OpenForm } from '../../forms/notification-draft';
import type { AskedPartnership } from './page-questions';

/* Parts that the pages of the notification form share. */

/** A page that anybody may ask for, signed in or not. */
export type AskedByAnybody = Asked & ByAnybody;

type Answering<Given> = (
  asked: AskedByAnybody,
  dependencies: ConsoleDependencies,
  given: Given,
) => Promise<Answer> | Answer;

/** Returns the values that notify/notify-layout.njk shows around every page of the form. */
export const frameOf = ({ profile: { policy } }: ConsoleDependencies, practice: boolean) => ({
  notify: {
    partnership: policy.partnership.name,
    shortName: policy.partnership.shortName,
    authority: policy.partnership.authority,
    frontDoor: policy.roleTitles['front-door'],
    practice,
  },
  keptDays,
});

/** Returns the facts about the partnership, and about whoever answers, that the questions need. */
export const askingOf = (
  { profile: { policy } }: ConsoleDependencies,
  visitor: Visitor | undefined,
): AskedPartnership => ({
  shortName: policy.partnership.shortName,
  authority: policy.partnership.authority,
  agencies: Object.values(policy.agencies).map(({ name }) => name),
  onPaper: visitor !== undefined && isOfBusinessUnit(visitor.person),
});

/** The page for a browser in which no form is kept. */
export const noForm = (dependencies: ConsoleDependencies): Answer =>
  view('pages/notify/no-form.njk', 'We cannot find your form', frameOf(dependencies, false), 404);

/** Makes the entry of a form in a list of several. */
export const toldOf = ({ handle, form, keptUntil }: OpenForm) => ({
  href: inForm(handle, '/notify/tasks'),
  saveHref: inForm(handle, '/notify/save'),
  practice: form.practice,
  agency: one(form.pages['about-you'] ?? {}, 'notifyingAgency'),
  parts: Object.keys(form.pages).length,
  children: form.children.length,
  keptUntil,
});

/** Asks which of the forms that are written in this browser is meant, where the address names none. */
export const whichForm = (dependencies: ConsoleDependencies, open: readonly OpenForm[]): Answer =>
  view(
    'pages/notify/which-form.njk',
    'Which form?',
    { ...frameOf(dependencies, false), forms: open.map(toldOf), wayBack: { href: '/notify' } },
    409,
  );

/** A page of the form that is being written in this browser; once it was sent, only the confirmation is left. */
export const ofForm =
  (answering: Answering<OpenForm>, without: Answering<undefined> = (_asked, dependencies) => noForm(dependencies)) =>
  async (asked: AskedByAnybody, dependencies: ConsoleDependencies): Promise<Answer> => {
    const found = await formHere(dependencies, asked);
    switch (found.kind) {
      case 'none':
        return without(asked, dependencies, undefined);
      case 'several':
        return whichForm(dependencies, found.open);
      case 'sent':
      case 'received':
        return redirect(inForm(found.handle, '/notify/sent'));
      case 'open':
        return staysIn(found.handle, await answering(asked, dependencies, found));
    }
  };

/** Matches pages of the form, but not those that belong to no form or to another one. */
const ofTheForm = /^\/notify\/(?!return|left)/;

/** Adds the form's handle to the addresses of an answer that lead to its pages, so that each tab keeps its own form. */
function staysIn(handle: string, answer: Answer): Answer {
  if (answer.kind === 'redirect') {
    return ofTheForm.test(answer.to) ? { ...answer, to: inForm(handle, answer.to) } : answer;
  }
  if (answer.kind !== 'view') return answer;
  const model = withHandle(answer.model, handle);
  return { ...answer, model: { ...model, inForm: (address: string) => inForm(handle, address) } };
}

function withHandle<T>(value: T, handle: string): T {
  if (Array.isArray(value)) return value.map((one: unknown) => withHandle(one, handle)) as T;
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  const entries = Object.entries(value).map(([key, one]: [string, unknown]) => {
    const isAddress = /^(?:href|addHref)$/.test(key) && typeof one === 'string' && ofTheForm.test(one);
    return [key, isAddress ? inForm(handle, one) : withHandle(one, handle)] as const;
  });
  return Object.fromEntries(entries) as T;
}
