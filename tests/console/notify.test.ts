import type { WrittenForm } from '../../src/console/forms/notification-draft';
import { hashOf } from '../../src/security/secret';
import { londonInstant, isoDate, timeOfDay } from '../../src/procedure/time/dates';
import { notificationForm } from '../../src/procedure/notification/notification-form';
import { questionOf } from '../../src/console/forms/questions';
import { pageFields, pageIds } from '../../src/console/pages/notify/pages';
import { newReturnCode, readReturnCode } from '../../src/console/forms/return-code';
import type { Browser, BrowsedPage, FormFields } from './support/browser';
import { exampleChild as child, exampleNotification as pages } from './support/notification-pages';
import { ConsoleUnderTest } from './support/console';

let console: ConsoleUnderTest;
beforeAll(async () => {
  console = await ConsoleUnderTest.start();
});
afterEach(() => console.reset());
afterAll(() => console.stop());

async function filledIn(
  browser: Browser,
  more: Readonly<Record<string, FormFields | null>> = {},
): Promise<BrowsedPage> {
  await browser.submit('/notify');
  let last = await browser.get('/notify/tasks');
  for (const [page, fields] of Object.entries({ ...pages, ...more })) {
    if (fields !== null) last = await browser.submit(`/notify/${page}`, fields);
  }
  return last;
}

const pathOf = ({ path }: BrowsedPage): string => new URL(path, console.address).pathname;
const sends = (browser: Browser): Promise<BrowsedPage> => browser.submit('/notify/check');
const codeOn = (page: BrowsedPage): string => page.$('.app-return-code').text().trim();

describe('The first page of the form', () => {
  test('says what to do if a child is in danger now, before anything else', async () => {
    const page = await console.browser().get('/notify');
    expect(page.status).toBe(200);
    expect(page.$('main h2').first().text()).toBe('If a child is in danger now');
    expect(page.says.indexOf('Call 999')).toBeLessThan(page.says.indexOf('What a notifiable incident is'));
    expect(page.says).toContain('within 24 hours of the incident being known');
    expect(page.says).toContain('not your own Significant Incident form');
    expect(page.says).toContain('a care leaver under 25 has died (Statutory: asked for by national guidance');
  });

  test('the danger is on every page of the form in short', async () => {
    const browser = console.browser();
    await browser.submit('/notify');
    for (const path of ['tasks', 'what-happened', 'children/1', 'family', 'check', 'save', 'return', 'left']) {
      const page = await browser.get(`/notify/${path}`);
      expect([path, page.$('aside[aria-label="If a child is in danger now"]').text()]).toEqual([
        path,
        expect.stringContaining('Call 999 first'),
      ]);
    }
  });
});

