import type { Office } from '../../casework/office';
import type { SendCode } from '../../casework/outside/confirming';
import type { SendLinkCode } from '../../casework/links/codes';
import type { PlaceQuestion } from '../../casework/place-question';
import type { LinkOf } from '../../procedure/asking/links';
import type { CaseFile } from '../../procedure/case/case-file';
import type { Notice } from '../../procedure/case/record';
import type { NoticeKind } from '../../procedure/reminders/notice';
import type { CaseReference } from '../../procedure/time/time';
import type { CaseOnRecord } from '../../records/cases';
import type { NamedCorrespondent } from '../../records/correspondents';
import type { Provider } from '../../security/provider';

/** The way people sign in: at the partnership's identity provider or, for trying out, by choosing a person. */
export type SigningIn =
  | { readonly kind: 'provider'; readonly provider: Provider; readonly trustsEmail: boolean }
  | { readonly kind: 'trying-out' };

/** Returns the address at which Temporal UI shows a case to IT; undefined if it is not known. */
export type EngineLink = (reference: CaseReference) => string | undefined;

/** An email of a kind as it would read, with sample values. */
type PreviewNotice = (kind: NoticeKind) => { readonly subject: string; readonly text: string } | undefined;

/** A notice of a case in the words in which it is sent, but for a link of the recipient's own. */
type RenderNotice = (of: {
  readonly file: CaseFile;
  readonly notice: Notice;
  readonly person: { readonly name: string };
}) => { readonly subject: string; readonly text: string };

/** A request that somebody without an account reads, once they have typed the code. */
export interface ReadByLink extends LinkOf {
  readonly known: CaseOnRecord;
  /** The path of the link, without a slash at the end: below it are the pages that its cookie is sent to. */
  readonly path: string;
  /** True if they may answer, and not only read. */
  readonly answers: boolean;
  /** True if they may accept the answer, or send it back. */
  readonly settles: boolean;
}

/** The dependencies that the console is built from. */
export interface ConsoleDependencies extends Office {
  readonly profile: Office['profile'] & {
    /** The correspondents of a case whom a page may name. */
    readonly correspondents?: readonly NamedCorrespondent[];
  };
  /** Without a slash at the end. */
  readonly publicUrl: string;
  readonly version: string;
  readonly signingIn: SigningIn;
  readonly engineLink?: EngineLink;
  readonly previewNotice?: PreviewNotice;
  readonly renderNotice?: RenderNotice;
  /** Emails the code by which the sender of a notification confirms their address. */
  readonly sendCode?: SendCode;
  /** Emails the code by which somebody opens a link to answer without an account. */
  readonly sendLinkCode?: SendLinkCode;
  /** Only where the records were last used at another place. */
  readonly place?: PlaceQuestion;
  /** Proxies in front of the server, each of which adds an address to X-Forwarded-For. */
  readonly proxies?: number;
  /** For tests: how many requests a minute are answered before it is "too many". */
  readonly requestsAMinute?: number;
}
