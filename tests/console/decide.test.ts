import { factsOf } from '../../src/procedure/case/facts';
import { instant, londonDate } from '../../src/procedure/time/dates';
import type { PersonId } from '../../src/procedure/time/time';
import { hashOf } from '../../src/security/secret';
import { aCase, type CaseBuilder } from '../support/a-case';
import type { Browser, BrowsedPage } from './support/browser';
import { ConsoleUnderTest } from './support/console';

let console: ConsoleUnderTest;
beforeAll(async () => {
  console = await ConsoleUnderTest.start();
}, 300_000);
beforeEach(() => console.reset());
afterAll(() => console.stop());

const home = '/cases/SIN-2026-0007';
const page = (decision: string) => `${home}/decisions/${decision}`;

/** Puts a case on the record, with the wall's clock at its own moment. */
async function keep(one: CaseBuilder): Promise<void> {
  console.wall = one.now;
  await console.keep(one.file);
}

const day = { 'on.day': '23', 'on.month': '11', 'on.year': '2026' };
const pathOf = ({ path }: BrowsedPage): string => path.replace(/^https?:\/\/[^/]+/, '');
const errors = (shown: BrowsedPage): readonly string[] =>
  [...shown.$('.govuk-error-summary__list a')].map((link) => shown.$(link).text());
const outcome = { ...day, outcome: 'not-to-proceed', reason: 'The injury was an accident' };

/** The case before the Local Authority decides, with somebody who may. */
async function deciding(): Promise<{ readonly browser: Browser; readonly one: CaseBuilder }> {
  const one = aCase().at('outcome');
  await keep(one);
  return { browser: await console.as('P07'), one };
}
const onTheDay = (one: CaseBuilder) => {
  const [year = '', month = '', ofMonth = ''] = one.today.split('-');
  return { 'on.day': ofMonth, 'on.month': month, 'on.year': year };
};

test('A decision goes from its form over the check to the record, and says what it set in motion', async () => {
  const { browser, one } = await deciding();
  const form = await browser.get(page('recordOutcome'));
  expect(form.heading).toBe('Record the decision whether to notify');
  expect(form.says).toMatch(/Step 4, Outcome and Ofsted notification, due by/);
  expect(form.$('input[name="on.day"]').attr('value')).toBe(String(Number(one.today.slice(8))));
  expect(form.says).toMatch(/Notify Ofsted and the National Panel/);
  const check = await browser.submit(page('recordOutcome'), { ...outcome, ...onTheDay(one) });
  expect(check.path).toMatch(/\/check\?draft=[\w-]{43}$/);
  expect(check.heading).toBe('Check your answers');
  expect(check.says).toMatch(/The outcome Do not proceed to a Rapid Review/);
  expect(check.says).toMatch(/The injury was an accident/);
  expect(check.$('form[data-once] button').text()).toBe('Record this decision');
  expect(factsOf(console.cases.files.get(one.file.reference) ?? one.file, 'recordOutcome')).toEqual([]);
  const recorded = await browser.submit(check.path);
  expect(recorded.heading).toBe('Recorded the decision whether to notify');
  expect(pathOf(recorded)).toBe(`${page('recordOutcome')}/recorded?entry=${one.file.seq + 1}`);
  expect(recorded.says).toMatch(/An email goes to:/);
  expect(recorded.says).toMatch(/No longer needed Step 5, Information and chronology .* and \d+ later steps/);
  expect(recorded.says).toMatch(/What is next .*Step 4, Outcome and Ofsted notification, by/);
});

