import { aCase, type CaseBuilder } from '../support/a-case';
import { words } from '../support/default-forms';
import { ConsoleUnderTest } from './support/console';

/* "Who decided this?": what the Business Unit records on behalf of others, and how they agree or object. */

let console: ConsoleUnderTest;
beforeAll(async () => {
  console = await ConsoleUnderTest.start();
}, 300_000);
beforeEach(() => console.reset());
afterAll(() => console.stop());

const home = '/cases/SIN-2026-0007';
const outcomeForm = `${home}/decisions/recordOutcome`;
const confirmForm = `${home}/decisions/confirmEntry`;
const forTheAuthority = { by: 'business-manager', onBehalf: { of: 'la-partner' } } as const;
const recorded = () => aCase().at('outcome').with('recordOutcome', {}, forTheAuthority);
const objected = () =>
  recorded().with('confirmEntry', { agrees: 'no', objection: words('I asked to wait') }, { by: 'la-partner' });

async function keep(one: CaseBuilder): Promise<CaseBuilder> {
  console.wall = one.now;
  await console.keep(one.file);
  return one;
}

const answers = (one: CaseBuilder, more: Readonly<Record<string, string>>) => {
  const [year = '', month = '', day = ''] = one.today.split('-');
  return {
    'on.day': day,
    'on.month': month,
    'on.year': year,
    outcome: 'notify',
    reason: 'The criteria are met',
    ...more,
  };
};

describe('The form', () => {
  test('asks the Business Unit who decided it, and where', async () => {
    await keep(aCase().at('outcome'));
    const { $, says } = await (await console.as('P01')).get(outcomeForm);
    expect(
      $('input[name="onBehalf.who"]')
        .map((_, one) => $(one).val())
        .get(),
    ).toEqual(['la-partner:P07']);
    expect($('input[name="onBehalf.where"]')).toHaveLength(1);
    expect(says).toContain('Who decided this?');
    expect(says).toContain('You are recording this as Business Manager');
  });

  test('asks nobody who decides it themselves', async () => {
    await keep(aCase().at('outcome'));
    const { $, says } = await (await console.as('P07')).get(outcomeForm);
    expect($('[name^="onBehalf"]')).toHaveLength(0);
    expect(says).not.toContain('Who decided this?');
  });

  test('asks of no decision that is never recorded on behalf of others', async () => {
    await keep(aCase().at('outcome'));
    const { $ } = await (await console.as('P01')).get(`${home}/decisions/addNote`);
    expect($('[name^="onBehalf"]')).toHaveLength(0);
  });

  test('says beside each field what is missing', async () => {
    const one = await keep(aCase().at('outcome'));
    const browser = await console.as('P01');
    const wrong = await browser.submit(outcomeForm, answers(one, {}));
    expect(wrong.status).toBe(422);
    const at = wrong
      .$('.govuk-error-summary__list a')
      .map((_, link) => wrong.$(link).attr('href'))
      .get();
    expect(at).toEqual(['#onBehalf-who', '#onBehalf-where']);
  });
});

test('It is checked with who decided it, recorded, and reads as not yet confirmed until they agree', async () => {
  const one = await keep(aCase().at('outcome'));
  const browser = await console.as('P01');
  const check = await browser.submit(
    outcomeForm,
    answers(one, { 'onBehalf.who': 'la-partner:P07', 'onBehalf.where': 'Decision meeting of 25 November' }),
  );
  expect(check.says).toMatch(/Who decided this\? .*Local Authority delegated partner/);
  expect(check.says).toContain('Decision meeting of 25 November');
  expect(check.says).toContain('Whoever decided it is emailed at once');
  const done = await browser.submit(check.path);
  expect(done.says).toMatch(/on behalf of .*Local Authority delegated partner\), not yet confirmed/);
  const entry = one.file.seq + 1;
  const onRecord = async () => (await browser.get(`${home}/record`)).$(`#entry-${entry}`).text();
  expect(await onRecord()).toMatch(/Recorded for .*Local Authority delegated partner\), not yet confirmed/);
  expect(await onRecord()).toContain('Decision meeting of 25 November');
  expect((await browser.get(home)).says).toMatch(/Recorded for .*not yet confirmed: entry \d+/);

  const partner = await console.as('P07');
  const overview = await partner.get(home);
  const link = overview.$('a:contains("confirm it or object")').attr('href') ?? '';
  expect(link).toBe(`${confirmForm}?entry=${entry}`);
  const form = await partner.get(link);
  expect(form.says).toContain('Decision meeting of 25 November');
  expect(form.says).toContain('The criteria are met');
  const [year = '', month = '', day = ''] = one.today.split('-');
  const agreed = await partner.submit(link, {
    ...{ 'on.day': day, 'on.month': month, 'on.year': year },
    ...{ entry: String(entry), agrees: 'yes' },
  });
  await partner.submit(agreed.path);
  expect(await onRecord()).toMatch(/who confirmed it \(entry \d+\)/);
  expect((await browser.get(home)).says).not.toContain('not yet confirmed');
});

test('The entry that awaits an answer is chosen already where it is the only one', async () => {
  const one = await keep(recorded());
  const { $ } = await (await console.as('P07')).get(confirmForm);
  const entry = String(one.file.seq);
  expect([$('select[name=entry]').val() ?? $('input[name=entry]:checked').val()]).toEqual([entry]);
});

test('Whoever decided nothing of it has no such form', async () => {
  await keep(recorded());
  expect((await (await console.as('P08')).get(home)).$('a:contains("confirm it or object")')).toHaveLength(0);
});

test('Today has it as a turn of whoever decided it', async () => {
  await keep(recorded());
  expect((await (await console.as('P07')).get('/')).says).toContain('Confirm what was recorded on your behalf');
});

test('An objection is shown before the button of what leaves the partnership, and before nothing else', async () => {
  const one = await keep(objected());
  const browser = await console.as('P02');
  const form = await browser.get(`${home}/decisions/recordOfstedNotification`);
  expect(form.$('#unresolved').text()).toBe('Before this leaves the partnership');
  expect(form.says).toMatch(/Recorded for Local Authority delegated partner, who objects: entry \d+/);
  expect(form.says).toContain('I asked to wait');
  const [year = '', month = '', day = ''] = one.today.split('-');
  const check = await browser.submit(`${home}/decisions/recordOfstedNotification`, {
    ...{ 'on.day': day, 'on.month': month, 'on.year': year },
    reference: 'OFSTED-1',
  });
  const shown = check.$('#unresolved');
  expect(shown).toHaveLength(1);
  expect(check.$('form[data-once]').find('#unresolved')).toHaveLength(1);
  expect((await browser.get(`${home}/decisions/addNote`)).$('#unresolved')).toHaveLength(0);
});

test('The settings and the table of who may do what say what is recorded on behalf of whom', async () => {
  await keep(aCase());
  const browser = await console.as('P01');
  expect((await browser.get('/profile')).says).toContain(
    'Decisions that the Business Unit may record on behalf of others',
  );
  expect((await browser.get('/people/who-may-do-what')).says).toContain('The Business Unit may record it on behalf of');
});
