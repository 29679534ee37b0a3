// Lints the texts that come in on standard input as though they lay at the paths given with them, and says what is
// wrong with each. In a process of its own: ESLint loads its settings in a way that Jest does not allow.
import { text } from 'node:stream/consumers';
import { ESLint } from 'eslint';

const [rules, planted] = JSON.parse(await text(process.stdin));
const eslint = new ESLint({
  // These files are not there, so there are no types to ask for.
  overrideConfig: [{ files: ['**/*.ts'], languageOptions: { parserOptions: { projectService: false } } }],
  ruleFilter: ({ ruleId }) => rules.includes(ruleId),
});
/** @type {string[][]} */
const said = [];
for (const { filePath, code } of planted) {
  const [result] = await eslint.lintText(code, { filePath });
  said.push((result?.messages ?? []).map(({ message }) => message));
}
process.stdout.write(JSON.stringify(said));
