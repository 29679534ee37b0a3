import { isDomain, isOfDomains, isSharedDomain } from '../../../src/procedure/asking/domains';

/* A colleague gets a link at once only at a domain that is the agency's own. */

const own = ['kirklees.gov.uk', 'nhs.net', 'gmail.com'];

test.each([
  ['as it is listed', 'jo@kirklees.gov.uk'],
  ['in capital letters', 'Jo.Bloggs@KIRKLEES.gov.UK'],
  ['with a plus before the @', 'jo+reviews@kirklees.gov.uk'],
])('An address in a domain of the agency counts: %s', (_what, address) => {
  expect(isOfDomains(address, own)).toBe(true);
});

test.each([
  ['a domain that goes on after it', 'jo@kirklees.gov.uk.evil.com'],
  ['a domain that only ends alike', 'jo@xkirklees.gov.uk'],
  ['a domain with a hyphen before it', 'jo@x-kirklees.gov.uk'],
  ['a domain below it that is not listed', 'jo@mail.kirklees.gov.uk'],
  ['a domain above it', 'jo@gov.uk'],
  ['another ending', 'jo@kirklees.gov.uk.com'],
  ['a dot after it', 'jo@kirklees.gov.uk.'],
  ['a dot before it', 'jo@.kirklees.gov.uk'],
  ['two dots in it', 'jo@kirklees..gov.uk'],
  ['two @', 'jo@kirklees.gov.uk@evil.com'],
  ['two @, the other way round', 'jo@evil.com@kirklees.gov.uk'],
  ['a name beside the address', 'Jo <jo@kirklees.gov.uk>'],
  ['another address in brackets', 'jo@kirklees.gov.uk <jo@evil.com>'],
  ['quotation marks with an @ in them', '"jo@evil.com"@kirklees.gov.uk'],
  ['a comment', 'jo@kirklees.gov.uk(evil.com)'],
  ['two addresses with a comma', 'jo@evil.com,jo@kirklees.gov.uk'],
  ['two addresses with a semicolon', 'jo@evil.com;jo@kirklees.gov.uk'],
  ['a line break after it', 'jo@kirklees.gov.uk\nBcc: jo@evil.com'],
  ['a line break alone', 'jo@kirklees.gov.uk\r\n'],
  ['a blank in it', 'jo@kirklees .gov.uk'],
  ['a blank after it', 'jo@kirklees.gov.uk '],
  ['a tab', 'jo@kirklees.gov.uk\t'],
  ['no character in its middle', 'jo@kirk\u0000lees.gov.uk'],
  ['a Cyrillic letter that looks alike', 'jo@kіrklees.gov.uk'],
  ['a full-width letter', 'jo@ｋirklees.gov.uk'],
  ['a full-width dot', 'jo@kirklees．gov.uk'],
  ['the sign for kelvin, which is k in small letters', 'jo@\u212Airklees.gov.uk'],
  ['a blank of no width', 'jo@kirklees\u200b.gov.uk'],
  ['a direction character', 'jo@\u202ekirklees.gov.uk'],
  ['the same in the letters of a URL', 'jo@xn--krklees-q2a.gov.uk'],
  ['a percent sign that routes on', 'jo%evil.com@kirklees.gov.uk'],
  ['an exclamation mark that routes on', 'evil.com!jo@kirklees.gov.uk'],
  ['the number of a machine', 'jo@[192.0.2.1]'],
  ['a domain of the health service, though it is listed', 'jo@nhs.net'],
  ['a domain open to anybody, though it is listed', 'jo@gmail.com'],
  ['a shared domain in capital letters', 'jo@NHS.net'],
  ['no domain', 'jo@'],
  ['nothing before the @', '@kirklees.gov.uk'],
  ['nothing', ''],
])('An address does not count: %s', (_what, address) => {
  expect(isOfDomains(address, own)).toBe(false);
});

test('No address counts where the settings list no domain', () => {
  expect(isOfDomains('jo@kirklees.gov.uk')).toBe(false);
  expect(isOfDomains('jo@kirklees.gov.uk', [])).toBe(false);
});

test.each(['nhs.net', 'cjsm.net', 'gmail.com', 'outlook.com', 'Hotmail.co.uk', 'icloud.com'])(
  'The domain %s is shared',
  (domain) => {
    expect(isSharedDomain(domain)).toBe(true);
  },
);

test.each([
  ['kirklees.gov.uk', true],
  ['Kirklees.gov.uk', false],
  ['@kirklees.gov.uk', false],
  ['jo@kirklees.gov.uk', false],
  ['*.gov.uk', false],
  ['.gov.uk', false],
  ['uk', false],
  ['kirklees.gov.uk ', false],
  ['', false],
])('The settings may list "%s": %s', (domain, may) => {
  expect(isDomain(domain)).toBe(may);
});
