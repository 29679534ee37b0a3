import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { script } from '../../support/script';
import { runScript } from './engine';
import type { Rules } from './story';

const root = path.resolve(__dirname, '..', '..', '..');

/** One place of the source, and what stands there in the other build. */
export interface Change {
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** Every place that says so; otherwise there must be exactly one. */
  readonly everywhere?: boolean;
}

/** The workflows of a build that differs from what is shipped. */
export interface SecondBuild {
  readonly bundle: string;
  /** Its own rules, by which its cases are told. */
  readonly rules: Rules;
  /** Removes it. */
  remove(): void;
}

/** Changes a copy of the source. A change that does not apply is a mistake of the test. */
export function applyChanges(folder: string, changes: readonly Change[]): void {
  for (const { file, from, to, everywhere = false } of changes) {
    const target = path.join(folder, file);
    const source = readFileSync(target, 'utf8');
    const places = source.split(from).length - 1;
    if (places === 0 || (places > 1 && !everywhere))
      throw new Error(`${file} has ${places} places that say ${JSON.stringify(from)}; the change needs another text.`);
    writeFileSync(
      target,
      source.replaceAll(from, () => to),
    );
  }
}

/** Copies the source of the workflows, changes it, and bundles it. */
export async function buildWith(changes: readonly Change[]): Promise<SecondBuild> {
  const folder = mkdtempSync(path.join(tmpdir(), 'second-build-'));
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  for (const part of ['.swcrc', 'workflows', 'src/procedure', 'src/temporal/failure-converter.ts'])
    cpSync(path.join(root, part), path.join(folder, part), { recursive: true });
  applyChanges(folder, changes);
  const bundle = path.join(folder, 'workflow-bundle.js');
  await runScript("await (await import('./scripts/build.mjs')).bundleCopy(...process.argv.slice(1))", folder, bundle);
  const load = createRequire(__filename);
  const procedure = (file: string): unknown => load(path.join(folder, 'compiled', 'src', 'procedure', file));
  const rules = Object.assign(
    {},
    ...['not-open', 'take', 'dates/steps', 'dates/deadlines', 'case/position', 'case/upcast'].map(procedure),
    {
      script,
    },
  ) as Rules;
  return { bundle, rules, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
