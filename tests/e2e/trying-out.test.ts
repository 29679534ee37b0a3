import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fromMillis, londonDate } from '../../src/procedure/time/dates';
import { callerOf } from './caller';
import { anInstallation, signIn, type RunningInstallation } from './installation';

const sample: Record<string, unknown> = JSON.parse(
  readFileSync(path.join(__dirname, '..', '..', 'samples', 'notification.json'), 'utf8'),
);

let installation: RunningInstallation;
beforeAll(async () => {
  installation = await anInstallation({ TRY_OUT: '' });
});
afterAll(async () => {
  await installation.stop();
  installation.remove();
}, 180_000);

test('npm start in a fresh folder is for trying out; once a real case is on the record, people have to sign in', async () => {
  await expect(installation.start({ PUBLIC_URL: 'https://reviews.example.org', PROXIES: '1' })).rejects.toThrow(
    /PUBLIC_URL is https:\/\/reviews\.example\.org.*OIDC_ISSUER/,
  );
  await installation.start();
  const { url, token } = installation;
  const asManager = await fetch(`${url}/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: url },
    body: 'person=P01',
    redirect: 'manual',
  });
  expect(asManager.headers.get('set-cookie')).toContain('session=');
  const minuteAgo = fromMillis(Date.now() - 60_000);
  const today = londonDate(minuteAgo);
  const dates = { incidentOn: today, knownAt: minuteAgo, authorityAwareOn: today, receivedOn: undefined };
  const real = { ...sample, ...dates, practice: false };
  const { body } = await callerOf({ url, token }).post('/api/notifications', real, { by: 'P01' });
  await installation.stop();
  await expect(installation.start()).rejects.toThrow(new RegExp(`${String(body['reference'])}.*OIDC_ISSUER`));
  await expect(installation.start({ TRY_OUT: 'yes' })).rejects.toThrow(/OIDC_ISSUER/);
  await installation.start(signIn);
}, 600_000);
