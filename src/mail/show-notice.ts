import { contributionsIn } from '../procedure/asking/links';
import { agencyName } from '../procedure/case/inquiries';
import { emailOfNotice, type EmailsOfInstallation, type NoticeInCase } from './notice-email';
import type { RenderedNotice } from './render-notice';

/**
 * Shows notices in the words in which they are sent. A link by which somebody answers without an account is the
 * recipient's own and is made when the email goes: another stands in its place.
 */
export const noticeShower =
  (given: EmailsOfInstallation) =>
  ({ file, notice, person }: Omit<NoticeInCase, 'answers'>): RenderedNotice => {
    const answers = contributionsIn(file, notice).map(({ agency }) => ({
      agency: agencyName(file, agency) ?? 'your organisation',
      address: `${given.publicUrl}/answer/their-own-link`,
    }));
    return emailOfNotice(given, { file, notice, person, answers });
  };
