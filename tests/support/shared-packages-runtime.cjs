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

const packages = `${path.sep}node_modules${path.sep}`;
/** Jest's own packages belong to the file that is tested. */
const ofJest = /[\\/]node_modules[\\/](@jest[\\/]|jest[-\\/]|expect[\\/])/;
const fromNode = createRequire(__filename);

/**
 * Loads the packages once for all test files of a process. Jest loads them anew for each file, which took a fifth of the
 * processor's time of all tests. The product's own modules are still new for each file. A package that a test replaces,
 * and a package that has to be transformed, goes jest's way.
 */
class SharedPackagesRuntime extends JestRuntime {
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
    return file === undefined ? super.requireModuleOrMock(from, name) : fromNode(file);
  }

  /**
   * The file of a package that can be shared; undefined for everything else.
   *
   * @param {string} from
   * @param {string} name
   */
  sharedFile(from, name) {
    const { _resolution, mockState } = inside(this);
    if (name.startsWith('.') || path.isAbsolute(name) || _resolution.isCoreModule(name)) return undefined;
    if (name === '@jest/globals' || mockState.shouldMockCjs(from, name).shouldMock) return undefined;
    const file = _resolution.resolveCjs(from, name);
    return file.includes(packages) && !ofJest.test(file) && !this.transformed.test(file) ? file : undefined;
  }
}

/** @param {unknown} runtime @returns {Inside} */
function inside(runtime) {
  const { cjsLoader, _resolution, mockState, _config } = /** @type {Partial<Inside>} */ (runtime);
  if (!cjsLoader?.executor.compile || !_resolution || !mockState || !_config) {
    throw new Error(
      'This release of jest-runtime is built differently: adapt tests/support/shared-packages-runtime.cjs.',
    );
  }
  return { cjsLoader, _resolution, mockState, _config };
}

module.exports = { __esModule: true, default: SharedPackagesRuntime };
