// Says on standard output by how much the files are over a limit that scripts/lint/limits.mjs names, and by how much they
// may be; `npm run lint` says of every other file that it is over none. In a process of its own: ESLint loads its settings
// in a way that Jest does not allow.
import path from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { exceptions, limited, limits, rulesOf } from '../../scripts/lint/limits.mjs';

/** @type {Record<string, keyof typeof limits>} */
const names = { 'max-lines': 'lines', 'max-lines-per-function': 'functionLines', 'max-params': 'parameters' };
const eslint = new ESLint({
  overrideConfigFile: true,
  allowInlineConfig: false,
  overrideConfig: [
    { files: ['**/*.ts'], languageOptions: { parser: tseslint.parser } },
    { files: limited, rules: rulesOf(limits) },
  ],
});
/** @type {typeof exceptions} */
const found = {};
for (const { filePath, messages } of await eslint.lintFiles(Object.keys(exceptions))) {
  /** @type {Partial<typeof limits>} */
  const sizes = {};
  for (const { ruleId, message } of messages) {
    const name = names[ruleId ?? ''];
    if (name === undefined) throw new Error(`${filePath}: ${message}`);
    sizes[name] = Math.max(sizes[name] ?? 0, Number(/\((\d+)\)/.exec(message)?.[1]));
  }
  if (messages.length > 0) found[path.relative(process.cwd(), filePath).replaceAll('\\', '/')] = sizes;
}
process.stdout.write(JSON.stringify({ found, exceptions }));
