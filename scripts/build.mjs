import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { isStarted, root, run, say, withLock } from './project.mjs';
import { ensureDependencies } from './setup.mjs';

const require = createRequire(import.meta.url);
const dist = path.join(root, 'dist');
const stamp = path.join(dist, '.built-from');
const bundleFile = path.join(dist, 'workflow-bundle.js');

/** True when dist holds what the source says now. */
export function isBuilt() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(sources());
}

/** Compiles src, workflows, activities, tools and worker.ts to dist, and the workflows to one bundle. */
export async function build() {
  const startedAt = Date.now();
  say('Compiling the application.');
  const files = sources();
  const print = fingerprint(files);
  // Files that did not change are left alone and the others replaced whole: a running instance never reads half a file.
  rmSync(stamp, { force: true });
  /** @type {typeof import('@swc/core')} */
  const { transform } = require('@swc/core');
  const written = new Set();
  for (const file of files) {
    for (const [target, content] of await compile(file, transform)) {
      replace(path.join(dist, target), content);
      written.add(target);
    }
  }
  const css = path.join('src', 'console', 'assets', 'console.css');
  await compileStyles(path.join(dist, css));
  written.add(css);
  for (const target of filesBelow(dist))
    if (!written.has(target) && isOutput(target) && !target.endsWith('.compiled-from')) rmSync(path.join(dist, target));
  await bundle();
  replace(stamp, print);
  say(`Compiled ${files.length} files in ${((Date.now() - startedAt) / 1000).toFixed(1)} s.`);
}

function sources() {
  const found = ['src', 'workflows', 'activities', 'tools'].flatMap((folder) =>
    filesBelow(path.join(root, folder)).map((file) => path.join(folder, file)),
  );
  if (existsSync(path.join(root, 'worker.ts'))) found.push('worker.ts');
  return found.filter((file) => !file.endsWith('.d.ts')).sort();
}

/** @param {string} folder */
function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
}

