import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { lintPlanted, type Planted } from './planted';

/** A file, what it imports, and the start of the sentence that says no; nothing is said of what is allowed. */
type Row = readonly [filePath: string, from: string, sentence: string, kind?: 'type'];

const procedure = 'src/procedure is the rules';
const processes = 'src/processes looks after other programs';
const config = 'src/config reads what the environment decides';
const log = 'src/log writes what happens';
const security = 'src/security says who somebody is';
const mail = 'src/mail makes a message of a notice';
const profile = 'src/profile reads a partnership';
const records = 'src/records keeps what was decided';
const door = 'src/temporal is the only door to the server';
const casework = 'src/casework is what people do with cases';
const jobs = 'src/jobs is what is done by the hour';
const upgrades = 'src/upgrades takes cases from one release';
const http = 'src/http is what API and pages share';
const installation = 'src/installation puts together what a program needs';
const operations = 'src/operations answers who looks after the machine';
const codec = "src/codec decrypts for Temporal's own pages";
const api = 'src/api asks the rules';
const sharedByPages = 'is shared by the pages';
const onePage = 'is one page';
const rehearsal = 'tools/rehearsal takes a case through';
const topology = 'tools/topology runs what docker-compose.yml describes';
const activities = 'activities are the effects';
const workflows = "workflows run in the SDK's sandbox";
const beginnings = 'Nothing imports worker.ts or a program';

