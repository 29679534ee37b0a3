import { compiled } from './compiled.mjs';
import { laidOut, policyOfDocuments, writeOrPrint } from './kept-document.mjs';
import { isStarted, run } from './project.mjs';
import { ensureBuilt, ensureDependencies } from './setup.mjs';

/** @import { RoleRow } from '../src/procedure/permission-table.js' */
/** @import { Role } from '../src/procedure/roles.js' */
/** @import { StepId } from '../src/procedure/step-ids.js' */

/*
 * Writes docs/who-may-do-what.md from the code: the pages, acts and decisions with their roles are what the program
 * itself goes by. Only how a list of roles is said is written down here.
 */

/** The table and its words, from the code and a profile. */
function read() {
  const policy = policyOfDocuments();
  const table = compiled('src/procedure/permission-table.js');
  return {
    ...compiled('src/procedure/permissions.js'),
    ...compiled('src/procedure/roles.js'),
    ...table,
    stepNumber: compiled('src/procedure/step-names.js').stepNumber,
    stepTitle: compiled('src/procedure/step-names.js').stepTitle,
    policy,
    rows: table.permissionTable(policy),
  };
}

/** @typedef {ReturnType<typeof read>} Known */

/** @param {readonly string[]} all */
const listed = (all) =>
  all.length < 2 ? (all[0] ?? 'nobody') : `${all.slice(0, -1).join(', ')} and ${all[all.length - 1]}`;

/**
 * Returns a list of roles, with a word for each group that is in it whole.
 *
 * @param {Known} known
 * @param {readonly Role[]} theirs
 */
function rolesSaid({ policy, ourRoles, businessUnit, partnerRoles, execRoles }, theirs) {
  /** @type {[words: string, group: readonly Role[]][]} */
  const groups = [
    ['everybody of the partnership', ourRoles],
    ['the Business Unit', businessUnit],
    ['the delegated partners', partnerRoles],
    ['the Exec partners', execRoles],
  ];
  /** @type {string[]} */
  const said = [];
  let left = [...new Set(theirs)];
  for (const [words, group] of groups) {
    if (!group.every((role) => left.includes(role))) continue;
    said.push(words);
    left = left.filter((role) => !group.includes(role));
  }
  return listed([...said, ...left.map((role) => policy.roleTitles[role])]);
}

/** @param {string} text */
const cell = (text) => text.replaceAll('|', '\\|');
/** @type {(head: string[], rows: string[][]) => string} */
const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');

/**
 * Says what a role records on behalf of others; nothing where it does not.
 *
 * @param {RoleRow['records']} records
 * @returns {[verb: string, all: string[]][]}
 */
const recorded = (records) =>
  records.length === 0 ? [] : [['Records on behalf of others', records.map((row) => row.title)]];

/**
 * Says what a role may do.
 *
 * @param {Known} known
 * @param {RoleRow} row
 */
function roleSaid(known, { title, opens, changes, does, takes, records }) {
  const { pageTitles, actTitles } = known;
  /** @type {[verb: string, all: string[]][]} */
  const lines = [
    ['Opens', opens.map((page) => pageTitles[page] + (changes.includes(page) ? ' (and may change it)' : ''))],
    ['Does', does.map((act) => actTitles[act])],
    ['Decides', takes.map((row) => row.title)],
    ...recorded(records),
  ];
  return [
    `### ${title}`,
    lines.map(([verb, all]) => `- **${verb}:** ${all.length === 0 ? 'nothing' : all.join('; ')}.`).join('\n'),
  ];
}

/**
 * Lists every decision with who may take it, and on whose behalf the Business Unit may record it.
 *
 * @param {Known} known
 */
function decisionsSaid(known) {
  /** @param {StepId | undefined} step */
  const stepSaid = (step) =>
    step === undefined ? 'of no one step' : (known.stepNumber(step) ?? known.stepTitle(step));
  return table(
    ['step', 'decision', 'who may take it', 'the Business Unit may record it on behalf of'],
    known
      .mayTakeTable(known.policy)
      .map(({ step, title, roles, recordedFor }) => [
        stepSaid(step),
        title,
        rolesSaid(known, roles),
        recordedFor.length === 0 ? '' : rolesSaid(known, recordedFor),
      ]),
  );
}

/**
 * Writes the page.
 *
 * @param {Known} known
 */
function write(known) {
  const { policy, pages, mayOpen, mayChange, pageTitles, acts, mayDo, actTitles, seesTable, rows } = known;
  /** @param {readonly Role[]} group */
  const titlesOf = (group) => listed(group.map((role) => policy.roleTitles[role]));
  /** @param {readonly Role[]} theirs */
  const say = (theirs) => rolesSaid(known, theirs);
  return [
    '# Who may do what',
    `Written from the code by \`npm run permissions\`, with the titles of ${policy.partnership.name}. What does not stand here is denied. The settings of a partnership may give a decision to others (\`mayTake\`); the rest is the same everywhere.`,
    [
      `- **Everybody of the partnership**: everybody who has a role in cases, except ${titlesOf(known.outsideBodies)}, who get emails and open no pages, and the ${titlesOf(known.roles.filter((role) => !known.caseRoles.some((one) => one === role)))}, who have no role in a case.`,
      `- **The Business Unit**: ${titlesOf(known.businessUnit)}.`,
      `- **The delegated partners**: ${titlesOf(known.partnerRoles)}.`,
      `- **The Exec partners**: ${titlesOf(known.execRoles)}.`,
    ].join('\n'),
    '## What somebody sees of a case',
    'Somebody sees a case from the entry of the record by which they are asked or told, until the entry that ends it. What does not stand here is not seen. Whoever has several roles sees what any of them shows, and what they recorded themselves.',
    table(
      ['who', 'from', 'until', 'what they see'],
      seesTable().map(({ who, from, until, sees }) => [typeof who === 'string' ? who : say(who), from, until, sees]),
    ),
    '## Pages',
    table(
      ['page', 'who may open it', 'who may change what it shows'],
      pages.map((page) => [
        pageTitles[page],
        say(mayOpen[page]),
        mayChange[page] === undefined ? '' : say(mayChange[page]),
      ]),
    ),
    '## Acts beside the decisions',
    table(
      ['act', 'who'],
      acts.map((act) => [
        actTitles[act],
        mayDo[act] === 'everybody' ? 'everybody, without signing in' : say(mayDo[act]),
      ]),
    ),
    '## Decisions',
    'To record a decision a person needs the role in that case. The Business Unit may record some decisions on behalf of whoever took them, who is then asked whether they agree. The settings of a partnership may take this away (`onBehalf`).',
    decisionsSaid(known),
    '## Role by role',
    ...rows.flatMap((row) => roleSaid(known, row)),
    '',
  ].join('\n\n');
}

if (isStarted(import.meta.url)) {
  await run(async () => {
    await ensureDependencies();
    await ensureBuilt();
    writeOrPrint('who-may-do-what.md', await laidOut('who-may-do-what.md', write(read())));
  });
}
