import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { devDependencies, engines } from '../../package.json';
import { node as supported } from '../../versions.json';

const root = path.join(__dirname, '..', '..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const majorOf = (version: string): string => version.split('.')[0] ?? '';
const inWords = `${supported.slice(0, -1).join(', ')} and ${supported.at(-1) ?? ''}`;

describe('the supported versions of Node', () => {
  test.each(['README.md', 'docs/for-it.md', 'docs/for-developers.md'])('are named in %s', (document) => {
    expect(read(document)).toContain(`Node ${inWords}`);
  });

  test('begin with the lowest that the set-up takes, whose types the code is checked against', () => {
    expect(engines.node).toBe(`>=${supported[0] ?? ''}.0`);
    expect(majorOf(devDependencies['@types/node'])).toBe(majorOf(supported[0] ?? ''));
  });

  test('have that of the image among them', () => {
    const [, version = ''] = /^FROM node:([\d.]+)/m.exec(read('Dockerfile')) ?? [];
    expect(supported.map(majorOf)).toContain(majorOf(version));
  });

  test('have failed where one cannot be fetched, and that is said', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'nodes-'));
    try {
      writeFileSync(path.join(folder, 'npm'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
      const { stdout, stderr, status } = spawnSync(process.execPath, ['scripts/nodes.mjs', '22', '24'], {
        cwd: root,
        encoding: 'utf8',
        env: { ...process.env, PATH: `${folder}:${process.env['PATH'] ?? ''}` },
      });
      expect(stderr).toContain('Node 24 could not be fetched');
      expect(stdout).toBe('2 versions of Node, 2 failed\n');
      expect(status).toBe(1);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
