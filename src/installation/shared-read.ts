/**
 * Shares a read among all who ask at about the same time: each is given one that began after they asked, so that nobody
 * learns of less than there was then. However many ask, two reads are under way or waited for at most.
 */
export function sharedRead<T>(read: () => Promise<T>): () => Promise<T> {
  let going: Promise<unknown> = Promise.resolve();
  let next: Promise<T> | undefined;
  return () =>
    (next ??= going.then(() => {
      next = undefined;
      const mine = read();
      going = mine.catch(() => undefined);
      return mine;
    }));
}
