import { setTimeout as pause } from 'node:timers/promises';
import { addDays, londonInstant, timeOfDay } from '../../src/procedure/time/dates';
import { referenceOf, startEngine, type Engine } from './support/engine';
import { receivedToday, Story } from './support/story';

/* A practice case's clock is moved forward on the real server. */

/** The mornings on which a case reminded somebody. */
const mornings = ({ known }: Story): readonly string[] =>
  known.events.filter(({ kind }) => kind === 'reminders-sent').map(({ at }) => at.slice(0, 10));

describe('A practice case that goes on in new runs while its clock is moved forward', () => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await startEngine({ server: 'real' });
  }, 120_000);
  afterAll(() => engine.stop());

  test('reminds on the same mornings as one that is left alone', async () => {
    const received = receivedToday();
    const [left, movedOn] = [
      new Story(engine, referenceOf(1), {}, received),
      new Story(engine, referenceOf(2), {}, received),
    ];
    await Promise.all([left.open(), movedOn.open()]);
    const until = londonInstant(addDays(received, 21), timeOfDay('17:00'));
    const moves = Promise.all([left, movedOn].map(({ reference }) => engine.cases.advance(reference, until)));
    let moving = true;
    const moved = moves.finally(() => {
      moving = false;
    });
    for (let seen = -1; moving; await pause(50)) {
      if (mornings(movedOn).length === seen) continue;
      seen = mornings(movedOn).length;
      await engine.cases.takeUpCurrentCode([movedOn.reference]);
    }
    expect((await moved).map(({ kind }) => kind)).toEqual(['moved', 'moved']);
    expect(mornings(left).length).toBeGreaterThan(4);
    expect(mornings(movedOn)).toEqual(mornings(left));
  }, 300_000);
});
