import type { CheerioAPI } from 'cheerio';
import type { DecisionName, Forms } from '../../src/procedure/case/case-file';
import { catalogue, definitionOf } from '../../src/procedure/catalogue';
import { factsOf } from '../../src/procedure/case/facts';
import { spelledOut } from '../../src/casework/reading';
import { date } from '../../src/procedure/forms';
import { questionOf, type Question } from '../../src/console/forms/questions';
import { typedOf } from '../../src/console/forms/typed';
import { confirmedField } from '../../src/procedure/notification/notification-people';
import { londonDate, londonInstant, timeOfDay } from '../../src/procedure/time/dates';
import { notToBeSaid } from '../lint/phrases';
import { words } from '../support/default-forms';
import type { Browser, BrowsedPage, FormFields } from './support/browser';
import { ConsoleUnderTest } from './support/console';
import { openFor } from '../support/open-decisions';
import { confirmationOf } from '../../src/console/wording/confirmation';
import { typographic } from '../../src/console/wording/letters';

let console: ConsoleUnderTest;
beforeAll(async () => {
  console = await ConsoleUnderTest.start();
}, 300_000);
beforeEach(() => console.reset());
afterAll(() => console.stop());

/** The questions of a form that have a field of their own, by the name of that field. */
function leaves(question: Question, name = ''): readonly { readonly name: string; readonly title: string }[] {
  const below = (key: string) => (name === '' ? key : `${name}.${key}`);
  if (question.kind === 'group') return question.parts.flatMap(({ key, question: part }) => leaves(part, below(key)));
  if (question.kind === 'rows') return leaves(question.each, below('0'));
  return [{ name, title: question.title }];
}

/** What names a field to a reader: its label, or the legend of its group. */
function labelled($: CheerioAPI, name: string): string {
  const control = $(`[name="${name}"], [name="${name}.day"]`).first();
  if (control.attr('type') === 'hidden') return control.parent().text();
  const kind = control.attr('type') ?? '';
  const legend = control.closest('fieldset').find('legend').first().text();
  const label = $(`label[for="${control.attr('id') ?? ''}"]`).text();
  const isOne = !['radio', 'checkbox'].includes(kind) && control.attr('name') === name;
  return (isOne ? label : `${legend} ${label}`).replaceAll(/\s+/g, ' ').trim();
}

/** A visit to the form of a decision by somebody who may take it now. */
async function visiting(name: DecisionName) {
  const { one, by, form } = openFor(name);
  const { file } = one;
  // People of the case who may take it are there in the profile, and it is the morning of the case's own day.
  console.wall = londonInstant(londonDate(one.now), timeOfDay('11:00'));
  if (console.wall < one.now) console.wall = one.now;
  await console.keep(file);
  const browser = await console.as(by);
  const address = `/cases/${file.reference}/decisions/${name}`;
  return { one, file, form, browser, address };
}

const on = (one: { readonly today: string }): FormFields =>
  fieldsOnly(typedOf(date('The day', 'happened'), one.today, 'on'));
const fieldsOnly = (fields: object): FormFields => fields as FormFields;

const confirming = questionOf(confirmedField());

const names = catalogue.map(({ name }) => name).filter((name) => name !== 'correctFact');

const send = (browser: Browser, address: string, fields: FormFields): Promise<BrowsedPage> =>
  browser.submit(address, fields);

