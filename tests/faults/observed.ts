import type { CaseFile, DecisionName } from '../../src/procedure/case/case-file';
import type { CaseEvent, Notice } from '../../src/procedure/case/record';
import type { Instant, PersonId } from '../../src/procedure/time/time';
import type { Jump } from './jumps';
import type { NoticeStanding } from '../../src/records/notices';

/** A decision that a caller was told is taken. */
export interface Acknowledged {
  readonly reference: string;
  readonly key: string;
  readonly decision: DecisionName;
  readonly by: PersonId;
  readonly seq: number;
}

/** A caller was told no, or nothing at all, where there was nobody else who decided. */
export interface Unexpected {
  readonly reference: string;
  readonly sentence: string;
}

/** What several callers were told who sent the same decision at the same time. */
export interface Contest {
  readonly reference: string;
  readonly decision: DecisionName;
  /** One key for all of them, or each their own. */
  readonly keys: 'the same' | 'their own';
  readonly callers: number;
  /** The entries that those who were told that it is taken were given. */
  readonly entries: readonly number[];
}

/** A notice on the record and what became of it. */
export interface NoticeSeen {
  readonly notice: Notice;
  readonly state: NoticeStanding['state'];
  /** Where it was sent, under which Message-ID. */
  readonly messageId?: string;
}

/** A case as the records have it. Times in milliseconds are the wall's. */
export interface CaseSeen {
  readonly reference: string;
  readonly file: CaseFile;
  /** The case's own clock. */
  readonly asOf: Instant;
  readonly events: readonly CaseEvent[];
  /** When each entry came on the record. */
  readonly recordedAt: ReadonlyMap<number, number>;
  readonly notices: readonly NoticeSeen[];
  /** Whether it was sent what it has to refuse on its record. */
  readonly poisoned: boolean;
  /** Where Temporal let its clock run past what was due. */
  readonly jumps: readonly Jump[];
}

/** A message that the relay was given, answered or not. */
export interface MailSeen {
  readonly messageId: string;
  readonly at: number;
  readonly answer: 'taken' | 'dropped' | 'refused for good' | 'refused for now';
}

/** A case's workflow, and whether it answers: it took a note, and its clock could be moved on. */
export interface WorkflowSeen {
  readonly reference: string;
  readonly status: 'running' | 'completed' | 'other';
  /** Why it does not go on, in a sentence; undefined where it does. */
  readonly stuck?: string;
}

/** Observations of the application while its disk was full, and once there was room again. */
export interface FullDiskSeen {
  /** Sentences of /health/ready while the disk was full, each once. */
  readonly said: readonly string[];
  /** True if the application said that there is no room. */
  readonly saysSo: boolean;
  /** True if the application went on by itself once there was room. */
  readonly goesOn: boolean;
  /** Its last answer meanwhile, and the milliseconds until it went on. */
  readonly lastly: string;
  readonly afterMs: number;
}

/** A case that somebody wanted to read while nothing could be written. */
export interface ReadWhileFull {
  readonly reference: string;
  /** The wall's milliseconds at which it was asked for. */
  readonly at: number;
  /** Status, and the code where there is one: `200`, `503 reading-not-logged`. */
  readonly answer: string;
}

/** A line of the reading log. */
export interface ReadingSeen {
  readonly reference: string;
  readonly at: number;
}

/** Observations of a copy of the installation that was started beside it. */
export interface CopySeen {
  readonly takenFrom: 'running' | 'stopped';
  /** Its answers to what was sent to it before anybody answered its question: status and code. */
  readonly answers: readonly string[];
  /** Number of emails that the copy sent until it was told, and of entries that came on its record. */
  readonly mail: number;
  readonly changed: number;
  /** Its answer to a decision once it was told to take over; undefined where it was not. */
  readonly tookOver?: string | undefined;
  /** Reason for which the copy did not start. */
  readonly notStarted?: string;
}

/** All that was seen of a run: what callers were told, what the records have, what arrived, what Temporal runs. */
export interface Observed {
  /** The references that callers were given for what they notified, a key each. */
  readonly opened: readonly { readonly key: string; readonly reference: string }[];
  readonly acknowledged: readonly Acknowledged[];
  readonly contests: readonly Contest[];
  readonly unexpected: readonly Unexpected[];
  readonly cases: readonly CaseSeen[];
  /** The references of the list of cases. */
  readonly listed: readonly string[];
  readonly mail: readonly MailSeen[];
  readonly workflows: readonly WorkflowSeen[];
  /** What the programs said of entries that they were to write with another content than is on the record. */
  readonly contradicted: readonly string[];
  readonly disks: readonly FullDiskSeen[];
  readonly copies: readonly CopySeen[];
  readonly readWhileFull: readonly ReadWhileFull[];
  /** The reading log of those who read then. */
  readonly readings: readonly ReadingSeen[];
  /** Whose domain Message-IDs have. */
  readonly mailFrom: { readonly name: string; readonly address: string };
}

/** What cannot be where the promise is kept. */
export const kinds = [
  'lost',
  'doubled',
  'out of order',
  'against the rules',
  'contradicted',
  'refused or unanswered',
  'notice missing',
  'notice not of the rules',
  'notice twice',
  'not sent',
  'Message-ID',
  'reminder missing',
  'reminder early',
  'reminder at night',
  'reminder untrue',
  'list and workflows',
  'stuck',
  'unsaid or lasting without room',
  'done by a copy',
  'read without a trace',
] as const;
export type Kind = (typeof kinds)[number];

/** One breach of the promise, with a sentence for whoever looks into it. */
export interface Violation {
  readonly kind: Kind;
  readonly reference: string;
  readonly sentence: string;
}
