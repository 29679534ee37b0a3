import path from 'node:path';
import { instant, isoDate } from '../../src/procedure/time/dates';
import type { NoticeKind } from '../../src/procedure/reminders/notice';
import type { Notice, ReminderLine } from '../../src/procedure/case/record';
import type { CaseReference, PersonId } from '../../src/procedure/time/time';
import { loadTemplates } from '../../src/mail/templates';
import type { Templates } from '../../src/mail/templates';
import { renderNotice } from '../../src/mail/render-notice';
import type { NoticeToRender, RenderedNotice } from '../../src/mail/render-notice';
import { composeMessage } from '../../src/mail/message';
import type { Message } from '../../src/mail/message';
import { sampleValues } from '../../src/mail/values';
import { profile } from '../profile/profiles';

export const reference = 'SIN-2026-0007' as CaseReference;
export const link = 'https://reviews.example.org/cases/SIN-2026-0007';
export const from = { name: 'KSCP Business Unit', address: 'reviews@kscp.example' };
export const folder = (...parts: string[]): string => path.join(__dirname, '..', '..', 'profiles', ...parts);

/** The templates of a folder list, which have to be right. */
export function templatesOf(folders: readonly string[]): Templates {
  const result = loadTemplates({ folders });
  if (!result.ok) throw new Error(JSON.stringify(result.problems, undefined, 2));
  return result.templates;
}

const { policy } = profile('kirklees');
export const templates = templatesOf([folder('templates')]);

export function aNotice(kind: NoticeKind, changes: Partial<Notice> = {}): Notice {
  return {
    key: `SIN-2026-0007/12/information/${kind}/P07/2026-12-04`,
    kind,
    to: 'P07' as PersonId,
    as: 'la-partner',
    at: instant('2026-12-04T09:00:00.000Z'),
    practice: false,
    values: sampleValues(kind, 'all'),
    lines: kind === 'reminders' ? [aLine()] : [],
    ...changes,
  };
}

export function aLine(changes: Partial<ReminderLine> = {}): ReminderLine {
  return {
    deadline: 'information',
    title: 'Step 5, Information and chronology',
    due: isoDate('2026-12-07'),
    why: 'Due by Monday 7 December 2026: the end of day 7.',
    tone: 'coming',
    ...changes,
  };
}

export function rendered(notice: Notice, changes: Partial<NoticeToRender> = {}): RenderedNotice {
  return renderNotice({
    notice,
    reference,
    person: { name: 'Philippa Greystoke-Hale' },
    policy,
    link,
    templates,
    ...changes,
  });
}

export function aMessage(changes: Partial<Message> = {}): Message {
  const notice = aNotice('agencies-to-ask', { values: { due: '2026-12-07' } });
  const to = { name: 'Philippa Greystoke-Hale', address: 'philippa@example.org' };
  return { ...composeMessage(rendered(notice), { key: notice.key, reference, from, to, at: notice.at }), ...changes };
}
