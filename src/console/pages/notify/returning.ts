import { redirect, view, type Answer } from '../../http/answer';
import type { ConsoleDependencies } from '../../http/dependencies';
import { one } from '../../http/fields';
import { getPage, limited, postPage, type PageRoute } from '../../http/page';
import { everybody } from '../../../http/access';
import { formOfCode, leaveCookies, toForm } from '../../forms/notification-draft';
import { frameOf, ofForm, type AskedByAnybody } from './form-route';
import { inGroups, readReturnCode } from '../../forms/return-code';

/* Saving a form and coming back to it, here or elsewhere. The code is on paper, and in no address and no log. */

const save = ofForm((_asked, dependencies, { form, code, keptUntil }) =>
  view('pages/notify/save.njk', 'Your form is saved', {
    ...frameOf(dependencies, form.practice),
    code: inGroups(code),
    keptUntil,
    wayBack: { href: '/notify/tasks', text: 'All parts of the form' },
  }),
);

const leave = ofForm(
  ({ cookies }, { publicUrl }, open) => redirect('/notify/left', leaveCookies(publicUrl, open, cookies)),
  () => redirect('/notify/left'),
);

function askForCode(asked: AskedByAnybody, dependencies: ConsoleDependencies, wrong?: string): Answer {
  const model = {
    ...frameOf(dependencies, false),
    code: one(asked.fields, 'code'),
    problems: wrong === undefined ? [] : [{ text: wrong, href: '#code' }],
    wayBack: { href: '/notify' },
  };
  return view('pages/notify/return.njk', 'Go on with a form that you saved', model, wrong === undefined ? 200 : 422);
}

async function comeBack(asked: AskedByAnybody, dependencies: ConsoleDependencies): Promise<Answer> {
  const typed = one(asked.fields, 'code');
  if (typed === '') return askForCode(asked, dependencies, 'Enter the return code');
  const code = readReturnCode(typed);
  if (code === undefined) {
    return askForCode(asked, dependencies, 'A return code has six groups of four letters and digits; check it');
  }
  const found = await formOfCode(dependencies, code, asked.now);
  switch (found.kind) {
    case 'none': {
      const sentence = 'No form is kept under this code: check every letter; or it was begun too long ago';
      return askForCode(asked, dependencies, sentence);
    }
    case 'sent':
    case 'received':
      return toForm(dependencies.publicUrl, code, '/notify/sent');
    case 'open':
      return toForm(dependencies.publicUrl, code, '/notify/tasks');
  }
}

/** Saving a form, leaving it, and coming back to it. */
export const returningRoutes: readonly PageRoute[] = [
  getPage('/notify/save', everybody, save),
  postPage('/notify/save', everybody, leave),
  getPage('/notify/left', everybody, (_asked, dependencies) =>
    view('pages/notify/left.njk', 'You have left the form on this device', frameOf(dependencies, false)),
  ),
  getPage('/notify/return', everybody, (asked, dependencies) => askForCode(asked, dependencies)),
  limited(postPage('/notify/return', everybody, comeBack), {
    times: 20,
    minutes: 15,
    onlyRefused: true,
    sentence: 'Too many wrong codes came from your network. Forms are kept. Wait a quarter of an hour and try again.',
  }),
];
