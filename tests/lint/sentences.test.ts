import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/*
 * Nothing reads the sentence of a refusal to find what it means: a refusal has a code, fields and the parts of its
 * sentence. Pages say those parts in their own words (`src/console/wording/said-on-page.ts`).
 */

const root = path.join(__dirname, '..', '..');
const folders = ['src/console', 'src/api', 'src/casework', 'src/procedure', 'src/http', 'workflows', 'activities'];

/** Methods of a text that look for something in it, or take a piece of it. */
const looking = new Set([
  ...['match', 'matchAll', 'search', 'includes', 'indexOf', 'lastIndexOf', 'startsWith', 'endsWith'],
  ...['replace', 'replaceAll', 'split', 'slice', 'substring', 'substr'],
]);
const comparing = new Set([ts.SyntaxKind.EqualsEqualsEqualsToken, ts.SyntaxKind.ExclamationEqualsEqualsToken]);
const matching = new Set(['test', 'exec']);

const nameOf = (node: ts.Expression): string | undefined =>
  ts.isIdentifier(node) ? node.text : ts.isPropertyAccessExpression(node) ? node.name.text : undefined;

/** True for a sentence by its name, itself or in other letters: `sentence`, `why.sentence.toLowerCase()`. */
function isSentence(node: ts.Expression): boolean {
  if (ts.isCallExpression(node))
    return ts.isPropertyAccessExpression(node.expression) && isSentence(node.expression.expression);
  return /sentence$/i.test(nameOf(node) ?? '');
}

const isText = (node: ts.Expression): boolean => ts.isStringLiteralLike(node) && node.text !== '';

/** Lists where a source looks into a sentence: by a method of texts, by a pattern, or by comparing it with a text. */
function lookedInto(source: string): readonly string[] {
  const file = ts.createSourceFile('read.ts', source, ts.ScriptTarget.ESNext, true);
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const { expression: on, name } = node.expression;
      const matched = matching.has(name.text) && node.arguments.some(isSentence);
      if (matched || (looking.has(name.text) && isSentence(on))) found.push(node.getText());
    }
    if (ts.isBinaryExpression(node) && comparing.has(node.operatorToken.kind))
      if (isSentence(node.left) && isText(node.right)) found.push(node.getText());
    ts.forEachChild(node, look);
  };
  look(file);
  return found;
}

const sources = execFileSync('git', ['ls-files', '--', ...folders], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }));

test('No source takes the sentence of a refusal apart', () => {
  expect(sources.length).toBeGreaterThan(400);
  const found = sources.flatMap(({ file, text }) => lookedInto(text).map((where) => `${file}: ${where}`));
  expect(found).toEqual([]);
});

test('No page shows the sentence of a refusal as the API has it', () => {
  const found = sources
    .filter(({ file }) => file.startsWith('src/console') && !file.endsWith('wording/said-on-page.ts'))
    .filter(({ text }) => /\brefusal\??\.sentence\b/.test(text))
    .map(({ file }) => file);
  expect(found).toEqual([]);
});

describe('The search for sentences that are taken apart', () => {
  test.each([
    "const is = sentence.includes('is before that');",
    'const is = /^First: | waits for: /.test(sentence);',
    'const [who] = /P\\d+/.exec(why.sentence) ?? [];',
    "const said = refusal.sentence.toLowerCase().startsWith('first');",
    "const plain = sentence.replaceAll(/x/g, '');",
    "const is = answer.refusal.sentence === 'The case is withdrawn.';",
  ])('finds %s', (source) => {
    expect(lookedInto(source)).toHaveLength(1);
  });

  test.each([
    'const said = `${sentence} Correct it.`;',
    "const is = name.includes('a');",
    'const is = a.sentence === b.sentence;',
  ])('passes over %s', (source) => {
    expect(lookedInto(source)).toEqual([]);
  });
});
