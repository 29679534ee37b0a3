import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { catalogue } from '../../src/procedure/catalogue';
import { pageTitles } from '../../src/procedure/permission-table';

const root = path.join(__dirname, '..', '..');

describe('the page of who may do what', () => {
  const kept = readFileSync(path.join(root, 'docs', 'who-may-do-what.md'), 'utf8');

  test('is what the code writes now (npm run permissions)', () => {
    const { stdout, status } = spawnSync(process.execPath, ['scripts/permissions.mjs', '--print'], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 10_000_000,
    });
    expect(status).toBe(0);
    expect(stdout).toBe(kept);
  });

  test('says every page and every decision', () => {
    for (const title of Object.values(pageTitles)) expect(kept).toContain(title);
    for (const { title } of catalogue) expect(kept).toContain(title);
  });
});
