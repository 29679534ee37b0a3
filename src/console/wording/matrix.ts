import type { Forms } from '../../procedure/case/case-file';
import type { PublicationMilestone } from '../../procedure/dates/milestones';
import type { ReviewType } from '../../procedure/case/position';
import type { Light } from '../../records/case-list';

/** The reply of the National Panel. */
export type PanelReply = Forms['recordPanelReply']['reply'];

export const lightWords: Readonly<Record<Light, string>> = {
  red: 'Red',
  amber: 'Amber',
  green: 'Green',
  none: 'Closed',
};

/** The meaning of each light, for whoever filters by it. */
export const lightMeanings: Readonly<Record<Light, string>> = {
  red: 'Red: something is overdue',
  amber: 'Amber: due within 3 working days',
  green: 'Green: in time',
  none: 'None: closed',
};

export const reviewWords: Readonly<Record<ReviewType, string>> = {
  none: 'No review',
  PLR: 'Practice learning review',
  LCSPR: 'Local child safeguarding practice review',
};

export const panelWords: Readonly<Record<PanelReply, string>> = {
  agrees: 'Agrees',
  disagrees: 'Disagrees',
  'wants-more': 'Wants more information',
  'takes-up-nationally': 'National review',
};

/** The kind of publication, shown beside its day. */
export const publishedWords: Readonly<Record<PublicationMilestone['what'], string>> = {
  full: '',
  'improvements-only': ', improvements only',
  'not-published': 'Not to be published',
};
