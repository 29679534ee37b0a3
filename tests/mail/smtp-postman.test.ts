import { setTimeout as pause } from 'node:timers/promises';
import type { Message } from '../../src/mail/message';
import { smtpPostman } from '../../src/mail/smtp-postman';
import type { SmtpSettings } from '../../src/mail/smtp-postman';
import type { Posted, Postman } from '../../src/mail/postman';
import { aMessage, from } from './notices';
import { aBadRelay, answering, aRelay } from './relay';

// A machine with much to do answers late; only where nothing is to come is the end of patience worth waiting for.
const patience = { connection: 15_000, greeting: 15_000, silence: 15_000, message: 20_000 };
const impatience = { connection: 500, greeting: 500, silence: 1_000, message: 2_500 };
const open: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});

function opened<T extends { close(): Promise<void> }>(one: T): T {
  open.push(one);
  return one;
}

const postman = (url: string, settings: Partial<SmtpSettings> = {}): Postman =>
  opened(smtpPostman({ url, from, patience, ...settings }));

/** Posts one message to a relay and lets go of it. */
const post = (url: string, message: Message = aMessage()): Promise<Posted> => postman(url).post(message);

/** The same, by somebody who does not wait for long. */
const postOrGiveUp = (url: string): Promise<Posted> => postman(url, { patience: impatience }).post(aMessage());

