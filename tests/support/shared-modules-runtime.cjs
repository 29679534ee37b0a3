const { createRequire } = require('node:module');
const path = require('node:path');
const vm = require('node:vm');
const { default: JestRuntime } = require('jest-runtime');

/**
 * The parts of jest's runtime that are used here and that its types keep private.
 *
 * @typedef {object} Inside
 * @property {{ executor: { injectedModuleParameters: string[], compile: (code: string, file: string) => unknown } }} cjsLoader
 * @property {{ resolveCjs: (from: string, name: string) => string, isCoreModule: (name: string) => boolean }} _resolution
 * @property {{ shouldMockCjs: (from: string, name: string) => { shouldMock: boolean } }} mockState
 * @property {{ transformIgnorePatterns: string[] }} _config
 */

/** The product's own modules, and the partnership of the tests, which is read from a profile. They keep nothing but constants. */
const ours = [path.join(__dirname, '..', '..', 'src') + path.sep, path.join(__dirname, 'partnership.ts')];
/**
 * The exports of each of our modules, for all test files of the process.
 *
 * @type {Map<string, unknown>}
 */
const loaded = new Map();
const packages = `${path.sep}node_modules${path.sep}`;
/** Jest's own packages belong to the file that is tested. */
const ofJest = /[\\/]node_modules[\\/](@jest[\\/]|jest[-\\/]|expect[\\/])/;
const fromNode = createRequire(__filename);

/**
 * Loads the packages and the product's own modules once for all test files of a process. Jest loads them anew for each
 * file, and V8 optimises them anew. A module that a test replaces, and a package that has to be transformed, goes jest's
 * way.
 */
class SharedModulesRuntime extends JestRuntime {
  /** @param {ConstructorParameters<typeof JestRuntime>} given */
  constructor(...given) {
    super(...given);
    const { cjsLoader, _config } = inside(this);
    const { executor } = cjsLoader;
    this.transformed = new RegExp(`^(?!.*(${_config.transformIgnorePatterns.join('|')}))`);
    // Jest compiles for the realm of the environment. This one stays in the realm of the process.
    executor.compile = (code, filename) =>
      vm.compileFunction(code, executor.injectedModuleParameters, {
        filename,
        importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
      });
  }

  /**
   * @override
   * @template T
   * @param {string} from
   * @param {string} name
   * @returns {T}
   */
  requireModuleOrMock(from, name) {
    const file = this.sharedFile(from, name);
    if (file === undefined) return super.requireModuleOrMock(from, name);
    if (file.includes(packages)) return fromNode(file);
    if (!loaded.has(file)) loaded.set(file, super.requireModuleOrMock(from, name));
    return /** @type {T} */ (loaded.get(file));
  }

  /**
   * The file of a module that can be shared; undefined for everything else.
   *
   * @param {string} from
   * @param {string} name
   */
  sharedFile(from, name) {
    const { _resolution, mockState } = inside(this);
    if (path.isAbsolute(name) || _resolution.isCoreModule(name) || name === '@jest/globals') return undefined;
    if (mockState.shouldMockCjs(from, name).shouldMock) return undefined;
    const file = _resolution.resolveCjs(from, name);
    if (name.startsWith('.')) return ours.some((one) => file.startsWith(one)) ? file : undefined;
    return file.includes(packages) && !ofJest.test(file) && !this.transformed.test(file) ? file : undefined;
  }
}

/** @param {unknown} runtime @returns {Inside} */
function inside(runtime) {
  const { cjsLoader, _resolution, mockState, _config } = /** @type {Partial<Inside>} */ (runtime);
  if (!cjsLoader?.executor.compile || !_resolution || !mockState || !_config) {
    throw new Error(
      'This release of jest-runtime is built differently: adapt tests/support/shared-modules-runtime.cjs.',
    );
  }
  return { cjsLoader, _resolution, mockState, _config };
}

module.exports = { __esModule: true, default: SharedModulesRuntime };
