import { existsSync } from 'node:fs';
import path from 'node:path';
import { scripts } from '../../package.json';

const root = path.join(__dirname, '..', '..');

test.each(Object.entries(scripts).filter(([, command]) => command.startsWith('node ')))(
  'npm run %s starts a script that is there (%s)',
  (_name, command) => {
    expect(existsSync(path.join(root, command.split(' ')[1] ?? ''))).toBe(true);
  },
);
