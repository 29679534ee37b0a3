import { isEmailAddress } from '../procedure/email-address';
import type { Message } from './message';

/**
 * Result of sending an email. `refused`: it will never arrive at this address, and somebody has to be told.
 * `try-again`: the relay has a passing problem, or it is not known whether the email was sent; the same message may be
 * sent again.
 */
export type Posted =
  | { readonly kind: 'sent'; readonly messageId: string }
  | { readonly kind: 'refused'; readonly answer: string }
  | { readonly kind: 'try-again'; readonly problem: string };

/** Carries emails, one at a time, and says what became of each; it does not throw for what mail servers do. */
export interface Postman {
  post(message: Message): Promise<Posted>;
  /** Lets what is being posted end, and lets go of every connection. Nothing can be posted afterwards. */
  close(): Promise<void>;
}

/** Puts a message where it is kept; doing it twice with one Message-ID is doing it once. */
export type PutInMailbox = (message: Message) => Promise<void>;

/** A postman that leaves everything in the mailbox inside the application: without SMTP, and for practice cases. */
export function mailboxPostman({ put }: { readonly put: PutInMailbox }): Postman {
  return {
    async post(message) {
      const refusal = refuseAddress(message);
      if (refusal !== undefined) return refusal;
      try {
        await put(message);
        return { kind: 'sent', messageId: message.messageId };
      } catch (error) {
        return { kind: 'try-again', problem: error instanceof Error ? error.message : String(error) };
      }
    },
    close: () => Promise.resolve(),
  };
}

/** The refusal of a message whose recipient is no plain address; undefined where it is one. */
export function refuseAddress({ to }: Message): Posted | undefined {
  return isEmailAddress(to.address) ? undefined : { kind: 'refused', answer: 'This is not a valid email address.' };
}
