/**
 * Settings of knip, which finds files, exports and packages that nothing uses.
 *
 * @type {import('knip').KnipConfig}
 */
export default {
  // Files that something other than an import of ours begins with: node by its command line, Jest, a browser, Temporal's
  // bundler. Tests are among them, so an export that only a test uses is used: a rule is tested where it stands. An
  // export that only its own file uses is not. Scripts load compiled files by name (scripts/compiled.mjs), which knip
  // cannot follow: what only they use is marked with @public.
  entry: [
    'worker.ts',
    'src/programs/*.ts',
    'workflows/{all,reserved-signals}.ts',
    'src/temporal/failure-converter.ts',
    'src/processes/guard.cjs',
    'src/console/assets/*.{js,mjs,scss}',
    'tools/*/*.ts',
    'scripts/*.mjs',
    'bench/*.{mjs,cjs}',
    'tests/**/*.{mjs,cjs,js}',
    'tests/**/*.{test,real}.ts',
    'tests/workflows/support/save-histories.ts',
  ],
  project: ['**/*.{ts,mjs,cjs,js,sass,scss}'],
  // Builds Temporal's server for `npm run test:faults -- --as compose`, which says so where it is missing.
  ignoreBinaries: ['go'],
};
