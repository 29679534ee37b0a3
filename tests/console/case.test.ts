import type { CaseFile } from '../../src/procedure/case/case-file';
import { instant } from '../../src/procedure/time/dates';
import { saidOf } from '../../src/procedure/refusals';
import { part, says } from '../../src/procedure/sentence';
import type { CaseReference, PersonId, WordsReference } from '../../src/procedure/time/time';
import { aCase } from '../support/a-case';
import { ConsoleUnderTest } from './support/console';

let console: ConsoleUnderTest;
beforeAll(async () => {
  console = await ConsoleUnderTest.start();
});
afterEach(() => console.reset());
afterAll(() => console.stop());

const reference = 'SIN-2026-0007';
const kept = async (file: CaseFile, wall = '2026-12-01T10:00:00.000Z'): Promise<void> => {
  console.wall = instant(wall);
  await console.keep(file);
};
const page = async (person: string, below = '') =>
  (await console.as(person)).get(`/cases/${reference}${below === '' ? '' : `/${below}`}`);

describe('The overview of a case', () => {
  test('says in one sentence where the case stands, and what is next', async () => {
    await kept(aCase().at('rapid-review-meeting').file);
    const { $, heading } = await page('P01');
    expect(heading).toBe('Where the case stands');
    expect($('#stands').text()).toBe(
      'Day 7: the Rapid Review is under way; next is Step 6, Rapid Review meeting, due by Thursday 10 December 2026.',
    );
  });

  test('says whose turn it is by name, by when, how long is left, and why that date', async () => {
    await kept(aCase().at('rapid-review-meeting').file);
    const { $ } = await page('P08');
    const first = $('.app-case-turn').first();
    expect(first.text()).toContain('Marguerite Thistlewood');
    expect(first.text()).toContain('By Thursday 10 December 2026 (day 14): 7 working days left');
    expect(first.find('details').text()).toContain('the end of day 14, in working days from Day 1');
  });

  test('says whose decision it is where somebody only stands in, and can do nothing about it but chase it', async () => {
    const { file } = aCase().past('amendments').with('recordFinalDraft');
    await kept({ ...file, people: { ...file.people, 'sub-group-chair': [] } });
    const { $ } = await page('P01');
    const turn = $('.app-case-turn:contains("Final draft")').text();
    expect(turn).toMatch(/First: record the sub-group’s approval of the final draft \(.*chair\)/i);
    expect($('.app-case-turn:contains("Panel")').text()).not.toContain('First:');
  });

  test('says that the Business Unit is to send the notification before the Service Director is waited for', async () => {
    await kept(aCase().file, '2026-11-23T12:00:00.000Z');
    const { $ } = await page('P01');
    const turn = $('.app-case-turn:contains("Step 2, Front Door oversight")').text();
    expect(turn).toContain('(SPR co-ordinator)');
    expect(turn).not.toContain('Service Director');
  });

  test('offers each person the decisions that are theirs, and says who takes the others', async () => {
    await kept(aCase().at('outcome').file, '2026-11-25T10:00:00.000Z');
    const theirs = await page('P07');
    const link = theirs.$('#do-outcome + ul a').first();
    expect(link.text()).toBe('Record the decision whether to notify');
    expect(link.attr('href')).toBe(`/cases/${reference}/decisions/recordOutcome`);
    const others = await page('P08');
    expect(others.$('#do-outcome')).toHaveLength(0);
    const row = others.$('details dt:contains("Record the decision whether to notify")').parent();
    expect(row.text()).toContain('Local Authority delegated partner: Philippa Greystoke-Hale');
  });

  test('offers nothing for which there is nothing to choose among', async () => {
    await kept(aCase().at('outcome').file);
    expect((await page('P01')).says).not.toContain('Lift a hold');
    const held = aCase()
      .at('rapid-review-meeting')
      .with('placeHold', { step: 'rapid-review-meeting', lookAgainOn: '2026-12-20' });
    await kept(held.file);
    expect((await page('P01')).says).toContain('Lift a hold');
  });

  test('lists the steps with their status in words, what each waits for, and what is not needed', async () => {
    await kept(aCase().at('outcome').file, '2026-12-01T10:00:00.000Z');
    const { $ } = await page('P01');
    const step = (title: string) => $(`.govuk-task-list__item:contains("${title}")`).first();
    expect(step('Step 2, Front Door oversight').text()).toContain('Done on');
    expect(step('Step 4, Outcome').find('.govuk-tag').text()).toBe('Overdue');
    expect(step('Step 4, Outcome').text()).toContain('2 working days overdue');
    expect(step('Step 6, Rapid Review meeting').find('.govuk-task-list__status').text().trim()).toBe(
      'Depends on decision',
    );
    expect($('main').text()).toContain('Not needed in this case: Answer to the National Panel');
  });

  test('says of a step that is held back when it is looked at again', async () => {
    const held = aCase()
      .at('rapid-review-meeting')
      .with('placeHold', { step: 'rapid-review-meeting', lookAgainOn: '2026-12-20' });
    await kept(held.file);
    const { $ } = await page('P01');
    const step = $('.govuk-task-list__item:contains("Step 6, Rapid Review meeting")').first();
    expect(step.find('.govuk-tag').text()).toBe('On hold');
    expect(step.text()).toContain('to be reviewed on Sunday 20 December 2026. The clocks keep running');
    expect($('#conflicts').parent().text()).toContain('past its date of Thursday 10 December 2026');
  });

  test('shows both dates of six months and the statutory clocks, each with its source', async () => {
    await kept(aCase().at('planning').file, '2026-12-10T10:00:00.000Z');
    const { $ } = await page('P01');
    const row = (title: string) => $(`table tr:has(th:contains("${title}"))`).first().text().replaceAll(/\s+/g, ' ');
    expect(row('Publication, by the procedure’s own target')).toContain('The procedure’s own: step 18');
    expect(row('The review is complete and published')).toContain('Statutory: Working Together');
    expect(row('The Rapid Review reaches the Panel')).toContain('Kept:');
    await kept(aCase().past('publication').file, '2027-05-24T10:00:00.000Z');
    expect((await page('P01')).says).toContain('Not confirmed at its source: check before you rely on it.');
  });

  test('states every conflict with the latest date that still works', async () => {
    await kept(aCase().at('planning').file);
    const { $ } = await page('P01');
    const conflicts = $('.app-conflict');
    expect(conflicts.length).toBeGreaterThan(2);
    expect(conflicts.first().text()).toMatch(/by \w+day \d+ \w+ 2027 to meet this date/);
    expect(conflicts.text()).not.toContain('latest date');
  });

  test('shows names of children and family to those whose part needs them, and to nobody else', async () => {
    const { file } = aCase().at('rapid-review-meeting');
    await kept(file);
    await console.records.content.saveContent({
      reference: file.reference,
      receivedOn: file.notification.receivedOn,
      practice: false,
      content: {
        children: [
          {
            ...{ ref: 'child-1', name: 'Wren Ashdown-Pike', sex: 'female', ethnicGroup: 'irish' },
            ...{ disability: 'not-known', nhsNumber: '999 000 0018', gp: 'Dr Curlew', diedOn: '2026-11-22' },
          },
        ],
        incidentPlace: 'Under the stairs',
        family: [{ ref: 'family-1', name: 'Maren Ashdown', relation: 'mother' }],
        notifier: { name: 'Ingrid Fallowmere' },
        circumstances: 'A head injury that nobody could explain.',
      },
    });
    const named = await page('P08');
    expect(named.says).toContain('Wren Ashdown-Pike');
    expect(named.says).toContain('Maren Ashdown (mother)');
    for (const told of [
      ...['Child 1: sex Female', 'Child 1: ethnic group White: Irish', 'Child 1: NHS number 999 000 0018'],
      ...['Child 1: GP Dr Curlew', 'Child 1: date of death Sunday 22 November 2026'],
      ...['Child 1: Does the child have a disability? Not known', 'The place of the incident Under the stairs'],
    ])
      expect(named.says).toContain(told);
    const director = await page('P05');
    for (const told of ['Wren', 'Maren', 'head injury']) expect(director.says).toContain(told);
    const exec = await page('P10');
    expect(exec.status).toBe(404);
    await kept(aCase().past('submission').file);
    const informed = await page('P10');
    expect(informed.says).toContain('What the notification says is not shown to you');
    for (const secret of [
      'Wren',
      'Maren',
      'Ingrid',
      '999 000',
      'Curlew',
      'Irish',
      'stairs',
      'head injury',
      'seriously harmed',
    ])
      expect(informed.text).not.toContain(secret);
  });

  test('shows the IT officer where the case stands, and nothing that is in it', async () => {
    const immediateSafety = 'words:safety' as WordsReference;
    const { file } = aCase().notifying({ immediateSafety }).at('rapid-review-meeting');
    await kept(file);
    await console.records.words.keepWords(file.reference, [{ id: immediateSafety, text: 'Stays with an aunt.' }]);
    expect((await page('P01')).says).toContain('Stays with an aunt.');
    const it = await page('P43');
    expect(it.says).toContain('Day 7: the Rapid Review is under way');
    expect(it.says).toContain('What the notification says is not shown to you');
    for (const hidden of ['Stays with', 'seriously harmed', 'words:']) expect(it.text).not.toContain(hidden);
  });

  test('tells of a case that looks like this one only whoever may see that one too', async () => {
    const other = aCase().file;
    await kept({ ...other, reference: 'SIN-2026-0009' as CaseReference });
    await kept(aCase().notifying({ looksLike: ['SIN-2026-0009'] }).file);
    const told = await page('P01');
    expect(told.$('a[href="/cases/SIN-2026-0009"]')).toHaveLength(1);
    await kept({
      ...other,
      reference: 'SIN-2026-0009' as CaseReference,
      shutOut: { [other.people['police-partner']?.[0] ?? '']: [] },
    });
    expect((await page('P08')).text).not.toContain('SIN-2026-0009');
  });

  test('shows the Business Unit what it has to put right', async () => {
    const { file } = aCase();
    await kept(file);
    await console.records.tasks.add({
      key: 'task-1',
      reference: file.reference,
      kind: 'address-refused',
      ...saidOf(says`The address of ${part.person('P07' as PersonId)} was refused.`),
      createdAt: console.wall,
    });
    expect((await page('P01')).says).toContain('The address of Philippa Greystoke-Hale was refused.');
    expect((await page('P08')).says).not.toContain('was refused');
  });
});

