import { whyNotKeepable } from '../../src/casework/keepable';

const deep = (levels: number): unknown => (levels === 0 ? 'the end' : [deep(levels - 1)]);

test.each([[{ note: 'Ærø, 😀 and\na new line' }], [null], [7], [deep(30)]])('%j can be kept', (value) => {
  expect(whyNotKeepable(value)).toBeUndefined();
});

test.each([[{ note: 'a\0b' }], [{ 'a\0b': 1 }], [['\ud800']], [deep(40)]])('%j cannot be kept', (value) => {
  expect(whyNotKeepable(value)).toMatch(/\.$/);
});
