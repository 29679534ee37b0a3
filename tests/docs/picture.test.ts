import { stepIds } from '../../src/procedure/step-ids';
import { stepTitle } from '../../src/procedure/step-names';
import { expectAsKept, keptDocument } from './printed';

describe('the picture of the procedure', () => {
  const kept = keptDocument('procedure.svg');

  test('is what the code draws now (npm run picture)', () => {
    expectAsKept('picture', 'procedure.svg');
  });

  test('says every step, to those who cannot see it too', () => {
    const described = /<desc[^>]*>(.*)<\/desc>/s.exec(kept)?.[1] ?? '';
    for (const step of stepIds) expect(described).toContain(stepTitle(step));
  });
});