describe('A case at its corners', () => {
  test('one that was received on a day that is not a working day says when day 1 is', async () => {
    await kept(aCase().receivedOn('2026-11-21').file, '2026-11-21T12:00:00.000Z');
    expect((await page('P01')).$('#stands').text()).toMatch(/^Day 1 is Monday 23 November 2026: /);
    expect((await page('P01', 'plan')).says).toContain(
      'received on Saturday 21 November 2026, which is not a working day',
    );
  });

  test('one that did not proceed says so, and what it left to do', async () => {
    const gone = aCase()
      .choosing({ recordOutcome: [{ outcome: 'not-to-proceed' }] })
      .past('outcome')
      .with('addAction');
    await kept(gone.file);
    expect((await page('P01')).$('#stands').text()).toContain(
      'it was decided not to notify, and what it left to do is open',
    );
  });

  test('one that was withdrawn and closed says so, and can be reopened', async () => {
    const { file } = aCase().with('withdrawCase', { why: 'opened-in-error' });
    await kept({ ...file, closedOn: file.notification.receivedOn });
    const { $, says } = await page('P01');
    expect($('#stands').text()).toBe('Closed on Monday 23 November 2026: the case was withdrawn.');
    expect(says).toContain('Nothing: the case is closed.');
    expect(says).toContain('Reopen the case');
    for (const below of ['plan', 'record', 'people', 'actions', 'holds', 'emails']) {
      expect((await page('P01', below)).status).toBe(200);
    }
  });

  test('a practice case says on each of its pages that it is one, and what its clock shows', async () => {
    const { file } = aCase().at('rapid-review-meeting');
    await kept({ ...file, practice: true });
    await console.records.cases.setPracticeOffset(file.reference, 24 * 60 * 60 * 1000);
    for (const below of ['', 'plan', 'record', 'people', 'actions', 'holds', 'emails']) {
      const { $ } = await page('P01', below);
      expect($('header').text()).toContain('Date in this case: 10:00am on Wednesday 2 December 2026');
    }
    expect((await page('P01')).$('#stands').text()).toContain('Day 8');
  });

  test('its pages are found from each other, and name where one is', async () => {
    await kept(aCase().file);
    const { $ } = await page('P01', 'people');
    expect($('.moj-sub-navigation a[aria-current=page]').text()).toBe('People');
    expect(
      $('.moj-sub-navigation a')
        .map((_, a) => $(a).attr('href'))
        .get(),
    ).toEqual(
      ['', '/plan', '/record', '/people', '/family', '/meetings', '/actions', '/holds', '/emails', '/readings'].map(
        (below) => `/cases/${reference}${below}`,
      ),
    );
    expect($('.govuk-breadcrumbs').text().replaceAll(/\s+/g, ' ')).toContain(`${reference} People`);
    expect($('h1')).toHaveLength(1);
  });
});

