import type { CaseFile } from '../../src/procedure/case/case-file';
import type { Notice } from '../../src/procedure/case/record';
import { withNotices } from '../../src/procedure/case/told';
import { execRoles, type Role } from '../../src/procedure/roles';
import { emailOfNotice } from '../../src/mail/notice-email';
import { aCase, type CaseBuilder } from '../support/a-case';
import { templates } from './notices';

/* A reminder says where the case stands, whose turn it is and since when, both six-month dates, and what it asks of its reader. */

/** A reminder as it goes out: its notice is on the record, by which its reader may know where the case stands. */
function reminderText(file: CaseFile, notice: Notice): string {
  const { told } = withNotices(file, [notice], file.seq + 1);
  const known = { ...file, ...(told === undefined ? {} : { told }) };
  return emailOfNotice(
    { templates, publicUrl: 'https://r.example', telephone: '01632 960017' },
    { file: known, notice, person: { name: 'A Person' }, answers: [] },
  ).text;
}

/** The reminders of a case that rests until a day, to people in one of these roles. */
const remindersTo = (one: CaseBuilder, until: string, roles: readonly Role[]) =>
  one
    .reminders(until)
    .sent.filter(({ as }) => roles.includes(as))
    .map((notice) => ({ notice, text: reminderText(one.file, notice) }));

const atRapidReview = () => aCase().at('rapid-review-meeting');
const inReview = () => aCase().at('planning');

describe('An Exec partner', () => {
  const breaches = () => remindersTo(atRapidReview(), '2026-12-12', execRoles);
  const sixMonths = () => remindersTo(inReview(), '2027-06-30', execRoles);

  test('reads of a breach of day 14 whose turn it is, since when, and what to ask and agree', () => {
    expect(breaches()).toHaveLength(3);
    for (const { text } of breaches()) {
      expect(text).toContain('It has been the turn of the Business Manager since Tuesday 1 December 2026.');
      expect(text).toContain(
        'Ask them what stands in the way, and agree with the other Exec partners what is done about it.',
      );
      expect(text).toContain('Where the case stands: Rapid Review (steps 5 to 8).');
    }
  });

  test('reads of the six months what comes before, who is at it, and both dates', () => {
    expect(sixMonths().length).toBeGreaterThanOrEqual(12);
    for (const { text } of sixMonths()) {
      expect(text).toContain(
        'Before that, Step 9, Chronologies and planning has been the turn of the SPR co-ordinator since Tuesday 8 December 2026.',
      );
      expect(text).toContain('agree with the other Exec partners');
      expect(text).toContain(
        'The review is to be published by Friday 21 May 2027 as the procedure has it, and by Friday 4 June 2027 by law.',
      );
    }
  });

  test('is never asked to record anything, and has the number of the office', () => {
    for (const { text } of [...breaches(), ...sixMonths()]) {
      expect(text.replace('what is on the record already', '')).not.toMatch(/record/i);
      expect(text).toContain('ring us on 01632 960017');
    }
  });
});

test('Whoever it is the turn of reads since when, and where to do it', () => {
  const [mine] = remindersTo(atRapidReview(), '2026-12-10', ['business-manager']);
  expect(mine?.text).toContain('It has been your turn since Tuesday 1 December 2026.');
  expect(mine?.text).toContain('Do it here: https://r.example/cases/SIN-2026-0007/meetings/rapid-review');
});

test('The Business Manager is told of what somebody else is late with: to ask them, or to record it for them', () => {
  const late = remindersTo(aCase().at('submission'), '2026-12-12', ['business-manager']).filter(({ notice }) =>
    notice.lines.every(({ deadline, tone }) => deadline === 'submission' && tone === 'overdue'),
  );
  expect(late.map(({ text }) => text)).toContainEqual(
    expect.stringContaining(
      'It has been the turn of the Independent Scrutineer since Friday 4 December 2026. Ask them for it. If you have it already, record it for them.',
    ),
  );
});

test('What is awaited from the National Panel is to be asked for, and recorded when it comes', () => {
  const awaited = remindersTo(inReview(), '2027-01-06', ['business-manager']).filter(({ notice }) =>
    notice.lines.some(({ deadline }) => deadline === 'panel-reply'),
  );
  expect(awaited[0]?.text).toContain(
    'We wait for the National Panel since Tuesday 8 December 2026. Ask for it, and record it when it comes.',
  );
});

test('An agency reads of its own request, and nothing of where the case stands', () => {
  const asked = remindersTo(aCase().with('askAgencies', { agencies: ['gp'] }), '2026-12-04', ['agency-contact']);
  expect(asked.length).toBeGreaterThan(0);
  for (const { text } of asked) expect(text).not.toMatch(/Where the case stands|six months|published/);
});

test('While it is not decided that a local review follows, its dates are said to depend on that', () => {
  const [first] = remindersTo(aCase(), '2026-11-25', ['business-manager']);
  expect(first?.text).toMatch(
    /If a local review follows, it is published by .* as the procedure has it, and by .* by law\./,
  );
});
