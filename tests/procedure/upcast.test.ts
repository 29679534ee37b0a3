import { whyNotCarried } from '../../src/procedure/case/carried';
import { instant } from '../../src/procedure/time/dates';
import {
  decisionRenamed,
  FileOfLaterRelease,
  stepAdded,
  upcast,
  upcastBy,
  type Upcast,
} from '../../src/procedure/case/upcast';
import { aCase } from '../support/a-case';
import { savedReleases } from '../workflows/support/histories';
import { savedCaseFiles } from '../workflows/support/saved-case-files';

const numbered =
  (name: string): Upcast =>
  (file) => ({ ...file, [name]: 'is there', last: name });
const chain = [numbered('second'), numbered('third'), numbered('fourth')];

describe('The chain', () => {
  test('A file goes through the steps that it has not been through, in their order, and has the version of the last', () => {
    expect(upcastBy(chain, { version: 1, kept: true })).toEqual({
      version: 4,
      kept: true,
      second: 'is there',
      third: 'is there',
      fourth: 'is there',
      last: 'fourth',
    });
    expect(upcastBy(chain, { version: 3 })).toEqual({ version: 4, fourth: 'is there', last: 'fourth' });
  });

  test('A file of this release is returned as it is, so that doing it twice is doing it once', () => {
    const once = upcastBy(chain, { version: 1 });
    expect(upcastBy(chain, once)).toBe(once);
    const { file } = aCase();
    expect(upcast(file)).toBe(file);
  });

  test('A file of a later release is refused with its reference and what to do', () => {
    const later = { version: 5, reference: 'SIN-2026-0007' };
    expect(() => upcastBy(chain, later)).toThrow(FileOfLaterRelease);
    expect(() => upcastBy(chain, later)).toThrow(
      'The file of case SIN-2026-0007 is of version 5, and this release knows 4: a later release wrote it. Start that release again; nothing is lost meanwhile.',
    );
  });

  test.each([undefined, 0, 1.5, '1'])('What has the version %j is no case file', (version) => {
    expect(() => upcastBy(chain, { version })).toThrow('This is no case file');
  });
});

describe('Steps of the chain', () => {
  const file = {
    facts: { recordOversight: [{ seq: 2 }], addNote: [{ seq: 3 }] },
    superseded: [{ name: 'recordOversight', fact: { seq: 1 }, by: 2 }, { name: 'addNote' }],
    policy: { mayTake: { recordOversight: ['service-director'] }, windows: { outcome: { by: 3 } } },
  };

  test('A renamed decision keeps what was decided, what was set aside, and who may take it', () => {
    expect(decisionRenamed('recordOversight', 'overseeCase')(file)).toEqual({
      facts: { overseeCase: [{ seq: 2 }], addNote: [{ seq: 3 }] },
      superseded: [{ name: 'overseeCase', fact: { seq: 1 }, by: 2 }, { name: 'addNote' }],
      policy: { mayTake: { overseeCase: ['service-director'] }, windows: { outcome: { by: 3 } } },
    });
  });

  test("A step that is added gets its window in the profile that a case began with, but never in place of the profile's", () => {
    const window = { anchor: 'day-one', unit: 'working-day', by: 5 } as const;
    expect(stepAdded('briefing', window)(file)['policy']).toMatchObject({
      windows: { outcome: { by: 3 }, briefing: window },
    });
    expect(stepAdded('outcome', window)(file)['policy']).toMatchObject({ windows: { outcome: { by: 3 } } });
  });
});

describe.each(savedReleases())('Case files of release %s', (release) => {
  const files = savedCaseFiles(release);

  test('There are many of them, of every way and wherever a case waits', () => {
    expect(files.length).toBeGreaterThan(200);
  });

  test('This release goes on with each of them', () => {
    const now = instant('2038-03-01T10:00:00.000Z');
    expect(files.flatMap((file) => whyNotCarried(file, now) ?? [])).toEqual([]);
  });

  test('No decision is lost on the way', () => {
    const decided = ({ facts, superseded }: Pick<ReturnType<typeof upcast>, 'facts' | 'superseded'>) =>
      [...Object.values(facts).flat(), ...superseded.map(({ fact }) => fact)].map(({ seq }) => seq).sort();
    for (const stored of files) {
      const file = upcast(stored);
      expect(decided(file)).toEqual(decided(stored as unknown as typeof file));
      expect(upcast(file)).toEqual(file);
    }
  });
});
