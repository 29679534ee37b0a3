import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { root } from './project.mjs';

const require = createRequire(import.meta.url);

/** Loads a module of TypeScript as it stands in the source, for what tests and scripts share and no build holds. */
export function loadTypeScript(file) {
  const { transformSync } = require('@swc/core');
  const settings = { ...JSON.parse(readFileSync(`${root}/.swcrc`, 'utf8')), sourceMaps: false, swcrc: false };
  require.extensions['.ts'] = (module, filename) =>
    module._compile(transformSync(readFileSync(filename, 'utf8'), { ...settings, filename }).code, filename);
  return require(file);
}
