import type { SendLinkCode } from '../casework/links/codes';
import type { SendCode } from '../casework/outside/confirming';
import type { Config } from '../config/read';
import type { Mailbox } from '../mail/address';
import { writeLinkCode } from '../mail/link-code-email';
import { writeOutsideEmail } from '../mail/outside-email';
import type { Postman } from '../mail/postman';
import type { Profile } from '../profile/load';
import { officeTelephone } from '../profile/office-telephone';

/** The objects that codes are emailed with. */
interface CodeMail {
  readonly config: Pick<Config, 'publicUrl' | 'smtpUrl' | 'provider'>;
  readonly postmen: { readonly real: Postman; readonly practice: Postman };
  readonly from: Mailbox;
  readonly profile: Pick<Profile, 'policy' | 'outside'>;
}

/** Stands for a code in an email that only the Business Unit would read. */
const hidden = '••••••';

/**
 * Returns what is to stand for a code in an email of a real case. Without a mail server the email stays in the mailbox,
 * which the Business Unit reads: there the code is not written at all, so that nobody of the office can answer for
 * somebody else. Where nobody signs in, everything is tried out, and whoever plays the recipient reads it there.
 */
const inEmail = ({ smtpUrl, provider }: CodeMail['config'], code: string): string =>
  smtpUrl === undefined && provider !== undefined ? hidden : code;

/** Emails the code by which the sender of a notification confirms their address. */
const codeSender =
  ({ config, postmen, from, profile }: CodeMail): SendCode =>
  async ({ number, receivedAt, address, code, at }) => {
    const telephone = officeTelephone(profile);
    const message = writeOutsideEmail({
      key: `outside/${number}/code/${at}`,
      content: { kind: 'code', code: inEmail(config, code) },
      ...{ number, receivedAt, from, at, publicUrl: config.publicUrl },
      ...(telephone === undefined ? {} : { telephone }),
      to: { name: '', address },
      partnership: profile.policy.partnership.name,
    });
    return (await postmen.real.post(message)).kind === 'sent';
  };

/** Emails the code that opens a link. That of a practice case is always written: nobody's life is behind it. */
const linkCodeSender =
  ({ config, postmen, from, profile }: CodeMail): SendLinkCode =>
  async ({ code, ...given }) => {
    const message = writeLinkCode({
      ...given,
      code: given.practice ? code : inEmail(config, code),
      from,
      partnership: profile.policy.partnership.name,
    });
    return (await (given.practice ? postmen.practice : postmen.real).post(message)).kind === 'sent';
  };

/** Sends codes by the same mail as everything else. */
export const codeSenders = (mail: CodeMail) => ({ sendCode: codeSender(mail), sendLinkCode: linkCodeSender(mail) });
