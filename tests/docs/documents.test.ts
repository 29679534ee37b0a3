import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '..', '..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const matches = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, found = '']) => found);

describe('the documents', () => {
  const documents = [
    'README.md',
    ...readdirSync(path.join(root, 'docs'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.md'))
      .map((file) => path.join('docs', file)),
  ];

  test.each(documents)('%s points at what is there', (document) => {
    const links = matches(read(document), /\]\((?!https?:|#|\{\{)([^)#]+)/g);
    const missing = links.filter((link) => !existsSync(path.join(root, path.dirname(document), link)));
    expect(missing).toEqual([]);
  });

  test('for IT names every variable of the environment that src/config.ts reads', () => {
    const settings = /settingsSchema = z\.object\(\{(.*?)^\}\);/ms.exec(read('src/config.ts'))?.[1] ?? '';
    const variables = matches(settings, /^ {2}([A-Z][A-Z_]+):/gm);
    expect(variables).toContain('PARTNERSHIP_PROFILE');
    const documented = matches(read('docs/for-it.md'), /^\| `([A-Z_]+)`/gm);
    expect(documented).toEqual(expect.arrayContaining(variables));
  });

  test.each(readdirSync(path.join(root, 'docs', 'decisions')))('docs/decisions/%s is whole', (file) => {
    expect(file).toMatch(/^\d{4}-\d{2}-\d{2}-[a-z0-9-]+\.md$/);
    const text = read(path.join('docs', 'decisions', file));
    for (const part of ['Context', 'Decision', 'Consequences', 'What would change our mind']) {
      expect(text).toMatch(new RegExp(`^(?:\\*\\*${part}\\.\\*\\*|#+ ${part})`, 'm'));
    }
  });
});
