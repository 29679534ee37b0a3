import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { settingsSchema } from '../../src/config/settings';
import { entries, furtherPages } from '../../src/console/http/navigation';
import { secretVariables } from '../../src/config/secret-files';

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

  test('the guide through the console names every page that people find at the top or under More', () => {
    const text = read('docs/working-in-the-console.md').replaceAll("'", '’');
    const named = [...entries, ...furtherPages].map((page) => page.text);
    expect(named.filter((page) => !new RegExp(`\\*\\*(More → )?${page}\\*\\*`).test(text))).toEqual([]);
  });

  test('for IT names every variable of the environment that is read, and no other', () => {
    const text = read('docs/for-it.md');
    const documented = [
      ...matches(text, /^\| (`[A-Z_]+`(?:, `[A-Z_…]+`)*)/gm).flatMap((cell) => matches(cell, /`([A-Z_]+)`/g)),
      ...matches(/^`DATABASE_URL_FILE`.*$/m.exec(text)?.[0] ?? '', /`([A-Z_]+_FILE)`/g),
    ];
    const ofTemporal = ['TEMPORAL_ADDRESS', 'TEMPORAL_CONFIG_FILE', 'TEMPORAL_PROFILE', 'TEMPORAL_API_KEY'];
    const files = secretVariables.map((name) => `${name}_FILE`);
    const known = [...Object.keys(settingsSchema.shape), ...ofTemporal, ...files];
    expect([...documented].sort()).toEqual(known.sort());
  });

  test.each(readdirSync(path.join(root, 'docs', 'decisions')))('docs/decisions/%s is whole', (file) => {
    expect(file).toMatch(/^\d{4}-\d{2}-\d{2}-[a-z0-9-]+\.md$/);
    const text = read(path.join('docs', 'decisions', file));
    for (const part of ['Context', 'Decision', 'Consequences', 'What would change our mind']) {
      expect(text).toMatch(new RegExp(`^(?:\\*\\*${part}\\.\\*\\*|#+ ${part})`, 'm'));
    }
  });
});
