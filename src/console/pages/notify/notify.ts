import {
  criterionSources,
  notificationCriteria,
  notificationCriterionWords,
  seriousHarmWords,
} from '../../../procedure/notification/notification';
import { lowered, typographic } from '../../wording/letters';
import { view, type Answer } from '../../http/answer';
import type { ConsoleDependencies } from '../../http/dependencies';
import { getPage, limited, postPage, type PageRoute } from '../../http/page';
import { everybody } from '../../../http/access';
import { beginForm, emptyForm, openFormsHere } from '../../forms/notification-draft';
import { confirmingRoutes } from './confirming';
import { evaluate, type PageState } from './evaluation';
import { askingOf, frameOf, ofForm, toldOf, type AskedByAnybody } from './form-route';
import { notifyPageTitles } from './pages';
import { personPageRoutes } from './person-pages';
import { questionPageRoutes } from './question-pages';
import { returningRoutes } from './returning';
import { sendingRoutes } from './sending';

/* The Serious Incident Notification form (step 1), for any agency, without signing in. */

async function start(asked: AskedByAnybody, dependencies: ConsoleDependencies): Promise<Answer> {
  const open = await openFormsHere(dependencies, asked);
  return view('pages/notify/start.njk', 'Send a Serious Incident Notification', {
    ...frameOf(dependencies, false),
    forms: open.map(toldOf),
    criteria: notificationCriteria.map((one) => ({
      text: lowered(typographic(notificationCriterionWords[one])),
      source: criterionSources[one] === undefined ? undefined : typographic(criterionSources[one]),
    })),
    seriousHarm: [seriousHarmWords['life-threatening-injury'], seriousHarmWords['long-term-impairment']].map(lowered),
  });
}

const begin = ({ now }: AskedByAnybody, dependencies: ConsoleDependencies): Promise<Answer> =>
  beginForm(dependencies, { form: emptyForm, page: '/notify/before-you-start', now });

function statusOf({ answered, problems, mayBeLeftOut }: PageState): object {
  if (!answered) {
    return { tag: { text: mayBeLeftOut ? 'Optional' : 'Not answered yet', classes: 'govuk-tag--grey' } };
  }
  return problems.length === 0 ? { text: 'Answered' } : { tag: { text: 'To be put right', classes: 'govuk-tag--red' } };
}

const tasks = ofForm((asked, dependencies, { form, keptUntil }) => {
  const { pages, canBeSent } = evaluate(form, askingOf(dependencies, asked.visitor), asked.now);
  const done = pages.filter(({ answered, problems }) => answered && problems.length === 0).length;
  return view('pages/notify/tasks.njk', 'All parts of the form', {
    ...frameOf(dependencies, form.practice),
    rescued: form.rescued === true,
    standing: canBeSent
      ? 'Everything that is needed is answered. Check your answers, and send the notification.'
      : `${done} of ${pages.length} parts are answered. Answer them in any order.`,
    items: pages.map((page) => ({
      title: { text: notifyPageTitles[page.id] },
      href: `/notify/${page.id}`,
      status: statusOf(page),
    })),
    keptUntil,
    wayBack: { href: '/notify' },
  });
});

/** The notification form, all of it. */
export const notifyRoutes: readonly PageRoute[] = [
  getPage('/notify', everybody, start),
  limited(postPage('/notify', everybody, begin), {
    times: 100,
    minutes: 10,
    sentence: 'More forms were begun from your network than we take in ten minutes.',
  }),
  getPage('/notify/tasks', everybody, tasks),
  ...returningRoutes,
  ...sendingRoutes,
  ...confirmingRoutes,
  ...questionPageRoutes,
  ...personPageRoutes,
];
