import jest from './jest.config.mjs';

/** Runs the tests of the rules alone, as one file: the mutation tests run them for every mutant. */
export default {
  ...jest,
  testMatch: ['<rootDir>/tests/mutants/rules.ts'],
  testEnvironment: '<rootDir>/tests/mutants/until-one-fails.cjs',
  testSequencer: '@jest/test-sequencer',
  modulePathIgnorePatterns: [],
};
