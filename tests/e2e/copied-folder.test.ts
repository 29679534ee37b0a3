import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sampleNotification } from '../../src/api/examples';
import { Browser } from '../console/support/browser';
import { callerOf } from './caller';
import { anInstallation, type RunningInstallation } from './installation';

const root = path.join(__dirname, '..', '..');

test('a copied data folder that is started elsewhere takes nothing until an administrator says that it goes on there, by command or in the console', async () => {
  const first = await anInstallation();
  const copied = path.join(mkdtempSync(path.join(tmpdir(), 'copied-')), 'data');
  const second = await anInstallation({ DATA_DIR: copied });
  const openAt = (installation: RunningInstallation) =>
    callerOf(installation).post('/api/notifications', { ...sampleNotification, practice: true }, { by: 'P01' });
  const open = () => openAt(second);
  try {
    await first.start();
    await first.stop();
    cpSync(first.dataDir, copied, { recursive: true });
    await second.start();
    expect(second.output()).toMatch(/READ ONLY: These records were last used at another place/);
    expect(await open()).toMatchObject({ status: 503, body: { code: 'held-back' } });
    await second.stop();
    execFileSync(process.execPath, [path.join(root, 'scripts', 'place.mjs'), 'here'], { env: second.environment });
    await second.start();
    expect((await open()).status).toBe(201);
    await second.stop();

    // Back at the first place, whose folder is the newer one's again: the console asks, and goes on by itself.
    rmSync(first.dataDir, { recursive: true });
    cpSync(copied, first.dataDir, { recursive: true });
    await first.start();
    const browser = new Browser(first.url);
    await browser.submit('/sign-in', { person: 'P43', to: '/' });
    const page = await browser.get('/');
    expect(page.heading).toBe('Is this the installation, or a copy?');
    expect(page.says).toContain(copied);
    const sent = await browser.submit('/engine/place', { said: 'here', answers: '1' });
    expect(sent.heading).toBe('The installation goes on here');
    await first.isReady();
    expect((await openAt(first)).status).toBe(201);
    expect((await browser.get('/cases')).status).toBe(200);
  } finally {
    await first.stop();
    await second.stop();
    first.remove();
    second.remove();
    rmSync(path.dirname(copied), { recursive: true, force: true });
  }
}, 600_000);
