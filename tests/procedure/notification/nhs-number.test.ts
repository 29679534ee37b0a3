import { parseNhsNumber } from '../../../src/procedure/notification/nhs-number';

describe('An NHS number', () => {
  test.each([
    ['999 000 0018', '999 000 0018'],
    ['9990000018', '999 000 0018'],
    [' 999-000-0026 ', '999 000 0026'],
    // The sum of the weighted digits is divisible by eleven, so the check digit is 0.
    ['999 000 0050', '999 000 0050'],
    ['943 476 5919', '943 476 5919'],
  ])('%s is taken, and written in its groups', (text, written) => {
    expect(parseNhsNumber(text)).toBe(written);
  });

  test.each([
    ['with a wrong check digit', '999 000 0019'],
    ['with two digits exchanged', '943 476 9519'],
    ['whose check digit would be ten', '999 000 0000'],
    ['of nine digits', '999 000 001'],
    ['of eleven digits', '999 000 00180'],
    ['of noughts', '000 000 0000'],
    ['with a letter', '999 000 001B'],
    ['that is empty', ''],
  ])('%s is refused', (_what, text) => {
    expect(parseNhsNumber(text)).toBeUndefined();
  });
});
