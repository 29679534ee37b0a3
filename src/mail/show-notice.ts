import { asksByLinkAlone, contributionsIn } from '../procedure/asking/links';
import type { CaseFile } from '../procedure/case/case-file';
import { agencyName } from '../procedure/case/inquiries';
import type { Notice } from '../procedure/case/record';
import { renderNotice, type RenderedNotice } from './render-notice';
import type { Templates } from './templates';

/** A notice of a case, and whom it would go to. */
interface NoticeToShow {
  readonly file: CaseFile;
  readonly notice: Notice;
  readonly person: { readonly name: string };
}

/**
 * Shows notices in the words in which they are sent. A link by which somebody answers without an account is the
 * recipient's own and is made when the email goes: another stands in its place.
 */
export const noticeShower =
  ({ templates, publicUrl }: { readonly templates: Templates; readonly publicUrl: string }) =>
  ({ file, notice, person }: NoticeToShow): RenderedNotice => {
    const { reference, policy } = file;
    const address = `${publicUrl}/answer/their-own-link`;
    const answers = contributionsIn(file, notice).map(({ agency }) => ({
      agency: agencyName(file, agency) ?? 'your organisation',
      address,
    }));
    const link = answers.length > 0 && asksByLinkAlone(file, notice) ? address : `${publicUrl}/cases/${reference}`;
    return renderNotice({ notice, reference, person, policy, link, answers, templates });
  };
