import { execFileSync } from 'node:child_process';
import path from 'node:path';

/* The limits of size: 250 lines a file, 40 a function, 3 parameters. Files over them are named, and may only shrink. */

type Sizes = Partial<Record<'lines' | 'functionLines' | 'parameters', number>>;

/** The number of files that are over each limit. Lower a number when a file comes off the list. */
const over = { lines: 3, functionLines: 42, parameters: 49 };

const program = path.join(__dirname, 'sizes-of-files.mjs');
const cwd = path.join(__dirname, '..', '..');
const { found, exceptions } = JSON.parse(
  execFileSync(process.execPath, [program], { cwd, encoding: 'utf8' }),
) as Record<'found' | 'exceptions', Readonly<Record<string, Sizes>>>;

test('A file that scripts/lint/limits.mjs names is over that limit, and is held there to the size that it has', () => {
  expect(found).toEqual(exceptions);
});

test.each(['lines', 'functionLines', 'parameters'] as const)(
  'No file is added to those over the limit of %s',
  (limit) => {
    const named = Object.values(exceptions).filter((one) => one[limit] !== undefined);
    expect(named).toHaveLength(over[limit]);
  },
);
