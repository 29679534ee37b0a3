import { catalogue } from '../../src/procedure/catalogue';
import { confirmationOf } from '../../src/console/wording/confirmation';

describe('The confirmation that a decision is recorded', () => {
  test.each([
    ['recorded the decision meeting', 'Decision meeting recorded'],
    ['added a note', 'Note added'],
    ['restricted a person’s access', 'Person’s access restricted'],
    ['recorded the report of the practice learning review', 'Report of the practice learning review recorded'],
    ['sent the notification to the Front Door', 'Sent the notification to the Front Door'],
    ['recorded the decision whether to notify', 'Recorded the decision whether to notify'],
    ['recorded the agencies a partner has named', 'Recorded the agencies a partner has named'],
    ['asked agencies for information', 'Asked agencies for information'],
    ["recorded an agency's chronology", 'Agency’s chronology recorded'],
  ])('of “%s” is “%s”', (past, said) => {
    expect(confirmationOf(past)).toBe(said);
  });

  test('of each decision is a heading: a large letter first, no quotation mark of a keyboard, no stop', () => {
    for (const { past } of catalogue) expect(confirmationOf(past)).toMatch(/^[A-Z][^'".]+[a-z]$/);
  });
});