test.each(names)('%s: its form names every field, and what is filled in is recorded as it was meant', async (name) => {
  const { one, file, form, browser, address } = await visiting(name);
  const schema = definitionOf(name).form;
  const shown = await browser.get(address);
  expect(shown.status).toBe(200);
  expect(shown.heading).toBe(typographic(definitionOf(name).title));
  expect(shown.says).toMatch(/Date this happened/);
  for (const leaf of leaves(questionOf(schema))) {
    expect(leaf.title).not.toBe('');
    // A form asks whether answers are right only once they are in doubt: tests/console/correct-notification.test.ts.
    if (leaf.title === confirming.title) {
      expect(shown.$(`[name="${leaf.name}"]`)).toHaveLength(0);
      continue;
    }
    expect(`${leaf.name}: ${labelled(shown.$, leaf.name)}`).toContain(leaf.title);
  }
  expect(shown.says).not.toMatch(/\b[a-z]+[A-Z][a-zA-Z]+\b|\bP\d\d\b/);
  expect(notToBeSaid(shown.says)).toEqual([]);

  const check = await send(browser, address, { ...on(one), ...fieldsOnly(typedOf(schema, form)) });
  expect([...check.$('.govuk-error-summary__list a')].map((one) => check.$(one).text())).toEqual([]);
  expect(check.heading).toBe('Check your answers');
  expect(check.$('main').text()).not.toMatch(/\bP\d\d\b|undefined|\[object/);
  const changes = [...check.$('.govuk-summary-list__actions a')].map((link) => check.$(link).attr('href') ?? '');
  const back = await browser.get((changes[0] ?? '').split('#')[0] ?? '');
  for (const change of changes) expect(back.$(`[id="${change.split('#')[1] ?? ''}"]`).length).toBe(1);

  const recorded = await browser.submit(check.path);
  expect(recorded.heading).toBe(confirmationOf(definitionOf(name)));
  const after = console.cases.files.get(file.reference);
  const facts = after === undefined ? [] : [...factsOf(after, name), ...after.superseded.map(({ fact }) => fact)];
  const fact = facts.find(({ seq }) => seq === file.seq + 1);
  expect(fact).toMatchObject({ on: one.today });
  expect(await spelledOut({ records: console.records }, file.reference, fact?.form)).toEqual(form);
});

test.each([
  ['addParallelProcess', '2 1 2014'],
  ['addParallelProcess', '18 12 2062'],
  ['placeHold', '18 12 2062'],
] as const)('%s: a date outside its span, %s, is refused on its field, in words', async (name, typed) => {
  const { one, form, browser, address } = await visiting(name);
  const field = name === 'placeHold' ? 'lookAgainOn' : 'nextOn';
  const asTyped = { [`${field}.day`]: typed, [`${field}.month`]: '', [`${field}.year`]: '' };
  const page = await send(browser, address, {
    ...on(one),
    ...fieldsOnly(typedOf(definitionOf(name).form, form)),
    ...asTyped,
  });
  expect(page.status).toBe(422);
  const link = page.$('.govuk-error-summary__list a').first();
  expect(link.text()).toMatch(/must be from \d+ \w+ \d{4} to \d+ \w+ 203\d$/);
  expect(link.attr('href')).toBe(`#${field}-day`);
  expect(page.$('.govuk-error-message').text()).toContain(link.text());
});

test.each(names)('%s: a form sent empty says beside each field what is missing, and leads to it', async (name) => {
  const { browser, address } = await visiting(name);
  const page = await browser.submit(address, {});
  expect(page.status).toBe(422);
  expect(page.$('title').text()).toMatch(/^Error: /);
  const links = [...page.$('.govuk-error-summary__list a')].map((one) => ({
    href: page.$(one).attr('href') ?? '',
    text: page.$(one).text(),
  }));
  expect(links[0]?.text).toMatch(/^Enter the date this happened/);
  expect(page.$('main').children().first().is('.govuk-error-summary')).toBe(true);
  for (const { href, text } of links) {
    expect(`${text}: ${String(page.$(`[id="${href.slice(1)}"]`).length)}`).toBe(`${text}: 1`);
    expect(page.$('.govuk-error-message').text()).toContain(text);
  }
  const required = leaves(questionOf(definitionOf(name).form)).length;
  if (required > 0 && name !== 'recordOversight' && name !== 'approveFinalDraft')
    expect(links.length).toBeGreaterThan(1);
});

test('A correction asks which entry and which field, and then for the right value with the reason', async () => {
  const { file, browser, address } = await visiting('correctFact');
  const entries = await browser.get(address);
  expect(entries.heading).toBe('Which entry is wrong?');
  const entry = entries.$('table a').first().attr('href') ?? '';
  const fields = await browser.get(entry);
  expect(fields.heading).toBe('What is wrong in it?');
  expect(fields.says).toMatch(/The day Tuesday 24 November 2026/);
  expect(fields.says).toMatch(/Who sent it The duty administrator/);
  const who = fields.$('a:contains("Who sent it")').attr('href') ?? '';
  const form = await browser.get(who);
  expect(form.says).toMatch(/Who sent it says now: The duty administrator/);
  expect(form.$('input[name=value]').attr('value')).toBe('The duty administrator');
  const check = await browser.submit(who, {
    'on.day': '24 11 26',
    'on.month': '',
    'on.year': '',
    entry: String(file.seq),
    field: 'sentBy',
    value: 'Sam Field',
    reason: 'A slip',
  });
  expect(check.heading).toBe('Check your answers');
  const recorded = await browser.submit(check.path);
  expect(recorded.heading).toBe('Recorded fact corrected');
  const after = console.cases.files.get(file.reference);
  const fact = after && factsOf(after, 'sendToFrontDoor')[0];
  const spelled: Forms['sendToFrontDoor'] | undefined =
    fact && (await spelledOut({ records: console.records }, file.reference, fact.form));
  expect(spelled).toEqual({ sentBy: words('Sam Field') });
  expect(fact?.corrections?.[0]).toMatchObject({ field: 'sentBy', was: 'The duty administrator' });
});
