import { ApplicationFailure } from '@temporalio/common';
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import path from 'node:path';
import { createLog, errorInLog, logWarningsOf, sayError } from '../../src/log/log';
import { LogDestination } from '../../src/log/destination';

describe('The log', () => {
  const logged: [string, object, string][] = [];
  const into = (level: string) => (what: object, sentence: string) => void logged.push([level, what, sentence]);
  const log = { info: into('info'), warn: into('warn'), error: into('error') };
  beforeEach(() => logged.splice(0));

  test('has what the SDK warns of with the reference of the case, and what failed', () => {
    const error = ApplicationFailure.retryable('1 not sent yet: 450 jo.bloggs@example.org is busy', 'MailIsWaiting');
    const activity = 'sendNotices';
    const about = { reference: 'SIN-2026-0001', activity, attempt: 3 };
    logWarningsOf(log)({ isError: false, message: 'Activity failed', ...about, error });
    expect(logged).toEqual([['warn', { ...about, error: { kind: 'MailIsWaiting' } }, 'Temporal: Activity failed']]);
    expect(JSON.stringify(logged)).not.toContain('jo.bloggs');
  });

  test('when Temporal dies, it has one line of it, without traces, however many say so', () => {
    const warn = logWarningsOf(log);
    const error = Object.assign(new Error('14 UNAVAILABLE: connect ECONNREFUSED 127.0.0.1:7233'), {
      name: 'ServiceError',
    });
    for (let nth = 0; nth < 40; nth += 1) {
      warn({
        isError: true,
        message: 'Failed to poll',
        reference: undefined,
        activity: undefined,
        attempt: nth,
        error,
      });
    }
    expect(logged).toHaveLength(1);
    expect(JSON.stringify(logged)).not.toContain('log.test');
    expect(sayError(error)).toBe(error.message);
    expect(sayError(new TypeError('x is not a function'))).toContain('log.test');
  });

  test('says where an error came from that nobody foresaw', () => {
    expect(errorInLog(new TypeError('x is not a function'))).toMatchObject({
      kind: 'TypeError',
      message: 'x is not a function',
      stack: expect.stringContaining('log.test'),
    });
  });
});

describe('A log that cannot be written', () => {
  /** A disk that may be full, and takes at most so many bytes at a time. */
  function aDisk() {
    const disk = { isFull: false, code: 'ENOSPC', atATime: 1_000_000, written: '' };
    const destination = new LogDestination((bytes) => {
      if (disk.isFull) throw Object.assign(new Error('no room'), { code: disk.code });
      const some = bytes.subarray(0, disk.atATime);
      disk.written += some.toString();
      return some.length;
    });
    return { disk, destination, log: createLog('info', destination) };
  }
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());
  const messagesIn = (written: string) =>
    written
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { readonly msg: string }).msg);

  test('stops nothing, and is written in order once there is room', () => {
    const { disk, destination, log } = aDisk();
    log.info({}, 'one');
    disk.isFull = true;
    log.info({}, 'two');
    log.error({}, 'three');
    expect(destination.trouble()).toEqual({ code: 'ENOSPC', lost: 0 });
    disk.isFull = false;
    disk.atATime = 7;
    jest.advanceTimersByTime(1_000);
    expect(messagesIn(disk.written)).toEqual(['one', 'two', 'three']);
    expect(destination.trouble()).toBeUndefined();
  });

  test('loses what is more than is kept in memory, and says how many lines were lost', () => {
    const { disk, destination, log } = aDisk();
    disk.isFull = true;
    for (let nth = 0; nth < 200; nth += 1) log.info({ long: 'x'.repeat(10_000) }, `line ${nth}`);
    const lost = destination.trouble()?.lost ?? 0;
    expect(lost).toBeGreaterThan(50);
    disk.isFull = false;
    jest.advanceTimersByTime(1_000);
    const messages = messagesIn(disk.written);
    expect(messages).toHaveLength(200 - lost + 1);
    expect(disk.written).toContain(`"lost":${lost},"code":"ENOSPC"`);
  });

  test('a reader that is slow is no trouble', () => {
    const { disk, destination, log } = aDisk();
    disk.isFull = true;
    disk.code = 'EAGAIN';
    log.info({}, 'one');
    expect(destination.trouble()).toBeUndefined();
    disk.isFull = false;
    jest.advanceTimersByTime(1_000);
    expect(messagesIn(disk.written)).toEqual(['one']);
  });
});

// A device of Linux that is always full.
const full = '/dev/full';
(existsSync(full) ? test : test.skip)('a program whose log is on a full disk goes on, and ends by itself', () => {
  const out = openSync(full, 'w');
  const log = path.join(__dirname, '..', '..', 'dist', 'src', 'log', 'log.js');
  const script = `const log = require(${JSON.stringify(log)}).createLog('info');
    for (let nth = 0; nth < 1000; nth += 1) log.info({}, 'line ' + nth);
    setTimeout(() => console.error('it goes on'), 300);`;
  try {
    const { status, stderr } = spawnSync(process.execPath, ['-e', script], { stdio: ['ignore', out, 'pipe'] });
    expect([status, stderr.toString().trim()]).toEqual([0, 'it goes on']);
  } finally {
    closeSync(out);
  }
});
