import { fromMillis, toMillis } from '../../src/procedure/time/dates';
import type { PersonId } from '../../src/procedure/time/time';
import { isUsable, type NewApiToken } from '../../src/records/tokens';
import { freshRecords } from '../support/records';
import type { TestRecords } from '../support/records';
import { at, later, manager, reference } from './builders';

const minutes = (n: number) => fromMillis(toMillis(at) + n * 60_000);
const coordinator = 'P02' as PersonId;

interface Beginning {
  readonly person?: PersonId;
  /** Minutes. */
  readonly from?: number;
  readonly idToken?: string;
}

describe('access to the console', () => {
  let test: TestRecords;
  beforeAll(async () => void (test = await freshRecords()));
  beforeEach(() => test.clear());
  afterAll(() => test.close());

  describe('a session', () => {
    const begin = (idHash: string, { person = manager, from = 0, ...more }: Beginning = {}) =>
      test.records.sessions.begin({
        idHash,
        person,
        csrf: `csrf of ${idHash}`,
        beganAt: minutes(from),
        idleUntil: minutes(from + 30),
        absoluteUntil: minutes(from + 480),
        ...more,
      });
    const stateOf = async (idHash: string, after: number) =>
      (await test.records.sessions.find(idHash, minutes(after)))?.state;

    it('is live until it lies idle, lasts too long or is ended, and is found all the same', async () => {
      const { sessions } = test.records;
      const begun = await begin('one', { idToken: 'from the provider' });
      expect(begun).toEqual({
        idHash: 'one',
        person: manager,
        csrf: 'csrf of one',
        beganAt: at,
        lastSeenAt: at,
        idleUntil: minutes(30),
        absoluteUntil: minutes(480),
        idToken: 'from the provider',
      });
      expect(await sessions.find('one', minutes(29))).toEqual({ ...begun, state: 'live' });
      expect(await stateOf('one', 30)).toBe('idle');

      expect(await sessions.touch('one', { at: minutes(20), idleUntil: minutes(700) })).toBe(true);
      expect(await stateOf('one', 479)).toBe('live');
      expect(await stateOf('one', 480)).toBe('expired');
      expect(await sessions.end('one', minutes(40))).toBe(true);
      expect(await sessions.end('one', minutes(41))).toBe(false);
      expect(await sessions.find('one', minutes(42))).toMatchObject({ state: 'ended', endedAt: minutes(40) });
      expect(await stateOf('none', 0)).toBeUndefined();
    });

    it('cannot be brought back by using it once it is over', async () => {
      const { sessions } = test.records;
      await begin('idle');
      await begin('ended');
      await sessions.end('ended', minutes(1));
      expect(await sessions.touch('idle', { at: minutes(30), idleUntil: minutes(60) })).toBe(false);
      expect(await sessions.touch('ended', { at: minutes(2), idleUntil: minutes(60) })).toBe(false);
      expect(await sessions.touch('none', { at, idleUntil: minutes(60) })).toBe(false);
    });

    it('knows when the person was last here before it, however they left', async () => {
      const { sessions } = test.records;
      expect((await begin('one')).previousVisitAt).toBeUndefined();
      await sessions.touch('one', { at: minutes(12), idleUntil: minutes(42) });
      await begin('another', { person: coordinator, from: 20 });
      expect((await begin('two', { from: 100 })).previousVisitAt).toBe(minutes(12));
    });

    it('may belong to an account that is linked to nobody', async () => {
      const { signIns, sessions } = test.records;
      const { id } = await signIns.seen({ issuer: 'i', subject: 's', at });
      const base = { csrf: 'c', beganAt: at, idleUntil: later, absoluteUntil: later };
      await sessions.begin({ idHash: 'strange', signIn: id, ...base });
      const again = await sessions.begin({ idHash: 'strange too', signIn: id, ...base });
      expect(again.person).toBeUndefined();
      expect(again.signIn).toBe(id);
      expect(again.previousVisitAt).toBeUndefined();
    });

    it('ends with all the others of a person when they sign out everywhere, but for the one they are in', async () => {
      const { sessions } = test.records;
      await begin('here', { from: 3 });
      await begin('elsewhere', { from: 2 });
      await begin('long ago', { from: -100 });
      await begin('of another', { person: coordinator });
      expect(await sessions.endAllOf(manager, minutes(5), { except: 'here' })).toBe(1);
      const left = (await sessions.listOf(manager, minutes(6))).map(({ idHash, state }) => [idHash, state]);
      expect(left).toEqual([
        ['here', 'live'],
        ['elsewhere', 'ended'],
        ['long ago', 'idle'],
      ]);
      expect(await stateOf('of another', 6)).toBe('live');
      expect(await sessions.endAllOf(manager, minutes(7))).toBe(1);
    });

    it('is forgotten when it has been over for long, but not the last visit of a person', async () => {
      const { sessions } = test.records;
      await begin('first', { from: 0 });
      await begin('last', { from: 10 });
      await begin('of another', { person: coordinator, from: 0 });
      expect(await sessions.purge(minutes(20))).toBe(0);
      expect(await sessions.purge(minutes(2000))).toBe(1);
      expect(await stateOf('first', 2000)).toBeUndefined();
      expect((await begin('back', { from: 3000 })).previousVisitAt).toBe(minutes(10));
    });
  });

  describe('an account at the provider', () => {
    const seen = (more = {}) =>
      test.records.signIns.seen({
        issuer: 'https://id',
        subject: 'a',
        name: 'Ann',
        email: 'ann@example.org',
        at,
        ...more,
      });

    it('is one however often it signs in, by what the provider says of it last', async () => {
      const first = await seen();
      expect(first).toEqual({
        id: first.id,
        issuer: 'https://id',
        subject: 'a',
        name: 'Ann',
        email: 'ann@example.org',
        firstSeenAt: at,
        lastSeenAt: at,
      });
      expect(await seen({ name: 'Anna', email: undefined, at: later })).toEqual({
        ...first,
        name: 'Anna',
        lastSeenAt: later,
      });
      await seen({ subject: 'b', at: minutes(9) });
      await seen({ issuer: 'https://other', at: minutes(8) });
      expect((await test.records.signIns.list()).map(({ subject, issuer }) => `${issuer} ${subject}`)).toEqual([
        'https://id b',
        'https://other a',
        'https://id a',
      ]);
    });

    it('is linked to a person, to another, and to nobody again, all of which stays in the log', async () => {
      const { signIns } = test.records;
      const { id } = await seen();
      const linked = { person: coordinator, by: manager, at };
      expect((await signIns.link(id, linked))?.linked).toEqual(linked);
      expect((await signIns.link(id, { ...linked, at: later }))?.linked).toEqual(linked);
      expect(await signIns.ofPerson(coordinator)).toHaveLength(1);
      expect((await seen({ at: later })).linked).toEqual(linked);

      expect((await signIns.link(id, { person: manager, at: later }))?.linked).toEqual({ person: manager, at: later });
      expect(await signIns.ofPerson(coordinator)).toEqual([]);
      expect((await signIns.unlink(id, { by: manager, at: minutes(9) }))?.linked).toBeUndefined();
      expect((await signIns.unlink(id, { by: manager, at: minutes(10) }))?.id).toBe(id);

      expect(await signIns.changesOf(id)).toEqual([
        { signIn: id, change: 'linked', ...linked },
        { signIn: id, change: 'unlinked', person: coordinator, at: later },
        { signIn: id, change: 'linked', person: manager, at: later },
        { signIn: id, change: 'unlinked', person: manager, by: manager, at: minutes(9) },
      ]);
      expect(await signIns.link(id + 1, linked)).toBeUndefined();
      expect(await signIns.get(id + 1)).toBeUndefined();
    });
  });

  const kept = async (token: NewApiToken) => {
    const added = await test.records.tokens.add(token);
    if (added.kind !== 'added') throw new Error(`There is a token of the name ${token.name}.`);
    return added.token;
  };

  it('keeps tokens of the API by their hash, revoked and never deleted', async () => {
    const { tokens } = test.records;
    const token = { name: 'The data warehouse', person: coordinator, madeBy: manager, madeAt: at };
    const made = await kept({ ...token, hash: 'h1', expiresAt: minutes(60) });
    expect(made).toEqual({ id: made.id, ...token, expiresAt: minutes(60) });
    await expect(tokens.add({ ...token, name: 'Another', hash: 'h1' })).rejects.toThrow();
    const endless = await kept({ ...token, name: 'A third', hash: 'h2', madeAt: later });
    expect((await tokens.list()).map(({ id }) => id)).toEqual([endless.id, made.id]);
    expect(JSON.stringify(await tokens.list())).not.toContain('h1');
    expect([isUsable(made, minutes(59)), isUsable(made, minutes(60)), isUsable(endless, minutes(60))]).toEqual([
      true,
      false,
      true,
    ]);

    const lastUse = async () => (await tokens.byHash('h1'))?.lastUsedAt;
    await tokens.used(made.id, minutes(1));
    await tokens.used(made.id, fromMillis(toMillis(minutes(2)) - 1));
    expect(await lastUse()).toBe(minutes(1));
    await tokens.used(made.id, minutes(2));
    expect(await lastUse()).toBe(minutes(2));

    expect(await tokens.revoke(made.id, { by: manager, at: later })).toBe(true);
    expect(await tokens.revoke(made.id, { by: manager, at: later })).toBe(false);
    const revoked = await tokens.byHash('h1');
    expect(revoked?.revoked).toEqual({ by: manager, at: later });
    expect(revoked && isUsable(revoked, at)).toBe(false);
    expect(await tokens.byHash('h9')).toBeUndefined();
  });

  it('keeps one token of a name at a time: of two made at one moment the second is refused', async () => {
    const { tokens } = test.records;
    const token = { name: 'The data warehouse', person: coordinator, madeBy: manager, madeAt: at };
    const together = ['h1', 'h2', 'h3', 'h4'].map((hash) => tokens.add({ ...token, hash, expiresAt: minutes(60) }));
    const kinds = (await Promise.all(together)).map(({ kind }) => kind);
    expect(kinds.sort()).toEqual(['added', 'name-taken', 'name-taken', 'name-taken']);
    expect(await tokens.list()).toHaveLength(1);

    // The name is free again once it has expired, and once it was revoked.
    expect(await tokens.add({ ...token, hash: 'h5', madeAt: minutes(59) })).toEqual({ kind: 'name-taken' });
    const next = await kept({ ...token, hash: 'h6', madeAt: minutes(60) });
    expect(await tokens.add({ ...token, hash: 'h7', madeAt: minutes(61) })).toEqual({ kind: 'name-taken' });
    await tokens.revoke(next.id, { by: manager, at: minutes(62) });
    expect(await tokens.add({ ...token, hash: 'h8', madeAt: minutes(63) })).toMatchObject({ kind: 'added' });
    expect(await tokens.list()).toHaveLength(3);
  });

  it('keeps what somebody is in the middle of writing until it is done or expires', async () => {
    const { drafts } = test.records;
    const draft = {
      idHash: 'd1',
      kind: 'recordOutcome',
      person: manager,
      reference: reference(1),
      body: { outcome: 'notify', children: ['Zoë'] },
      key: 'k1',
      madeAt: at,
      expiresAt: minutes(60),
    };
    await drafts.put(draft);
    expect(await drafts.get('d1', later)).toMatchObject({ ...draft, changedAt: at });
    const version = (await drafts.get('d1', later))?.version;
    expect(await drafts.change('d1', { outcome: 'none' }, later, version)).toBe(true);
    expect(await drafts.change('d1', { outcome: 'other' }, later, version)).toBe(false);
    expect(await drafts.get('d1', later)).toMatchObject({ ...draft, body: { outcome: 'none' }, changedAt: later });
    expect(await drafts.get('d1', minutes(60))).toBeUndefined();
    expect(await drafts.change('d1', {}, minutes(60))).toBe(false);

    await drafts.put({ idHash: 'd2', kind: 'notification', body: null, key: 'k2', madeAt: at, expiresAt: minutes(90) });
    expect(await drafts.get('d2', at)).toMatchObject({ kind: 'notification', body: null });
    expect(await drafts.purge(minutes(60))).toBe(1);
    await drafts.remove('d2');
    await drafts.remove('d2');
    expect(await drafts.get('d2', at)).toBeUndefined();
  });
});
