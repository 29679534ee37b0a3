import { whyNotKeepable } from '../../src/casework/storable-text';

const deep = (levels: number): unknown => (levels === 0 ? 'the end' : [deep(levels - 1)]);

test.each([[{ note: 'Ærø, 😀 and\na new line\tand a tab' }], [null], [7], [deep(30)]])('%j can be kept', (value) => {
  expect(whyNotKeepable(value)).toBeUndefined();
});

test.each([
  [{ note: 'a\0b' }],
  [{ 'a\0b': 1 }],
  [['\ud800']],
  [{ notifyingAgency: 'St Mary’s School \ufffe' }],
  [{ note: '\uffff' }],
  [{ note: 'a\u000bb' }],
  [deep(40)],
])('%j cannot be kept', (value) => {
  expect(whyNotKeepable(value)).toMatch(/\.$/);
});

test('The sentence names the field and the character that cannot be kept', () => {
  expect(whyNotKeepable({ children: [{ name: 'Ash\ufffe' }] })).toBe(
    'The text of "children.0.name" contains the character U+FFFE, which cannot be kept. Take it out and send the rest again.',
  );
});