describe('Writing and sending a notification', () => {
  test('whoever is signed in sends one, page by page, and gets a reference', async () => {
    const browser = await console.as('P09');
    const check = await filledIn(browser);
    expect([pathOf(check), check.heading]).toEqual(['/notify/check', 'Check your answers']);
    for (const said of [
      'Saturday 21 November 2026',
      '3:00pm on Sunday 22 November 2026',
      'Saturday 9 March 2024',
      'A nursery',
      'Mother',
    ]) {
      expect(check.says).toContain(said);
    }
    const sent = await sends(browser);
    expect([pathOf(sent), sent.heading]).toEqual(['/notify/sent', 'Notification received']);
    expect(sent.says).toContain('SIN-2026-0001');
    expect(sent.says).toContain('By Friday 27 November 2026');
    const known = await console.records.cases.get('SIN-2026-0001' as never);
    expect(known?.file.openedBy.person).toBe('P09');
    expect(known?.file.practice).toBe(false);
    expect(known?.file.notification).toMatchObject({
      incidentOn: '2026-11-21',
      knownAt: londonInstant(isoDate('2026-11-22'), timeOfDay('15:00')),
      agencies: ['Housing', 'A nursery', 'A charity'],
      setting: 'family-home',
    });
    const content = await console.records.content.contentOf('SIN-2026-0001' as never);
    expect(content?.children).toEqual([
      {
        ...{ ref: 'child-1', name: 'Wren Ashdown-Pike', dateOfBirth: '2024-03-09' },
        ...{ sex: 'female', ethnicGroup: 'not-known', disability: 'not-known' },
      },
    ]);
  });

  test('the confirmation stays on reload, and what was written is no longer there', async () => {
    const browser = await console.as('P09');
    await filledIn(browser);
    await sends(browser);
    expect((await browser.get('/notify/sent')).says).toContain('SIN-2026-0001');
    for (const path of ['/notify/check', '/notify/children', '/notify/about-you']) {
      const page = await browser.get(path);
      expect([pathOf(page), page.text.includes('Ashdown')]).toEqual(['/notify/sent', false]);
    }
  });

  test('a double click sends one case', async () => {
    const browser = await console.as('P09');
    await filledIn(browser);
    const both = await Promise.all([sends(browser), sends(browser)]);
    expect(both.map(({ heading }) => heading)).toEqual(['Notification received', 'Notification received']);
    await sends(browser);
    expect([...console.cases.files.keys()]).toEqual(['SIN-2026-0001']);
  });

  test('somebody who is signed in sends it in their own name, and need not type it', async () => {
    const browser = await console.as('P09');
    await browser.submit('/notify');
    const aboutYou = await browser.get('/notify/about-you');
    const known = console.profile.people.find(({ id }) => id === 'P09');
    expect(aboutYou.$('input[name="notifier.name"]').val()).toBe(known?.name);
    await filledIn(browser);
    await sends(browser);
    expect(console.cases.files.get('SIN-2026-0001' as never)?.openedBy.person).toBe('P09');
  });

  test('the Business Unit gives the day on which a paper form came; nobody else is asked', async () => {
    const unit = await console.as('P03');
    const before = { 'receivedOn.day': '22/11/2026', 'receivedOn.month': '', 'receivedOn.year': '' };
    await filledIn(unit, { dates: { ...pages['dates'], ...before } });
    await sends(unit);
    expect(console.cases.files.get('SIN-2026-0001' as never)?.notification.receivedOn).toBe('2026-11-22');
    const outside = await console.as('P09');
    await filledIn(outside, { dates: { ...pages['dates'], ...before } });
    await sends(outside);
    expect(console.cases.files.get('SIN-2026-0002' as never)?.notification.receivedOn).toBe('2026-11-23');
  });

  test('a day that lies far back is asked about once on its page, and then taken', async () => {
    const unit = await console.as('P03');
    const day = (name: string, text: string) => ({
      [`${name}.day`]: text,
      [`${name}.month`]: '',
      [`${name}.year`]: '',
    });
    const dates = {
      ...pages['dates'],
      ...day('incidentOn', '21 9 2025'),
      ...day('knownAt', '22 9 2025'),
      ...day('authorityAwareOn', '22 9 2025'),
      ...day('receivedOn', '23 9 2025'),
    };
    await filledIn(unit);
    expect((await unit.get('/notify/dates')).$('[name=yearsAreRight]')).toHaveLength(0);
    const asked = await unit.submit('/notify/dates', dates);
    expect(asked.$('.govuk-error-summary').text()).toContain('Is that the right year?');
    expect(asked.$('[name=yearsAreRight]')).toHaveLength(1);
    await unit.submit('/notify/dates', { ...dates, yearsAreRight: 'yes' });
    const check = await unit.get('/notify/check');
    expect(check.says).toContain('The years are right, though they lie far back Confirmed');
    expect((await sends(unit)).heading).toBe('Notification received');
    expect(console.cases.files.get('SIN-2025-0001' as never)?.notification.receivedOn).toBe('2025-09-23');
  });

  test('while the engine is away nothing is lost, and sending it again sends one case', async () => {
    const browser = await console.as('P09');
    await filledIn(browser);
    console.cases.unavailable = 'away';
    const page = await sends(browser);
    expect([page.status, page.heading]).toEqual([503, 'Check your answers']);
    expect(page.says).toContain('Nothing is lost: your form is kept');
    expect(page.says).toContain('Wren Ashdown-Pike');
    console.cases.unavailable = undefined;
    expect((await sends(browser)).says).toContain('SIN-2026-0001');
    expect(console.cases.files.size).toBe(1);
  });

  test('a form that is late is told so, and taken', async () => {
    const browser = console.browser();
    const check = await filledIn(browser, { dates: { ...pages['dates'], 'knownAt.day': '21' } });
    expect(check.says).toContain('More than 24 hours have passed. You can still send the form.');
    expect((await sends(browser)).heading).toBe('Notification received');
  });
});

