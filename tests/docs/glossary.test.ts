import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { glossary } from '../../src/procedure/glossary';

const root = path.join(__dirname, '..', '..');

describe('the page of the words we use', () => {
  const kept = readFileSync(path.join(root, 'docs', 'glossary.md'), 'utf8');

  test('is what the code writes now (npm run glossary)', () => {
    const { stdout, status } = spawnSync(process.execPath, ['scripts/glossary.mjs', '--print'], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 10_000_000,
    });
    expect(status).toBe(0);
    expect(stdout).toBe(kept);
  });

  test('says every word and what not to call it', () => {
    for (const { word, meaning, notToUse = [] } of glossary)
      for (const text of [word, meaning, ...notToUse]) expect(kept).toContain(text);
  });
});
