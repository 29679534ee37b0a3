import { domainOf, readMailbox } from '../../src/mail/address';
import { isDisplayName, isEmailAddress } from '../../src/procedure/email-address';
import { caseThread, messageIdOf } from '../../src/mail/message';
import { mailboxPostman } from '../../src/mail/postman';
import type { Message } from '../../src/mail/message';
import type { CaseReference } from '../../src/procedure/time/time';
import { aMessage, from, reference } from './notices';

describe('the Message-ID', () => {
  test('is made from the key of the notice alone, and says nothing of it', () => {
    const key = 'SIN-2026-0007/12/information/agencies-to-ask/P07/2026-12-04';
    expect(messageIdOf(key, from)).toBe(messageIdOf(key, from));
    expect(messageIdOf(key, from)).toMatch(/^<[0-9a-f]{40}@kscp\.example>$/);
    expect(messageIdOf(`${key}x`, from)).not.toBe(messageIdOf(key, from));
  });

  test('differs from the root of its case, which all emails of the case answer to', () => {
    expect(caseThread(reference, from)).toBe('<sin-2026-0007.case@kscp.example>');
    expect(caseThread('SIN-2026-0008' as CaseReference, from)).not.toBe(caseThread(reference, from));
    expect(aMessage()).toMatchObject({
      inReplyTo: caseThread(reference, from),
      references: [caseThread(reference, from)],
    });
  });
});

describe('the mailbox inside the application', () => {
  test('is given the whole message', async () => {
    const kept: Message[] = [];
    const postman = mailboxPostman({ put: (message) => Promise.resolve(void kept.push(message)) });
    const message = aMessage();
    expect(await postman.post(message)).toEqual({ kind: 'sent', messageId: message.messageId });
    expect(kept).toEqual([message]);
    await postman.close();
  });

  test('that cannot be reached is tried again', async () => {
    const postman = mailboxPostman({ put: () => Promise.reject(new Error('The records are away.')) });
    expect(await postman.post(aMessage())).toEqual({ kind: 'try-again', problem: 'The records are away.' });
  });

  test('refuses the addresses that a relay would', async () => {
    const postman = mailboxPostman({ put: () => Promise.reject(new Error('not to be asked')) });
    expect(await postman.post(aMessage({ to: { name: 'A', address: 'nobody' } }))).toMatchObject({ kind: 'refused' });
  });
});

describe('addresses', () => {
  test.each(['a@example.org', 'first.last+tag@sub.example.co.uk', "o'neil@example.org", 'a_b-c@x-y.example'])(
    '%s is one',
    (address) => {
      expect(isEmailAddress(address)).toBe(true);
    },
  );

  test.each([
    '',
    'a',
    'a@',
    '@example.org',
    'a@example',
    'a b@example.org',
    'a@exa mple.org',
    'a@-example.org',
    '.a@example.org',
    'a.@example.org',
    'a@example.org.',
    'a@example..org',
    `${'a'.repeat(65)}@example.org`,
    'a@example.org\n',
    'ä@example.org',
  ])('%j is none', (address) => {
    expect(isEmailAddress(address)).toBe(false);
  });

  test('a name beside an address is one line that is no address', () => {
    expect(isDisplayName("Zoë O'Neil-Smith, KSCP")).toBe(true);
    for (const name of ['', ' A', 'A\nB', 'A <a@example.org>', 'a@example.org', 'A "B"', 'A\u202EB'])
      expect(isDisplayName(name)).toBe(false);
  });

  test('a sender is an address, or a name and an address', () => {
    expect(readMailbox('reviews@kscp.example')).toEqual({ name: '', address: 'reviews@kscp.example' });
    expect(readMailbox('KSCP Reviews <reviews@kscp.example>')).toEqual({
      name: 'KSCP Reviews',
      address: 'reviews@kscp.example',
    });
    expect(readMailbox('"KSCP" <reviews@kscp.example>')).toEqual({ name: 'KSCP', address: 'reviews@kscp.example' });
    for (const wrong of [
      '',
      'KSCP',
      'a@b@c.org',
      'A <a@example.org>, B <b@example.org>',
      'A <a@example.org>\nBcc: b@example.org',
    ]) {
      expect(readMailbox(wrong)).toBeUndefined();
    }
    expect(domainOf(from)).toBe('kscp.example');
  });
});
