import { caseNow } from '../../../casework/reading';
import type { Contribution } from '../../../procedure/asking/contributions';
import { lastChased, waitingIn } from '../../../procedure/asking/waiting';
import { chasesFor } from '../../../procedure/decisions/chasing-notices';
import { noticesOf } from '../../../procedure/reminders/notices';
import { londonDate, sayShortDate } from '../../../procedure/time/dates';
import { caseFrame } from '../../case-frame/case-frame';
import { view, type Answer } from '../../http/answer';
import type { ConsoleDependencies } from '../../http/dependencies';
import type { Asked, VisitOfCase } from '../../http/page';
import { answerStateWords } from '../../wording/answer-state';
import { contributionHeadings, remindAddress, whoseContribution } from '../../wording/contributions';
import { nameOf } from '../../wording/name-of';

type AskedOfCase = Asked & VisitOfCase;

/** The form as it was sent, where the page shows it again, with the problem. */
export interface FormSent {
  readonly key: string;
  readonly ticked?: readonly string[];
  readonly problem?: string;
  readonly status?: number;
}

/** The kind of contribution in the address; undefined where there is no such kind. */
export function kindIn({ params }: Asked): Contribution['kind'] | undefined {
  const kinds = Object.keys(contributionHeadings) as readonly Contribution['kind'][];
  return kinds.find((kind) => kind === params['what']);
}

/** The emails by which those who owe a contribution would be reminded now, in words. */
function emailsOf(asked: AskedOfCase, { renderNotice, profile }: ConsoleDependencies, id: string) {
  const { file } = asked.known;
  const at = caseNow(asked.now, asked.known);
  const act = { seq: file.seq + 1, at, on: londonDate(at) };
  return noticesOf(file, chasesFor(file, [id]), act).map((notice) => {
    const name = nameOf(profile, notice.to);
    return { to: name, ...renderNotice?.({ file, notice, person: { name } }) };
  });
}

function rowOf(asked: AskedOfCase, dependencies: ConsoleDependencies, one: Contribution) {
  const { file } = asked.known;
  const last = lastChased(file, one.id);
  const isDone = last === londonDate(caseNow(asked.now, asked.known));
  return {
    id: one.id,
    who: whoseContribution({ file, profile: dependencies.profile }, one),
    soFar: answerStateWords[one.state],
    since: sayShortDate(one.since),
    due: one.due,
    last: last === undefined || isDone ? undefined : sayShortDate(last),
    isDone,
    emails: isDone ? [] : emailsOf(asked, dependencies, one.id),
  };
}

/** The page on which those who have not answered are reminded: the emails as they will be sent, and to whom. */
export function remindView(
  asked: AskedOfCase,
  dependencies: ConsoleDependencies,
  { kind, shown }: { readonly kind: Contribution['kind']; readonly shown: FormSent },
): Answer {
  const { file } = asked.known;
  const waited = waitingIn(file).find((one) => one.kind === kind);
  const toChase = waited?.toChase ?? [];
  const rows = toChase.map((one) => rowOf(asked, dependencies, one));
  const { key, ticked, problem, status = 200 } = shown;
  const title = 'Remind those who have not answered';
  const open = rows.filter(({ isDone }) => !isDone);
  const model = {
    ...caseFrame(asked, { called: title }),
    heading: contributionHeadings[kind],
    count: waited === undefined ? undefined : `${waited.settled.length} of ${waited.all.length}`,
    answered: (waited?.settled ?? []).map((one) => whoseContribution({ file, profile: dependencies.profile }, one)),
    done: rows.filter(({ isDone }) => isDone),
    rows: open.map((row) => ({ ...row, ticked: ticked?.includes(row.id) ?? true })),
    emails: open.flatMap(({ emails }) => emails),
    byLink: toChase.some(({ agency }) => agency !== undefined),
    action: remindAddress(file.reference, kind),
    key,
    problem,
    problems:
      problem === undefined ? [] : [{ text: problem, href: open.length > 0 ? '#contributions' : '#main-content' }],
  };
  return view('pages/remind/remind.njk', title, model, status);
}
