import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { scripts } from '../../package.json';

const root = path.join(__dirname, '..', '..');

test.each(Object.entries(scripts).filter(([, command]) => command.startsWith('node ')))(
  'npm run %s starts a script that is there (%s)',
  (_name, command) => {
    expect(existsSync(path.join(root, command.split(' ')[1] ?? ''))).toBe(true);
  },
);

describe('the checks', () => {
  const ci = readFileSync(path.join(root, '.ci', 'run'), 'utf8');

  test('are the same by hand as before a merge', () => {
    expect(scripts.check).toBe('bash .ci/run');
  });

  test('run the tests by the command of the README', () => {
    const [command = ''] = /^npm test\b(?= +#)/m.exec(readFileSync(path.join(root, 'README.md'), 'utf8')) ?? [];
    expect(command).not.toBe('');
    expect(ci).toMatch(new RegExp(`^timeout .* ${command} `, 'm'));
  });

  test('run nothing that package.json does not name', () => {
    const named = [...ci.matchAll(/npm run --silent ([a-z:]+)/g)].map(([, name = '']) => name);
    const stages = /^stages=\((.*)\)$/m.exec(ci)?.[1]?.split(' ') ?? [];
    expect(stages.length).toBeGreaterThan(3);
    expect([...named, ...stages].filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });
});
