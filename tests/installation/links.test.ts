import { codeSenders } from '../../src/installation/code-senders';
import { emailLinks } from '../../src/installation/email-links';
import type { Message } from '../../src/mail/message';
import type { Postman } from '../../src/mail/postman';
import type { LinkOf } from '../../src/procedure/asking/links';
import type { ReceiptNumber } from '../../src/procedure/outside-notification/receipt-number';
import { instant } from '../../src/procedure/time/dates';
import type { CaseReference, PersonId } from '../../src/procedure/time/time';
import {
  newPayloadKey,
  withKeyAdded,
  withKeyRetired,
  writingWith,
  type PayloadKeys,
} from '../../src/security/payload-keys';
import { hashOf } from '../../src/security/secret';
import { profile } from '../profile/profiles';
import { freshRecords, type TestRecords } from '../support/records';

const at = instant('2026-12-04T09:00:00.000Z');
const of: LinkOf = {
  reference: 'SIN-2026-0007' as CaseReference,
  contribution: 'return:gp',
  person: 'P26' as PersonId,
};

describe('The links of emails', () => {
  let kept: TestRecords;
  beforeAll(async () => {
    kept = await freshRecords();
  }, 180_000);
  beforeEach(() => kept.clear());
  afterAll(() => kept.close());

  const linkWith = (keys: PayloadKeys): Promise<string> =>
    emailLinks({ records: kept.records, keys, publicUrl: 'https://reviews.example.org', now: () => at }).answerLink(of);
  const works = async (address: string): Promise<boolean> => {
    const token = address.slice('https://reviews.example.org/answer/'.length);
    return (await kept.records.answerLinks.get(hashOf(token))) !== undefined;
  };
  const first: PayloadKeys = { writing: newPayloadKey('2026-12-04'), reading: [], retired: [] };
  const added = newPayloadKey('2026-12-05');
  const rotated = writingWith(withKeyAdded(first, added), added.id) ?? first;
  const retired = withKeyRetired(rotated, first.writing.id) ?? rotated;

  test('are the same in every email of one contribution, from every process with the same keys', async () => {
    const [one, other] = await Promise.all([linkWith(first), linkWith({ ...first })]);
    expect(one).toBe(other);
    expect(await works(one)).toBe(true);
  });

  test('stay the same when the key is changed, as long as the earlier one still reads', async () => {
    const before = await linkWith(first);
    expect(await linkWith(rotated)).toBe(before);
  });

  test('are others once the key was thrown away, or lost in a restore; those sent before work on', async () => {
    const before = await linkWith(first);
    const after = await linkWith(retired);
    expect(after).not.toBe(before);
    expect([await works(before), await works(after)]).toEqual([true, true]);
    expect(await linkWith(retired)).toBe(after);
  });

  test('are kept as digests alone', async () => {
    const address = await linkWith(first);
    const token = address.slice(-32);
    expect(JSON.stringify(await kept.records.answerLinks.get(hashOf(token)))).not.toContain(token);
  });
});

describe('The email with a code', () => {
  let posted: { readonly by: 'real' | 'practice'; readonly message: Message }[];
  beforeEach(() => {
    posted = [];
  });
  const postman = (by: 'real' | 'practice'): Postman => ({
    post: async (message) => {
      posted.push({ by, message });
      return { kind: 'sent', messageId: message.messageId };
    },
    close: () => Promise.resolve(),
  });
  const provider = { issuer: 'https://login.example.org', clientId: 'a', clientSecret: 'b', trustsEmail: false };
  const asks = { classes: [], methods: [], maxAgeMinutes: undefined };
  const signIn = { provider: { ...provider, asks } };
  const nobodySignsIn = { provider: undefined };
  const sender = (set: Pick<Parameters<typeof codeSenders>[0]['config'], 'provider'>, smtpUrl?: string) =>
    codeSenders({
      config: { publicUrl: 'https://reviews.example.org', smtpUrl, ...set },
      postmen: { real: postman('real'), practice: postman('practice') },
      from: { name: '', address: 'reviews@example.org' },
      profile: profile('kirklees'),
    });
  const code = {
    ...{ reference: of.reference, code: '012345', key: 'k', at, practice: false },
    to: { name: 'Jo Bloggs', address: 'jo@example.org' },
  };
  const shown = (): readonly (readonly [string, boolean])[] =>
    posted.map(({ by, message }) => [by, `${message.text}${message.html}`.includes('012345')] as const);

  test('has the code where a mail server carries it', async () => {
    await sender(signIn, 'smtp://mail.example.org').sendLinkCode(code);
    expect(shown()).toEqual([['real', true]]);
  });

  test('has no code where people sign in and it stays in the mailbox, which the Business Unit reads', async () => {
    await sender(signIn).sendLinkCode(code);
    const { address, ...sentTo } = { address: 'jo@example.org', number: 'REC-ABCDEFGH' as ReceiptNumber };
    await sender(signIn).sendCode({ ...sentTo, address, receivedAt: at, code: '012345', at });
    expect(shown()).toEqual([
      ['real', false],
      ['real', false],
    ]);
    expect(posted[0]?.message.text).toContain('••••••');
  });

  test('has the code where nobody signs in: whoever plays the recipient reads it in the mailbox', async () => {
    await sender(nobodySignsIn).sendLinkCode(code);
    expect(shown()).toEqual([['real', true]]);
  });

  test('has the code of a practice case, always in the mailbox', async () => {
    await sender(signIn).sendLinkCode({ ...code, practice: true });
    await sender(signIn, 'smtp://mail.example.org').sendLinkCode({ ...code, practice: true });
    expect(shown()).toEqual([
      ['practice', true],
      ['practice', true],
    ]);
  });
});
