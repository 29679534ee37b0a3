import { ServiceError, WorkflowUpdateRPCTimeoutOrCancelledError } from '@temporalio/client';
import { CasesUnavailable, type WhyUnavailable } from '../../src/temporal/cases';
import { inALine } from '../../src/temporal/reason';
import { asUnavailable, diagnosed } from '../../src/temporal/unavailable';

/** A call that failed with a status of gRPC, as the client throws it. */
const failedWith = (code: number): Error =>
  new ServiceError('It failed.', {
    cause: Object.assign(new Error('grpc'), { code, details: 'grpc', metadata: {} }),
  });

const reasonIn = (error: unknown): WhyUnavailable | undefined =>
  error instanceof CasesUnavailable ? error.reason : undefined;

describe('A call to Temporal that failed', () => {
  test.each<readonly [string, number, WhyUnavailable]>([
    ['cancelled', 1, 'too-slow'],
    ['unknown', 2, 'engine-error'],
    ['invalid argument', 3, 'engine-error'],
    ['deadline exceeded', 4, 'too-slow'],
    ['not found', 5, 'engine-error'],
    ['already exists', 6, 'engine-error'],
    ['permission denied', 7, 'turned-away'],
    ['resource exhausted', 8, 'busy'],
    ['failed precondition', 9, 'engine-error'],
    ['aborted', 10, 'engine-error'],
    ['out of range', 11, 'engine-error'],
    ['unimplemented', 12, 'engine-error'],
    ['internal', 13, 'engine-error'],
    ['unavailable', 14, 'away'],
    ['data loss', 15, 'engine-error'],
    ['unauthenticated', 16, 'turned-away'],
  ])('by "%s" says that Temporal cannot be reached only where nothing answered', (_name, code, reason) => {
    const error = asUnavailable(failedWith(code));
    expect(reasonIn(error)).toBe(reason);
    expect(String(error).includes('cannot be reached')).toBe(code === 14);
  });

  test('is too slow where the client gave up, and is itself where it is no failed call', () => {
    expect(reasonIn(asUnavailable(new WorkflowUpdateRPCTimeoutOrCancelledError('It gave up.')))).toBe('too-slow');
    const fault = new TypeError('A fault of the program');
    expect(asUnavailable(fault)).toBe(fault);
  });
});

describe('A case that gave no answer', () => {
  const reference = 'SIN-2026-0007';
  const running = { kind: 'running' } as const;
  const asked = (
    reason: WhyUnavailable,
    standing: () => Promise<{ readonly kind: string; readonly fails?: string }>,
    isWorked = true,
  ) => diagnosed(new CasesUnavailable(reason), { reference, standing, isWorked: () => Promise.resolve(isWorked) });
  const away = () => Promise.reject(new CasesUnavailable('away'));

  test('stands still where its task fails: the sentence names it, the reason, and what to do', async () => {
    for (const reason of ['too-slow', 'away', 'engine-error', 'busy'] as const) {
      const error = await asked(reason, () => Promise.resolve({ ...running, fails: 'RangeError' }));
      expect(reasonIn(error)).toBe('stands-still');
      expect(String(error)).toContain('SIN-2026-0007 stands still: its workflow task fails (RangeError).');
      expect(String(error)).toContain('restart the case from its record');
    }
  });

  test('is slow itself where Temporal answers and a worker works', async () => {
    const error = await asked('too-slow', () => Promise.resolve(running));
    expect(reasonIn(error)).toBe('no-answer');
    expect(String(error)).toContain('Temporal answers, and SIN-2026-0007 did not answer in time.');
  });

  test('waits for a worker where Temporal answers and none works', async () => {
    expect(reasonIn(await asked('too-slow', () => Promise.resolve(running), false))).toBe('no-worker');
  });

  test('is not to blame where Temporal says nothing of it either, or where it has ended', async () => {
    expect(reasonIn(await asked('away', away))).toBe('away');
    expect(reasonIn(await asked('too-slow', away))).toBe('too-slow');
    expect(reasonIn(await asked('too-slow', () => Promise.resolve({ kind: 'ended' })))).toBe('too-slow');
  });

  test('is not asked about where the fault is this program’s, or is no failed call', async () => {
    const standing = jest.fn(() => Promise.resolve(running));
    for (const reason of ['turned-away', 'held-back'] as const)
      expect(reasonIn(await asked(reason, standing))).toBe(reason);
    const fault = new TypeError('A fault of the program');
    const asks = { reference, standing, isWorked: () => Promise.resolve(true) };
    expect(await diagnosed(fault, asks)).toBe(fault);
    expect(standing).not.toHaveBeenCalled();
  });
});

describe('The reason why a task fails', () => {
  test.each([
    ['RangeError: no working day', 'RangeError: no working day'],
    ['Unexpected token \'J\', "Jane Doe" is not valid JSON', 'Unexpected token …, … is not valid JSON'],
    ['two\n  lines', 'two lines'],
    ['', 'for a reason that Temporal does not say'],
    ['x'.repeat(300), `${'x'.repeat(200)}…`],
  ])('is a line without what it quotes: %j', (message, line) => {
    expect(inALine(message)).toBe(line);
  });
});
