import { businessUnit } from '../../procedure/roles';
import { redirect, view, type Answer } from '../answer';
import type { Dependencies } from '../dependencies';
import type { Asked, Visitor } from '../page';
import { formHere, keptDays, type OpenForm } from './draft';
import type { Asking } from './asked';

/* What the pages of the notification form have in common. */

/** A page that anybody may ask for, signed in or not. */
export type AskedByAnybody = Asked & { readonly visitor: Visitor | undefined };

type Answering<Given> = (asked: AskedByAnybody, dependencies: Dependencies, given: Given) => Promise<Answer> | Answer;

/** What notify/notify-layout.njk shows around every page of the form. */
export const frameOf = ({ profile: { policy } }: Dependencies, practice: boolean) => ({
  notify: {
    partnership: policy.partnership.name,
    shortName: policy.partnership.shortName,
    authority: policy.partnership.authority,
    frontDoor: policy.roleTitles['front-door'],
    practice,
  },
  keptDays,
});

/** What the questions say of the partnership, and of whoever answers them. */
export const askingOf = ({ profile: { policy } }: Dependencies, visitor: Visitor | undefined): Asking => ({
  shortName: policy.partnership.shortName,
  authority: policy.partnership.authority,
  agencies: Object.values(policy.agencies).map(({ name }) => name),
  onPaper: visitor?.person.roles.some((role) => businessUnit.some((one) => one === role)) === true,
});

/** The page for a browser in which no form is kept. */
export const noForm = (dependencies: Dependencies): Answer =>
  view('notify/no-form.njk', 'We cannot find your form', frameOf(dependencies, false), 404);

/** A page of the form that is being written in this browser; once it was sent, only the confirmation is left. */
export const ofForm =
  (answering: Answering<OpenForm>, without: Answering<undefined> = (_asked, dependencies) => noForm(dependencies)) =>
  async (asked: AskedByAnybody, dependencies: Dependencies): Promise<Answer> => {
    const found = await formHere(dependencies, asked);
    switch (found.kind) {
      case 'none':
        return without(asked, dependencies, undefined);
      case 'sent':
        return redirect('/notify/sent');
      case 'open':
        return answering(asked, dependencies, found);
    }
  };
