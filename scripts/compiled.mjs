import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from './project.mjs';

/**
 * Lists the compiled files of the application that scripts load, each with the types of its source.
 *
 * @typedef {{
 *   'activities/case-summary.js': typeof import('../activities/case-summary.js'),
 *   'src/casework/partnership-people.js': typeof import('../src/casework/partnership-people.js'),
 *   'src/console/http/sessions.js': typeof import('../src/console/http/sessions.js'),
 *   'src/installation/current-partnership.js': typeof import('../src/installation/current-partnership.js'),
 *   'src/installation/open.js': typeof import('../src/installation/open.js'),
 *   'src/installation/secret-store.js': typeof import('../src/installation/secret-store.js'),
 *   'src/installation/start-cases.js': typeof import('../src/installation/start-cases.js'),
 *   'src/procedure/contract.js': typeof import('../src/procedure/contract.js'),
 *   'src/procedure/dates/steps.js': typeof import('../src/procedure/dates/steps.js'),
 *   'src/procedure/glossary.js': typeof import('../src/procedure/glossary.js'),
 *   'src/procedure/permission-table.js': typeof import('../src/procedure/permission-table.js'),
 *   'src/procedure/permissions.js': typeof import('../src/procedure/permissions.js'),
 *   'src/procedure/reminders/reminders.js': typeof import('../src/procedure/reminders/reminders.js'),
 *   'src/procedure/roles.js': typeof import('../src/procedure/roles.js'),
 *   'src/procedure/stages.js': typeof import('../src/procedure/stages.js'),
 *   'src/procedure/step-ids.js': typeof import('../src/procedure/step-ids.js'),
 *   'src/procedure/step-names.js': typeof import('../src/procedure/step-names.js'),
 *   'src/procedure/time/calendar.js': typeof import('../src/procedure/time/calendar.js'),
 *   'src/procedure/time/dates.js': typeof import('../src/procedure/time/dates.js'),
 *   'src/processes/ports.js': typeof import('../src/processes/ports.js'),
 *   'src/profile/load.js': typeof import('../src/profile/load.js'),
 *   'src/programs/backup.js': typeof import('../src/programs/backup.js'),
 *   'src/programs/deploy.js': typeof import('../src/programs/deploy.js'),
 *   'src/programs/place.js': typeof import('../src/programs/place.js'),
 *   'src/programs/restore.js': typeof import('../src/programs/restore.js'),
 *   'src/programs/server.js': typeof import('../src/programs/server.js'),
 *   'src/records/embedded.js': typeof import('../src/records/embedded.js'),
 *   'src/records/records.js': typeof import('../src/records/records.js'),
 *   'src/security/payload-keys.js': typeof import('../src/security/payload-keys.js'),
 *   'src/temporal/case-worker.js': typeof import('../src/temporal/case-worker.js'),
 *   'src/temporal/data-converter.js': typeof import('../src/temporal/data-converter.js'),
 *   'src/temporal/local-server.js': typeof import('../src/temporal/local-server.js'),
 *   'tools/rehearsal/caller.js': typeof import('../tools/rehearsal/caller.js'),
 *   'tools/rehearsal/notification.js': typeof import('../tools/rehearsal/notification.js'),
 *   'tools/rehearsal/paths.js': typeof import('../tools/rehearsal/paths.js'),
 *   'tools/rehearsal/rehearse.js': typeof import('../tools/rehearsal/rehearse.js'),
 *   'tools/rehearsal/screen.js': typeof import('../tools/rehearsal/screen.js'),
 *   'tools/rehearsal/situation.js': typeof import('../tools/rehearsal/situation.js'),
 *   'tools/topology/front.js': typeof import('../tools/topology/front.js'),
 *   'tools/topology/temporal-on-postgres.js': typeof import('../tools/topology/temporal-on-postgres.js'),
 * }} Compiled
 */

/**
 * Loads a compiled file of the application, named as it lies in `dist`. It has to be built before.
 *
 * @template {keyof Compiled} File
 * @param {File} file
 * @returns {Compiled[File]}
 */
export const compiled = (file) => createRequire(import.meta.url)(path.join(root, 'dist', file));
