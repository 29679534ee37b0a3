import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadProfile, readProfile } from '../../src/profile/load';
import { sayProblem } from '../../src/profile/problems';
import { problemsAfter, profileFile, today } from './profiles';

describe('a profile may tighten a statutory limit and never loosen it', () => {
  test('the Rapid Review is not submitted later than 15 working days after the notification', () => {
    expect(problemsAfter('submission: { from: 7, by: 14 }', 'submission: { from: 7, by: 16 }')).toEqual([
      'windows.submission.by: Day 16 is later than the law allows: the limit is 15 working days (Working Together 2023, chapter 5). Settings may only tighten this limit. Compared are day 16, counted from Day 1, and 15 working days counted from the notification being sent, which need not come after Day 1. To count from the notification as the law does, write { anchor: notification-sent, unit: working-days-after, by: 15 }.',
    ]);
  });

  test('nor held, nor decided, later than that', () => {
    const problems = problemsAfter(
      /(rapid-review-meeting|determination): \{ from: 7, by: 14 \}/g,
      '$1: { from: 7, by: 20 }',
    );
    expect(problems).toEqual([
      expect.stringMatching(/^windows\.rapid-review-meeting\.by: Day 20 is later than the law allows/),
      expect.stringMatching(/^windows\.determination\.by: Day 20 is later than the law allows/),
    ]);
  });

  test('day 15 is still within the law', () => {
    expect(problemsAfter('submission: { from: 7, by: 14 }', 'submission: { from: 7, by: 15 }')).toEqual([]);
  });

  test('the outcome is not decided later than five working days', () => {
    expect(problemsAfter('outcome: { from: 1, by: 5 }', 'outcome: { from: 1, by: 6 }')).toEqual([
      expect.stringMatching(/^windows\.outcome\.by: Day 6 is later than the law allows: the limit is 5 working days/),
    ]);
  });

  test('a review is not published later than six months', () => {
    expect(problemsAfter('unit: months-after, by: 6 }', 'unit: months-after, by: 7 }')).toEqual([
      expect.stringMatching(/^windows\.publication\.by: 7 months is later than the law allows: the limit is 6 months/),
    ]);
  });

  test('a display shorter than the statutory year has to be known to be lengthened', () => {
    expect(problemsAfter('displayLengthenedByStatute: true', 'displayLengthenedByStatute: false')).toEqual([
      expect.stringMatching(
        /^displayMonths: 6 months on the website is shorter than the law allows: the limit is at least 1 year/,
      ),
    ]);
    expect(problemsAfter(/displayMonths: 6\ndisplayLengthenedByStatute: true/, 'displayMonths: 12')).toEqual([]);
  });

  test('a window may count from the notification, as the law does, and then as long as the law', () => {
    const from = (by: number) => `submission: { anchor: notification-sent, unit: working-days-after, by: ${by} }`;
    expect(problemsAfter('submission: { from: 7, by: 14 }', from(15))).toEqual([]);
    expect(problemsAfter('submission: { from: 7, by: 14 }', from(16))).toEqual([
      'windows.submission.by: 16 working days after the notification is later than the law allows: the limit is 15 working days (Working Together 2023, chapter 5), counted from the notification too. Settings may only tighten this limit.',
    ]);
  });

  test('steps that the law does not limit may count from the notification too, those before it may not', () => {
    const after = (step: string, by: number) =>
      `${step}: { anchor: notification-sent, unit: working-days-after, by: ${by} }`;
    expect(problemsAfter('planning: { by: 24 }', after('planning', 20))).toEqual([]);
    expect(problemsAfter('outcome: { from: 1, by: 5 }', after('outcome', 4))).toEqual([
      'windows.outcome.anchor: This step counts from day-one, not from notification-sent.',
    ]);
    expect(
      problemsAfter('planning: { by: 24 }', 'planning: { anchor: submission, unit: working-days-after, by: 9 }'),
    ).toEqual(['windows.planning.anchor: This step counts from day-one or notification-sent, not from submission.']);
  });

  test('tighter windows are free', () => {
    expect(problemsAfter('submission: { from: 7, by: 14 }', 'submission: { from: 3, by: 8 }')).toEqual([]);
  });
});

