import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Kind } from '../observed';

const project = path.join(__dirname, '..', '..', '..');

/** A bug that is put into a copy of the compiled application, and the violation by which it is to show. */
export interface PlantedBug {
  readonly what: string;
  readonly shows: Kind;
  /** The file of `dist`, what stands there once, and what stands there in its place. */
  readonly file: string;
  readonly correct: RegExp;
  readonly wrong: string;
}

/** Bugs that do not hide one another: they are all planted into one copy. */
export const plantedBugs: readonly PlantedBug[] = [
  {
    what: 'every seventh entry is acknowledged and not written',
    shows: 'lost',
    file: 'activities/record.js',
    correct: /\.\.\.recording,/g,
    wrong: '...recording, events: events.filter(({ seq }) => seq % 7 !== 0),',
  },
  {
    what: 'every try of an email has a Message-ID of its own',
    shows: 'Message-ID',
    file: 'src/mail/message.js',
    correct: /\.update\(key\)/g,
    wrong: '.update(`${key} ${Math.random()}`)',
  },
  {
    what: 'one person is never reminded',
    shows: 'reminder missing',
    file: 'workflow-bundle.js',
    // Local names are short in the bundle, and others in every build.
    correct: /=> (\(0, \w+\.remindersDue\)\([\w.]+, \w+\))/g,
    wrong: '=> $1.slice(1)',
  },
];

/** A copy of the compiled application with the bugs in it, and a way to be rid of it. */
export function plant(bugs: readonly PlantedBug[]): { readonly program: string; remove(): void } {
  const program = mkdtempSync(path.join(tmpdir(), 'planted-'));
  cpSync(path.join(project, 'dist'), path.join(program, 'dist'), { recursive: true });
  for (const name of ['package.json', 'node_modules', 'profiles', 'scripts'])
    symlinkSync(path.join(project, name), path.join(program, name));
  for (const { file, correct, wrong } of bugs) {
    const target = path.join(program, 'dist', file);
    const before = readFileSync(target, 'utf8');
    if (before.match(correct)?.length !== 1)
      throw new Error(`${file} does not say ${correct} once; look where it is now.`);
    writeFileSync(target, before.replace(correct, wrong));
  }
  return { program, remove: () => rmSync(program, { recursive: true, force: true }) };
}