describe('an email that arrives', () => {
  test('has one recipient, its own Message-ID, and its case as its thread', async () => {
    const relay = opened(await aRelay());
    const message = aMessage();
    expect(await post(relay.url, message)).toEqual({ kind: 'sent', messageId: message.messageId });
    const [one, ...others] = relay.received;
    expect(others).toEqual([]);
    expect(one?.recipients).toEqual(['philippa@example.org']);
    expect(one?.mail.to).toMatchObject({
      value: [{ name: 'Philippa Greystoke-Hale', address: 'philippa@example.org' }],
    });
    expect(one?.mail.from).toMatchObject({ value: [{ name: 'KSCP Business Unit', address: 'reviews@kscp.example' }] });
    expect(one?.mail.cc).toBeUndefined();
    expect(one?.mail.bcc).toBeUndefined();
    expect(one?.mail.messageId).toBe(message.messageId);
    expect(one?.mail.inReplyTo).toBe('<sin-2026-0007.case@kscp.example>');
    expect(one?.mail.references).toBe('<sin-2026-0007.case@kscp.example>');
    expect(one?.mail.headers.get('x-case-reference')).toBe('SIN-2026-0007');
    expect(one?.mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect(one?.mail.headers.has('x-mailer')).toBe(false);
  });

  test('says the same in text and in HTML, under the subject it was given', async () => {
    const relay = opened(await aRelay());
    const message = aMessage();
    await post(relay.url, message);
    const mail = relay.received[0]?.mail;
    expect(mail?.subject).toBe('SIN-2026-0007: tell us by Monday 7 December which agencies to ask');
    expect(mail?.text?.trimEnd()).toBe(message.text.trimEnd());
    expect(mail?.html).toBe(message.html);
    expect(relay.received[0]?.raw).toMatch(/Content-Type: multipart\/alternative/);
  });

  test('keeps letters that are not English', async () => {
    const relay = opened(await aRelay());
    const to = { name: 'Zoë Ó Súilleabháin', address: 'zoe@example.org' };
    await post(relay.url, aMessage({ to, subject: 'PRACTICE – SIN-2026-0007: café' }));
    expect(relay.received[0]?.mail).toMatchObject({ subject: 'PRACTICE – SIN-2026-0007: café', to: { value: [to] } });
  });

  test('shares a connection with the others, and all of them arrive', async () => {
    let connections = 0;
    const relay = opened(
      await aRelay({
        onConnect(_session, callback) {
          connections += 1;
          callback();
        },
      }),
    );
    const one = postman(relay.url);
    const messages = Array.from({ length: 12 }, (_, n) => aMessage({ messageId: `<${n}@kscp.example>` }));
    const posted = await Promise.all(messages.map((message) => one.post(message)));
    expect(posted.every(({ kind }) => kind === 'sent')).toBe(true);
    expect(new Set(relay.received.map(({ mail }) => mail.messageId)).size).toBe(12);
    expect(connections).toBeLessThanOrEqual(3);
  });

  test('leaves with the login that the relay asks for', async () => {
    const relay = opened(
      await aRelay({
        authOptional: false,
        allowInsecureAuth: true,
        onAuth({ username, password }, _session, callback) {
          if (username === 'kscp@example.org' && password === 's3cret/') callback(null, { user: username });
          else callback(answering(535, 'Bad login'));
        },
      }),
    );
    const withLogin = (login: string) => relay.url.replace('smtp://', `smtp://${login}@`);
    expect(await post(withLogin('kscp%40example.org:s3cret%2F'))).toMatchObject({ kind: 'sent' });
    expect(await post(withLogin('kscp%40example.org:wrong'))).toMatchObject({
      kind: 'try-again',
      problem: expect.stringMatching(/535/),
    });
  });
});

describe('an email that is refused for good', () => {
  const refusing = (code: number, text: string) =>
    aRelay({
      onRcptTo(_address, _session, callback) {
        callback(answering(code, text));
      },
    });

  test('says what the relay answered', async () => {
    const relay = opened(await refusing(550, '5.1.1 No such mailbox'));
    expect(await post(relay.url)).toEqual({ kind: 'refused', answer: '550 5.1.1 No such mailbox' });
  });

  test('is one whose text the relay does not take', async () => {
    const relay = opened(
      await aRelay({
        onData(stream, _session, callback) {
          stream.resume();
          stream.on('end', () => callback(answering(554, '5.6.0 Message content rejected')));
        },
      }),
    );
    expect(await post(relay.url)).toEqual({ kind: 'refused', answer: '554 5.6.0 Message content rejected' });
  });

  test('is one to an address that is none, which no relay is even asked about', async () => {
    const relay = opened(await aRelay());
    for (const address of [
      'nobody',
      'a@b@example.org',
      'a@example.org, b@example.org',
      'a@example.org\r\nRCPT TO:<b@example.org>',
    ]) {
      expect(await post(relay.url, aMessage({ to: { name: 'A', address } }))).toMatchObject({ kind: 'refused' });
    }
    expect(relay.received).toEqual([]);
  });

  test('is not one that the relay does not take from us: that passes once our settings are put right', async () => {
    for (const [code, text] of [
      [530, '5.7.0 Authentication required'],
      [554, '5.7.1 Relay access denied'],
    ] as const) {
      const relay = opened(await refusing(code, text));
      expect(await post(relay.url)).toMatchObject({ kind: 'try-again' });
    }
    const relay = opened(
      await aRelay({
        onMailFrom(_address, _session, callback) {
          callback(answering(553, '5.7.1 Sender not owned by you'));
        },
      }),
    );
    expect(await post(relay.url)).toMatchObject({
      kind: 'try-again',
      problem: expect.stringMatching(/Sender not owned/),
    });
  });

  test('does not spoil the connection for the next', async () => {
    const relay = opened(
      await aRelay({
        onRcptTo({ address }, _session, callback) {
          callback(address.startsWith('gone') ? answering(550, 'Gone') : null);
        },
      }),
    );
    const one = postman(relay.url);
    expect(await one.post(aMessage({ to: { name: 'Gone', address: 'gone@example.org' } }))).toMatchObject({
      kind: 'refused',
    });
    expect(await one.post(aMessage())).toMatchObject({ kind: 'sent' });
  });
});

describe('an email to be tried again', () => {
  test('is one that the relay puts off', async () => {
    for (const code of [421, 450, 451, 452]) {
      const relay = opened(
        await aRelay({
          onRcptTo(_address, _session, callback) {
            callback(answering(code, 'Try later'));
          },
        }),
      );
      expect(await post(relay.url)).toMatchObject({
        kind: 'try-again',
        problem: expect.stringMatching(new RegExp(`${code} Try later`)),
      });
    }
  });

  test('is one for which the relay is shutting down as we come', async () => {
    const relay = opened(await aBadRelay('421 4.3.2 Shutting down', () => undefined));
    expect(await post(relay.url)).toMatchObject({ kind: 'try-again', problem: expect.stringMatching(/421/) });
  });

  test('is one for which nobody is there', async () => {
    const relay = await aRelay();
    await relay.close();
    expect(await post(relay.url)).toMatchObject({
      kind: 'try-again',
      problem: expect.stringMatching(/ECONNREFUSED|ESOCKET/),
    });
  });

  test('is one for which the relay never speaks', async () => {
    const relay = opened(await aBadRelay(undefined, () => undefined));
    expect(await postOrGiveUp(relay.url)).toMatchObject({
      kind: 'try-again',
      problem: expect.stringMatching(/ETIMEDOUT/),
    });
  });

  test('is one for which the relay falls silent in the middle', async () => {
    const relay = opened(await aBadRelay('220 hello', (line) => (line.startsWith('EHLO') ? '250 hello' : undefined)));
    expect(await postOrGiveUp(relay.url)).toMatchObject({
      kind: 'try-again',
      problem: expect.stringMatching(/ETIMEDOUT/),
    });
  });

  test('is one for which the relay trickles on without end: the message has a limit of its own', async () => {
    const timers: NodeJS.Timeout[] = [];
    const relay = opened(
      await aBadRelay('220 hello', (line, socket) => {
        if (line.startsWith('EHLO')) timers.push(setInterval(() => socket.write('250-still here\r\n'), 100));
        return undefined;
      }),
    );
    const { message } = impatience;
    expect(await postman(relay.url, { patience: { ...patience, message } }).post(aMessage())).toMatchObject({
      kind: 'try-again',
      problem: expect.stringMatching(/EABORT/),
    });
    // It spoke all the while, so that it was not its silence that was too long.
    expect(timers).toHaveLength(1);
    timers.forEach(clearInterval);
  });

  test('is one that was taken without an answer, and it is not sent a second time by itself', async () => {
    let taken = 0;
    let inData = false;
    const relay = opened(
      await aBadRelay('220 hello', (line, socket) => {
        if (inData) {
          if (line !== '.') return undefined;
          inData = false;
          taken += 1;
          socket.destroy();
          return undefined;
        }
        inData = line === 'DATA';
        return inData ? '354 go on' : '250 fine';
      }),
    );
    expect(await post(relay.url)).toMatchObject({ kind: 'try-again' });
    await pause(500);
    expect(taken).toBe(1);
  });

  test('carries the same Message-ID when it is tried again', async () => {
    let tries = 0;
    const relay = opened(
      await aRelay({
        onMailFrom(_address, _session, callback) {
          tries += 1;
          callback(tries === 1 ? answering(451, 'Try later') : null);
        },
      }),
    );
    const one = postman(relay.url);
    const message = aMessage();
    expect(await one.post(message)).toMatchObject({ kind: 'try-again' });
    expect(await one.post(message)).toEqual({ kind: 'sent', messageId: message.messageId });
    expect(relay.received.map(({ mail }) => mail.messageId)).toEqual([message.messageId]);
  });

  test('is one for a relay that cannot do TLS where TLS is required, and nothing of it is shown', async () => {
    const relay = opened(await aRelay());
    const one = postman(relay.url, { requireTls: true });
    expect(await one.post(aMessage())).toMatchObject({ kind: 'try-again', problem: expect.stringMatching(/TLS/i) });
    expect(relay.received).toEqual([]);
  });

  test('is one that comes after the postman was let go', async () => {
    const relay = opened(await aRelay());
    const one = postman(relay.url);
    await one.close();
    expect(await one.post(aMessage())).toMatchObject({ kind: 'try-again', problem: expect.stringMatching(/closed/) });
  });
});

test('closing waits for what is under way', async () => {
  let isUnderWay = (): void => undefined;
  const underWay = new Promise<void>((resolve) => {
    isUnderWay = resolve;
  });
  const relay = opened(
    await aRelay({
      onRcptTo(_address, _session, callback) {
        isUnderWay();
        setTimeout(callback, 200);
      },
    }),
  );
  const one = postman(relay.url);
  const posting = one.post(aMessage());
  await underWay;
  await one.close();
  expect(await posting).toMatchObject({ kind: 'sent' });
});