describe('a mistake is named by its place, in a plain sentence', () => {
  test.each([
    [
      'a setting that there is not',
      'papersBefore:',
      'papersBefor: 3\npapersBefore:',
      'papersBefor: There is no such setting; check the spelling.',
    ],
    [
      'a step that there is not',
      'planning: { by: 24 }',
      'planing: { by: 24 }',
      'windows.planing: There is no such setting; check the spelling.',
    ],
    [
      'a window that is missing',
      '  planning: { by: 24 } # step 9\n',
      '',
      'windows.planning: This step has no window; every step needs one.',
    ],
    [
      'a window without its end',
      'planning: { by: 24 }',
      'planning: { from: 2 }',
      'windows.planning.by: This is missing.',
    ],
    [
      'a window that is a word',
      'planning: { by: 24 }',
      'planning: { by: soon }',
      'windows.planning.by: This must be a number.',
    ],
    [
      'a window that ends before it opens',
      '{ from: 7, by: 14 } # step 6',
      '{ from: 14, by: 7 } # step 6',
      'windows.rapid-review-meeting.from: The window would open on day 14, after it closes on day 7.',
    ],
    [
      'a window in another unit',
      'comments: { anchor: draft-shared, unit: days-after, by: 14 }',
      'comments: { anchor: draft-shared, unit: months-after, by: 1 }',
      'windows.comments.unit: This step is counted in days-after, not in months-after.',
    ],
    [
      'a window from another day',
      'panel-reply: { anchor: submission,',
      'panel-reply: { anchor: sign-off,',
      'windows.panel-reply.anchor: This step counts from submission, not from sign-off.',
    ],
    [
      'a closing hour without its shape',
      "closingHour: '17:00'",
      "closingHour: '5pm'",
      'closingHour: This must be a time of day in quotes, such as "09:00", from 12:00 to 20:00.',
    ],
    [
      'reminders at night',
      "morning: '09:00'",
      "morning: '03:00'",
      'morning: This must be a time of day in quotes, such as "09:00", from 07:00 to 12:00.',
    ],
    [
      'a ladder to a role that there is not',
      '{ day: 12, to: [business-manager] }',
      '{ day: 12, to: [bussiness-manager] }',
      expect.stringMatching(/^ladders\.dayFourteen\.1\.to\.0: "bussiness-manager" is not one of administrator, /),
    ],
    [
      'a rung that is on two days',
      '{ weeksBefore: 8,',
      '{ daysAfter: 2, weeksBefore: 8,',
      'ladders.sixMonths.0: A rung says when it is with one of weeksBefore and daysAfter.',
    ],
    ['a title that is missing', '  ofsted: Ofsted\n', '', 'roleTitles.ofsted: This is missing.'],
    [
      'a date that does not exist',
      'date: 2026-12-29',
      'date: 2026-02-30',
      'closures.0.date: This must be a calendar date such as 2026-12-24.',
    ],
    ['a closure twice', 'date: 2026-12-30', 'date: 2026-12-29', 'closures.1: 29 December 2026 is listed twice.'],
    [
      'a meeting on a Saturday',
      '- 2026-01-14',
      '- 2026-01-17',
      'meetings.subGroup.0: 17 January 2026 is no working day: a Saturday.',
    ],
    [
      'a meeting on a bank holiday',
      '- 2026-12-09',
      '- 2026-12-28',
      expect.stringMatching(/^meetings\.subGroup\.\d+: 28 December 2026 is no working day: /),
    ],
    [
      'a region that is not England',
      'region: GB-ENG',
      'region: GB-SCT',
      'holidays.region: "GB-SCT" is not one of GB-ENG.',
    ],
    [
      'templates outside of the profiles',
      /$/,
      '\ntemplates: ../elsewhere\n',
      'templates: This must be a folder beside the profile, such as example/templates.',
    ],
  ])('%s', (_what, was, is, expected) => {
    expect(problemsAfter(was, is)).toEqual([expected]);
  });

  test('a decision that there is not', () => {
    expect(problemsAfter('mayTake: {}', 'mayTake: { fileMinuets: [administrator] }', ['fileMinutes'])).toEqual([
      'mayTake.fileMinuets: There is no such decision; check the spelling.',
    ]);
  });

  test('a decision that is never recorded on behalf of others', () => {
    expect(problemsAfter('mayTake: {}', 'mayTake: {}\nonBehalf: [recordOutcome, shutOut]')).toEqual([
      expect.stringMatching(/^onBehalf\.1: "shutOut" is never recorded on behalf of others\. Those that may be: /),
    ]);
  });

  test('a file that is not YAML, with the line', () => {
    expect(problemsAfter('partnership:', 'partnership: [')).toEqual([
      expect.stringMatching(/^: The file is not YAML: .*line \d+/s),
    ]);
  });

  test('a setting twice', () => {
    expect(problemsAfter('displayMonths: 6', 'displayMonths: 6\ndisplayMonths: 8')).toEqual([
      expect.stringMatching(/not YAML.*unique/s),
    ]);
  });

  test('several mistakes at once, each by itself', () => {
    const problems = problemsAfter(/by: (5|24)/g, 'by: x$1');
    expect(problems.length).toBeGreaterThan(3);
  });

  test('a file that is not there', () => {
    const result = loadProfile({ file: 'profiles/nowhere.yaml', today });
    expect(result.ok ? [] : result.problems.map(sayProblem)).toEqual(['There is no profile at profiles/nowhere.yaml.']);
  });

  test('an empty file', () => {
    const result = readProfile({ text: '', name: 'empty', folder: '.', today });
    expect(result).toEqual({ ok: false, problems: [{ path: '', sentence: 'This must be a group of settings.' }] });
  });
});

