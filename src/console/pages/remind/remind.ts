import { randomUUID } from 'node:crypto';
import { decide } from '../../../casework/deciding';
import { nothingCanBeAdded } from '../../../casework/not-running';
import { caseStillKnown } from '../../../casework/reading';
import { whoSees } from '../../../http/access';
import { mayTakeAsOwn } from '../../../procedure/may-take';
import { decisionAddress } from '../../case-frame/case-frame';
import { notFound, redirect, type Answer } from '../../http/answer';
import type { ConsoleDependencies } from '../../http/dependencies';
import { every, one } from '../../http/fields';
import { getPage, postPage, type Asked, type PageRoute, type VisitOfCase } from '../../http/page';
import { saidOnPage } from '../../wording/said-on-page';
import { kindIn, remindView } from './remind-view';

/* Reminding those who have not answered: the Business Unit reads the emails, leaves people out, and sends them. */

type AskedOfCase = Asked & VisitOfCase;

/** Leads whoever may not send reminders to the page that says who may; undefined for anybody else. */
const ledAway = ({ known, visitor }: AskedOfCase): Answer | undefined =>
  mayTakeAsOwn(known.file, 'chaseAnswers', visitor.person.id)
    ? undefined
    : redirect(decisionAddress(known.file.reference, 'chaseAnswers'));

function showPage(asked: AskedOfCase, dependencies: ConsoleDependencies): Answer {
  const kind = kindIn(asked);
  return kind === undefined
    ? notFound()
    : (ledAway(asked) ?? remindView(asked, dependencies, { kind, shown: { key: randomUUID() } }));
}

/** Sends the reminders. Pressing the button twice sends them once. */
async function send(asked: AskedOfCase, dependencies: ConsoleDependencies): Promise<Answer> {
  const kind = kindIn(asked);
  const away = ledAway(asked);
  if (kind === undefined || away !== undefined) return away ?? notFound();
  const { known, visitor, fields } = asked;
  const { file } = known;
  const key = one(fields, 'key') || randomUUID();
  const ticked = every(fields, 'contributions');
  if (ticked.length === 0) {
    const shown = { key, ticked, problem: 'Choose whom to remind', status: 422 };
    return remindView(asked, dependencies, { kind, shown });
  }
  const decided = await decide(dependencies, {
    ...{ reference: file.reference, known, key, actor: visitor.person },
    ...{ name: 'chaseAnswers', form: { contributions: ticked } },
  });
  if (decided.kind === 'taken')
    return redirect(`${decisionAddress(file.reference, 'chaseAnswers')}/recorded?entry=${decided.seq}`);
  // The page says who is left: an answer may have come meanwhile, or a colleague may have reminded them.
  const since = await caseStillKnown(dependencies, file.reference);
  const names = { profile: dependencies.profile, policy: since.file.policy };
  const problem = decided.kind === 'refused' ? saidOnPage(names, decided.refusal) : nothingCanBeAdded;
  const shown = { key: randomUUID(), ticked, problem, status: decided.kind === 'refused' ? 409 : 503 };
  return remindView({ ...asked, known: since }, dependencies, { kind, shown });
}

const address = '/cases/:reference/remind/:what';
const access = whoSees('names', { page: 'decide', shows: 'decision' });

/** The page on which those who have not answered are reminded. */
export const remindRoutes: readonly PageRoute[] = [getPage(address, access, showPage), postPage(address, access, send)];
