import { ApplicationFailure } from '@temporalio/common';
import { errorInLog, logWarningsOf } from '../src/log';

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

  test('says where an error came from that nobody foresaw', () => {
    expect(errorInLog(new TypeError('x is not a function'))).toMatchObject({
      kind: 'TypeError',
      message: 'x is not a function',
      stack: expect.stringContaining('log.test'),
    });
  });
});
