import path from 'node:path';
import type { DataConverter } from '@temporalio/common';
import { createActivities } from '../../activities/create-activities';
import type { Activities } from '../../activities/activities';
import type { SendLinkCode } from '../casework/links/codes';
import type { SendCode } from '../casework/outside/confirming';
import type { Config } from '../config/read';
import { previewNotice } from '../mail/preview-notice';
import type { EmailsOfInstallation } from '../mail/notice-email';
import { noticeShower } from '../mail/show-notice';
import { mailboxPostman, type Postman } from '../mail/postman';
import { smtpPostman } from '../mail/smtp-postman';
import { loadTemplates, type Templates } from '../mail/templates';
import type { Mailbox } from '../mail/address';
import { catalogue } from '../procedure/catalogue';
import { fromMillis, londonDate } from '../procedure/time/dates';
import type { NoticeKind } from '../procedure/reminders/notice';
import type { CaseReference, Instant } from '../procedure/time/time';
import { loadProfile, type Profile } from '../profile/load';
import { officeTelephone } from '../profile/office-telephone';
import { sayProblem } from '../profile/problems';
import type { Partnership } from '../profile/partnership';
import { numbersOfProfiles } from '../records/people';
import { openRecords, type Records } from '../records/records';
import { codeSenders } from './code-senders';
import { currentPartnership } from './current-partnership';
import { emailLinks } from './email-links';
import { keysOfInstallation, whyTheseKeysWillNotDo } from './payload-keys';
import type { PayloadKeys } from '../security/payload-keys';
import { sharedRead } from './shared-read';
import { whyNoDatabase } from './reaching';
import { bringSummariesUpToDate } from './refresh-summaries';
import { watchRecording } from '../jobs/unrecorded';
import { dataConverterOf } from '../temporal/data-converter';
import { payloadCodec, type CaseCodec } from '../temporal/payload-codec';

/** Objects that API and worker share: the partnership, its records, its mail. */
export interface Installation {
  readonly profile: Profile;
  readonly records: Records;
  readonly activities: Activities;
  /** For how long the oldest entry has waited that this process could not record, in milliseconds. */
  unrecordedMs(): number | undefined;
  /** Writes and reads the payloads that Temporal stores. */
  readonly dataConverter: DataConverter;
  /** The name of the key with which it is written from now on. */
  readonly writesWith: string;
  /** Decrypts it for Temporal's own pages. */
  readonly codec: CaseCodec;
  /** An email of a kind as it would read, with sample values. */
  previewNotice(kind: NoticeKind): { readonly subject: string; readonly text: string };
  /** A notice in the words in which it is sent. */
  readonly renderNotice: ReturnType<typeof noticeShower>;
  /** Emails the code by which the sender of a notification confirms their address. */
  sendCode: SendCode;
  /** Emails the code that opens a link to answer without an account. */
  sendLinkCode: SendLinkCode;
  now(): Instant;
  partnership(): Promise<Partnership>;
  close(): Promise<void>;
}

/** Thrown if the profile, the templates or the records have to be corrected first; the message says what is wrong. */
export class CannotOpen extends Error {
  override readonly name = 'CannotOpen';
}

const now = (): Instant => fromMillis(Date.now());

/** Returns the parts that all emails share; the number of the office is that of today's settings. */
function emailsOf({ publicUrl }: Config, profile: Profile, templates: Templates): EmailsOfInstallation {
  const telephone = officeTelephone(profile);
  return { templates, publicUrl, ...(telephone === undefined ? {} : { telephone }) };
}

/** Shows emails on pages: with sample values, and as they would be sent in a case. */
const noticesShown = (
  { policy }: Profile,
  given: Parameters<typeof noticeShower>[0],
): Pick<Installation, 'previewNotice' | 'renderNotice'> => ({
  previewNotice: (kind) => previewNotice({ kind, policy, ...given, at: now() }),
  renderNotice: noticeShower(given),
});

/** The partnership's profile. Throws `CannotOpen` with everything that is wrong with it. */
export function readProfileOf(config: Pick<Config, 'profileFile'>): Profile {
  const read = loadProfile({
    file: config.profileFile,
    today: londonDate(now()),
    decisions: catalogue.map(({ name }) => name),
  });
  if (!read.ok) {
    const problems = read.problems.map((problem) => `  ${sayProblem(problem)}`);
    throw new CannotOpen(
      `The profile ${config.profileFile} is not right (PARTNERSHIP_PROFILE):\n${problems.join('\n')}`,
    );
  }
  return read.profile;
}

function profileIn(config: Config): { profile: Profile; templates: Templates } {
  const profile = readProfileOf(config);
  const templates = loadTemplates({ folders: profile.templateFolders });
  if (!templates.ok) {
    throw new CannotOpen(
      `The email templates are not right:\n${templates.problems.map((problem) => `  ${sayProblem(problem)}`).join('\n')}`,
    );
  }
  return { profile, templates: templates.templates };
}

interface Mail {
  readonly from: Mailbox;
  readonly postmen: { readonly real: Postman; readonly practice: Postman };
}

