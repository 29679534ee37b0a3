import type { CaseFile } from '../procedure/case/case-file';
import { FileOfLaterRelease, upcast } from '../procedure/case/upcast';
import { answerLinesRepository, type AnswerLinesRepository } from './answer-lines';
import { answerLinksRepository } from './answer-links';
import type { AnswerLinksRepository } from './answer-links';
import { caseFilesRepository, type CaseFilesRepository } from './case-files';
import { casesRepository } from './cases';
import type { CasesRepository, ReadFile } from './cases';
import { closuresRepository } from './closures';
import type { ClosuresRepository } from './closures';
import { contentRepository } from './content';
import type { ContentRepository } from './content';
import { connect } from './db';
import type { ConnectionSettings, Db } from './db';
import { draftsRepository } from './drafts';
import type { DraftsRepository } from './drafts';
import { eventsRepository } from './events';
import type { EventsRepository } from './events';
import { figuresRepository } from './figures';
import type { FiguresRepository } from './figures';
import { idempotencyRepository } from './idempotency';
import type { IdempotencyRepository } from './idempotency';
import { installationRepository } from './installation';
import type { InstallationRepository } from './installation';
import { KeptFiles } from './case-file-cache';
import { listenToRecordings, tellRecordings } from './live';
import type { OnRecorded } from './live';
import { mailboxRepository } from './mailbox';
import type { MailboxRepository } from './mailbox';
import { holidayChangesRepository } from './holiday-changes';
import type { HolidayChangesRepository } from './holiday-changes';
import { meetingsRepository } from './meetings';
import type { MeetingsRepository } from './meetings';
import { migrate, requireReady } from './migrate';
import { milestonesRepository } from './milestones';
import type { MilestonesRepository } from './milestones';
import { noticesRepository } from './notices';
import type { NoticesRepository } from './notices';
import { outsideAddressesRepository } from './outside-addresses';
import type { OutsideAddressesRepository } from './outside-addresses';
import { outsideEmailsRepository } from './outside-emails';
import type { OutsideEmailsRepository } from './outside-emails';
import { outsideNotificationsRepository } from './outside-notifications';
import type { OutsideNotificationsRepository } from './outside-notifications';
import { payloadKeysRepository } from './payload-keys';
import type { PayloadKeysRepository } from './payload-keys';
import { peopleRepository } from './people';
import type { PeopleRepository } from './people';
import { readingsRepository } from './readings';
import type { ReadingsRepository } from './readings';
import { recordingRepository } from './recording';
import type { RecordingRepository } from './recording';
import { referencesRepository } from './references';
import type { ReferencesRepository } from './references';
import { sessionsRepository } from './sessions';
import type { SessionsRepository } from './sessions';
import { signInsRepository } from './sign-ins';
import type { SignInsRepository } from './sign-ins';
import { tasksRepository } from './tasks';
import type { TasksRepository } from './tasks';
import { tokensRepository } from './tokens';
import type { TokensRepository } from './tokens';
import { turnsRepository } from './turns';
import type { TurnsRepository } from './turns';
import { RecordsUnavailable } from './unavailable';
import { wordsRepository } from './free-text';
import type { WordsRepository } from './free-text';

/**
 * The partnership's records, which are kept for longer than Temporal's: every case, event, notice, name and word. Calls
 * reject with `RecordsUnavailable` while the database is away, and may then be made again.
 */
