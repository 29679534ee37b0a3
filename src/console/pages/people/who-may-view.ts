import { acts, mayChange, mayDo, mayOpen, mayTakeTable, pages } from '../../../procedure/permissions';
import { actTitles, pageTitles, permissionTable, seesTable } from '../../../procedure/permission-table';
import type { Policy } from '../../../procedure/policy';
import {
  businessUnit,
  caseRoles,
  execRoles,
  outsideBodies,
  partnerRoles,
  roles,
  type Role,
} from '../../../procedure/roles';
import type { StepId } from '../../../procedure/step-ids';
import { stepLabel } from '../../../procedure/step-names';
import { rolesSaid } from '../../wording/roles';
import { begin, typographic } from '../../wording/letters';

const isRole = (text: string): text is Role => roles.some((role) => role === text);

const stepSaid = (step: StepId | undefined): string =>
  step === undefined ? 'At any step' : typographic(stepLabel(step));

/** Lists the words that stand for several roles at once, with the roles they mean. */
function groupsSaid({ roleTitles }: Policy) {
  const titles = (all: readonly Role[]): string => all.map((role) => roleTitles[role]).join(', ');
  const outsideCases = roles.filter((role) => !caseRoles.some((one) => one === role));
  return [
    {
      name: 'Everybody with a role in cases',
      means: `all roles except ${titles(outsideBodies)}, who get emails and open no pages, and the ${titles(outsideCases)}, who have no role in a case`,
    },
    { name: 'The Business Unit', means: titles(businessUnit) },
    { name: 'The delegated partners', means: titles(partnerRoles) },
    { name: 'The Exec partners', means: titles(execRoles) },
  ];
}

/** Says in words who sees what of a case, since when and until when. */
const seesSaid = (policy: Policy) =>
  seesTable().map(({ who, from, until, sees }) => ({
    who: begin(typeof who === 'string' ? who : rolesSaid(policy, who)),
    from: begin(from),
    until: begin(until),
    sees: typographic(sees),
  }));

/** Lists everything that a role allows; undefined if none was asked for. */
function oneRole(policy: Policy, asked: string) {
  const row = isRole(asked) ? permissionTable(policy).find(({ role }) => role === asked) : undefined;
  return (
    row && {
      title: row.title,
      opens: row.opens.map(
        (page) => `${typographic(pageTitles[page])}${row.changes.includes(page) ? ' (and may change it)' : ''}`,
      ),
      does: row.does.map((act) => actTitles[act]),
      takes: row.takes.map(({ title, step }) => ({ title: typographic(title), step: stepSaid(step) })),
      records: row.records.map(({ title, step }) => ({ title: typographic(title), step: stepSaid(step) })),
    }
  );
}

/** Makes the tables of who may open pages, do acts and take decisions, and the list of the role asked for. */
export function whoMayView(policy: Policy, asked: string) {
  const said = (theirs: readonly Role[]): string => rolesSaid(policy, theirs);
  return {
    groups: groupsSaid(policy),
    sights: seesSaid(policy),
    pages: pages.map((page) => ({
      title: typographic(pageTitles[page]),
      opens: said(mayOpen[page]),
      changes: mayChange[page] === undefined ? '–' : said(mayChange[page]),
    })),
    acts: acts.map((act) => {
      const allowed = mayDo[act];
      return { title: actTitles[act], who: allowed === 'everybody' ? 'everybody, without signing in' : said(allowed) };
    }),
    decisions: mayTakeTable(policy).map(({ title, step, roles: theirs, recordedFor }) => ({
      title: typographic(title),
      step: stepSaid(step),
      who: said(theirs),
      behalf: recordedFor.length === 0 ? '–' : said(recordedFor),
    })),
    choices: roles.map((role) => ({ value: role, text: policy.roleTitles[role], selected: role === asked })),
    one: oneRole(policy, asked),
  };
}