/** Real emails go to the relay, or inside where there is none; those of practice cases always stay inside. */
function mailOf(config: Config, profile: Profile, records: Records): Mail {
  const { partnership } = profile.policy;
  const from: Mailbox = config.mailFrom ?? { name: partnership.name, address: `reviews@${partnership.id}.invalid` };
  const inside = (practice: boolean) =>
    mailboxPostman({
      put: ({ messageId, to, subject, text, html, headers, at, calendar }) =>
        records.mailbox.put({
          messageId,
          reference: (headers['X-Case-Reference'] ?? headers['X-Receipt-Number'] ?? '') as CaseReference,
          to,
          subject,
          text,
          html,
          headers,
          at,
          practice,
          ...(calendar === undefined ? {} : { calendar: calendar.content }),
        }),
    });
  return {
    from,
    postmen: {
      real: config.smtpUrl === undefined ? inside(false) : postmanAt('SMTP_URL', config.smtpUrl, from),
      practice:
        config.practiceSmtpUrl === undefined
          ? inside(true)
          : postmanAt('PRACTICE_SMTP_URL', config.practiceSmtpUrl, from),
    },
  };
}

function postmanAt(variable: 'SMTP_URL' | 'PRACTICE_SMTP_URL', url: string, from: Mailbox): Postman {
  try {
    return smtpPostman({ url, from });
  } catch (error) {
    if (error instanceof RangeError) throw new CannotOpen(`${variable}: ${error.message}`);
    throw error;
  }
}

async function mailOrWhyNot(config: Config, profile: Profile, records: Records): Promise<Mail> {
  try {
    return mailOf(config, profile, records);
  } catch (error) {
    await records.close();
    throw error;
  }
}

/** The keys of what Temporal stores; with wrong ones nothing starts, for no case could be read. */
async function keysOrWhyNot(config: Config, records: Records): Promise<PayloadKeys> {
  const read = keysOfInstallation(config, londonDate(now()));
  const why = read.ok ? await whyTheseKeysWillNotDo(records, read.keys) : read.sentence;
  if (read.ok && why === undefined) return read.keys;
  await records.close();
  throw new CannotOpen(why ?? 'There are no keys.');
}

/** The profile's people as the records know them; a number that the records gave to another is not theirs to take. */
async function savePeople(records: Records, { people }: Profile): Promise<void> {
  const taken = (await records.people.added()).filter(({ id }) => people.some((one) => one.id === id));
  if (taken.length > 0) {
    await records.close();
    const said = taken.map(({ id, name }) => `${id} is ${name}`).join(', ');
    throw new CannotOpen(
      `The profile takes ids that were given to people added in the console: ${said}. Give those of the profile others, below P${numbersOfProfiles}.`,
    );
  }
  await records.people.savePeople(people);
}

/** The records with the tables of this release, and the steps that were taken for it. */
async function recordsOrWhyNot({ databaseUrl: set }: Config, url: string, say: (sentence: string) => void) {
  let records: Records | undefined;
  try {
    records = await openRecords({ url, log: say });
    return { records, steps: await records.migrate() };
  } catch (error) {
    await records?.close();
    throw set === undefined ? error : new CannotOpen(whyNoDatabase(error));
  }
}

/** Opens the partnership's records at this address, brings them up to this release, and reads its profile. */
export async function openInstallation(
  config: Config,
  databaseUrl: string,
  say: (sentence: string) => void,
): Promise<Installation> {
  const { profile, templates } = profileIn(config);
  const { records, steps } = await recordsOrWhyNot(config, databaseUrl, say);
  if (steps.length > 0) say(`Records: brought up to ${path.basename(steps.at(-1) ?? '')}.`);
  await bringSummariesUpToDate(records, say);
  await savePeople(records, profile);
  const codecSettings = {
    keys: await keysOrWhyNot(config, records),
    plain: config.plainPayloads,
    isOurs: async (keyId: string) => (await records.payloadKeys.list()).some(({ id }) => id === keyId),
    onMissing: say,
  };
  const { from, postmen } = await mailOrWhyNot(config, profile, records);

  const partnership = currentPartnership({ profile, records, now });
  const created = createActivities({
    records,
    clock: Date.now,
    log: say,
    ...{ postmen, from, ...emailsOf(config, profile, templates) },
    ...emailLinks({ records, keys: codecSettings.keys, publicUrl: config.publicUrl, now }),
    now,
    // Many cases take it up at one time.
    partnership: sharedRead(partnership),
  });
  const { record, oldestMs } = watchRecording(created.record, now);
  return {
    profile,
    records,
    activities: { ...created, record },
    unrecordedMs: oldestMs,
    dataConverter: dataConverterOf(codecSettings),
    writesWith: codecSettings.keys.writing.id,
    codec: payloadCodec({ ...codecSettings, plain: 'accepted' }),
    ...noticesShown(profile, emailsOf(config, profile, templates)),
    ...codeSenders({ config, postmen, from, profile }),
    now,
    partnership,
    async close() {
      await Promise.all([postmen.real.close(), postmen.practice.close()]);
      await records.close();
    },
  };
}
