import * as z from 'zod/mini';
import type { Notice, ReminderLine } from '../procedure/case/record';
import type { NoticeKind } from '../procedure/reminders/notice';
import { noticeKinds } from '../procedure/reminders/notice-kinds';
import type { Role } from '../procedure/roles';
import type { StepId } from '../procedure/step-ids';
import { storedDay, storedMoment, storedName, storedPerson } from '../procedure/stored-values';
import type { StoredVersions } from './stored';

/** The version of notices as this release writes them. */
export const noticeVersion = 1;

const line: z.ZodMiniType<ReminderLine> = z.object({
  deadline: z.string(),
  title: z.string(),
  due: storedDay(),
  why: z.string(),
  tone: z.enum(['coming', 'overdue', 'breach']),
});

const kind = z.custom<NoticeKind>((value) => noticeKinds.some((one) => one === value), 'is no kind of notice');

const notice: z.ZodMiniType<Notice> = z.object({
  key: z.string(),
  kind,
  to: storedPerson(),
  as: storedName<Role>(),
  at: storedMoment(),
  practice: z.boolean(),
  step: z.exactOptional(storedName<StepId>()),
  values: z.record(z.string(), z.string()),
  lines: z.array(line),
});

/** A notice on the record, as each version of it was written. */
export const storedNotices: StoredVersions<Notice> = [notice];
