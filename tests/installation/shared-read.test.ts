import { sharedRead } from '../../src/installation/shared-read';

/* Ten thousand cases that take up a calendar read the partnership at about the same time. */

/** A read that ends when it is told to, and says the number it had. */
function aRead() {
  const ends: ((error?: Error) => void)[] = [];
  const read = jest.fn(() => {
    const number = ends.length + 1;
    return new Promise<number>((resolve, reject) => {
      ends.push((error) => (error === undefined ? resolve(number) : reject(error)));
    });
  });
  return { ends, shared: sharedRead(read), read };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

test('All who ask at one time share one read', async () => {
  const { ends, shared, read } = aRead();
  const asked = Array.from({ length: 100 }, shared);
  await turn();
  ends[0]?.();
  expect(new Set(await Promise.all(asked))).toEqual(new Set([1]));
  expect(read).toHaveBeenCalledTimes(1);
});

test('Who asks while a read is under way is given the next one, which they share: the first may know of less', async () => {
  const { ends, shared, read } = aRead();
  const first = shared();
  await turn();
  const later = [shared(), shared(), shared()];
  await turn();
  expect(read).toHaveBeenCalledTimes(1);
  ends[0]?.();
  expect(await first).toBe(1);
  await turn();
  ends[1]?.();
  expect(await Promise.all(later)).toEqual([2, 2, 2]);
});

test('A read that fails fails for those who shared it alone', async () => {
  const { ends, shared } = aRead();
  const first = shared();
  await turn();
  ends[0]?.(new Error('The records are away.'));
  await expect(first).rejects.toThrow('The records are away.');
  const second = shared();
  await turn();
  ends[1]?.();
  expect(await second).toBe(2);
});
