import { readdirSync } from 'node:fs';
import path from 'node:path';
import { isoDate, londonInstant, timeOfDay, toMillis } from '../../../src/procedure/time/dates';
import { paths } from '../../../tools/rehearsal/paths';
import { rehearse } from '../../../tools/rehearsal/rehearse';
import { screenOn } from '../../../tools/rehearsal/screen';
import type { Path } from '../../../tools/rehearsal/script';
import sample from '../../../samples/notification.json';
import { directory, fakeInstallation } from './fake-installation';

async function rehearsed(which: Path, day: string, time = '11:00'): Promise<string> {
  const openedAt = londonInstant(isoDate(day), timeOfDay(time));
  let printed = '';
  await rehearse(
    {
      caller: fakeInstallation(openedAt),
      links: (reference) => [reference],
      sample,
      directory: directory(),
      screen: screenOn({ write: (text) => (printed += text) }),
      now: () => toMillis(openedAt),
    },
    which,
  );
  return printed;
}

const folder = path.join(__dirname, '..', '..', '..', 'tools', 'rehearsal', 'paths');
const each = paths.map((one) => [one.name, one] as const);

describe('the paths of a rehearsal', () => {
  it('are one file each, named as the path is', () => {
    const files = readdirSync(folder).map((file) => path.basename(file, '.ts'));
    expect(paths.map(({ name }) => name).sort()).toEqual(files.sort());
  });

  it.each(each)('%s comes to its end by the rules alone', async (_name, one) => {
    const printed = await rehearsed(one, '2026-11-23');
    expect(printed).toContain(`${one.name}: as it should be.`);
  });

  // Bank holidays, closure days and the spacing of scheduled meetings fall differently from each of them.
  it.each(['2027-02-22', '2027-06-07', '2027-11-29'])('come to their end from %s on, too', async (day) => {
    const furthest = paths.filter(({ name }) => name === 'exec-asks-for-more' || name === 'held-for-trial');
    for (const one of furthest) expect(await rehearsed(one, day)).toContain('as it should be');
  });

  it('begins at any hour, at a weekend and on a holiday too', async () => {
    const shortest = paths.find(({ name }) => name === 'practice-learning-review');
    if (shortest === undefined) throw new Error('There is no such path.');
    for (const [day, time] of [
      ['2026-11-28', '00:01'],
      ['2026-12-25', '23:58'],
      ['2027-03-28', '18:30'],
      ['2027-10-31', '01:30'],
    ] as const) {
      expect(await rehearsed(shortest, day, time)).toContain('as it should be');
    }
  });
});

describe('a rehearsal that does not go as its path says', () => {
  const [straight] = paths;
  if (straight === undefined) throw new Error('There is no path.');

  it('stops where a decision is refused that should not be', async () => {
    const [first, ...rest] = straight.script;
    if (first === undefined) throw new Error('The script is empty.');
    const twice = { ...straight, script: [first, first, ...rest] };
    await expect(rehearsed(twice, '2026-11-23')).rejects.toThrow(/was refused: .*on the record already/);
  });

  it('stops where a decision is taken that should have been refused', async () => {
    const script = straight.script.map((act, nth) => (nth === 0 ? { ...act, refusedAs: 'too-early' as const } : act));
    await expect(rehearsed({ ...straight, script }, '2026-11-23')).rejects.toThrow('was to be refused, and was taken');
  });

  it('says so where it ends otherwise', async () => {
    await expect(rehearsed({ ...straight, ending: 'not-published' }, '2026-11-23')).rejects.toThrow(
      'ended as "published", and was to end as "not-published"',
    );
  });

  it('says so where an email did not go out', async () => {
    await expect(rehearsed({ ...straight, emails: ['delay-letter'] }, '2026-11-23')).rejects.toThrow('delay-letter');
  });
});
