import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sampleNotification } from '../../src/api/examples';
import { callerOf } from './caller';
import { anInstallation } from './installation';

const root = path.join(__dirname, '..', '..');

test('a copied data folder that is started elsewhere takes nothing until an administrator says that it goes on there', async () => {
  const first = await anInstallation();
  const copied = path.join(mkdtempSync(path.join(tmpdir(), 'copied-')), 'data');
  const second = await anInstallation({ DATA_DIR: copied });
  const open = () =>
    callerOf(second).post('/api/notifications', { ...sampleNotification, practice: true }, { by: 'P01' });
  try {
    await first.start();
    await first.stop();
    cpSync(first.dataDir, copied, { recursive: true });
    await second.start();
    expect(second.output()).toMatch(/HELD BACK: These records were last used at another place/);
    expect(await open()).toMatchObject({ status: 503, body: { code: 'held-back' } });
    await second.stop();
    execFileSync(process.execPath, [path.join(root, 'scripts', 'place.mjs'), 'here'], { env: second.environment });
    await second.start();
    expect((await open()).status).toBe(201);
  } finally {
    await second.stop();
    first.remove();
    second.remove();
    rmSync(path.dirname(copied), { recursive: true, force: true });
  }
}, 600_000);