describe('The other pages of a case', () => {
  test('people: who has which part since when, who was replaced and why', async () => {
    const replaced = aCase().with('replacePerson', {
      role: 'legal',
      leaves: 'P15',
      joins: 'P16',
      reason: 'On leave for the rest of the year',
    });
    await kept(replaced.file);
    const { $, says } = await page('P01', 'people');
    const row = $('tr:has(th:contains("Legal representative"))').text();
    expect(row).toContain('Lysander Hebblethwaite');
    expect(row).toContain('in place of Calliope Stonehouse');
    expect(says).toContain('On leave for the rest of the year');
    expect($('main a[href$="/decisions/replacePerson"]')).toHaveLength(1);
    const it = await page('P43', 'people');
    expect(it.says).toContain('in place of Calliope Stonehouse');
    expect(it.text).not.toContain('On leave');
    expect(it.$('main a[href*="/decisions/"]')).toHaveLength(0);
  });

  test('people: who is shut out, with the part they had; and they see nothing of the case', async () => {
    const shut = aCase().with('shutOut', { person: 'P17', reason: 'Knows the family' });
    await kept(shut.file);
    const { $, says } = await page('P01', 'people');
    expect(says).toContain(
      'Ottoline Crabtree-Moss, since Monday 23 November 2026; had the role of CSPR sub-group member',
    );
    expect($('tr:contains("Ottoline")')).toHaveLength(0);
    expect((await page('P17', 'people')).status).toBe(404);
  });

  test('actions: what, whose, by when, with what evidence, and the later looks', async () => {
    const first = aCase()
      .at('planning')
      .with('addAction', { action: 'Share the safety plan', owner: 'P07', dueOn: '2026-12-30' });
    const id = `A${first.file.seq}`;
    await kept(first.file, '2027-01-05T10:00:00.000Z');
    const open = await page('P01', 'actions');
    expect(open.says).toContain('Share the safety plan');
    expect(open.says).toContain('Philippa Greystoke-Hale');
    expect(open.$('.govuk-tag').text()).toContain('Overdue');
    expect(open.$(`a[href$="/decisions/completeAction?action=${id}"]`)).toHaveLength(1);
    expect(open.$(`a[href$="/decisions/reassignAction?action=${id}"]`)).toHaveLength(1);
    const done = first
      .with('completeAction', { action: id, evidence: 'Minute 4' }, { on: '2027-01-04' })
      .with(
        'lookAtActionAgain',
        { action: id, months: 6, effective: 'in-part', effect: 'Known' },
        { on: '2027-07-05' },
      );
    await kept(done.file, '2027-07-06T10:00:00.000Z');
    const later = await page('P01', 'actions');
    expect(later.says).toContain('Complete on Monday 4 January 2027. Its impact is still to be reviewed');
    expect(later.says).toContain('Minute 4');
    expect(later.says).toContain('It was effective in part: reviewed on Monday 5 July 2027');
    expect(later.says).toContain('Due by Tuesday 4 January 2028');
    expect((await page('P43', 'actions')).text).not.toContain('Share the safety plan');
  });

  test('processes and holds: by what they are, with dates, the reason and how far the delay letter has come', async () => {
    const withProcess = aCase()
      .at('rapid-review-meeting')
      .with('addParallelProcess', { kind: 'criminal', contact: 'DS Ogden', nextOn: '2027-01-11' });
    const process = `P${withProcess.file.seq}`;
    const held = withProcess.with('placeHold', {
      step: 'rapid-review-meeting',
      lookAgainOn: '2026-12-20',
      reason: 'The trial comes first',
      process,
    });
    const sent = held
      .with('draftDelayLetter', { hold: `H${held.file.seq}`, keptAt: 'Letters/1' })
      .with('sendDelayLetter', { hold: `H${held.file.seq}`, keptAt: 'Letters/2' });
    await kept(sent.file);
    const { $, says } = await page('P01', 'holds');
    expect(says).toContain('Criminal investigation or proceedings');
    expect(says).toContain('DS Ogden');
    expect(says).toContain('Monday 11 January 2027');
    expect(says).toContain('The trial comes first');
    expect(says).toContain('Delay letter sent');
    expect($('.govuk-tag').text()).toContain('On hold');
    expect($(`a[href$="/decisions/liftHold?hold=H${held.file.seq}"]`)).toHaveLength(1);
    expect($(`a[href$="/decisions/recordDelayAnswer?hold=H${held.file.seq}"]`)).toHaveLength(1);
    expect($('a[href*="/decisions/sendDelayLetter"]')).toHaveLength(0);
    expect(says).not.toMatch(/\b[HP]\d+\b/);
    const it = await page('P43', 'holds');
    for (const hidden of ['Ogden', 'The trial', 'Criminal']) expect(it.text).not.toContain(hidden);
  });

  test('a parallel process is never taken for a person', async () => {
    const busy = Array.from({ length: 3 }).reduce<ReturnType<typeof aCase>>(
      (one) => one.with('addNote'),
      aCase().at('rapid-review-meeting'),
    );
    const added = busy.with('addParallelProcess', { kind: 'coroner', contact: 'The office', nextOn: '2026-12-02' });
    await kept(added.file);
    const { says } = await page('P01');
    expect(says).toContain('The next date of the parallel process “Coroner’s inquest”');
    expect(says).not.toContain(`P${added.file.seq}`);
  });

  test('for IT: the way to the engine is shown to the IT officer and to nobody else', async () => {
    await kept(aCase().file);
    expect((await page('P43')).$('.moj-sub-navigation').text()).toContain('For IT');
    expect((await page('P01')).$('.moj-sub-navigation').text()).not.toContain('For IT');
    const refused = await page('P01', 'it');
    expect([refused.status, refused.heading]).toEqual([403, 'This page is not open to you']);
    const it = await page('P43', 'it');
    expect(it.says).toContain('The address of Temporal UI is not known');
    expect(it.says).toMatch(/Emails that wait to be sent ?\d/);
  });
});

