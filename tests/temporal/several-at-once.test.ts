import { severalAtOnce } from '../../src/temporal/concurrency';

test('Each is acted on once, and never more at a time than was said', async () => {
  const done: number[] = [];
  let [now, most] = [0, 0];
  await severalAtOnce(3, [1, 2, 3, 4, 5, 6, 7], async (one) => {
    now += 1;
    most = Math.max(most, now);
    await new Promise((resolve) => setImmediate(resolve));
    now -= 1;
    done.push(one);
  });
  expect(done.sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(most).toBe(3);
});

test('After an error nothing more is begun, and whoever asked is told of it', async () => {
  const begun: number[] = [];
  const act = async (one: number) => {
    begun.push(one);
    await Promise.resolve();
    if (one === 2) throw new Error('the second');
  };
  await expect(severalAtOnce(1, [1, 2, 3], act)).rejects.toThrow('the second');
  expect(begun).toEqual([1, 2]);
});
