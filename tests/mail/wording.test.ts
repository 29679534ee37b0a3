import { noticeKinds } from '../../src/procedure/reminders/notice-kinds';
import { isoDate } from '../../src/procedure/time/dates';
import { placeholders, sampleValues, valuesOfKind } from '../../src/mail/values';
import { profile } from '../profile/profiles';
import { notToBeSaid } from '../lint/phrases';
import { aLine, aNotice, link, reference, rendered, templates, templatesOf } from './notices';

describe.each(['kirklees', 'example'])('the emails of the profile %s', (name) => {
  const { policy, templateFolders } = profile(name);
  const own = templatesOf(templateFolders);

  test.each(noticeKinds)(
    '%s says what, by when and where, with all its values and with only those it must have',
    (kind) => {
      for (const which of ['all', 'required'] as const) {
        const email = rendered(aNotice(kind, { values: sampleValues(kind, which) }), { policy, templates: own });
        expect(email.subject).toMatch(new RegExp(`^${reference}: \\S`));
        expect(email.subject.length).toBeLessThan(141);
        for (const body of [email.text, email.html]) {
          // Whoever cannot sign in is led to no page: the values of all kinds are there, that one too.
          if (which === 'required' || !placeholders(kind).has('emailAlone')) expect(body).toContain(link);
          else expect(body).not.toContain(link);
          expect(body).toContain(reference);
          expect(body).toContain(policy.partnership.name);
          expect(body).not.toMatch(/undefined|\[object|\{\{|\{%/);
        }
        expect(email.text).not.toMatch(/\*\*|\]\(|\\/);
        expect(email.subject + email.text).not.toMatch(/[a-z]'[a-z]/);
        expect(notToBeSaid(`${email.subject}\n${email.text}`)).toEqual([]);
      }
    },
  );

  test.each(noticeKinds)('%s reads as sentences when a value is missing', (kind) => {
    const { text } = rendered(aNotice(kind, { values: sampleValues(kind, 'required') }), { policy, templates: own });
    expect(text).not.toMatch(/ {2}| [.,;:?]|\b(?:by|on|from|until|since)\s*[.,;:]/);
  });
});

describe('an email never says who it is about', () => {
  test('no value that a notice can bring is a name, a date of birth, an address, a circumstance or a free text', () => {
    const names = new Set(noticeKinds.flatMap((kind) => [...placeholders(kind)]));
    expect(names.size).toBeGreaterThan(30);
    for (const name of names)
      expect(name).not.toMatch(/child|family|birth|address|circumstance|reason|note|comment|injur|name/i);
  });

  test('a value that its kind does not have is not shown, whatever a notice brings', () => {
    const values = { due: '2026-12-07', reason: 'Something about Jamie', child: 'Jamie' };
    const { subject, text, html } = rendered(aNotice('agencies-to-ask', { values }));
    expect(subject + text + html).not.toContain('Jamie');
  });
});

describe('subjects that a busy person can act on', () => {
  const subject = (kind: (typeof noticeKinds)[number], values: Record<string, string>) =>
    rendered(aNotice(kind, { values })).subject;

  test.each([
    ['agencies-to-ask', { due: '2026-12-07' }, 'SIN-2026-0007: tell us by Monday 7 December which agencies to ask'],
    [
      'agencies-to-ask',
      { due: 'Monday 7 December 2026' },
      'SIN-2026-0007: tell us by Monday 7 December which agencies to ask',
    ],
    ['agencies-to-ask', {}, 'SIN-2026-0007: tell us which agencies to ask'],
    [
      'information-asked',
      { agency: 'cafcass', due: '2026-12-07' },
      'SIN-2026-0007: CAFCASS, send your information by Monday 7 December',
    ],
    ['panel-replied', { reply: 'wants-more' }, 'SIN-2026-0007: the National Panel wants more information'],
    ['notice-of-intent', { publishOn: '2027-05-04' }, 'SIN-2026-0007: report to be published on Tuesday 4 May'],
    [
      'deadline-extended',
      { deadline: 'information', due: '2026-12-14' },
      'SIN-2026-0007: Information and chronology extended to Monday 14 December',
    ],
    ['person-replaced', {}, 'SIN-2026-0007: you are now Local Authority delegated partner'],
  ] as const)('%s', (kind, values, expected) => {
    expect(subject(kind, values)).toBe(expected);
  });

  test('the title of the step comes with the notice’s own step', () => {
    expect(rendered(aNotice('hold-lifted', { values: {}, step: 'learning-event' })).subject).toBe(
      'SIN-2026-0007: the hold on Practitioner Learning Event is lifted',
    );
  });

  test('the values of its step come with a notice that belongs to one', () => {
    expect(Object.keys(valuesOfKind('panel-replied').required)).toEqual(['reply']);
    expect(Object.keys(valuesOfKind('panel-replied').optional)).toContain('due');
    expect(Object.keys(valuesOfKind('case-closed').optional)).toEqual(['on']);
  });
});

describe("a morning's reminders are one email", () => {
  const overdue = aLine({
    title: 'Step 3, Decision meeting',
    due: isoDate('2026-12-01'),
    tone: 'overdue',
    why: 'Due by Tuesday 1 December 2026: the end of day 4.',
  });
  const dayFourteen = aLine({ title: 'Day 14: Step 6, Rapid Review meeting', due: isoDate('2026-12-11') });
  const breach = aLine({
    title: 'Six months: Step 18, Publication',
    due: isoDate('2026-12-03'),
    tone: 'breach',
    why: 'The sixth month after the decision.',
  });
  const subject = (...lines: ReturnType<typeof aLine>[]) =>
    rendered(aNotice('reminders', { lines })).subject.replace(`${reference}: `, '');

  test('one is named', () => {
    expect(subject(aLine())).toBe('Step 5, Information and chronology is due by Monday 7 December');
    expect(subject(overdue)).toBe('overdue – Step 3, Decision meeting, due since Tuesday 1 December');
  });

  test('several are counted', () => {
    expect(subject(aLine(), overdue, aLine())).toBe('1 overdue, 2 due soon');
  });

  test('day 14 is named before any other', () => {
    expect(subject(aLine(), dayFourteen, overdue)).toBe(
      'Day 14: Step 6, Rapid Review meeting is due by Friday 11 December, and 2 more',
    );
  });

  test('a breach says so before all', () => {
    expect(subject(overdue, dayFourteen, breach)).toBe(
      'BREACH – Six months: Step 18, Publication, the limit was Thursday 3 December, and 2 more',
    );
  });

  test('the list is worst first, with the date and why', () => {
    const { text, html } = rendered(aNotice('reminders', { lines: [aLine(), overdue, breach] }));
    const list = text.split('\n').filter((line) => line.startsWith('- '));
    expect(list).toEqual([
      '- Breach: Six months: Step 18, Publication. The limit was Thursday 3 December 2026. The sixth month after the decision.',
      '- Overdue: Step 3, Decision meeting. It was due by Tuesday 1 December 2026: the end of day 4.',
      '- Step 5, Information and chronology. It is due by Monday 7 December 2026: the end of day 7.',
    ]);
    expect(html.match(/<li /g)).toHaveLength(3);
  });
});

describe('practice', () => {
  test('is the first word of the subject and stands in both bodies', () => {
    const { subject, text, html } = rendered(aNotice('case-opened', { practice: true }));
    expect(subject).toMatch(/^PRACTICE – SIN-2026-0007: /);
    expect(text).toMatch(/^Practice email\. This is not a real case\./);
    expect(html).toContain('Practice email. This is not a real case.');
  });

  test('is not spoken of in a real case', () => {
    const { subject, text, html } = rendered(aNotice('case-opened'));
    expect(subject + text + html).not.toMatch(/practice\./i);
  });
});

describe('no value can do anything but be read', () => {
  const nasty =
    'GP [click](https://evil.example)\r\nBcc: all@example.org <script>alert(1)</script> **bold** {{ link }} \u202Eesrever';
  const email = rendered(aNotice('information-asked', { values: { agency: nasty } }), { person: { name: nasty } });

  test('it makes no link, no HTML and no emphasis', () => {
    expect(email.html).not.toContain('<script');
    expect(email.html).not.toContain('href="https://evil.example');
    expect(email.html).not.toContain('<strong>bold');
    expect(email.text).toContain(
      'GP [click](https://evil.example) Bcc: all@example.org <script>alert(1)</script> **bold** {{ link }} esrever',
    );
  });

  test('it makes no second header', () => {
    expect(email.subject).not.toMatch(/[\r\n\u202E]/);
  });

  test('a link that is none is not sent', () => {
    for (const bad of ['javascript:alert(1)', '/cases/SIN-2026-0007', '']) {
      expect(() => rendered(aNotice('case-opened'), { link: bad })).toThrow(RangeError);
    }
  });
});

describe('the HTML', () => {
  const { html } = rendered(aNotice('agencies-to-ask'));

  test('is in British English, with a title, and fetches nothing', () => {
    expect(html).toContain('<html lang="en-GB">');
    expect(html).toMatch(/<title>SIN-2026-0007: /);
    expect(html).not.toMatch(/<(?:img|link|script|iframe|style|object)|url\(|@import|src=/i);
  });

  test('says why one gets it and whom to ask', () => {
    expect(html).toContain('You get this email as Local Authority delegated partner in SIN-2026-0007.');
    expect(html).toContain('ask the Business Manager of Kirklees Safeguarding Children Partnership');
  });
});

test('the same notice always gives the same words', () => {
  expect(rendered(aNotice('reminders'))).toEqual(rendered(aNotice('reminders')));
  expect(templates.reminders.kind).toBe('reminders');
});
