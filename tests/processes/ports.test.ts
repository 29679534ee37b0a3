import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { freePort, portIsFree } from '../../src/processes/ports';

test('A port that somebody listens on is not free', async () => {
  const port = await freePort();
  expect(await portIsFree('127.0.0.1', port)).toBe(true);
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  expect(await portIsFree('127.0.0.1', port)).toBe(false);
  await new Promise((resolve) => server.close(resolve));
});

test('A port for later is free, is none that outgoing connections are given, and is given once and to one process', async () => {
  const ports: number[] = [];
  for (let n = 0; n < 100; n += 1) ports.push(await freePort());
  expect(new Set(ports).size).toBe(ports.length);
  expect(new Set(ports.map((port) => port % 64)).size).toBe(1);
  // A machine may be set to give others than Linux does by itself, or be no Linux.
  const range = '/proc/sys/net/ipv4/ip_local_port_range';
  const lowest = existsSync(range) ? Number(readFileSync(range, 'utf8').trim().split(/\s+/)[0]) : 49_152;
  if (lowest >= 32_768) expect(Math.max(...ports)).toBeLessThan(lowest);
  expect(await Promise.all(ports.slice(0, 5).map((port) => portIsFree('127.0.0.1', port)))).toEqual(
    Array<boolean>(5).fill(true),
  );
});
