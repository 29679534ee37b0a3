import { ModernFakeTimers } from '@jest/fake-timers';
import { ModuleMocker } from 'jest-mock';

/**
 * Runs each test file in the realm of its process, where jest makes a new one for each. Packages can then be loaded once
 * in a process (`shared-packages-runtime.cjs`): in a realm of its own a file would not know the errors of shared packages
 * as errors. The environment variables and the listeners of the process are put back after each file.
 */
export default class OneRealmEnvironment {
  global = globalThis;
  fakeTimers = null;
  moduleMocker = new ModuleMocker(globalThis);
  #variables = { ...process.env };
  #listeners = listenersOfProcess();

  /** @param {import('@jest/environment').JestEnvironmentConfig} config */
  constructor({ projectConfig }) {
    this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
  }

  async setup() {
    // Jest calls this before each file; everything stands already.
  }

  async teardown() {
    this.fakeTimersModern.dispose();
    for (const name of Object.keys(process.env)) if (!(name in this.#variables)) delete process.env[name];
    Object.assign(process.env, this.#variables);
    for (const [event, listener] of listenersOfProcess()) {
      if (!this.#listeners.some((before) => before[1] === listener)) process.off(event, listener);
    }
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  getVmContext() {
    return globalThis;
  }
}

/** @typedef {[event: string | symbol, listener: (...given: any[]) => void]} Listener */

/** @returns {Listener[]} */
function listenersOfProcess() {
  return process.eventNames().flatMap((event) => {
    return process.rawListeners(event).map((listener) => /** @type {Listener} */ ([event, listener]));
  });
}