const refused: readonly Row[] = [
  ['src/procedure/dates/plan.ts', '../../records/records', procedure],
  ['src/procedure/dates/plan.ts', '../../config/read', procedure],
  ['src/procedure/dates/plan.ts', '../../../src/records/records', procedure],
  ['src/procedure/dates/plan.ts', '../../../activities/activities', procedure, 'type'],
  ['src/procedure/dates/plan.ts', 'zod', procedure],
  ['src/procedure/dates/plan.ts', 'node:fs', procedure],
  ['src/procedure/take.ts', '../records/records', procedure],
  ['src/procedure/take.ts', '@temporalio/workflow', procedure],
  ['src/procedure/decisions/course.ts', '../../mail/wording', procedure],
  ['src/procedure/decisions/course.ts', '../../../workflows/case', procedure, 'type'],
  ['src/processes/ports.ts', '../procedure/time/dates', processes],
  ['src/processes/ports.ts', '../config/read', processes, 'type'],
  ['src/config/read.ts', '../procedure/time/dates', config],
  ['src/config/read.ts', '../security/sign-in-strength', config],
  ['src/config/read.ts', '../installation/open', config, 'type'],
  ['src/log/log.ts', '../records/records', log],
  ['src/log/log.ts', '../config/settings', log],
  ['src/security/secret.ts', '../records/records', security],
  ['src/mail/message.ts', '../records/mailbox', mail],
  ['src/mail/message.ts', '../profile/load', mail, 'type'],
  ['src/mail/message.ts', '../casework/office', mail, 'type'],
  ['src/profile/load.ts', '../records/people', profile],
  ['src/profile/load.ts', '../mail/templates', profile],
  ['src/records/cases.ts', '../mail/address', records],
  ['src/records/migrations/0001-cases.ts', '../../profile/load', records],
  ['src/temporal/client.ts', '../records/records', door],
  ['src/temporal/client.ts', '../config/read', door],
  ['src/temporal/client.ts', '../../workflows/incident', door],
  ['src/temporal/case-worker.ts', '../../activities/create-activities', door],
  ['src/temporal/binaries.ts', '../procedure/time/dates', 'src/temporal/binaries.ts finds the programs'],
  ['src/casework/deciding.ts', '../temporal/client', casework],
  ['src/casework/deciding.ts', '../api/problems', casework],
  ['src/casework/deciding.ts', '../console/http/page', casework, 'type'],
  ['src/casework/deciding.ts', '../config/read', casework, 'type'],
  ['src/casework/notifying.ts', '../mail/message', casework],
  ['src/casework/notifying.ts', 'pg', 'Only src/records talks to PostgreSQL'],
  ['src/jobs/purge.ts', '../installation/open', jobs, 'type'],
  ['src/jobs/reconciler.ts', '../temporal/client', jobs],
  ['src/upgrades/deploy.ts', '../installation/open', upgrades],
  ['src/upgrades/drain-cases.ts', '../casework/office', upgrades, 'type'],
  ['src/http/web.ts', '../casework/office', http],
  ['src/http/web.ts', '../api/app', http],
  ['src/http/access.ts', '../api/problems', 'src/http/access.ts is the gate'],
  ['src/http/access.ts', '../records/cases', 'src/http/access.ts is the gate'],
  ['src/installation/open.ts', '../console/console', installation],
  ['src/installation/open.ts', '../api/app', installation],
  ['src/installation/open.ts', '../upgrades/deploy', installation],
  ['src/installation/open.ts', '../operations/metrics', installation],
  ['src/installation/open.ts', '../../workflows/incident', installation],
  ['src/operations/metrics.ts', '../console/http/page', operations],
  ['src/operations/metrics.ts', '../api/app', operations],
  ['src/codec/codec-server.ts', '../casework/office', codec],
  ['src/codec/codec-server.ts', '../temporal/cases', codec],
  ['src/api/app.ts', '../temporal/client', api],
  ['src/api/app.ts', '../mail/message', api],
  ['src/api/app.ts', '../console/http/page', api],
  ['src/api/app.ts', '../installation/open', api, 'type'],
  ['src/api/routes/cases.ts', '../../temporal/local-server', api],
  ['src/api/routes/cases.ts', '../../config/read', api],
  ['src/api/routes/cases.ts', '../../../activities/activities', api, 'type'],
  ['src/console/console.ts', '../temporal/client', 'src/console/console.ts and routes.ts put the pages together'],
  ['src/console/http/page.ts', '../forms/fields-of', sharedByPages],
  ['src/console/http/page.ts', '../wording/letters', sharedByPages],
  ['src/console/wording/days-left.ts', '../forms/typed-date', sharedByPages],
  ['src/console/wording/days-left.ts', '../pages/today/today-view', sharedByPages],
  ['src/console/forms/context.ts', '../pages/decide/decide', sharedByPages, 'type'],
  ['src/console/forms/context.ts', '../case-frame/case-frame', sharedByPages],
  ['src/console/case-frame/case-frame.ts', '../pages/case/case', sharedByPages],
  ['src/console/layout/held-back.ts', '../pages/place/place', sharedByPages],
  ['src/console/errors/error-view.ts', '../pages/case/case', sharedByPages],
  ['src/console/errors/error-view.ts', '../../temporal/client', sharedByPages],
  ['src/console/pages/case/case.ts', '../../../temporal/client', onePage],
  ['src/console/pages/case/case.ts', '../today/today-view', onePage],
  ['src/console/pages/case/case.ts', '../today/today-view', onePage, 'type'],
  ['src/console/pages/case/case.ts', '../../routes', onePage],
  ['tools/rehearsal/play.ts', '../../src/temporal/client', rehearsal],
  ['tools/rehearsal/play.ts', '../topology/front', rehearsal],
  ['tools/rehearsal/paths/straight.ts', '../../../src/api/app', rehearsal],
  ['tools/topology/front.ts', '../../src/temporal/client', topology],
  ['src/programs/server.ts', '../../workflows/incident', 'src/programs is where programs begin'],
  ['src/programs/server.ts', '../../tools/rehearsal/rehearse', 'src/programs is where programs begin'],
  ['src/casework/deciding.ts', '../../tools/rehearsal/rehearse', casework],
  ['activities/record.ts', '../src/temporal/client', activities],
  ['activities/record.ts', '../src/api/app', activities],
  ['activities/record.ts', '../workflows/incident', activities, 'type'],
  ['workflows/case.ts', '../activities/activities', workflows],
  ['workflows/case.ts', '../src/records/records', workflows, 'type'],
  ['workflows/case.ts', '../src/config/read', workflows],
  ['workflows/case.ts', '@temporalio/client', workflows],
  ['workflows/case.ts', 'zod/mini', workflows],
  ['workflows/case.ts', 'node:crypto', workflows],
  ['src/api/app.ts', '@temporalio/client', door],
  ['activities/record.ts', '@temporalio/worker', door],
  ['src/mail/message.ts', 'pg', 'Only src/records talks to PostgreSQL'],
  ['src/api/app.ts', 'nodemailer', 'Only src/mail talks to mail servers'],
  ['src/api/app.ts', 'write-excel-file/node', 'Only src/console/http/excel-file writes Excel files'],
  ['src/api/app.ts', '../programs/server', beginnings],
  ['src/installation/open.ts', '../programs/server', beginnings],
  ['src/temporal/client.ts', '../../worker', beginnings],
  ['worker.ts', './src/programs/server', beginnings],
  ['tests/api/app.test.ts', '../../src/programs/server', beginnings],
  ['scripts/start.mjs', '../worker.js', beginnings],
];

