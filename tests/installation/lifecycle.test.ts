import { Started } from '../../src/installation/lifecycle';

/* What was started is stopped, whatever happened to the start. */

const stopping = (stopped: string[], what: string) => async () => void stopped.push(what);

test('What was started is stopped in the opposite order', async () => {
  const stopped: string[] = [];
  const started = new Started();
  for (const what of ['the database', 'Temporal', 'the worker']) started.add(stopping(stopped, what));
  expect(await started.stop()).toBe(true);
  expect(stopped).toEqual(['the worker', 'Temporal', 'the database']);
});

test('What comes up only after the rest was stopped, because another part could not start, is stopped at once', async () => {
  const stopped: string[] = [];
  const started = new Started();
  started.add(stopping(stopped, 'the lock of the data folder'));
  await started.stop();
  started.add(stopping(stopped, 'Temporal'));
  expect(stopped).toEqual(['the lock of the data folder', 'Temporal']);
});

test('Nothing to stop is told', async () => {
  expect(await new Started().stop()).toBe(false);
});
