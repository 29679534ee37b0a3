import { seriousHarmWords } from '../../src/procedure/notification/notification';

test('Serious harm is impairment of physical or mental health and of every development the procedure lists', () => {
  const said = seriousHarmWords['long-term-impairment'];
  expect(said).toContain('physical or mental health');
  expect(said).toContain('physical, intellectual, emotional, social or behavioural development');
});
