import { aCase } from '../support/a-case';
import { ConsoleUnderTest } from './support/console';

/* What passes a limit is shown on the page to check, with the question why, and stands on the case and its record. */

let console: ConsoleUnderTest;
beforeAll(async () => {
  console = await ConsoleUnderTest.start();
}, 300_000);
beforeEach(() => console.reset());
afterAll(() => console.stop());

const home = '/cases/SIN-2026-0007';
const form = `${home}/decisions/arrangeRapidReviewMeeting`;
const dated = (name: string, [year, month, day]: readonly [number, number, number]) => ({
  [`${name}.day`]: String(day),
  [`${name}.month`]: String(month),
  [`${name}.year`]: String(year),
});

async function checking(meetingOn: readonly [number, number, number]) {
  const one = aCase().before('arrangeRapidReviewMeeting');
  console.wall = one.now;
  await console.keep(one.file);
  const browser = await console.as('P01');
  const [year = 0, month = 0, day = 0] = one.today.split('-').map(Number);
  const check = await browser.submit(form, { ...dated('on', [year, month, day]), ...dated('meetingOn', meetingOn) });
  return { one, browser, check };
}

test('The page to check lists the limits that are passed, and asks why', async () => {
  const { browser, check } = await checking([2027, 1, 20]);
  expect(check.says).toMatch(
    /It passes limits .*41 days after Thursday 10 December 2026.*34 days after Thursday 17 December/,
  );
  expect(check.$('textarea[name=reasonForPassing]')).toHaveLength(1);
  const unreasoned = await browser.submit(check.path, { reasonForPassing: ' ' });
  expect(unreasoned.status).toBe(422);
  expect(unreasoned.$('.govuk-error-summary__list a').attr('href')).toBe('#reasonForPassing');
});

test('With the reason it is recorded, and stands as a breach on the case, with the reason on its record', async () => {
  const { one, browser, check } = await checking([2027, 1, 20]);
  const recorded = await browser.submit(check.path, { reasonForPassing: 'Nobody could come before' });
  expect(recorded.heading).toBe('Rapid Review meeting arranged');
  expect(recorded.says).toMatch(/It stands as a breach .*10 December 2026/);
  expect((await browser.get(home)).says).toMatch(/Breach: .*17 December 2026.*It is a breach, and stands/);
  const record = (await browser.get(`${home}/record`)).$(`#entry-${one.file.seq + 1}`).text();
  expect(record).toMatch(/Passes a limit/);
  expect(record).toMatch(/Nobody could come before/);
});

test('Where no limit is passed, nothing is asked', async () => {
  const { browser, check } = await checking([2026, 12, 8]);
  expect(check.says).not.toMatch(/passes/);
  expect(check.$('textarea')).toHaveLength(0);
  expect((await browser.submit(check.path)).heading).toBe('Rapid Review meeting arranged');
});