const allowed: readonly Row[] = [
  ['src/procedure/dates/plan.ts', '../time/dates', ''],
  ['src/procedure/dates/plan.ts', 'zod/mini', ''],
  ['src/procedure/decisions/course.ts', '../case/facts', ''],
  ['src/processes/ports.ts', 'node:net', ''],
  ['src/config/read.ts', './settings', ''],
  ['src/config/read.ts', '../security/sign-in-strength', '', 'type'],
  ['src/log/log.ts', '../casework/office', '', 'type'],
  ['src/mail/message.ts', '../procedure/case/record', ''],
  ['src/mail/smtp-postman.ts', 'nodemailer', ''],
  ['src/profile/schema.ts', '../mail/address', ''],
  ['src/records/records.ts', './installation', ''],
  ['src/records/embedded.ts', '../processes/guarded', ''],
  ['src/records/db.ts', 'pg', ''],
  ['src/records/migrations/0001-cases.ts', '../row', ''],
  ['src/temporal/client.ts', '@temporalio/client', ''],
  ['src/temporal/case-worker.ts', '../../activities/activities', '', 'type'],
  ['src/temporal/binaries.ts', '../config/read', ''],
  ['src/casework/deciding.ts', '../temporal/cases', ''],
  ['src/casework/deciding.ts', '../procedure/take', ''],
  ['src/casework/notifying.ts', '../records/content', ''],
  ['src/casework/office.ts', '../profile/partnership', ''],
  ['src/jobs/reconciler.ts', '../casework/restarting', ''],
  ['src/upgrades/deploy.ts', '../temporal/cases', ''],
  ['src/installation/open.ts', '../../activities/create-activities', ''],
  ['src/installation/reaching.ts', '@temporalio/client', ''],
  ['src/operations/worker-health.ts', '../http/readiness', ''],
  ['src/api/app.ts', '../temporal/cases', ''],
  ['src/api/routes/decisions.ts', '../../casework/deciding', ''],
  ['src/api/app.ts', '../config/read', '', 'type'],
  ['src/api/routes/cases.ts', '../../records/records', ''],
  ['src/api/routes/cases.ts', '../problems', ''],
  ['src/console/routes.ts', './pages/case/case', ''],
  ['src/console/http/excel-file.ts', 'write-excel-file/node', ''],
  ['src/console/forms/context.ts', '../wording/letters', ''],
  ['src/console/case-frame/case-frame.ts', '../forms/context', ''],
  ['src/console/pages/case/case.ts', '../../../casework/reading', ''],
  ['src/console/pages/case/case.ts', './overview', ''],
  ['src/console/pages/case/case.ts', '../../case-frame/case-frame', ''],
  ['tools/rehearsal/paths/straight.ts', '../../../src/procedure/time/dates', ''],
  ['src/programs/server.ts', '../temporal/client', ''],
  ['src/programs/server.ts', '../console/console', ''],
  ['src/programs/server.ts', '@temporalio/client', ''],
  ['activities/record.ts', '../src/records/records', ''],
  ['activities/record.ts', './activities', ''],
  ['workflows/case.ts', '../activities/activities', '', 'type'],
  ['workflows/case.ts', '../src/procedure/time/dates', ''],
  ['workflows/case.ts', '@temporalio/workflow', ''],
  ['worker.ts', './src/installation/open', ''],
  ['tests/api/app.test.ts', '../../src/api/app', ''],
];

const plant = ([filePath, from, , kind]: Row): Planted => ({
  filePath,
  code: `import ${kind === 'type' ? 'type ' : ''}{ something } from '${from}';\nexport const it = something;\n`,
});

const root = path.join(__dirname, '..', '..');
const foldersIn = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${folder}/${name}`)
    .filter((one) => readdirSync(path.join(root, one)).length > 0);

describe('imports point one way', () => {
  const said = lintPlanted(['no-restricted-imports'], [...refused, ...allowed].map(plant));

  for (const [at, [filePath, from, sentence, kind]] of refused.entries()) {
    test(`${filePath} may not import ${from}${kind === 'type' ? ', not even by type' : ''}`, () => {
      expect(said[at]).toContainEqual(expect.stringContaining(sentence));
    });
  }

  for (const [at, [filePath, from]] of allowed.entries()) {
    test(`${filePath} may import ${from}`, () => {
      expect(said[refused.length + at]).toEqual([]);
    });
  }
});

describe('every folder has its direction', () => {
  const shared = foldersIn('src/console').filter((one) => !['assets', 'pages'].includes(path.basename(one)));
  const folders = [
    ...foldersIn('src').filter((one) => one !== 'src/console'),
    ...shared,
    ...foldersIn('src/console/pages'),
    ...foldersIn('tools'),
  ];
  const elsewhere = (folder: string): string => `${'../'.repeat(folder.split('/').length)}tests/support/a-case`;
  const said = lintPlanted(
    ['no-restricted-imports'],
    folders.map((folder) => plant([`${folder}/planted.ts`, elsewhere(folder), ''])),
  );

  for (const [at, folder] of folders.entries()) {
    test(`${folder} may not import what lies nowhere in its direction`, () => {
      expect(said[at]).toHaveLength(1);
    });
  }

  test('no file of src lies outside a folder', () => {
    const loose = readdirSync(path.join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isFile());
    expect(loose.map(({ name }) => name)).toEqual([]);
  });
});

describe('the templates of a page', () => {
  const templates = readdirSync(path.join(root, 'src', 'console'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.njk'))
    .map((file) => file.replaceAll(path.sep, '/'));
  const own = (file: string): string => /^(pages\/[^/]+|[^/]+)\//.exec(file)?.[1] ?? '';

  test.each(templates)('%s uses its own folder and what pages share', (file) => {
    const text = readFileSync(path.join(root, 'src', 'console', file), 'utf8');
    const used = [...text.matchAll(/["']([\w/-]+\.njk)["']/g)].map(([, name]) => name ?? '');
    const ofOtherPages = used.filter((one) => one.startsWith('pages/') && own(one) !== own(file));
    expect(ofOtherPages).toEqual([]);
  });
});
