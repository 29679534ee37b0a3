import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { MailSeen } from '../observed';
import { startProxy } from './proxy';

/** What the mail relay does with what it is given. */
export type Manners = 'well' | 'refuses' | 'hangs' | 'says 421' | 'says 550' | 'drops';

/** A real SMTP server on this machine that keeps what it is given, and misbehaves when it is told to. */
export interface Relay {
  readonly url: string;
  /** Every message that it was given whole, whatever it answered. */
  readonly seen: readonly MailSeen[];
  behave(manners: Manners): Promise<void>;
  stop(): Promise<void>;
}

const answer = (responseCode: number, message: string): Error => Object.assign(new Error(message), { responseCode });

/** Starts the relay on a free port. */
export async function startRelay(): Promise<Relay> {
  const seen: MailSeen[] = [];
  let now: Manners = 'well';
  const proxy = await startProxy();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    closeTimeout: 100,
    onMailFrom: (_address, _session, done) =>
      done(now === 'says 421' ? answer(421, 'Service not available, closing transmission channel') : undefined),
    onData(stream, _session, done) {
      simpleParser(stream).then(
        ({ messageId = '' }) => {
          const see = (how: MailSeen['answer']) => seen.push({ messageId, at: Date.now(), answer: how });
          if (now === 'says 550') {
            see('refused for good');
            return done(answer(550, 'Requested action not taken: mailbox unavailable'));
          }
          if (now === 'drops') {
            see('dropped');
            return proxy.cut();
          }
          see('taken');
          return done();
        },
        (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
      );
    },
  });
  // Connections that are cut off are what it is for.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  proxy.leadTo((server.server.address() as AddressInfo).port);
  return {
    url: `smtp://127.0.0.1:${proxy.port}`,
    seen,
    async behave(manners) {
      now = manners;
      await proxy.be(manners === 'refuses' || manners === 'hangs' ? manners : 'open');
    },
    async stop() {
      await proxy.close();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
