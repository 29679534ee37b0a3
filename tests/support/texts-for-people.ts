import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/* Texts that people read, collected from the code, the templates and the guides. */

const root = path.join(__dirname, '..', '..');

/** A text that people read, with the file that has it. */
export interface TextForPeople {
  readonly file: string;
  readonly text: string;
}

/** Folders and files whose texts people read: pages, forms, refusals, emails, the API's descriptions, Temporal's pages. */
const code = [
  ...[
    'src/console',
    'src/procedure',
    'src/casework',
    'src/api',
    'src/mail',
    'src/security',
    'src/http',
    'src/temporal',
  ],
  ...['activities', 'workflows'],
];
const templates = ['src/console/*.njk', 'profiles/templates', 'profiles/example/templates'];
const guides = [
  ...['docs/for-the-business-unit.md', 'docs/working-in-the-console.md', 'docs/dates.md', 'docs/who-may-do-what.md'],
];

/** Texts with blanks that are for a program: the scopes that a sign-in service is asked for. */
const forPrograms = ['openid profile email'];

/** The glossary names the words that are not to be used. */
const isGlossary = (file: string): boolean => file.startsWith('src/procedure/glossary');

const filesOf = (places: readonly string[], ending: RegExp): readonly string[] =>
  execFileSync('git', ['ls-files', '--', ...places], { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter((file) => ending.test(file) && !isGlossary(file));

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** True for a text in words, false for a name that only the code uses: those have neither blanks nor capitals. */
const isInWords = (text: string): boolean =>
  (/\S\s+\S/.test(text) || /^[A-Z][a-z]+[^A-Z]*$/.test(text)) && !forPrograms.includes(text);

/** Stands for a value that is only known when the text is made. */
const someValue = '…';

/** Lists the texts of a file of code: its strings and templates, without the paths of what it imports. */
export function textsOfCode(text: string): readonly string[] {
  const source = ts.createSourceFile('read.ts', text, ts.ScriptTarget.ESNext, true);
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    if (ts.isTemplateExpression(node)) {
      found.push(node.head.text + node.templateSpans.map(({ literal }) => someValue + literal.text).join(''));
      for (const { expression } of node.templateSpans) look(expression);
      return;
    }
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) found.push(node.text);
    ts.forEachChild(node, look);
  };
  look(source);
  return found.filter(isInWords);
}

const quoted = /'((?:[^'\\]|\\.)*)'/g;

/** Lists the texts of a template: what stands between its tags, what its expressions say, and what is read aloud. */
export function textsOfTemplate(text: string): readonly string[] {
  const whole = text.replaceAll(/\{#[^]*?#\}/g, '');
  const inExpressions = [...whole.matchAll(/\{[{%][^]*?[%}]\}/g)].flatMap(([expression]) =>
    [...expression.matchAll(quoted)].map(([, said = '']) => said.replaceAll("\\'", "'")),
  );
  const withoutExpressions = whole.replaceAll(/\{\{[^]*?\}\}/g, someValue).replaceAll(/\{%[^]*?%\}/g, ' ');
  const readAloud = [...withoutExpressions.matchAll(/(?:aria-label|alt|title)="([^"]*)"/g)].map(
    ([, said = '']) => said,
  );
  const shown = withoutExpressions
    .replaceAll(/<(?:a|code|em|span|strong)\b[^>]*>|<\/(?:a|code|em|span|strong)>/g, '')
    .split(/<[^>]+>/);
  return [...inExpressions, ...readAloud, ...shown]
    .map((said) => said.replaceAll(/\s+/g, ' ').trim())
    .filter(isInWords);
}

/** Lists the texts of a guide, paragraph by paragraph, without what is written for a program and without addresses. */
export const textsOfGuide = (text: string): readonly string[] =>
  text
    .replaceAll(/^```[^]*?^```$/gm, '')
    .replaceAll(/`[^`]*`/g, someValue)
    .replaceAll(/\]\([^)]*\)/g, ']')
    .replaceAll(/<https?:[^>]*>/g, someValue)
    .split('\n')
    .map((line) => line.replaceAll(/^#+|[*_[\]]/g, '').trim())
    .filter(isInWords);

const all = (files: readonly string[], textsOf: (text: string) => readonly string[]): readonly TextForPeople[] =>
  files.flatMap((file) => textsOf(read(file)).map((text) => ({ file, text })));

/** Every text that people read, as far as the sources have it. */
export const textsForPeople = (): readonly TextForPeople[] => [
  ...all(filesOf(code, /\.ts$/), textsOfCode),
  ...all(filesOf(templates, /\.njk$/), textsOfTemplate),
  ...all(filesOf(templates, /\.md$/), textsOfTemplate),
  ...all(filesOf(guides, /\.md$/), textsOfGuide),
];