describe('The questions', () => {
  test('every field of the form stands on one page but practice, and what is asked only in doubt', () => {
    const fields = Object.keys(notificationForm().shape).filter((name) => name !== 'practice' && name !== 'confirmed');
    expect(Object.values(pageFields).flat().toSorted()).toEqual(fields.toSorted());
  });

  test('are asked in the words of the schema, with its hints, and with what a browser may fill in', async () => {
    const browser = console.browser();
    await browser.submit('/notify');
    for (const page of pageIds.filter((id) => id !== 'family')) {
      const { says } = await browser.get(`/notify/${page}`);
      for (const name of pageFields[page].filter((one) => !['receivedOn', 'yearsAreRight', 'children'].includes(one))) {
        const { title, hint } = questionOf(notificationForm().shape[name]);
        expect([page, says]).toEqual([page, expect.stringContaining(title)]);
        expect([page, says]).toEqual([page, expect.stringContaining(hint ?? '')]);
      }
    }
    const child = await browser.get('/notify/children/1');
    expect(child.says).toContain('All of this is kept apart from the rest of the case');
    expect(child.$('legend').text()).toContain('Has the child died?');
    const aboutYou = await browser.get('/notify/about-you');
    expect(
      aboutYou
        .$('[autocomplete]')
        .map((_at, box) => aboutYou.$(box).attr('autocomplete'))
        .get(),
    ).toEqual(['organization', 'name', 'organization-title', 'email', 'tel']);
    const criteria = await browser.get('/notify/what-happened');
    expect(criteria.$('.govuk-checkboxes__hint').first().text().trim()).toBe('This partnership’s own criterion');
    expect((await browser.get('/notify/before-you-start')).says).toContain('eCase reference (optional)');
  });
});

const happened: FormFields = pages['what-happened'] ?? {};

