import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { stepIds } from '../../src/procedure/step-ids';
import { stepTitle } from '../../src/procedure/step-names';

const root = path.join(__dirname, '..', '..');

describe('the picture of the procedure', () => {
  const kept = readFileSync(path.join(root, 'docs', 'procedure.svg'), 'utf8');

  test('is what the code draws now (npm run picture)', () => {
    const { stdout, status } = spawnSync(process.execPath, ['scripts/picture.mjs', '--print'], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 10_000_000,
    });
    expect(status).toBe(0);
    expect(stdout).toBe(kept);
  });

  test('says every step, to those who cannot see it too', () => {
    const described = /<desc[^>]*>(.*)<\/desc>/s.exec(kept)?.[1] ?? '';
    for (const step of stepIds) expect(described).toContain(stepTitle(step));
  });
});
