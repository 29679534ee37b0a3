import { codeOf, codesSince, readCode } from '../../../src/procedure/emailed-codes';
import { whyNoCode } from '../../../src/procedure/outside-notification/confirming';
import { outsideWorkflowId } from '../../../src/procedure/outside-notification/contract';
import { whyTooMany } from '../../../src/procedure/outside-notification/limits';
import { isReceiptNumber, receiptNumberOf } from '../../../src/procedure/outside-notification/receipt-number';
import { asideForm, asideProblems } from '../../../src/procedure/outside-notification/setting-aside';
import { sayTelephone, usualOutsideSettings } from '../../../src/procedure/outside-notification/settings';
import { instant } from '../../../src/procedure/time/dates';
import { isReference } from '../../../src/records/case-reference';

const bytes = (...some: number[]) => Uint8Array.from(some);

describe('A receipt number', () => {
  const number = receiptNumberOf(bytes(0, 1, 2, 3, 250, 251, 252, 253));

  test('is no reference of a case, and no reference is a receipt number', () => {
    expect(number).toMatch(/^REC-[2-9B-DF-HJ-NP-RTV-XZ]{4}-[2-9B-DF-HJ-NP-RTV-XZ]{4}$/);
    expect(isReference(number)).toBe(false);
    expect(isReceiptNumber('SIN-2026-0007')).toBe(false);
  });

  test('is made of random bytes alone, and can be read back', () => {
    expect(isReceiptNumber(number)).toBe(true);
    expect(receiptNumberOf(bytes(9, 1, 2, 3, 4, 5, 6, 7))).not.toBe(number);
    expect(() => receiptNumberOf(bytes(1, 2, 3))).toThrow('3 bytes are too few');
    expect(['REC-0000-0000', 'REC-ABCD-EFGH', 'rec-2345-6789', 'REC-2345-678', ''].some(isReceiptNumber)).toBe(false);
  });

  test('names its workflow, which no case does', () => {
    expect(outsideWorkflowId(number)).toBe(`outside-${number}`);
    expect(isReference(outsideWorkflowId(number))).toBe(false);
  });
});

describe('The code', () => {
  const now = instant('2026-11-23T10:00:00.000Z');

  test('has six digits', () => {
    expect(codeOf(7)).toBe('000007');
    expect(codeOf(1_234_567)).toBe('234567');
  });

  test.each([
    ['123456', '123456'],
    [' 123 456 ', '123456'],
    ['123-456', '123456'],
    ['12345', undefined],
    ['1234567', undefined],
    ['12345x', undefined],
    ['', undefined],
  ])('typed as "%s" is read as %s', (typed, read) => {
    expect(readCode(typed)).toBe(read);
  });

  test('works for fifteen minutes', () => {
    expect(codesSince(now)).toBe('2026-11-23T09:45:00.000Z');
  });

  test('is not sent without end, neither for a notification nor to an address', () => {
    expect(whyNoCode({ forThis: 4, toAddress: 4 })).toBeUndefined();
    expect(whyNoCode({ forThis: 5, toAddress: 0 })).toMatch(/for this notification.*the Business Unit has it/);
    expect(whyNoCode({ forThis: 0, toAddress: 5 })).toMatch(/to this address today/);
  });
});

describe('Notifications without end are refused', () => {
  const settings = { ...usualOutsideSettings, telephone: '01632 960017' };

  test.each([
    [{ fromAddress: 9, inAll: 59 }, undefined],
    [{ fromAddress: 10, inAll: 10 }, /^10 notifications came from your network in the last hour/],
    [{ fromAddress: 0, inAll: 60 }, /^More notifications came in the last hour than we can take/],
  ])('after %j', (lately, says) => {
    const why = whyTooMany(lately, settings);
    if (says === undefined) return expect(why).toBeUndefined();
    expect(why).toMatch(says);
    expect(why).toContain('telephone the Business Unit on 01632 960017');
  });

  test('and say "telephone" without a number where the settings have none', () => {
    expect(sayTelephone({})).toBe('telephone the Business Unit');
  });
});

describe('Setting a notification aside', () => {
  const why = 'The ward sent it again.';

  test.each([
    [{ reason: 'not-a-notification', why }, []],
    [{ reason: 'sent-twice', why, reference: 'SIN-2026-0007' }, []],
    [{ reason: 'sent-twice', why }, ['reference']],
    [{ reason: 'not-a-notification', why, reference: 'SIN-2026-0007' }, ['reference']],
  ] as const)('%j', (form, wrong) => {
    expect(asideProblems(asideForm().parse(form)).map(({ field }) => field)).toEqual(wrong);
  });

  test('needs the reason in words', () => {
    expect(asideForm().safeParse({ reason: 'sent-twice' }).success).toBe(false);
    expect(asideForm().safeParse({ reason: 'another', why }).success).toBe(false);
  });
});