test('Its answers can be changed, and what was typed is still there', async () => {
  const { browser, one } = await deciding();
  const check = await browser.submit(page('recordOutcome'), { ...outcome, ...onTheDay(one) });
  const change = check.$('.govuk-summary-list__actions a').last().attr('href') ?? '';
  expect(change).toMatch(/draft=.*#reason$/);
  const form = await browser.get(change);
  expect(form.$('textarea[name=reason]').text()).toBe('The injury was an accident');
  expect(form.$('input[name=outcome][value=not-to-proceed]').attr('checked')).toBe('checked');
  const action = form.$('main form').attr('action') ?? '';
  const again = await browser.submit(action, { ...outcome, ...onTheDay(one), reason: 'It was a fall' });
  expect(again.path).toBe(check.path);
  expect(again.says).toMatch(/It was a fall/);
});

test('Pressing the button twice records it once, and both lead to the same entry', async () => {
  const { browser, one } = await deciding();
  const check = await browser.submit(page('recordOutcome'), { ...outcome, ...onTheDay(one) });
  const token = await browser.token();
  const pressed = await Promise.all([1, 2].map(() => browser.send(check.path, { _csrf: token })));
  const later = await browser.submit(check.path);
  for (const answer of [...pressed, later]) {
    expect(answer.heading).toBe('Recorded the decision whether to notify');
    expect(pathOf(answer)).toBe(`${page('recordOutcome')}/recorded?entry=${one.file.seq + 1}`);
  }
  const after = console.cases.files.get(one.file.reference);
  expect(after && factsOf(after, 'recordOutcome').length).toBe(1);
});

test('Whoever comes second is told who was first and what they decided, and loses nothing of what they wrote', async () => {
  await keep(aCase());
  const [first, second] = [await console.as('P02'), await console.as('P03')];
  const typed = (who: string) => ({ ...day, sentBy: who });
  const [one, two] = [
    await first.submit(page('sendToFrontDoor'), typed('Robin of the duty desk')),
    await second.submit(page('sendToFrontDoor'), typed('Sam of the front office')),
  ];
  expect((await first.submit(one.path)).heading).toBe('Sent the notification to the Front Door');
  for (const told of [await second.submit(two.path), await second.get(two.path)]) {
    expect(told.status).toBe(409);
    expect(told.says).toMatch(/Somebody was first/);
    expect(told.says).toMatch(/Rowan Appleyard-Finch, SPR co-ordinator, recorded it at/);
    expect(told.says).toMatch(/Who sent it Robin of the duty desk/);
    expect(told.says).toMatch(/What you had written .*Sam of the front office/);
  }
  const later = await second.get(page('sendToFrontDoor'));
  expect(later.status).toBe(409);
  expect(later.says).toMatch(/This is decided already .*Robin of the duty desk/);
  expect(later.$('a:contains("correct it")').attr('href')).toBe(`${page('correctFact')}?entry=2`);
});

test('Whoever is still at the form when somebody was first loses nothing of what they typed either', async () => {
  await keep(aCase());
  const [first, second] = [await console.as('P02'), await console.as('P03')];
  const one = await first.submit(page('sendToFrontDoor'), { ...day, sentBy: 'Robin of the duty desk' });
  await first.submit(one.path);
  const told = await second.submit(page('sendToFrontDoor'), { ...day, sentBy: 'Sam of the front office' });
  expect(told.status).toBe(409);
  expect(told.says).toMatch(/Somebody was first .*Who sent it Robin of the duty desk/);
  expect(told.says).toMatch(/What you had written .*Sam of the front office/);
  const again = await first.submit(page('sendToFrontDoor'), { ...day, sentBy: 'Robin, again' });
  expect(again.says).toMatch(/You have recorded this already .*Nothing more was recorded/);
});

test('A form that was overtaken by the end of the case says why, beside what was typed', async () => {
  const one = aCase();
  await keep(one);
  const browser = await console.as('P01');
  await keep(one.with('withdrawCase', { why: 'opened-in-error', reason: 'It came twice' }));
  const told = await browser.submit(page('sendToFrontDoor'), { ...day, sentBy: 'Sam of the front office' });
  expect(told.status).toBe(409);
  expect(told.says).toMatch(/It was not recorded .*What you had written .*Sam of the front office/);
});

test('A partner’s summary that another recorded meanwhile is told as such, for that partner only', async () => {
  await keep(aCase());
  const [first, second] = [await console.as('P01'), await console.as('P02')];
  const summary = (partner: string) => ({ ...day, partner, keptAt: 'eCase/1' });
  const one = await first.submit(page('recordAgencySummary'), summary('police'));
  const two = await second.submit(page('recordAgencySummary'), summary('police'));
  await first.submit(one.path);
  const told = await second.submit(two.path);
  expect(told.says).toMatch(/already/);
  const other = await second.submit(page('recordAgencySummary'), summary('health'));
  expect(other.heading).toBe('Check your answers');
});

test('What was being typed when the session ended is there again after signing in', async () => {
  await keep(aCase());
  const browser = await console.as('P01');
  const token = await browser.token();
  await console.records.sessions.endAllOf('P01' as PersonId, console.wall);
  const away = await browser.send(page('sendToFrontDoor'), { _csrf: token, ...day, sentBy: 'Robin' });
  expect(away.heading).toBe('Choose who to sign in as');
  const back = await browser.submit('/sign-in', { person: 'P01', to: page('sendToFrontDoor') });
  expect(back.heading).toBe('Send the notification to the Front Door');
  expect(back.$('input[name=sentBy]').attr('value')).toBe('Robin');
});

test('What was typed in a page from before signing in again, in another window, is there again', async () => {
  await keep(aCase());
  const browser = await console.as('P01');
  const old = await browser.token();
  await browser.submit('/sign-out');
  await browser.submit('/sign-in', { person: 'P01', to: '/' });
  const told = await browser.send(page('sendToFrontDoor'), { _csrf: old, ...day, sentBy: 'Robin' });
  expect([told.status, told.heading]).toEqual([403, 'Send the form again']);
  const again = await browser.get(told.$('main a:contains("Open the form again")').attr('href') ?? '');
  expect(again.$('input[name=sentBy]').attr('value')).toBe('Robin');
});

test('Another person’s draft is not there', async () => {
  await keep(aCase());
  const handed = console.cases.handed.length;
  const [mine, theirs] = [await console.as('P01'), await console.as('P02')];
  const check = await mine.submit(page('sendToFrontDoor'), { ...day, sentBy: 'Robin' });
  expect((await theirs.get(check.path)).status).toBe(404);
  expect((await theirs.submit(check.path)).status).toBe(404);
  expect((await theirs.get(check.path.replace('/check', ''))).status).toBe(404);
  expect((await mine.get(check.path.replace('sendToFrontDoor', 'addNote'))).status).toBe(404);
  expect(console.cases.handed.length).toBe(handed);
});

test('While the system that runs cases is away nothing is half done, and the draft can be sent again', async () => {
  await keep(aCase());
  const browser = await console.as('P01');
  const check = await browser.submit(page('sendToFrontDoor'), { ...day, sentBy: 'Robin' });
  console.cases.unavailable = 'away';
  const away = await browser.submit(check.path);
  expect(away.status).toBe(503);
  expect(away.heading).toBe('A part of the system does not answer');
  console.cases.unavailable = undefined;
  expect((await browser.get(check.path)).says).toMatch(/Who sent it Robin/);
  expect((await browser.submit(check.path)).heading).toBe('Sent the notification to the Front Door');
});

test('While a case stands still, it is named, with what to do; Temporal is not said to be away', async () => {
  await keep(aCase());
  const browser = await console.as('P01');
  const check = await browser.submit(page('sendToFrontDoor'), { ...day, sentBy: 'Robin' });
  console.cases.unavailable = 'stands-still';
  const still = await browser.submit(check.path);
  expect(still.status).toBe(503);
  expect(still.heading).toBe('This case stands still');
  expect(still.says).toContain('Nothing is lost');
  expect(still.says).not.toMatch(/does not answer|be reached/);
  console.cases.unavailable = undefined;
  expect((await browser.submit(check.path)).heading).toBe('Sent the notification to the Front Door');
});

test.each([
  ['too-slow', 503, 'The system that runs cases did not answer'],
  ['busy', 503, 'The system that runs cases did not answer'],
  ['engine-error', 503, 'The system that runs cases did not answer'],
  ['turned-away', 503, 'The system that runs cases turned this program away'],
  ['no-worker', 503, 'No decision can be recorded at present'],
  ['no-answer', 504, 'The case did not answer in time'],
  ['held-back', 503, 'No decision can be recorded at present'],
] as const)(
  'Where a decision had no answer (%s), the page says what is in the way',
  async (reason, status, heading) => {
    await keep(aCase());
    const browser = await console.as('P01');
    const check = await browser.submit(page('sendToFrontDoor'), { ...day, sentBy: 'Robin' });
    console.cases.unavailable = reason;
    const answer = await browser.submit(check.path);
    console.cases.unavailable = undefined;
    expect([answer.status, answer.heading]).toEqual([status, heading]);
  },
);

test('A decision whose answer was lost on the way is found to be recorded when it is sent again', async () => {
  await keep(aCase());
  const browser = await console.as('P01');
  const check = await browser.submit(page('sendToFrontDoor'), { ...day, sentBy: 'Robin' });
  console.cases.unavailable = 'too-slow';
  console.cases.losesAnswers = true;
  expect((await browser.submit(check.path)).status).toBe(503);
  console.cases.unavailable = undefined;
  console.cases.losesAnswers = false;
  const again = await browser.submit(check.path);
  expect(again.heading).toBe('Sent the notification to the Front Door');
  expect(again.path).toMatch(/entry=2$/);
});

test('A decision that is still being written down says so, and shows itself once it is there', async () => {
  await keep(aCase());
  const browser = await console.as('P01');
  const check = await browser.submit(page('sendToFrontDoor'), { ...day, sentBy: 'Robin' });
  console.cases.recordsLate = true;
  const late = await browser.submit(check.path);
  expect(late.heading).toBe('Decided, and being written down');
  expect(late.says).toMatch(/decided and safe/);
  console.cases.recordsLate = false;
  const elsewhere = await console.as('P02');
  expect((await elsewhere.get(late.path)).status).toBe(404);
});

test('A decision that is not open says what it waits for, whose turn that is and when', async () => {
  await keep(aCase());
  const browser = await console.as('P01');
  const early = await browser.get(page('arrangeRapidReviewMeeting'));
  expect(early.status).toBe(409);
  expect(early.says).toMatch(/It is too early for this/);
  expect(early.says).toMatch(
    /Step 4, Outcome and Ofsted notification, due by Friday 27 November 2026: \w+ \w+.*, who cannot do it yet/,
  );
  expect(early.$('main form').length).toBe(0);
  // The Service Director has not been asked yet, and is not told that there is such a case.
  expect((await (await console.as('P05')).get(page('recordOversight'))).status).toBe(404);
  expect((await browser.submit(page('arrangeRapidReviewMeeting'), day)).status).toBe(409);
});

test('A decision for which the record lacks something says what can be done meanwhile', async () => {
  await keep(aCase().before('recordAgencySummary'));
  const browser = await console.as('P01');
  const shown = await browser.get(page('recordDecisionMeeting'));
  expect(shown.says).toMatch(/An agency summary is still missing/);
  const links = [...shown.$('main li a')].map((link) => shown.$(link).attr('href'));
  expect(links).toContain(page('recordAgencySummary'));
});

test('Agencies are named, and not by the codes that the rules know them by', async () => {
  const one = aCase().with('askAgencies', { agencies: ['gp', 'housing'] });
  await keep(one);
  const browser = await console.as('P01');
  const again = await browser.submit(page('askAgencies'), { ...onTheDay(one), agencies: 'gp' });
  expect(errors(again)[0]).toBe(`${one.file.policy.agencies['gp']?.name ?? ''} has been asked already; leave it out.`);
  const late = await browser.get(page('recordReturn'));
  expect(late.$('label[for=agency]').text()).toContain(one.file.policy.agencies['gp']?.name);
});

test('The agencies that partners named are ticked, each with who named it', async () => {
  const one = aCase()
    .with('nameAgencies', { partner: 'la', agencies: ['gp', 'housing'] })
    .with('nameAgencies', { partner: 'health', agencies: ['gp'] })
    .with('askAgencies', { agencies: ['housing'] });
  await keep(one);
  const shown = await (await console.as('P01')).get(page('askAgencies'));
  const { $ } = shown;
  expect([...$('input[name=agencies]:checked')].map((box) => $(box).attr('value'))).toEqual(['gp']);
  const { 'la-partner': la, 'health-partner': health } = one.file.policy.roleTitles;
  expect($('input[name=agencies][value=gp]').closest('.govuk-checkboxes__item').text()).toContain(
    `Named by: ${la}; ${health}`.replaceAll("'", '’'),
  );
});

test('Chronologies are asked for what the terms of reference say, and what differs is shown before it is sent', async () => {
  const one = aCase().before('askChronologies');
  await keep(one);
  const browser = await console.as('P01');
  const { $ } = await browser.get(page('askChronologies'));
  const boxes = ['periodFrom.day', 'periodFrom.month', 'periodFrom.year', 'periodTo.year'];
  expect(boxes.map((name) => $(`input[name="${name}"]`).val())).toEqual(['1', '1', '2025', '2026']);
  expect([...$('input[name=familyMembers]:checked')].length).toBeGreaterThan(0);
  const filled = {
    ...onTheDay(one),
    agencies: 'gp',
    ...Object.fromEntries(
      ['periodFrom', 'periodTo'].flatMap((field) =>
        ['day', 'month', 'year'].map((part) => [`${field}.${part}`, String($(`input[name="${field}.${part}"]`).val())]),
      ),
    ),
    familyMembers: [...$('input[name=familyMembers]:checked')].map((box) => String($(box).attr('value'))),
  };
  const wrong = await browser.submit(page('askChronologies'), { ...filled, 'periodFrom.year': '2020' });
  expect(errors(wrong)).toEqual([
    expect.stringMatching(/look at the period from Wednesday 1 January 2025 .*begins on Wednesday 1 January 2020/),
    'Say why the request differs from the terms of reference, or ask as they say',
  ]);
  const why = { reasonForDifference: 'The panel found earlier concerns' };
  const check = await browser.submit(page('askChronologies'), { ...filled, ...why, 'periodFrom.year': '2020' });
  expect([check.heading, check.says]).toEqual(['Check your answers', expect.stringContaining('earlier concerns')]);
});

test('Children and relatives are chosen by name by those who see names, and by no name by anybody else', async () => {
  const one = aCase().with('addFamilyMember', {}).past('submission').with('appointAuthor', {}, { by: 'la-partner' });
  await keep(one);
  const address = page('recordFamilyInvolvement');
  const options = async (person: string) => (await (await console.as(person)).get(address)).$('fieldset').text();
  expect(await options('P01')).toMatch(/Kept in the records \(family member 9\)/);
  expect(await options('P36')).toMatch(/Kept in the records \(family member 9\)/);
  // Somebody who is given the author's part sees the names; whoever has none sees no form.
  expect(await options('P37')).toBe('');
});

test('A decision that is another’s says who may take it, by name', async () => {
  await keep(aCase().at('outcome'));
  const shown = await (await console.as('P08')).get(page('recordOutcome'));
  expect(shown.status).toBe(403);
  expect(shown.says).toMatch(/not yours to take .*Local Authority delegated partner: \w+/);
  expect(shown.says).not.toMatch(/P07|recordOutcome/);
});

test('In a closed case only reopening is open, and the page leads there', async () => {
  const one = aCase();
  await keep(one.as({ ...one.file, closedOn: one.today }));
  const browser = await console.as('P01');
  const shown = await browser.get(page('addNote'));
  expect(shown.says).toMatch(/The case is closed/);
  expect(shown.$('a:contains("Reopen the case")').attr('href')).toBe(page('reopenCase'));
  expect((await browser.get(page('reopenCase'))).status).toBe(200);
});

test('Mistakes are said at their fields, and what was typed stays', async () => {
  const { browser, one } = await deciding();
  const wrong = await browser.submit(page('recordOutcome'), {
    'on.day': '31',
    'on.month': '02',
    'on.year': '2026',
    outcome: 'sideways',
    reason: 'Because',
  });
  expect(wrong.status).toBe(422);
  expect(errors(wrong)).toEqual(['Date this happened: February 2026 has no day 31', 'Choose the outcome']);
  expect(wrong.$('.govuk-error-summary__list a').first().attr('href')).toBe('#on-day');
  expect(wrong.$('input[name="on.month"]').attr('value')).toBe('02');
  expect(wrong.$('textarea[name=reason]').text()).toBe('Because');
  const future = await browser.submit(page('recordOutcome'), { ...outcome, ...onTheDay(one), 'on.year': '2027' });
  expect(errors(future)).toEqual([expect.stringMatching(/has not come yet/)]);
  expect(future.$('.govuk-error-summary__list a').first().attr('href')).toBe('#on-day');
});

test('A day that has not come is said together with what else is wrong', async () => {
  const { browser, one } = await deciding();
  const future = { ...onTheDay(one), 'on.year': '2027' };
  const wrong = await browser.submit(page('recordOutcome'), { ...future, outcome: 'sideways', reason: '' });
  expect(errors(wrong)).toEqual([
    expect.stringMatching(/ 2027 has not come yet; a decision is recorded on the day it is taken, or after/),
    'Choose the outcome',
    'Enter the reason',
  ]);
  expect(wrong.$('.govuk-error-summary__list a').first().attr('href')).toBe('#on-day');
});

test('A right day in the future is said at the right day, not at the day of the correction', async () => {
  await keep(aCase().with('recordAgencySummary', { partner: 'la' }));
  const browser = await console.as('P01');
  const wrong = await browser.submit(`${page('correctFact')}?entry=2&field=on`, {
    ...onTheDay(aCase()),
    entry: '2',
    field: 'on',
    'value.day': '1',
    'value.month': '6',
    'value.year': '2040',
    reason: 'A slip of the pen',
  });
  expect(errors(wrong)).toEqual([
    expect.stringMatching(/^The right day cannot be in the future; it must be from 1 January 1950 to today, /),
  ]);
  expect(wrong.$('.govuk-error-summary__list a').first().attr('href')).toBe('#value-day');
});

test('What only the rules see is wrong is said at its field too', async () => {
  await keep(aCase().before('recordDecisionMeeting'));
  const browser = await console.as('P01');
  const [year = '', month = '', ofMonth = ''] = londonDate(console.wall).split('-');
  const typed = {
    'on.day': ofMonth,
    'on.month': month,
    'on.year': year,
    businessManagerPresent: 'yes',
    scrutineerPresent: 'no',
    'views.la': 'notify',
    'views.police': 'notify',
    'views.health': 'do-not-notify',
  };
  const wrong = await browser.submit(page('recordDecisionMeeting'), typed);
  expect(errors(wrong)).toEqual(['Add the Scrutineer’s input and whether it was escalated, with the reason']);
  expect(wrong.$('.govuk-error-summary__list a').attr('href')).toBe('#disagreement');
  const given = await browser.submit(page('recordDecisionMeeting'), {
    ...typed,
    'disagreement._given': 'yes',
    'disagreement.scrutineerInput': 'Notify, I think',
    'disagreement.escalated': 'no',
    'disagreement.reason': 'They will talk again',
  });
  expect(given.heading).toBe('Check your answers');
  expect(given.says).toMatch(/The disagreement: The Scrutineer’s input Notify, I think/);
});

test('Rows are added and taken away without a script, and nothing that was typed is lost', async () => {
  const one = aCase().before('recordRapidReviewMeeting');
  await keep(one);
  const browser = await console.as('P01');
  const address = page('recordRapidReviewMeeting');
  const typed = { ...onTheDay(one), 'attended.others._rows': '1', 'attended.others.0': 'A health visitor' };
  const more = await browser.submit(address, { ...typed, _add: 'attended.others' });
  expect(more.status).toBe(200);
  expect(more.$('input[name="attended.others.0"]').attr('value')).toBe('A health visitor');
  expect(more.$('input[name="attended.others.1"]').length).toBe(1);
  expect(errors(more)).toEqual([]);
  const less = await browser.submit(address, {
    ...typed,
    'attended.others._rows': '2',
    'attended.others.1': 'A teacher',
    _remove: 'attended.others.0',
  });
  expect(less.$('input[name="attended.others.0"]').attr('value')).toBe('A teacher');
  expect(less.$('input[name="attended.others.1"]').length).toBe(0);
});

test('A backdated day is pointed out before it is recorded', async () => {
  await keep(aCase());
  console.wall = instant('2026-11-25T10:00:00Z');
  const browser = await console.as('P01');
  const check = await browser.submit(page('sendToFrontDoor'), { ...day, sentBy: 'Robin' });
  expect(check.says).toMatch(/You date it Monday 23 November 2026, 2 days ago/);
});

test('A draft is kept under a secret that only its writer’s address carries', async () => {
  await keep(aCase());
  const browser = await console.as('P01');
  const check = await browser.submit(page('sendToFrontDoor'), { ...day, sentBy: 'Robin' });
  const secret = new URL(check.path, 'http://x').searchParams.get('draft') ?? '';
  const draft = await console.records.drafts.get(hashOf(secret), console.wall);
  expect(draft).toMatchObject({ kind: 'decision', person: 'P01', reference: 'SIN-2026-0007' });
  expect(await console.records.drafts.get(secret, console.wall)).toBeUndefined();
});

test('There is no page for a decision that the catalogue does not have', async () => {
  await keep(aCase());
  const browser = await console.as('P01');
  expect((await browser.get(page('abolishEverything'))).status).toBe(404);
  expect((await browser.get(`${page('addNote')}/recorded?entry=99`)).status).toBe(404);
  expect((await browser.get(`${page('addNote')}/check`)).status).toBe(404);
});