describe('What is wrong on a page', () => {
  const wrongOn = async (page: string, fields: FormFields): Promise<BrowsedPage> => {
    const browser = console.browser();
    await browser.submit('/notify');
    return browser.submit(`/notify/${page}`, fields);
  };

  test.each([
    ['before-you-start', {}, 'notSignificantIncidentForm', 'Confirm: this is not Children’s Social Care’s own'],
    ['what-happened', { ...happened, circumstances: ' ' }, 'circumstances', 'Answer the question: What happened?'],
    ['what-happened', { ...happened, criteria: '' }, 'criteria', 'Choose at least one: which criteria apply?'],
    [
      'what-happened',
      { ...happened, abuseOrNeglect: '' },
      'abuseOrNeglect',
      'Answer the question: Is abuse or neglect known',
    ],
    [
      'what-happened',
      { ...happened, abuseOrNeglect: 'not-known-or-suspected' },
      'abuseOrNeglect',
      'These criteria hold only where abuse or neglect is known or suspected',
    ],
    ['dates', { ...pages['dates'], 'incidentOn.day': '31/02/2026' }, 'incidentOn-day', 'has no day 31'],
    ['dates', { ...pages['dates'], 'incidentOn.day': '1 6 1905' }, 'incidentOn-day', 'must be from 1 January 1950'],
    ['dates', { ...pages['dates'], 'incidentOn.day': '24 11 2026' }, 'incidentOn-day', 'cannot be in the future'],
    ['dates', { ...pages['dates'], 'knownAt.time': '' }, 'knownAt-time', 'When it became known must include a time'],
    ['dates', { ...pages['dates'], 'knownAt.time': 'noonish' }, 'knownAt-time', 'must have a time such as'],
    [
      'dates',
      { ...pages['dates'], 'knownAt.day': '20' },
      'knownAt-day',
      'It cannot have been known before it happened',
    ],
    ['dates', { ...pages['dates'], 'authorityAwareOn.month': '13' }, 'authorityAwareOn-month', 'the month must be'],
    ['children/1', { ...child, name: '' }, 'name', 'Enter the child’s name'],
    ['children/1', { ...child, sex: '' }, 'sex', 'Choose the child’s sex'],
    ['children/1', { ...child, ethnicGroup: '' }, 'ethnicGroup', 'Choose the child’s ethnic group'],
    ['children/1', { ...child, disability: '' }, 'disability', 'Does the child have a disability?'],
    ['children/1', { ...child, nhsNumber: '999 000 0019' }, 'nhsNumber', 'Enter an NHS number of ten digits'],
    ['children/1', { ...child, 'diedOn.day': '21 11 2026' }, 'diedOn-day', 'Say that the child has died'],
    ['children/1', { ...child, name: 'W'.repeat(201) }, 'name', '200 characters or fewer'],
    ['where', { setting: 'a made-up one' }, 'setting', 'Answer the question: Where did it happen?'],
    ['agencies', { 'agencies.more': ' \n ' }, 'agencies', 'Choose at least one: which agencies'],
    ['safety', { immediateSafety: '  ' }, 'immediateSafety', 'Answer the question: What has been done to keep'],
    ['about-you', { ...pages['about-you'], 'notifier.email': 'ingrid' }, 'notifier-email', 'Enter an email address'],
  ])('%s: %j', async (page, fields, field, sentence) => {
    const answer = await wrongOn(page, fields);
    expect(answer.status).toBe(422);
    expect(answer.$('title').text()).toMatch(/^Error: /);
    const link = answer.$('main .govuk-error-summary a').first();
    expect(link.text()).toContain(sentence);
    expect(link.attr('href')).toBe(`#${field}`);
    expect(answer.$(`[id="${field}"]`).length).toBe(1);
    expect(answer.$('.govuk-error-message').text()).toContain(sentence);
    expect(answer.says).not.toMatch(/serious-harm|not-known-or-suspected/);
  });

  test('what was typed stays, right or wrong, and on the next day too', async () => {
    const browser = console.browser();
    await browser.submit('/notify');
    const wrong = await browser.submit('/notify/dates', { ...pages['dates'], 'incidentOn.day': '31 / Feb / 26' });
    expect(wrong.$('[id="incidentOn-day"]').val()).toBe('31 / Feb / 26');
    expect(wrong.$('[id="knownAt-time"]').val()).toBe('3pm');
    const again = await browser.get('/notify/dates');
    expect(again.$('[id="incidentOn-day"]').val()).toBe('31 / Feb / 26');
    expect(again.$('.govuk-error-summary a').first().text()).toContain('has no day 31');
  });

  test('the serious harm is asked only where a child was seriously harmed', async () => {
    const browser = console.browser();
    await browser.submit('/notify');
    const harmed = await browser.submit('/notify/what-happened', pages['what-happened'] ?? {});
    expect(harmed.heading).toBe('The serious harm');
    const died = await browser.submit('/notify/what-happened', {
      ...happened,
      criteria: 'looked-after-child-death',
      abuseOrNeglect: 'not-known-or-suspected',
    });
    expect(died.heading).toBe('When it happened and when it became known');
    expect((await browser.get('/notify/tasks')).says).not.toContain('The serious harm');
  });

  test('answers that contradict each other are shown where they can be put right, and before sending', async () => {
    const browser = console.browser();
    const answers = await filledIn(browser, {
      'what-happened': { ...happened, criteria: ['death-abuse-or-neglect'], abuseOrNeglect: 'known' },
      'serious-harm': null,
    });
    expect(answers.$('.govuk-error-summary a').text()).toContain('Say which child has died');
    expect(answers.says).not.toContain('death-abuse-or-neglect');
    expect(answers.$('form[data-once]').length).toBe(0);
    expect((await sends(browser)).status).toBe(422);
    expect(console.cases.files.size).toBe(0);
    const list = await browser.get('/notify/children');
    expect(list.$('.govuk-error-summary').text()).toContain('Say which child has died');
    await browser.submit('/notify/children/1', { ...child, died: 'yes' });
    expect((await sends(browser)).heading).toBe('Notification received');
  });

  test('a form can be sent without what is not known about a child', async () => {
    const browser = await console.as('P09');
    await filledIn(browser);
    expect((await sends(browser)).heading).toBe('Notification received');
  });

  test('a form that an earlier release began keeps its circumstances on the page that asks what happened', async () => {
    const browser = console.browser();
    await browser.submit('/notify');
    await browser.submit('/notify/what-happened', { ...happened, circumstances: '' });
    const held = [...browser.cookies].find(([name]) => name.startsWith('notification-'))?.[1] ?? '';
    const id = hashOf(held);
    const draft = await console.records.drafts.get(id, console.wall);
    const { 'what-happened': said, ...others } = (draft?.body as WrittenForm).pages;
    const { circumstances: _none, ...rest } = said ?? {};
    const pages = { ...others, 'what-happened': rest, circumstances: { circumstances: 'A fall from a wall.' } };
    await console.records.drafts.change(id, { ...(draft?.body as WrittenForm), pages }, console.wall, draft?.version);
    const page = await browser.get('/notify/what-happened');
    expect(page.$('textarea').val()).toBe('A fall from a wall.');
  });

  test('a child whose answers hardly go together is asked about on the page of the child, and then taken', async () => {
    const browser = await console.as('P09');
    await filledIn(browser);
    expect((await browser.get('/notify/children/1')).$('[name=confirmed]')).toHaveLength(0);
    const leaver = { ...child, 'dateOfBirth.year': '2020', careLeaver: 'yes' };
    const asked = await browser.submit('/notify/children/1', leaver);
    expect([asked.status, asked.$('.govuk-error-summary a').attr('href')]).toEqual([422, '#confirmed']);
    expect(asked.says).toContain(
      'The child was 6 years old on the day of the incident, and a care leaver is 16 or over',
    );
    expect(asked.$('label[for=confirmed]').text().trim()).toBe('The care leaver was under 16');
    expect((await browser.get('/notify/tasks')).says).toContain('The child or children To be put right');
    expect((await sends(browser)).status).toBe(422);
    const told = await browser.submit('/notify/children/1', { ...leaver, confirmed: 'care-leaver-under-16' });
    expect(told.heading).toBe('The child or children');
    expect((await sends(browser)).heading).toBe('Notification received');
    const [opened] = console.cases.files.values();
    const unit = await console.as('P01');
    expect((await unit.get(`/cases/${opened?.reference}`)).says).toContain(
      'Confirmed by the notifier Child 1: The care leaver was under 16',
    );
  });

  test('a placement is asked for, taken for a looked after child alone, and shown with the plan on the case page', async () => {
    const browser = await console.as('P09');
    await filledIn(browser);
    const placed = { ...child, placement: 'foster-care', plan: 'child-protection' };
    const wrong = await browser.submit('/notify/children/1', placed);
    expect([wrong.status, wrong.$('.govuk-error-summary').text().includes('leave the placement out')]).toEqual([
      422,
      true,
    ]);
    await browser.submit('/notify/children/1', { ...placed, lookedAfter: 'yes' });
    expect((await sends(browser)).heading).toBe('Notification received');
    const [opened] = console.cases.files.values();
    const page = await (await console.as('P01')).get(`/cases/${opened?.reference}`);
    expect(page.says).toContain('Child 1: placement With other foster carers');
    expect(page.says).toMatch(/Child 1: .*plan\? A child protection plan/);
  });

  test('a doubtful answer that is put right is asked about no longer', async () => {
    const browser = await console.as('P09');
    await filledIn(browser);
    await browser.submit('/notify/children/1', { ...child, lookedAfter: 'yes', careLeaver: 'yes' });
    const right = await browser.submit('/notify/children/1', child);
    expect(right.heading).toBe('The child or children');
    expect((await browser.get('/notify/children/1')).$('[name=confirmed]')).toHaveLength(0);
  });

  test('a death beside the serious harm alone is asked about where the children are listed', async () => {
    const browser = await console.as('P09');
    await filledIn(browser);
    await browser.submit('/notify/children/1', { ...child, died: 'yes' });
    const asked = await browser.submit('/notify/children');
    expect(asked.status).toBe(422);
    expect(asked.$('.govuk-error-summary').text()).toContain('A child of the incident has died, and you chose');
    const check = await browser.get('/notify/check');
    expect(check.$('.govuk-error-summary a').attr('href')).toMatch(/^\/notify\/children/);
    const told = await browser.submit('/notify/children', { confirmed: 'death-without-criterion' });
    expect(told.heading).toBe('Family members');
    expect((await sends(browser)).heading).toBe('Notification received');
  });

  test('a foster home without a looked after child is asked about where the place is asked', async () => {
    const browser = await console.as('P09');
    await filledIn(browser);
    const asked = await browser.submit('/notify/where', { setting: 'foster-home' });
    expect([asked.status, asked.$('[name=confirmed]').val()]).toEqual([422, 'foster-home-not-looked-after']);
    await browser.submit('/notify/where', { setting: 'foster-home', confirmed: 'foster-home-not-looked-after' });
    expect((await sends(browser)).heading).toBe('Notification received');
  });

  test('a child who was 18 is told at the child, not before both are known', async () => {
    const browser = console.browser();
    await browser.submit('/notify');
    const adult = { ...child, 'dateOfBirth.year': '2004' };
    expect((await browser.submit('/notify/children/1', adult)).heading).toBe('The child or children');
    await browser.submit('/notify/dates', pages['dates'] ?? {});
    const page = await browser.get('/notify/children/1');
    expect(page.$('.govuk-error-message').text()).toContain('They were 18 or over');
    expect((await browser.get('/notify/tasks')).says).toContain('The child or children To be put right');
  });
});

