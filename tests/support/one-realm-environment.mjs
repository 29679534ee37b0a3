import { AsyncLocalStorage } from 'node:async_hooks';
import { ModernFakeTimers } from '@jest/fake-timers';
import { ModuleMocker } from 'jest-mock';

/**
 * The storages that follow asynchronous calls and are in use. Jest makes one for each test file. Node asks each of them
 * at every promise, for as long as the process lives: after thirty files that took a fifth of the processor's time.
 *
 * @type {Set<AsyncLocalStorage<unknown>>}
 */
const followed = new Set();
for (const begins of /** @type {const} */ (['run', 'enterWith'])) {
  const original = AsyncLocalStorage.prototype[begins];
  /** @this {AsyncLocalStorage<unknown>} @param {Parameters<typeof original>} given */
  const noted = function (...given) {
    followed.add(this);
    return Reflect.apply(original, this, given);
  };
  Object.defineProperty(AsyncLocalStorage.prototype, begins, { value: noted, writable: true, configurable: true });
}

/**
 * Runs each test file in the realm of its process, where jest makes a new one for each. Modules can then be loaded once
 * in a process (`shared-modules-runtime.cjs`): in a realm of its own a file would not know the errors of shared packages
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
    for (const one of followed) one.disable();
    followed.clear();
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