describe('people', () => {
  test.each(['P1', 'P12345', 'p01', 'marguerite', 'P01 '])('are not known by the id %j', (id) => {
    expect(problemsAfter('id: P03', `id: '${id}'`)).toEqual([
      expect.stringMatching(/^people\.2\.id: A person's id is P and two to four digits/),
    ]);
  });

  test('are never the notification form itself, P00', () => {
    expect(problemsAfter('id: P03', 'id: P00')).toEqual([
      expect.stringMatching(/^people\.2\.id: .*P00 is the notification form/),
    ]);
    expect(problemsAfter('id: P03', 'id: P000')).toEqual([]);
  });

  test('do not share an id', () => {
    expect(problemsAfter('id: P03', 'id: P02')).toEqual(["people.2.id: P02 is already somebody else's id."]);
  });

  test.each([
    'not-an-address',
    'a@b',
    'a@b@example.org',
    'Somebody <a@example.org>',
    'a@example.org, b@example.org',
    'a@example.org\\nBcc: b@example.org',
    'a@example.org\\r\\n',
    '"quoted"@example.org',
    'a@[127.0.0.1]',
    'a@192.168.0.1',
    'a..b@example.org',
    '-f@example.org',
    'a(comment)@example.org',
  ])('have one plain address: not %s', (address) => {
    expect(
      problemsAfter('email: bronwen.quillfeather@kscp.example', `email: "${address.replaceAll('"', '\\"')}"`),
    ).toEqual([expect.stringMatching(/^people\.2\.email: This must be one plain e-mail address/)]);
  });

  test('have no address for a name', () => {
    expect(problemsAfter('name: Bronwen Quillfeather', "name: 'Ofsted <x@example.org>'")).toEqual([
      expect.stringMatching(/^people\.2\.name: A name is one line/),
    ]);
  });

  test('hold every role that the procedure needs', () => {
    expect(problemsAfter('roles: [scrutineer]', 'roles: [legal]')).toEqual([
      'people: Nobody holds the role scrutineer, which is needed for step 8, to submit to the National Panel.',
    ]);
  });

  test('answer for an agency only if they are there and may', () => {
    expect(problemsAfter('contact: P26 }', 'contact: P99 }')).toEqual([
      'agencies.gp.contact: There is no person with the id P99.',
    ]);
    expect(problemsAfter('contact: P26 }', 'contact: P01 }')).toEqual([
      'agencies.gp.contact: P01 does not hold the role agency-contact, and so could not answer.',
    ]);
    expect(problemsAfter('agency: gp', 'agency: gpp')).toEqual([
      expect.stringMatching(/^people\.\d+\.agency: There is no agency "gpp"/),
    ]);
  });
});

describe('templates', () => {
  test('a folder without them is named, and so is each that is missing', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'profile-'));
    try {
      const file = path.join(folder, 'kirklees.yaml');
      writeFileSync(file, readFileSync(profileFile('kirklees'), 'utf8'));
      const before = loadProfile({ file, today });
      expect(before).toMatchObject({
        ok: false,
        problems: [{ path: 'templates', sentence: expect.stringMatching(/no folder of templates/) }],
      });
      mkdirSync(path.join(folder, 'templates'));
      const after = loadProfile({ file, today });
      expect(after.ok ? [] : after.problems.map(({ sentence }) => sentence)).toContainEqual(
        expect.stringMatching(/^The template reminders\.md is missing/),
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('dates of a profile are planned, at most ten years ahead', () => {
  test.each([
    [
      '  extra: []',
      '  extra: [{ date: 2150-12-24, name: A holiday }]',
      /^holidays\.extra\.0\.date: A bank holiday must/,
    ],
    ['closures:\n', 'closures:\n  - { date: 1949-12-24, reason: Shut }\n', /^closures\.0\.date: A closure day must/],
    ['  subGroup:\n    -', '  subGroup:\n    - 2100-01-13\n    -', /^meetings\.subGroup\.0: A meeting must be from/],
  ])('%j', (was, is, says) => {
    expect(problemsAfter(was, is)).toEqual([expect.stringMatching(says)]);
    expect(problemsAfter(was, is)).toEqual([expect.stringMatching(/from 1 January 1950 to 23 November 2036\.$/)]);
  });
});

test('a profile of 0.1.0 still loads, without the information governance officer', () => {
  const ofNobody = readFileSync(profileFile('kirklees'), 'utf8')
    .replace('  information-governance-officer: Information Governance Officer\n', '')
    .replace('roles: [information-governance-officer]', 'roles: [it-officer]');
  expect(ofNobody).not.toContain('information-governance-officer');
  const result = readProfile({ text: ofNobody, name: 'kirklees', folder: 'profiles', today });
  expect(result.ok && result.profile.policy.roleTitles['information-governance-officer']).toBe(
    'Information Governance Officer',
  );
});
