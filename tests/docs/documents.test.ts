import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { scripts } from '../../package.json';
import { settingsSchema } from '../../src/config/settings';
import { entries, furtherPages } from '../../src/console/http/navigation';
import { secretVariables } from '../../src/config/secret-files';

const root = path.join(__dirname, '..', '..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const matches = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, found = '']) => found);

/** Anchors of a page, as its headings have them where it is read. */
const anchorsOf = (text: string): string[] =>
  matches(text, /^#+ (.*)$/gm).map((heading) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
      .replaceAll(' ', '-'),
  );

/** Folders of the project at the top and directly below `src`, without those that are no part of it. */
const folders = [
  ...new Set(
    execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8', maxBuffer: 10_000_000 })
      .split('\n')
      .flatMap((file) => matches(file, /^((?:src\/)?[^/]+)\//g)),
  ),
];

describe('the documents', () => {
  const documents = [
    ...readdirSync(root).filter((file) => file.endsWith('.md')),
    ...readdirSync(path.join(root, 'docs'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.md'))
      .map((file) => path.join('docs', file)),
  ];

  test.each(documents)('%s points at what is there', (document) => {
    const links = matches(read(document), /\]\((?!https?:|#|\{\{)([^)#]+)/g);
    const missing = links.filter((link) => !existsSync(path.join(root, path.dirname(document), link)));
    expect(missing).toEqual([]);
  });

  test.each(documents)('%s points at headings that are there', (document) => {
    const links = [...read(document).matchAll(/\]\((?!https?:|\{\{)([^)#]*)#([^)]+)\)/g)];
    const missing = links.filter(([, file = '', anchor = '']) => {
      const target = file === '' ? document : path.join(path.dirname(document), file);
      return !anchorsOf(read(target)).includes(anchor);
    });
    expect(missing.map(([link]) => link)).toEqual([]);
  });

  test.each(documents)('%s names no command that there is not', (document) => {
    const named = matches(read(document), /\bnpm run (?:--silent )?([a-z:-]+)/g);
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
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

  const records = readdirSync(path.join(root, 'docs', 'decisions')).filter((file) => file !== 'README.md');

  test.each(records)('docs/decisions/%s is whole', (file) => {
    expect(file).toMatch(/^\d{4}-\d{2}-\d{2}-[a-z0-9-]+\.md$/);
    const text = read(path.join('docs', 'decisions', file));
    for (const part of ['Context', 'Decision', 'Consequences', 'What would change our mind']) {
      expect(text).toMatch(new RegExp(`^(?:\\*\\*${part}\\.\\*\\*|#+ ${part})`, 'm'));
    }
  });

  test('the list of the decision records has each, with its title, the newest first', () => {
    const listed = [...read('docs/decisions/README.md').matchAll(/^- \[(.+)\]\((.+\.md)\): /gm)];
    const files = listed.map(([, , file = '']) => file);
    expect([...files].sort()).toEqual([...records].sort());
    for (const [, title = '', file = ''] of listed)
      expect(read(path.join('docs', 'decisions', file)).split('\n')[0]).toBe(`# ${title}`);
    const days = files.map((file) => file.slice(0, 10));
    expect(days).toEqual([...days].sort().reverse());
  });
});

describe('the guide for developers', () => {
  const text = read('docs/for-developers.md');

  test('names a place for each folder of the project', () => {
    expect(folders.length).toBeGreaterThan(25);
    expect(folders.filter((folder) => !text.includes(`\`${folder}/\``))).toEqual([]);
  });

  test('names no file that there is not', () => {
    const made = ['.cache', 'data', 'dist', 'node_modules'];
    const top = new Set(readdirSync(root).filter((name) => !made.includes(name)));
    const named = matches(text, /`([\w.-]+(?:\/[\w.-]*)*)`/g).filter((name) => top.has(name.split('/')[0] ?? ''));
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter((name) => !existsSync(path.join(root, name)))).toEqual([]);
  });

  test('names each function with the file that has it', () => {
    const named = [...text.matchAll(/`(\w+)` in `([\w./-]+\.ts)`/g)];
    expect(named.length).toBeGreaterThan(40);
    const wrong = named.filter(([, name = '', file = '']) => !new RegExp(`\\b${name}\\b`).test(read(file)));
    expect(wrong.map(([said]) => said)).toEqual([]);
  });
});
