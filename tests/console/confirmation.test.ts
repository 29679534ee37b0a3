import type { DecisionName } from '../../src/procedure/case/case-file';
import { catalogue, definitionOf } from '../../src/procedure/catalogue';
import { confirmationOf } from '../../src/console/wording/confirmation';

describe('The confirmation that a decision is recorded', () => {
  test.each<[DecisionName, string]>([
    ['recordDecisionMeeting', 'Decision meeting recorded'],
    ['addNote', 'Note added'],
    ['withdrawCase', 'Case withdrawn'],
    ['shutOut', 'Person’s access restricted'],
    ['sendReasons', 'Reasons sent to the Panel and the Secretary of State'],
    ['sendToFrontDoor', 'Sent the notification to the Front Door'],
    ['recordOutcome', 'Recorded the decision whether to notify'],
    ['recordChronologyReturn', 'Agency’s chronology recorded'],
  ])('%s is “%s”', (name, said) => {
    expect(confirmationOf(definitionOf(name))).toBe(said);
  });

  test('of each decision is a heading: a large letter first, no quotation mark of a keyboard, no stop', () => {
    for (const one of catalogue) expect(confirmationOf(one)).toMatch(/^[A-Z][^'".]+[a-z]$/);
  });
});
