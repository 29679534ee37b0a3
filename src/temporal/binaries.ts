import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { projectRoot } from '../config/read';

/** Either the path of a program or one sentence about why there is none and what to do. */
export type BinaryAnswer =
  { readonly ok: true; readonly path: string } | { readonly ok: false; readonly sentence: string };

/** The program to find, its configured path if there is one, and a function that receives progress messages. */
export interface BinaryWanted {
  readonly kind: 'cli' | 'test-server';
  readonly configured?: string | undefined;
  readonly log: (sentence: string) => void;
}

const answerSchema = z.union([z.object({ path: z.string() }), z.object({ problem: z.string() })]);

/**
 * Finds Temporal's CLI or test server, and downloads the pinned version if there is none. Runs a script as a process of
 * its own, because the script must also work before anything is installed.
 */
export async function findBinary({ kind, configured, log }: BinaryWanted): Promise<BinaryAnswer> {
  const script = path.join(projectRoot, 'scripts', 'binaries.mjs');
  const args = configured === undefined ? [script, kind] : [script, kind, configured];
  const finder = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  createInterface({ input: finder.stderr }).on('line', log);
  let output = '';
  finder.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  await new Promise<void>((resolve, reject) => finder.once('error', reject).once('close', () => resolve()));
  const answer = answerSchema.safeParse(parse(output));
  if (!answer.success)
    return { ok: false, sentence: `Temporal's ${kind} could not be found; the lines above say why.` };
  return 'path' in answer.data ? { ok: true, path: answer.data.path } : { ok: false, sentence: answer.data.problem };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