export interface Records {
  readonly record: RecordingRepository['record'];
  readonly cases: CasesRepository;
  readonly caseFiles: CaseFilesRepository;
  readonly references: ReferencesRepository;
  readonly content: ContentRepository;
  readonly words: WordsRepository;
  readonly events: EventsRepository;
  readonly turns: TurnsRepository;
  readonly milestones: MilestonesRepository;
  readonly notices: NoticesRepository;
  readonly tasks: TasksRepository;
  readonly mailbox: MailboxRepository;
  readonly people: PeopleRepository;
  readonly closures: ClosuresRepository;
  readonly holidayChanges: HolidayChangesRepository;
  readonly meetings: MeetingsRepository;
  readonly idempotency: IdempotencyRepository;
  readonly installation: InstallationRepository;
  readonly sessions: SessionsRepository;
  readonly signIns: SignInsRepository;
  readonly tokens: TokensRepository;
  readonly drafts: DraftsRepository;
  readonly outsideNotifications: OutsideNotificationsRepository;
  readonly outsideAddresses: OutsideAddressesRepository;
  readonly outsideEmails: OutsideEmailsRepository;
  readonly payloadKeys: PayloadKeysRepository;
  readonly figures: FiguresRepository;
  readonly readings: ReadingsRepository;
  readonly answerLinks: AnswerLinksRepository;
  readonly answerLines: AnswerLinesRepository;
  /**
   * Calls back for each case whose file is recorded from now on, by any process. Resolves with a stop function.
   * Reconnects after the database was away, and then calls `onMissed`, since recordings may have been missed.
   */
  listen(onRecorded: OnRecorded, onMissed?: () => void): Promise<() => Promise<void>>;
  /**
   * Migrates the tables to this release and returns the names of the migrations; safe from several processes at once.
   */
  migrate(): Promise<readonly string[]>;
  /** Resolves when the database answers and its tables are those of this release; otherwise rejects. */
  ready(): Promise<void>;
  /** Writes a small value, and rejects if that fails. A full disk can still be read, so `ready` would not notice. */
  writable(): Promise<void>;
  close(): Promise<void>;
}

const WRITE = {
  name: 'writable',
  text: `INSERT INTO installation (fact, value) VALUES ('written', to_jsonb(clock_timestamp()))
    ON CONFLICT (fact) DO UPDATE SET value = excluded.value, recorded_at = now()`,
} as const;

/** The address of the records, and the reader for files of earlier releases. */
export interface RecordsSettings extends ConnectionSettings {
  readonly readFile?: ReadFile;
}

const listening =
  ({ url, log }: ConnectionSettings): Records['listen'] =>
  (onRecorded, onMissed) =>
    listenToRecordings({ url, onRecorded, onMissed, log });

/** Cases, and their files, out of one cache. */
const casesIn = (db: Db, files: Parameters<typeof caseFilesRepository>[1]): Pick<Records, 'cases' | 'caseFiles'> => ({
  cases: casesRepository(db, files),
  caseFiles: caseFilesRepository(db, files),
});

/** Opens the records and checks that the database answers. The tables exist only after `migrate`. */
export async function openRecords({ readFile = ofAnyRelease, ...settings }: RecordsSettings): Promise<Records> {
  const db = connect(settings);
  try {
    await db.query('SELECT 1');
  } catch (error) {
    await db.close();
    throw error;
  }
  const kept = new KeptFiles();
  const content = contentRepository(db);
  return {
    record: recordingRepository(db, { kept, tell: tellRecordings(db), content }).record,
    ...casesIn(db, { kept, readFile }),
    references: referencesRepository(db),
    content,
    words: wordsRepository(db),
    events: eventsRepository(db),
    turns: turnsRepository(db),
    milestones: milestonesRepository(db),
    notices: noticesRepository(db),
    tasks: tasksRepository(db),
    mailbox: mailboxRepository(db),
    people: peopleRepository(db),
    closures: closuresRepository(db),
    holidayChanges: holidayChangesRepository(db),
    meetings: meetingsRepository(db),
    idempotency: idempotencyRepository(db),
    installation: installationRepository(db),
    sessions: sessionsRepository(db),
    signIns: signInsRepository(db),
    tokens: tokensRepository(db),
    drafts: draftsRepository(db),
    ...outsideRepositories(db),
    payloadKeys: payloadKeysRepository(db),
    figures: figuresRepository(db),
    readings: readingsRepository(db),
    listen: listening(settings),
    migrate: () => migrate(settings.url),
    ready: () => requireReady(db),
    writable: () => write(db),
    close: () => db.close(),
  };
}

async function write(db: Db): Promise<void> {
  await db.query(WRITE);
}

/** The repositories of what people do without signing in: notifications from outside, and answers by a link. */
const outsideRepositories = (db: Db) => ({
  outsideNotifications: outsideNotificationsRepository(db),
  outsideAddresses: outsideAddressesRepository(db),
  outsideEmails: outsideEmailsRepository(db),
  answerLinks: answerLinksRepository(db),
  answerLines: answerLinesRepository(db),
});

/** Reads a file of this or an earlier release. Throws `RecordsUnavailable` for a file of a later release. */
function ofAnyRelease(stored: Readonly<Record<string, unknown>>): CaseFile {
  try {
    return upcast(stored);
  } catch (error) {
    if (error instanceof FileOfLaterRelease) throw new RecordsUnavailable(error.message.replace(/\.$/, ''), error);
    throw error;
  }
}
