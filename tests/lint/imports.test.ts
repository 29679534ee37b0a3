import { lintPlanted, type Planted } from './planted';

/** A file, what it imports, and the start of the sentence that says no; nothing is said of what is allowed. */
type Row = readonly [filePath: string, from: string, sentence: string, kind?: 'type'];

const procedure = 'src/procedure is the rules';
const processes = 'src/processes looks after other programs';
const mail = 'src/mail makes a message of a notice';
const profile = 'src/profile reads a partnership';
const records = 'src/records keeps what was decided';
const door = 'src/temporal is the only door to the server';
const casework = 'src/casework is what people do with cases';
const api = 'src/api asks the rules';
const activities = 'activities are the effects';
const workflows = "workflows run in the SDK's sandbox";
const beginnings = 'Nothing imports main.ts or worker.ts';

const refused: readonly Row[] = [
  ['src/procedure/plan.ts', '../records/records', procedure],
  ['src/procedure/plan.ts', '../config', procedure],
  ['src/procedure/plan.ts', '../../src/records/records', procedure],
  ['src/procedure/plan.ts', '../../activities/activities', procedure, 'type'],
  ['src/procedure/plan.ts', 'zod', procedure],
  ['src/procedure/plan.ts', 'node:fs', procedure],
  ['src/procedure/plan.ts', '@temporalio/workflow', procedure],
  ['src/procedure/decisions/course.ts', '../../mail/words', procedure],
  ['src/procedure/decisions/course.ts', '../../../workflows/case', procedure, 'type'],
  ['src/processes/ports.ts', '../procedure/dates', processes],
  ['src/processes/ports.ts', '../config', processes, 'type'],
  ['src/mail/message.ts', '../records/mailbox', mail],
  ['src/mail/message.ts', '../profile/load', mail, 'type'],
  ['src/mail/message.ts', '../casework/office', mail, 'type'],
  ['src/profile/load.ts', '../records/people', profile],
  ['src/profile/load.ts', '../mail/templates', profile],
  ['src/records/cases.ts', '../mail/address', records],
  ['src/records/migrations/0001-cases.ts', '../../profile/load', records],
  ['src/temporal/client.ts', '../records/records', door],
  ['src/temporal/client.ts', '../config', door],
  ['src/temporal/client.ts', '../../workflows/incident', door],
  ['src/temporal/case-worker.ts', '../../activities/create-activities', door],
  ['src/temporal/binaries.ts', '../procedure/dates', 'src/temporal/binaries.ts finds the programs'],
  ['src/casework/deciding.ts', '../temporal/client', casework],
  ['src/casework/deciding.ts', '../api/problems', casework],
  ['src/casework/deciding.ts', '../console/pages', casework, 'type'],
  ['src/casework/deciding.ts', '../config', casework, 'type'],
  ['src/casework/notifying.ts', '../mail/message', casework],
  ['src/casework/notifying.ts', 'pg', 'Only src/records talks to PostgreSQL'],
  ['src/api/app.ts', '../temporal/client', api],
  ['src/api/app.ts', '../mail/message', api],
  ['src/api/routes/cases.ts', '../../temporal/local-server', api],
  ['src/api/routes/cases.ts', '../../config', api],
  ['src/api/routes/cases.ts', '../../../activities/activities', api, 'type'],
  ['src/console/case/page.ts', '../../temporal/client', 'src/console asks the rules'],
  ['src/rehearsal/play.ts', '../temporal/client', 'src/rehearsal takes a case through'],
  ['src/rehearsal/paths/straight.ts', '../../api/app', 'src/rehearsal takes a case through'],
  ['src/topology/front.ts', '../temporal/client', 'src/topology runs what docker-compose.yml describes'],
  ['src/installation.ts', '../workflows/incident', 'src/main.ts and what it is made of'],
  ['activities/record.ts', '../src/temporal/client', activities],
  ['activities/record.ts', '../src/api/app', activities],
  ['activities/record.ts', '../workflows/incident', activities, 'type'],
  ['workflows/case.ts', '../activities/activities', workflows],
  ['workflows/case.ts', '../src/records/records', workflows, 'type'],
  ['workflows/case.ts', '../src/config', workflows],
  ['workflows/case.ts', '@temporalio/client', workflows],
  ['workflows/case.ts', 'zod/mini', workflows],
  ['workflows/case.ts', 'node:crypto', workflows],
  ['src/api/app.ts', '@temporalio/client', door],
  ['activities/record.ts', '@temporalio/worker', door],
  ['src/mail/message.ts', 'pg', 'Only src/records talks to PostgreSQL'],
  ['src/api/app.ts', 'nodemailer', 'Only src/mail talks to mail servers'],
  ['src/api/app.ts', '../main', beginnings],
  ['src/installation.ts', './main', beginnings],
  ['src/temporal/client.ts', '../../worker', beginnings],
  ['worker.ts', './src/main', beginnings],
  ['tests/api/app.test.ts', '../../src/main', beginnings],
  ['scripts/start.mjs', '../worker.js', beginnings],
];

