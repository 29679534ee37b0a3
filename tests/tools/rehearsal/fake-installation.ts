import { actionsOf } from '../../../src/procedure/case/actions';
import type { CaseFile, DecisionName } from '../../../src/procedure/case/case-file';
import { catalogue } from '../../../src/procedure/catalogue';
import { closingInstant } from '../../../src/procedure/time/calendar';
import { isoDate, londonDate } from '../../../src/procedure/time/dates';
import { describeCase } from '../../../src/procedure/describe';
import { holdsOf } from '../../../src/procedure/case/holds';
import { noticesOf } from '../../../src/procedure/reminders/notices';
import {
  notificationOf,
  notificationProblems,
  type NotificationForm,
} from '../../../src/procedure/notification/notification-form';
import { openCase } from '../../../src/procedure/case/open-case';
import { processesOf } from '../../../src/procedure/case/parallel-processes';
import type { Notice } from '../../../src/procedure/case/record';
import { openSteps } from '../../../src/procedure/dates/steps';
import { take } from '../../../src/procedure/take';
import type { CaseReference, Instant, PersonId } from '../../../src/procedure/time/time';
import type { Caller, Refused } from '../../../tools/rehearsal/caller';
import type { Directory } from '../../../tools/rehearsal/situation';
import { keepTime } from '../../support/a-case';
import { kirklees } from '../../support/partnership';

/** Everybody of Kirklees by role; the names are their ids. */
export function directory(): Directory {
  const { people, policy } = kirklees();
  const ids = [...new Set(Object.values(people).flat())];
  const rolesOf = (id: PersonId) =>
    policy.roleTitles && Object.entries(people).flatMap(([role, of]) => (of.includes(id) ? [role as never] : []));
  return {
    profile: policy.profile,
    people: ids.map((id) => ({ id, name: id, roles: rolesOf(id) })),
    roleTitles: policy.roleTitles,
    agencies: Object.keys(policy.agencies),
  };
}

const refused = (code: string, detail: string): Refused => ({ refused: true, code, status: 409, detail });

/** An installation made of the rules alone: what the API answers, without a server, a clock or a database. */
export function fakeInstallation(openedAt: Instant): Caller {
  const { policy, calendar, meetings, people } = kirklees();
  let file: CaseFile | undefined;
  let now = openedAt;
  let notices: Notice[] = [];

  const known = (): CaseFile => {
    if (file === undefined) throw new Error('No case is open.');
    return file;
  };
  const page = () => ({
    ...describeCase(known(), now),
    people: known().people,
    actions: actionsOf(known()),
    holds: holdsOf(known()),
    parallelProcesses: processesOf(known()),
    notification: known().notification,
    profile: { name: policy.profile, edition: policy.edition },
  });
  const closeAtTheEnd = () => {
    if (known().closedOn !== undefined || openSteps(known()).length > 0) return;
    file = { ...known(), closedOn: londonDate(now) };
    const act = { seq: known().seq + 1, at: now, on: londonDate(now) };
    notices = [...notices, ...noticesOf(known(), [{ kind: 'case-closed', to: ['business-manager'] }], act)];
  };

  function open(form: NotificationForm): object {
    const wrong = notificationProblems(form, now);
    if (wrong.length > 0) return refused('invalid', JSON.stringify(wrong));
    const opened = openCase({
      reference: 'SIN-2026-0007' as CaseReference,
      practice: true,
      openedAt: now,
      openedBy: { person: 'P01' as PersonId, role: 'business-manager' },
      key: 'one',
      notification: notificationOf(form, { now, closingHour: policy.closingHour, looksLike: [] }),
      ...{ policy, calendar, meetings, people },
    });
    file = opened.file;
    notices = [...opened.notices];
    return page();
  }

  function advance(until: string): object {
    const target = closingInstant(calendar, isoDate(until));
    if (target <= now) return refused('invalid', `${until} ends before ${now}`);
    const kept = keepTime(known(), target);
    now = target;
    file = kept.file;
    notices = [...notices, ...kept.sent];
    return { now };
  }

  function decide(name: DecisionName, by: PersonId, body: object): object {
    const { reasonForPassing, ...form } = body as { readonly reasonForPassing?: string };
    const reason = reasonForPassing === undefined ? {} : { reasonForPassing };
    const answer = take(known(), { name, key: `${name}-${known().seq}`, by, form, ...reason }, now);
    if (answer.kind === 'refused') {
      const { code, sentence, fields } = answer.refusal;
      return refused(code, `${sentence} ${JSON.stringify(fields ?? [])}`);
    }
    if (answer.kind === 'taken') {
      file = answer.file;
      notices = [...notices, ...answer.notices];
      closeAtTheEnd();
    }
    return { case: page() };
  }

  const list = (days: Readonly<Record<string, string>>, what: string) =>
    Object.entries(days).map(([date, said]) => ({ date, [what]: said }));
  const answers: Readonly<Record<string, () => object>> = {
    '/api/calendar': () => ({
      ...calendar,
      holidays: list(calendar.holidays, 'name'),
      closures: list(calendar.closures, 'reason'),
      meetings,
    }),
    '/api/decisions': () => ({
      decisions: catalogue.map(({ name, title, step }) => ({ name, title, step: step ?? null })),
    }),
    '/api/cases/SIN-2026-0007': page,
    '/api/cases/SIN-2026-0007/notices': () => ({
      notices: notices.map(({ to, as, ...rest }) => ({ ...rest, to: { id: to, name: to, as }, state: 'sent' })),
    }),
  };

  return {
    get: <T>(route: string) => Promise.resolve(answers[route]?.() as T),
    send<T>(route: string, by: PersonId, body: object) {
      const name = route.split('/').at(-1) ?? '';
      const answer =
        name === 'notifications'
          ? open(body as NotificationForm)
          : name === 'advance'
            ? advance((body as { readonly until: string }).until)
            : decide(name as DecisionName, by, body);
      return Promise.resolve(answer as T | Refused);
    },
  };
}
