import * as z from 'zod/mini';
import { schemas } from '../../src/api/schemas';
import { Api } from './api';

/* People who are added beside those of the profile, and ended. */

let api: Api;
beforeAll(async () => {
  api = await Api.start();
});
afterAll(() => api.stop());
beforeEach(() => api.reset());

const nurse = {
  name: 'Jo Bloggs',
  email: 'jo.bloggs@example.org',
  title: 'Named Nurse',
  agency: 'hospital-trust',
  roles: ['agency-contact'],
};

describe('A person who is added', () => {
  test('has an id, is read with who added them, and may be named in an open case and act in it', async () => {
    const reference = await api.opened();
    const { status, body } = await api.post('/api/people', nurse);
    expect(status).toBe(201);
    expect(z.safeParse(schemas.PersonChanged, body).error).toBeUndefined();
    expect(body).toMatchObject({ person: { id: 'P1001', added: { by: 'P01' } }, casesAsked: 1 });

    const read = await api.get('/api/people', { 'x-acting-as': 'P01' });
    expect(z.safeParse(schemas.People, read.body).error).toBeUndefined();
    expect(read.body['people']).toContainEqual(
      expect.objectContaining({ id: 'P1001', name: 'Jo Bloggs', ended: null }),
    );

    const replaced = { role: 'legal', joins: 'P1001', reason: 'New here' };
    expect((await api.decide(reference, 'replacePerson', replaced)).status).toBe(200);
    expect((await api.decide(reference, 'addNote', { note: 'Seen' }, { as: 'P1001' })).status).toBe(200);
  });

  test('has their parts in cases that open from then on', async () => {
    await api.post('/api/people', nurse);
    const reference = await api.opened();
    const { body } = await api.get(`/api/cases/${reference}`, { 'x-acting-as': 'P01' });
    expect((body['people'] as Record<string, readonly string[]>)['agency-contact']).toContain('P1001');
  });

  test('is added once for a key', async () => {
    const first = await api.post('/api/people', nurse, { key: 'one' });
    const again = await api.post('/api/people', nurse, { key: 'one' });
    expect(again.body).toEqual(first.body);
    expect(await api.records.people.added()).toHaveLength(1);
  });

  test.each([
    ['address', { email: 'no address' }, 'email'],
    ['address, of somebody else', { email: 'Crispin.Yarrowby@example.org' }, 'email'],
    ['agency', { agency: 'circus' }, 'agency'],
    ['part', { roles: ['clown'] }, 'roles.0'],
    ['list of parts, with none', { roles: [] }, 'roles'],
  ])('is refused for a wrong %s', async (_what, wrong, field) => {
    const { status, body } = await api.post('/api/people', { ...nurse, ...wrong });
    expect(status).toBe(422);
    expect((body['errors'] as { field: string }[]).map((one) => one.field)).toEqual([field]);
    expect(await api.records.people.added()).toEqual([]);
  });

  test('is ended: they act and are named no more, and stay on the record', async () => {
    const reference = await api.opened();
    await api.post('/api/people', nurse);
    const { token } = await api.tokenOf('P1001');
    const asThem = { authorization: `Bearer ${token}` };
    expect((await api.ask('GET', '/api/cases', { headers: asThem })).status).toBe(200);
    const ended = await api.post('/api/people/endings', { person: 'P1001' });
    expect(ended.status).toBe(200);
    expect(ended.body).toMatchObject({ person: { id: 'P1001', ended: { by: 'P01' } }, casesAsked: 1 });

    expect((await api.ask('GET', '/api/cases', { headers: asThem })).status).toBe(401);
    const joins = { role: 'legal', joins: 'P1001', reason: 'New here' };
    expect((await api.decide(reference, 'replacePerson', joins)).body).toMatchObject({ code: 'invalid' });
    const { body } = await api.get('/api/people', { 'x-acting-as': 'P01' });
    expect(body['people']).toContainEqual(expect.objectContaining({ id: 'P1001', name: 'Jo Bloggs' }));
    expect((await api.post('/api/people/endings', { person: 'P1001' })).status).toBe(200);
  });

  test('nobody of the profile is ended here, nor anybody by themselves', async () => {
    expect((await api.post('/api/people/endings', { person: 'P05' })).status).toBe(404);
    await api.post('/api/people', { ...nurse, roles: ['business-manager'] });
    const self = await api.post('/api/people/endings', { person: 'P1001' }, { as: 'P1001' });
    expect(self.body).toMatchObject({ code: 'wrong-role' });
  });
});