const allowed: readonly Row[] = [
  ['src/procedure/plan.ts', './dates', ''],
  ['src/procedure/plan.ts', 'zod/mini', ''],
  ['src/procedure/decisions/course.ts', '../facts', ''],
  ['src/processes/ports.ts', 'node:net', ''],
  ['src/mail/message.ts', '../procedure/record', ''],
  ['src/mail/smtp-postman.ts', 'nodemailer', ''],
  ['src/profile/schema.ts', '../mail/address', ''],
  ['src/records/records.ts', './installation', ''],
  ['src/records/embedded.ts', '../processes/guarded', ''],
  ['src/records/db.ts', 'pg', ''],
  ['src/records/migrations/0001-cases.ts', '../row', ''],
  ['src/temporal/client.ts', '@temporalio/client', ''],
  ['src/temporal/case-worker.ts', '../../activities/activities', '', 'type'],
  ['src/temporal/binaries.ts', '../config', ''],
  ['src/casework/deciding.ts', '../temporal/cases', ''],
  ['src/casework/deciding.ts', '../procedure/take', ''],
  ['src/casework/notifying.ts', '../records/content', ''],
  ['src/casework/office.ts', '../profile/partnership', ''],
  ['src/api/app.ts', '../temporal/cases', ''],
  ['src/api/routes/decisions.ts', '../../casework/deciding', ''],
  ['src/console/case/page.ts', '../../casework/reading', ''],
  ['src/api/app.ts', '../config', '', 'type'],
  ['src/api/routes/cases.ts', '../../records/records', ''],
  ['src/api/routes/cases.ts', '../problems', ''],
  ['src/rehearsal/paths/straight.ts', '../../procedure/dates', ''],
  ['src/main.ts', './temporal/client', ''],
  ['src/main.ts', '@temporalio/client', ''],
  ['src/installation.ts', '../activities/create-activities', ''],
  ['activities/record.ts', '../src/records/records', ''],
  ['activities/record.ts', './activities', ''],
  ['workflows/case.ts', '../activities/activities', '', 'type'],
  ['workflows/case.ts', '../src/procedure/dates', ''],
  ['workflows/case.ts', '@temporalio/workflow', ''],
  ['worker.ts', './src/installation', ''],
  ['tests/api/app.test.ts', '../../src/api/app', ''],
];

const plant = ([filePath, from, , kind]: Row): Planted => ({
  filePath,
  code: `import ${kind === 'type' ? 'type ' : ''}{ something } from '${from}';\nexport const it = something;\n`,
});

describe('imports point one way', () => {
  const said = lintPlanted(['no-restricted-imports'], [...refused, ...allowed].map(plant));

  for (const [at, [filePath, from, sentence]] of refused.entries()) {
    test(`${filePath} may not import ${from}`, () => {
      expect(said[at]).toContainEqual(expect.stringContaining(sentence));
    });
  }

  for (const [at, [filePath, from]] of allowed.entries()) {
    test(`${filePath} may import ${from}`, () => {
      expect(said[refused.length + at]).toEqual([]);
    });
  }
});
