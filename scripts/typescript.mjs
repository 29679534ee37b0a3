import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from './project.mjs';

const require = createRequire(import.meta.url);

/**
 * Lists the modules of TypeScript that scripts load as they stand, each with its types.
 *
 * @typedef {{
 *   'tests/faults/schedule.ts': typeof import('../tests/faults/schedule.js'),
 *   'tests/support/a-case.ts': typeof import('../tests/support/a-case.js'),
 *   'tests/workflows/support/save-histories.ts': typeof import('../tests/workflows/support/save-histories.js'),
 * }} Loaded
 */

/**
 * Loads a module of TypeScript as it stands in the source, for what tests and scripts share and no build holds.
 *
 * @template {keyof Loaded} File
 * @param {File} file
 * @returns {Loaded[File]}
 */
export function loadTypeScript(file) {
  /** @type {typeof import('@swc/core')} */
  const { transformSync } = require('@swc/core');
  const settings = { ...JSON.parse(readFileSync(`${root}/.swcrc`, 'utf8')), sourceMaps: false, swcrc: false };
  require.extensions['.ts'] = (module, filename) => {
    // Node compiles a module by this function, which its types do not name.
    if (!('_compile' in module) || typeof module._compile !== 'function') throw new Error('Node compiles otherwise.');
    module._compile(transformSync(readFileSync(filename, 'utf8'), { ...settings, filename }).code, filename);
  };
  return require(path.join(root, file));
}
