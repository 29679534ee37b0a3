import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from './read';

/** The release that runs. */
export function version(): string {
  const read: unknown = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8'));
  return typeof read === 'object' && read !== null && 'version' in read && typeof read.version === 'string'
    ? read.version
    : '0';
}
