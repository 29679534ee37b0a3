import jest from './jest.config.mjs';

/** Runs the tests of the rules alone: the mutation tests run them for every mutant. */
export default {
  ...jest,
  testMatch: ['<rootDir>/tests/procedure/**/*.test.ts'],
  testSequencer: '@jest/test-sequencer',
  modulePathIgnorePatterns: [],
};
