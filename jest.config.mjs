/** Packages that exist as ES modules only, which Jest on Node 20 cannot require as they are. */
const modulesOnly = ['openid-client', 'oauth4webapi', 'jose', 'express-rate-limit'];

/** @type {import('jest').Config} */
export default {
  // Loads packages and the product's modules once in a process, and not anew for each test file.
  testEnvironment: '<rootDir>/tests/support/one-realm-environment.mjs',
  runtime: '<rootDir>/tests/support/shared-modules-runtime.cjs',
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  transform: { '^.+\\.ts$': '@swc/jest', [`/node_modules/(${modulesOnly.join('|')})/.+\\.js$`]: '@swc/jest' },
  transformIgnorePatterns: [`/node_modules/(?!(${modulesOnly.join('|')})/)`],
  // Keeps jest from finding the copies of the code that `npm start` and the tests write.
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/data/', '<rootDir>/.cache/'],
  testSequencer: '<rootDir>/tests/support/longest-first.mjs',
  // Twice as many as the processors of the smallest machine: more than half of the tests wait for a server or a browser.
  maxWorkers: 4,
  // Collecting the garbage of a heap that has seen fifty test files takes longer than a process anew.
  workerIdleMemoryLimit: '400MB',
  // A test waits for what it waits for; how long a busy machine takes for it is no matter.
  testTimeout: 60_000,
};
