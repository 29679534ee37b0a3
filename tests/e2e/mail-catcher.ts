import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface MailCatcher {
  readonly url: string;
  /** How many messages it was begun to be given, accepted or not. */
  readonly begun: number;
  readonly caught: readonly ParsedMail[];
  stop(): Promise<void>;
}

/** A real SMTP server on this machine that keeps what it is given, and takes so long to accept each message. */
export async function catchMail({ takesMs = 0 }: { readonly takesMs?: number } = {}): Promise<MailCatcher> {
  const caught: ParsedMail[] = [];
  let begun = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, _session, done) {
      begun += 1;
      simpleParser(stream).then(
        (mail) => {
          setTimeout(() => {
            caught.push(mail);
            done();
          }, takesMs);
        },
        (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
      );
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    caught,
    get begun() {
      return begun;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
