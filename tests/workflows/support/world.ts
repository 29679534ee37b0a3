import { activityInfo } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import type { Activities } from '../../../activities/activities';
import type { PartnershipNow } from '../../../src/procedure/case/with-partnership';
import type { CaseFile } from '../../../src/procedure/case/case-file';
import { fromMillis } from '../../../src/procedure/time/dates';
import type { CaseEvent, Notice, Recording } from '../../../src/procedure/case/record';
import { truthOf } from '../../../src/procedure/reminders/still-true';
import type { CaseReference, Instant } from '../../../src/procedure/time/time';

/** An email that went out, by the clock of the test server. */
export interface Sent {
  readonly notice: Notice;
  readonly at: Instant;
}

/** What the world knows of one case. */
export interface Known {
  file: CaseFile;
  /** How often each entry was written, by its number: more than once where a try was repeated. */
  readonly events: CaseEvent[];
  readonly notices: Notice[];
  readonly sent: Sent[];
  /** Notices that were no longer true when they could have gone. */
  readonly dropped: Notice[];
}

/** Records and mail of the tests: a fake that keeps everything in memory and can be made to fail. */
export interface World {
  readonly activities: Activities;
  partnership: PartnershipNow;
  /** Answers how a notification from outside stands, as the records would; by default it is over. */
  watchOutside: Activities['watchOutside'];
  /** Says of a try to record whether the database is away; by default it never is. */
  recordsAway: (recording: Recording) => boolean;
  /** Says whether mail of this case cannot be sent now; by default it can. */
  mailAway: (reference: CaseReference) => boolean;
  /** Entries that came a second time with another content: there should be none. */
  readonly contradictions: string[];
  /** Every try to record, in order, by case and entry. */
  readonly tries: { readonly reference: CaseReference; readonly seqs: readonly number[]; readonly failed: boolean }[];
  of(reference: CaseReference): Known;
  knows(reference: CaseReference): boolean;
}

export function aWorld(partnership: PartnershipNow): World {
  const cases = new Map<CaseReference, Known>();
  const world: World = {
    partnership,
    watchOutside: () => Promise.resolve({ kind: 'over' }),
    recordsAway: () => false,
    mailAway: () => false,
    contradictions: [],
    tries: [],
    knows: (reference) => cases.has(reference),
    of(reference) {
      const known = cases.get(reference);
      if (known === undefined) throw new Error(`Nothing is on record of ${reference}.`);
      return known;
    },
    activities: {
      async record(recording) {
        const { reference } = recording.file;
        const failed = world.recordsAway(recording);
        world.tries.push({ reference, seqs: recording.events.map(({ seq }) => seq), failed });
        if (failed) throw ApplicationFailure.retryable('The records are away.', 'RecordsAway');
        const known = cases.get(reference) ?? { file: recording.file, events: [], notices: [], sent: [], dropped: [] };
        cases.set(reference, known);
        keep(known, recording, world.contradictions);
      },

      async sendNotices({ reference, keys }) {
        if (world.mailAway(reference)) throw ApplicationFailure.retryable('The mail server is away.', 'MailAway');
        const known = world.of(reference);
        const at = fromMillis(activityInfo().currentAttemptScheduledTimestampMs);
        const fateKnown = new Set([
          ...known.sent.map(({ notice }) => notice.key),
          ...known.dropped.map(({ key }) => key),
        ]);
        for (const key of keys.filter((one) => !fateKnown.has(one))) {
          const notice = known.notices.find((one) => one.key === key);
          if (notice === undefined)
            throw ApplicationFailure.retryable(`${key} is not on the record yet.`, 'NotOnRecordYet');
          const truth = truthOf(notice, { file: known.file, now: at, newer: [] });
          if (truth.kind === 'true') known.sent.push({ notice: truth.notice, at });
          else known.dropped.push(notice);
        }
      },
      waitingNotices: ({ reference }) => {
        const { notices, sent, dropped } = world.of(reference);
        const settled = new Set([...sent.map(({ notice }) => notice), ...dropped].map(({ key }) => key));
        return Promise.resolve(notices.map(({ key }) => key).filter((key) => !settled.has(key)));
      },
      readPartnership: () => Promise.resolve(world.partnership),
      watchOutside: (order) => world.watchOutside(order),
    },
  };
  return world;
}

function keep(known: Known, { events, notices, file }: Recording, contradictions: string[]): void {
  for (const event of events) {
    const before = known.events.find(({ seq }) => seq === event.seq);
    if (before === undefined) known.events.push(event);
    else if (JSON.stringify(before) !== JSON.stringify(event))
      contradictions.push(`${file.reference} entry ${event.seq}`);
  }
  for (const notice of notices) {
    if (!known.notices.some(({ key }) => key === notice.key)) known.notices.push(notice);
  }
  if (file.seq >= known.file.seq) known.file = file;
}
