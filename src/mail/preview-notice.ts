import { isoDate } from '../procedure/time/dates';
import type { NoticeKind } from '../procedure/reminders/notice';
import type { CaseReference, Instant, PersonId } from '../procedure/time/time';
import { renderNotice, type RenderedNotice } from './render-notice';
import type { Templates } from './templates';
import { sampleValues } from './values';
import type { WordingPolicy } from './wording';

/** Kind, wording and templates of an email that is previewed before there is a case for it. */
export interface NoticeToPreview {
  readonly kind: NoticeKind;
  readonly policy: WordingPolicy;
  readonly templates: Templates;
  /** Without a slash at the end. */
  readonly publicUrl: string;
  readonly telephone?: string;
  readonly at: Instant;
}

const reference = 'SIN-2026-0007' as CaseReference;

/** An email of a kind as it would go out, every value of it a sample. */
export function previewNotice({ kind, policy, templates, publicUrl, telephone, at }: NoticeToPreview): RenderedNotice {
  return renderNotice({
    notice: {
      key: `${reference}/sample/${kind}`,
      kind,
      to: 'P01' as PersonId,
      as: 'business-manager',
      at,
      practice: false,
      values: sampleValues(kind, 'all'),
      lines:
        kind === 'reminders'
          ? [
              {
                deadline: 'information',
                title: 'Information and chronology',
                due: isoDate('2026-12-01'),
                why: 'Day 7.',
                tone: 'overdue',
              },
              {
                deadline: 'rapid-review-meeting',
                title: 'Rapid Review meeting',
                due: isoDate('2026-12-10'),
                why: 'Day 14.',
                tone: 'coming',
              },
            ]
          : [],
    },
    reference,
    person: { name: 'A Person' },
    policy,
    link: `${publicUrl}/cases/${reference}`,
    templates,
    ...(telephone === undefined ? {} : { telephone }),
  });
}
