import { catalogue } from '../../src/procedure/catalogue';
import { pageTitles } from '../../src/procedure/permission-table';
import { expectAsKept, keptDocument } from './printed';

describe('the page of who may do what', () => {
  const kept = keptDocument('who-may-do-what.md');

  test('is what the code writes now (npm run permissions)', () => {
    expectAsKept('permissions', 'who-may-do-what.md');
  });

  test('says every page and every decision', () => {
    for (const title of Object.values(pageTitles)) expect(kept).toContain(title);
    for (const { title } of catalogue) expect(kept).toContain(title);
  });
});