/** @param {string[]} files */
function fingerprint(files) {
  const hash = createHash('sha256');
  for (const file of [...files, '.swcrc', 'package-lock.json', 'scripts/build.mjs']) {
    const { size, mtimeMs } = statSync(path.join(root, file));
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/**
 * Compiles a file, or takes it as it is, and returns what is to be written of it, each with its name below `dist`.
 *
 * @param {string} file
 * @param {typeof import('@swc/core').transform} transform
 * @param {string} folder
 * @returns {Promise<[string, string | Buffer][]>}
 */
async function compile(file, transform, folder = root) {
  const source = readFileSync(path.join(folder, file));
  // Templates, SQL and other files that code reads lie beside the code in dist too.
  if (!file.endsWith('.ts')) return [[file, source]];
  const target = file.replace(/\.ts$/, '.js');
  const { code, map } = await transform(source.toString('utf8'), {
    filename: path.join(folder, file),
    sourceFileName: path.relative(path.dirname(path.join(dist, target)), path.join(root, file)),
    cwd: folder,
  });
  if (!map) return [[target, code]];
  return [
    [target, `${code}\n//# sourceMappingURL=${path.basename(target)}.map\n`],
    [`${target}.map`, map],
  ];
}

/**
 * Compiles the console's style sheet where it or a package has changed: that takes some seconds.
 *
 * @param {string} target
 */
async function compileStyles(target) {
  const source = path.join('src', 'console', 'assets', 'console.scss');
  const lock = readFileSync(path.join(root, 'package-lock.json'));
  const print = createHash('sha256')
    .update(readFileSync(path.join(root, source)))
    .update(lock)
    .digest('hex');
  const mark = `${target}.compiled-from`;
  if (existsSync(target) && existsSync(mark) && readFileSync(mark, 'utf8') === print) return;
  const { compileAsync, Logger } = await import('sass');
  const { css } = await compileAsync(path.join(root, source), {
    style: 'compressed',
    loadPaths: [root, path.join(root, 'node_modules')],
    logger: Logger.silent,
  });
  replace(target, css);
  replace(mark, print);
}

async function bundle() {
  if (!existsSync(path.join(dist, 'workflows', 'all.js'))) return;
  const code = await bundled(dist, { minimize: true });
  replace(bundleFile, code);
  say(`The workflow bundle is ${(Buffer.byteLength(code) / 1024 / 1024).toFixed(2)} MB.`);
}

/**
 * Returns the workflows that are compiled in a folder, as one bundle.
 *
 * @param {string} folder
 * @param {{ minimize: boolean }} options
 */
async function bundled(folder, { minimize }) {
  /** @type {typeof import('@temporalio/worker')} */
  const { bundleWorkflowCode, DefaultLogger } = require('@temporalio/worker');
  const { code } = await bundleWorkflowCode({
    workflowsPath: path.join(folder, 'workflows', 'all.js'),
    workflowInterceptorModules: [path.join(folder, 'workflows', 'reserved-signals.js')],
    failureConverterPath: path.join(folder, 'src', 'temporal', 'failure-converter.js'),
    preloadModules: rulesOf(folder),
    logger: new DefaultLogger('WARN', ({ level, message }) => say(`${level}: ${message}`)),
    webpackConfigHook: withoutUnused({ minimize }),
  });
  return code;
}

/**
 * The rules that the workflows ask, to be loaded once in a worker and shared by its cases: they are pure, so that no case
 * can tell, and loading them and zod anew takes longer than anything else that a case's first task does. The workflows
 * themselves are loaded anew for each case.
 *
 * @param {string} folder
 */
function rulesOf(folder) {
  const workflows = path.join(folder, 'workflows');
  const asked = filesBelow(workflows)
    .filter((file) => file.endsWith('.js'))
    .flatMap((file) => [
      ...readFileSync(path.join(workflows, file), 'utf8').matchAll(/require\("(\.\.\/src\/procedure\/[^"]+)"\)/g),
    ])
    .map(([, rule = '']) => `${path.join(workflows, rule)}.js`);
  return [...new Set(asked)].sort();
}

/**
 * Says whether a file is a source of the workflow bundle.
 *
 * @param {string} file
 */
const ofWorkflows = (file) => /^(workflows|src\/procedure)\/|^src\/temporal\/failure-converter/.test(file);

/**
 * Bundles the workflows of another source than this one: a copy within the project in which files may differ. Tests
 * move cases between it and what is shipped. It is not made small, which takes as long as all the rest.
 *
 * @param {string} folder
 * @param {string} target
 */
export async function bundleCopy(folder, target) {
  /** @type {typeof import('@swc/core')} */
  const { transform } = require('@swc/core');
  const compiled = path.join(folder, 'compiled');
  for (const file of filesBelow(folder)
    .filter(ofWorkflows)
    .filter((one) => one.endsWith('.ts'))) {
    for (const [name, content] of await compile(file, transform, folder)) replace(path.join(compiled, name), content);
  }
  replace(target, await bundled(compiled, { minimize: false }));
}

/**
 * Leaves out what a case never uses: zod's sentences in sixty languages, its making of JSON Schemas, and its compiler,
 * which nothing calls; and comments, long names of locals, and copies of the sources in the source map. Lines and the
 * names of functions and classes stay, so that a stack trace says where in the source something failed, and one map
 * entry a line is enough for that.
 *
 * @param {{ minimize: boolean }} options
 * @returns {NonNullable<import('@temporalio/worker').BundleOptions['webpackConfigHook']>}
 */
const withoutUnused =
  ({ minimize }) =>
  (config) => {
    const core = path.join(path.dirname(require.resolve('zod/package.json')), 'v4');
    const unused = [
      'locales/index',
      'core/to-json-schema',
      'core/json-schema-processors',
      'core/json-schema-generator',
      'core/compile',
    ];
    const nothing = Object.fromEntries(unused.map((file) => [path.join(core, `${file}.cjs`), false]));
    const javascript = {
      compress: false,
      mangle: true,
      keep_fnames: true,
      keep_classnames: true,
      format: { beautify: true, indent_level: 0, comments: false },
    };
    return {
      ...config,
      devtool: 'inline-nosources-cheap-module-source-map',
      output: { ...config.output, pathinfo: false },
      optimization: { ...config.optimization, minimize, minimizeOptions: { javascript } },
      resolve: { ...config.resolve, alias: { ...config.resolve?.alias, ...nothing } },
    };
  };

/**
 * Says whether a file below `dist` comes from the source, and not from something else that writes there.
 *
 * @param {string} target
 */
function isOutput(target) {
  const [first = ''] = target.split(path.sep);
  return ['src', 'workflows', 'activities', 'tools', 'worker.js', 'worker.js.map'].includes(first);
}

/**
 * Writes a file whole where its content has changed.
 *
 * @param {string} file
 * @param {string | Buffer} content
 */
function replace(file, content) {
  const bytes = Buffer.from(content);
  if (existsSync(file) && readFileSync(file).equals(bytes)) return;
  mkdirSync(path.dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}`;
  writeFileSync(temporary, bytes);
  renameSync(temporary, file);
}

if (isStarted(import.meta.url)) {
  await run(async () => {
    await ensureDependencies();
    await withLock('build', build);
  });
}