describe('The page of a case for somebody who sees their own part alone', () => {
  test('says what an agency is asked for and by when, leads to the form, and shows no more of the case', async () => {
    const { file } = aCase().before('recordReturn');
    await kept(file);
    const [agency = ''] = file.facts.askAgencies?.[0]?.form.agencies ?? [];
    const { name, contact } = file.policy.agencies[agency] ?? { name: '', contact: '' };
    const asked = await page(contact ?? '');
    expect(asked.$('h1').text()).toContain(`Your part in ${file.reference}`);
    expect(asked.$('.app-case-turn').text()).toContain(`Answer the request to ${name}`);
    expect(asked.$('.app-case-turn').text()).toContain('By Monday 30 November 2026');
    expect(asked.$('main a[href$="/decisions/recordReturn"]')).toHaveLength(1);
    expect(
      asked
        .$('.moj-sub-navigation a')
        .toArray()
        .map((link) => asked.$(link).text()),
    ).toEqual(['Overview', 'Record', 'Emails']);
    for (const hidden of ['Step 2', 'Decision meeting', 'The notification']) expect(asked.says).not.toContain(hidden);
  });

  test('shows the owner of an action what it says and the form that completes it, and no form of an agency', async () => {
    const owner = 'P29';
    const text = 'words:action' as WordsReference;
    const { file } = aCase().before('recordReturn').with('addAction', { owner, action: text });
    const asked = file.facts.askAgencies?.[0]?.form.agencies ?? [];
    expect(asked.map((agency) => file.policy.agencies[agency]?.contact)).not.toContain(owner);
    await kept(file);
    await console.records.words.keepWords(file.reference, [{ id: text, text: 'Train the duty team' }]);
    const own = await page(owner);
    expect(own.$('.govuk-summary-card').text()).toContain('Action 1');
    expect(own.$('.govuk-summary-card').text()).toContain('Train the duty team');
    expect(own.$('main a[href*="/decisions/completeAction"]')).toHaveLength(1);
    expect(own.$('main a[href$="/decisions/recordReturn"]')).toHaveLength(0);
    expect(own.says).not.toContain('Nothing in this case waits for you');
  });
});
