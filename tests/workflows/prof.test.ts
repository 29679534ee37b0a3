import { startEngine, referenceOf } from './support/engine';
import { Story, tell } from './support/story';
test('x', async () => {
  const engine = await startEngine();
  const t = Date.now();
  await tell(Array.from({ length: 4 }, (_, i) => new Story(engine, referenceOf(i + 1), {})));
  console.log(Date.now() - t);
  await engine.stop();
}, 200000);
