import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeLinkCode } from '../../src/mail/link-code-email';
import { instant } from '../../src/procedure/time/dates';
import { aLine, aNotice, folder, from, link, reference, rendered, templates, templatesOf } from './notices';

/* The links by which people answer without an account, in emails; and the email with the code. */

const one = { agency: 'GP practices (ICB)', address: 'https://reviews.example.org/answer/0123456789abcdef' };
const two = { agency: 'Housing', address: 'https://reviews.example.org/answer/fedcba9876543210' };
const asked = aNotice('information-asked', { as: 'agency-contact' });

const linksIn = (html: string): readonly string[] => [...html.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href);

test.each(['information-asked', 'chronology-asked'] as const)('%s carries the link of the agency', (kind) => {
  const email = rendered({ ...asked, kind }, { link: one.address, answers: [one] });
  expect(email.text).toContain(`Answer for GP practices (ICB): ${one.address}`);
  expect(linksIn(email.html)).toEqual([one.address]);
});

test('whoever answers for two agencies gets a link for each, by the name of the agency', () => {
  const email = rendered(asked, { link: one.address, answers: [one, two] });
  expect(email.text).toContain(`Answer for GP practices (ICB): ${one.address}\n\nAnswer for Housing: ${two.address}`);
  expect(linksIn(email.html)).toEqual([one.address, two.address]);
});

test('without a link of that kind the email leads to the case', () => {
  expect(linksIn(rendered(asked).html)).toEqual([link]);
});

describe('A reminder', () => {
  const reminder = aNotice('reminders', { as: 'agency-contact' });

  test('of what is asked carries its link, and does not lead to the case', () => {
    expect(linksIn(rendered(reminder, { link: one.address, answers: [one] }).html)).toEqual([one.address]);
  });

  test('of more than that leads to the case, and has the link below', () => {
    const both = { ...reminder, lines: [aLine(), aLine({ deadline: 'action-1' })] };
    expect(linksIn(rendered(both, { answers: [one] }).html)).toEqual([link, one.address]);
  });

  test('of somebody else is as it was', () => {
    const email = rendered(aNotice('reminders'));
    expect(email.text).toContain(`Open the case: ${link}`);
  });
});

describe("A partnership's own template, which knows one link alone", () => {
  const own = mkdtempSync(path.join(tmpdir(), 'templates-'));
  afterAll(() => rmSync(own, { recursive: true }));
  writeFileSync(
    path.join(own, 'information-asked.md'),
    'Subject: {{ reference }}: please answer\n\nDear {{ recipient }},\n\n[Do it now]({{ link }})\n',
  );
  const theirs = templatesOf([own, folder('templates')]);

  test('leads to the link of the agency', () => {
    const email = rendered(asked, { link: one.address, answers: [one], templates: theirs });
    expect(linksIn(email.html)).toEqual([one.address]);
  });

  test('has the links of several agencies below, each by its name', () => {
    const email = rendered(asked, { link: one.address, answers: [one, two], templates: theirs });
    expect(linksIn(email.html)).toEqual([one.address, one.address, two.address]);
    expect(email.text).toContain(`Answer for Housing: ${two.address}`);
  });

  test('of the example partnership goes on working for reminders', () => {
    const example = templatesOf([folder('example', 'templates'), folder('templates')]);
    const reminder = aNotice('reminders', { as: 'agency-contact' });
    const email = rendered(reminder, { link: one.address, answers: [one], templates: example });
    expect(linksIn(email.html)).toEqual([one.address]);
  });
});

test('the name of an agency can make no link, and an address that is none is not sent', () => {
  const nasty = { ...one, agency: '](https://evil.example) [' };
  expect(linksIn(rendered(asked, { link: one.address, answers: [nasty] }).html)).toEqual([one.address]);
  expect(() => rendered(asked, { answers: [{ ...one, address: 'javascript:alert(1)' }], templates })).toThrow(
    RangeError,
  );
});

describe('The email with the code', () => {
  const email = (practice: boolean) =>
    writeLinkCode({
      ...{ key: 'link-code/x', reference, practice, code: '012345', from, partnership: 'A Partnership' },
      to: { name: 'Jo Bloggs', address: 'jo@example.org' },
      at: instant('2026-12-04T09:00:00.000Z'),
    });

  test('has the code, for how long it works, and no link that somebody could be led astray by', () => {
    const { text, html, subject } = email(false);
    expect(text).toContain('The code is 012345.');
    expect(text).toContain('It works for 15 minutes and 5 tries.');
    expect(linksIn(html)).toEqual([]);
    expect(subject).not.toContain('012345');
  });

  test('says that it is practice where it is', () => {
    expect(email(true).subject).toMatch(/^PRACTICE – /);
    expect(email(true).text).toMatch(/^Practice email\./);
    expect(email(false).text).not.toMatch(/Practice/);
  });
});