test('1:30am on the day on which the clocks went back is asked about, and kept as it was meant', async () => {
  const browser = console.browser();
  await browser.submit('/notify');
  const dates = (more: FormFields) => ({
    ...pages['dates'],
    'incidentOn.day': '24 Oct 2026',
    'knownAt.day': '25',
    'knownAt.month': '10',
    'knownAt.time': '1:30am',
    ...more,
  });
  const asked = await browser.submit('/notify/dates', dates({}));
  expect(asked.status).toBe(422);
  expect(asked.$('.govuk-error-summary a').attr('href')).toBe('#knownAt-clock');
  expect(asked.$('[id="knownAt-clock"]').attr('type')).toBe('radio');
  expect(asked.says).toContain('Summer time: before the clocks went back');
  const said = await browser.submit('/notify/dates', dates({ 'knownAt.clock': 'winter' }));
  expect(said.status).toBe(200);
  expect((await browser.get('/notify/check')).says).toContain('1:30am (winter time)');
});

describe('Children and family', () => {
  test('are added, changed and taken out, a page each', async () => {
    const browser = console.browser();
    await browser.submit('/notify');
    expect((await browser.get('/notify/children')).heading).toBe('Child 1');
    await browser.submit('/notify/children/1', child);
    const list = await browser.submit('/notify/children/2', { ...child, name: 'Robin Ashdown-Pike' });
    expect(list.$('.govuk-summary-card').length).toBe(2);
    expect(list.$('.govuk-summary-card a').first().text().replaceAll(/\s+/g, ' ').trim()).toBe('Change Child 1');
    const changed = await browser.submit('/notify/children/2', { ...child, name: 'Robin Pike' });
    expect(changed.says).toContain('Robin Pike');
    expect((await browser.get('/notify/children/1/remove')).heading).toBe('Remove child 1?');
    expect(changed.says).toContain('Wren');
    const rest = await browser.submit('/notify/children/1/remove');
    expect(rest.$('.govuk-summary-card').length).toBe(1);
    expect(rest.says).not.toContain('Wren');
  });

  test('a form can do without family members, and not without a child', async () => {
    const browser = console.browser();
    await filledIn(browser, { 'children/1': null, children: null, 'family/1': null });
    const check = await browser.get('/notify/check');
    expect(check.$('.govuk-error-summary li').text().trim()).toBe('The child or children: not answered yet');
    await browser.submit('/notify/children/1', child);
    expect((await sends(browser)).heading).toBe('Notification received');
  });
});

