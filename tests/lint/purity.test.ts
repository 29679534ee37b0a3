import { lintPlanted } from './planted';

const rules = 'src/procedure/dates/plan.ts';
const workflow = 'workflows/case.ts';

const refused: readonly (readonly [filePath: string, code: string, sentence: string])[] = [
  [rules, 'export const at = Date.now();', 'src/procedure has no clock'],
  [rules, 'export const at = new Date();', 'new Date() is a clock'],
  [rules, 'export const at = Date();', 'new Date() is a clock'],
  [rules, 'export const at = Math.random();', 'src/procedure leaves nothing to chance'],
  [rules, 'export const at = process.env;', 'src/procedure is pure'],
  [rules, 'export const at = setTimeout(() => 1, 2);', 'src/procedure is pure'],
  [rules, "export const at = fetch('x');", 'src/procedure is pure'],
  [rules, 'export const at = new Date(2026, 11, 7);', 'the zone of the machine'],
  [rules, 'export const hour = (at: Date) => at.getHours();', 'the zone of the machine'],
  [rules, 'let asked = 0; export const more = () => { asked += 1; };', 'No let or var at the top'],
  [rules, 'export const kept = new Map();', 'filled by cases'],
  [rules, 'const kept = new WeakMap(); export const keep = (one: object) => kept.set(one, 1);', 'filled by cases'],
  [workflow, 'const kept = new Set(); export const keep = (one: object) => kept.add(one);', 'filled by cases'],
  [workflow, 'let cases = 0; export const more = () => { cases += 1; };', 'No let or var at the top'],
  [workflow, 'export let cases = 0;', 'No let or var at the top'],
  [workflow, 'var cases = 0; export const more = () => cases;', 'No let or var at the top'],
  [workflow, 'export const at = new Date(2026, 11, 7);', 'the zone of the machine'],
];

const allowed: readonly (readonly [filePath: string, code: string])[] = [
  [rules, 'export const at = new Date(0).toISOString();'],
  [rules, 'export const at = (now: Date) => now.getUTCHours();'],
  [rules, "export const known = new Set(['a', 'b']);"],
  [
    rules,
    'export const count = (all: string[]) => { const seen = new Map(); for (const one of all) seen.set(one, 1); return seen; };',
  ],
  [workflow, 'export const at = Date.now();'],
  [workflow, 'export function count() { let cases = 0; cases += 1; return cases; }'],
];

describe('rules without a clock, workflows without a memory of their own', () => {
  const names = ['no-restricted-globals', 'no-restricted-properties', 'no-restricted-syntax'];
  const said = lintPlanted(
    names,
    [...refused, ...allowed].map(([filePath, code]) => ({ filePath, code })),
  );

  for (const [at, [filePath, code, sentence]] of refused.entries()) {
    test(`${filePath} may not say ${code}`, () => {
      expect(said[at]).toEqual([expect.stringContaining(sentence)]);
    });
  }

  for (const [at, [filePath, code]] of allowed.entries()) {
    test(`${filePath} may say ${code}`, () => {
      expect(said[refused.length + at]).toEqual([]);
    });
  }
});
