import { asksByLinkAlone } from '../procedure/asking/links';
import type { CaseFile } from '../procedure/case/case-file';
import { fact } from '../procedure/case/facts';
import type { Notice } from '../procedure/case/record';
import { placeOfNotice } from '../procedure/reminders/place-of-notice';
import type { AnswerByLink } from './answer-links';
import { renderNotice, type RenderedNotice } from './render-notice';
import type { Templates } from './templates';
import { linesFor, standingFor } from './what-is-asked';

/** A notice of a case that is to be put in words, with its recipient. */
export interface NoticeInCase {
  readonly file: CaseFile;
  readonly notice: Notice;
  readonly person: { readonly name: string };
  /** The links by which the recipient answers without an account. */
  readonly answers: readonly AnswerByLink[];
}

/** The parts that all emails of an installation share. */
export interface EmailsOfInstallation {
  readonly templates: Templates;
  /** The address of the installation, without a slash at the end. */
  readonly publicUrl: string;
  /** The number of the office. */
  readonly telephone?: string;
}

/** Returns a notice in words: it leads to where its recipient does what is asked, or else to the case. */
export function emailOfNotice(
  { templates, publicUrl, telephone }: EmailsOfInstallation,
  { file, notice, person, answers }: NoticeInCase,
): RenderedNotice {
  const { reference, policy } = file;
  const [first] = answers;
  const place = placeOfNotice(file, notice);
  const byLink = first !== undefined && asksByLinkAlone(file, notice) ? first.address : undefined;
  const lines = linesFor({ file, notice }, publicUrl);
  const [only] = lines.length === 1 ? lines : [];
  const notified = fact(file, 'recordOfstedNotification');
  return renderNotice({
    ...{ notice, reference, person, policy, answers, templates },
    link: byLink ?? `${publicUrl}${place?.address ?? `/cases/${reference}`}`,
    ...(telephone === undefined ? {} : { telephone }),
    ...(notified === undefined ? {} : { notifiedAs: notified.form.reference }),
    // The link of one line alone is that of the email.
    lines: lines.map(({ link, ...line }) => (only === undefined && link !== undefined ? { ...line, link } : line)),
    form: place === undefined ? 'no' : 'yes',
    where: only?.link?.text ?? 'Open the case',
    standing: standingFor({ file, notice }),
  });
}