describe('Saving and coming back', () => {
  test('a code opens the form on another machine, however it is typed', async () => {
    const browser = console.browser();
    await browser.submit('/notify');
    const saved = await browser.submit('/notify/safety', { immediateSafety: 'In hospital', then: 'later' });
    expect(saved.heading).toBe('Your form is saved');
    const elsewhere = console.browser();
    const back = await elsewhere.submit('/notify/return', { code: codeOn(saved).toLowerCase().replaceAll('-', ' ') });
    expect(back.heading).toBe('All parts of the form');
    expect((await elsewhere.get('/notify/safety')).$('textarea').val()).toBe('In hospital');
  });

  test('what was half typed is saved as it is', async () => {
    const browser = console.browser();
    await browser.submit('/notify');
    await browser.submit('/notify/dates', { 'incidentOn.day': '21', then: 'later' });
    expect((await browser.get('/notify/dates')).$('[id="incidentOn-day"]').val()).toBe('21');
  });

  test('the code is long, differs every time, and stands in no address and no log', async () => {
    const browser = console.browser();
    await browser.submit('/notify');
    const code = codeOn(await browser.get('/notify/save'));
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$/);
    await console.browser().submit('/notify/return', { code });
    const logged = console.logged.join('\n');
    expect(logged).toContain('/notify/return');
    expect(logged).not.toContain(code);
    expect(logged).not.toContain(code.replaceAll('-', ''));
    expect(new Set(Array.from({ length: 50 }, newReturnCode)).size).toBe(50);
    expect(readReturnCode(code.replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(code.replaceAll('-', ''));
  });

  test('a wrong code opens nothing, and who tries too many is turned away', async () => {
    const guessing = await ConsoleUnderTest.start();
    try {
      const browser = guessing.browser();
      const wrong = await browser.submit('/notify/return', { code: newReturnCode() });
      expect([wrong.status, wrong.$('.govuk-error-summary a').text()]).toEqual([
        422,
        expect.stringContaining('No form is kept under this code'),
      ]);
      const tries = [];
      for (let n = 0; n < 21; n += 1) {
        tries.push((await browser.submit('/notify/return', { code: newReturnCode() })).status);
      }
      expect(tries.at(-1)).toBe(429);
      // Whoever fills in a form from the same office is not in the way.
      expect((await browser.submit('/notify')).status).toBe(200);
    } finally {
      await guessing.stop();
    }
  });

  test('the form can be left on a shared device', async () => {
    const browser = console.browser();
    await browser.submit('/notify');
    await browser.submit('/notify/children/1', child);
    const code = codeOn(await browser.get('/notify/save'));
    expect((await browser.submit('/notify/save')).heading).toBe('You have left the form on this device');
    expect((await browser.get('/notify/children')).heading).toBe('We cannot find your form');
    await browser.submit('/notify/return', { code });
    expect((await browser.get('/notify/children')).says).toContain('Wren');
  });

  test('a page that comes when its form is no longer kept begins a new one with what was typed', async () => {
    const browser = console.browser();
    const page = await browser.submit('/notify/safety', { immediateSafety: 'In hospital' });
    expect(page.heading).toBe('All parts of the form');
    expect(page.says).toContain('What you had just typed is kept');
    expect((await browser.get('/notify/safety')).$('textarea').val()).toBe('In hospital');
  });

  test('after fourteen days the form is gone, and the page says what to do', async () => {
    const browser = console.browser();
    await browser.submit('/notify');
    console.wall = londonInstant(isoDate('2026-12-08'), timeOfDay('12:00'));
    const page = await browser.get('/notify/tasks');
    expect([page.status, page.heading]).toEqual([404, 'We cannot find your form']);
  });

  test('nothing that was typed is in an address, a title or the log', async () => {
    const browser = console.browser();
    await filledIn(browser);
    const list = await browser.get('/notify/children');
    const titles = [list, await browser.get('/notify/children/1')].map(({ $ }) => $('title').text());
    await sends(browser);
    expect([...titles, ...console.logged].join('\n')).not.toMatch(/Wren|Ashdown|Fallowmere|EC-40417|hospital trust/);
  });

  test('a form that is far too long is not kept, and says so', async () => {
    const browser = console.browser();
    await browser.submit('/notify');
    const page = await browser.submit('/notify/what-happened', { circumstances: 'x'.repeat(210_000) });
    expect([page.status, page.$('.govuk-error-message').text()]).toEqual([
      422,
      expect.stringContaining('too long to be kept'),
    ]);
  });
});
