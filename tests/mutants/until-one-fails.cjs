const { TestEnvironment } = require('jest-environment-node');

/** Skips the tests that follow the first that fails: one is enough to notice a mutant. Jest can only do so between files. */
module.exports = class UntilOneFails extends TestEnvironment {
  #failed = false;

  handleTestEvent(event) {
    if (event.name === 'test_fn_failure') this.#failed = true;
    if (event.name === 'test_start' && this.#failed) event.test.mode = 'skip';
  }
};
