import { startEngine, referenceOf } from './support/engine';
import { Story } from './support/story';
import { isoDate, londonInstant, timeOfDay } from '../../src/procedure/dates';
const at = (date: string, time: string) => londonInstant(isoDate(date), timeOfDay(time));
test('x', async () => {
  const engine = await startEngine();
  const step = (s: string) => console.log(new Date().toISOString(), s);
  await engine.passUntil(at('2038-01-11', '10:00'));
  const story = new Story(engine, referenceOf(3), {}, isoDate('2038-01-11'));
  await story.open();
  await story.settled();
  step('open');
  if (process.env['MODE'] === 'mail') {
    let n = 0;
    engine.world.mailAway = () => { n += 1; return true; };
    await engine.passUntil(at('2038-01-12', '09:30'));
    step('passed a day ' + n);
    await story.decide('sendToFrontDoor', undefined, { on: isoDate('2038-01-12') });
    step('decided');
    await engine.passUntil(at('2038-01-12', '10:30'));
    step('passed an hour ' + n);
    engine.world.mailAway = () => false;
    await engine.passUntil(at('2038-01-12', '10:40'));
    step('passed');
    await story.settled();
  } else {
    await engine.stopWorker(); step('stopped');
    await engine.passUntil(at('2038-01-12', '22:00')); step('passed');
    await engine.startWorker(); step('started');
    await engine.passUntil(at('2038-01-13', '09:30')); step('passed');
  }
  await engine.stop();
}, 60000);
