import { ReadingNotLogged } from '../casework/reading-log';
import type { FieldProblem, Refusal, RefusalCode } from '../procedure/refusals';
import { InvalidCursor } from '../records/cursor';
import { RecordsUnavailable } from '../records/unavailable';
import { CasesUnavailable, type WhyUnavailable } from '../temporal/cases';

/** Codes of problems with a request itself; a refusal by a case has a `RefusalCode`. */
type RequestCode =
  | 'malformed'
  | 'key-missing'
  | 'cursor-unknown'
  | 'token-missing'
  | 'token-expired'
  | 'too-many-tries'
  | 'acting-as-missing'
  | 'acting-as-another'
  | 'not-found'
  | 'decision-unknown'
  | 'method-not-allowed'
  | 'in-progress'
  | 'answered-before'
  | 'not-practice'
  | 'cannot-skip'
  | 'nothing-ahead'
  | 'not-running'
  | 'too-large'
  | 'not-json'
  | 'not-ready'
  | 'reading-not-logged'
  | WhyUnavailable
  | 'fault';

/** Every way in which the API says no. */
export type ProblemCode = RefusalCode | RequestCode;

/**
 * The one table of refusals and statuses. 400: the request cannot be read (JSON, headers, cursor). 422: it can, and a
 * field of it is wrong. 403: not this person. 409: not now, or not in this case. 412: it has changed since it was read. 503 and 504: send it again.
 */
export const problems = {
  invalid: { status: 422, title: 'Something in the form is not right' },
  'in-the-future': { status: 422, title: 'The day is in the future' },
  'passes-a-limit': { status: 422, title: 'It passes a limit, and no reason is given' },
  'key-used-for-another': { status: 422, title: 'The Idempotency-Key was used for something else' },
  'too-early': { status: 409, title: 'It is too early for this' },
  'too-late': { status: 409, title: 'It is too late for this' },
  'already-decided': { status: 409, title: 'It has been decided already' },
  'to-be-confirmed': { status: 422, title: 'It has to be confirmed once' },
  'against-the-record': { status: 409, title: 'It goes against what is on the record' },
  closed: { status: 409, title: 'The case is closed' },
  'changed-since': { status: 412, title: 'It has changed since it was read' },
  'wrong-role': { status: 403, title: 'This is for somebody else to do' },
  'unknown-person': { status: 403, title: 'The person is not known here' },
  malformed: { status: 400, title: 'The request cannot be read' },
  'key-missing': { status: 400, title: 'The Idempotency-Key is missing' },
  'cursor-unknown': { status: 400, title: 'The cursor is not known' },
  'token-missing': { status: 401, title: 'The token is missing or wrong' },
  'token-expired': { status: 401, title: 'The token has expired' },
  'too-many-tries': { status: 429, title: 'Too many wrong tokens' },
  'acting-as-another': { status: 403, title: 'A token acts for its own person only' },
  'acting-as-missing': { status: 403, title: 'Nobody is named who acts' },
  'not-found': { status: 404, title: 'There is no such thing here' },
  'decision-unknown': { status: 404, title: 'There is no such decision' },
  'method-not-allowed': { status: 405, title: 'This cannot be done with that address' },
  'in-progress': { status: 409, title: 'The same request is being answered' },
  'answered-before': { status: 409, title: 'It was done, and its answer is kept no longer' },
  'not-practice': { status: 409, title: 'The case is not a practice case' },
  'cannot-skip': { status: 409, title: 'Time cannot be moved forward here' },
  'nothing-ahead': { status: 409, title: 'Nothing lies ahead in this case' },
  'not-running': { status: 409, title: 'The case does not run' },
  'too-large': { status: 413, title: 'The request is too large' },
  'not-json': { status: 415, title: 'The request is not JSON' },
  'not-ready': { status: 503, title: 'Not ready' },
  'reading-not-logged': { status: 503, title: 'The reading log cannot be written' },
  away: { status: 503, title: 'A part of the system is away' },
  'too-slow': { status: 504, title: 'A part of the system did not answer in time' },
  busy: { status: 503, title: 'Temporal has too much to do' },
  'turned-away': { status: 503, title: 'Temporal turned this program away' },
  'engine-error': { status: 503, title: 'Temporal answered with an error' },
  'no-worker': { status: 503, title: 'No worker runs the cases' },
  'no-answer': { status: 504, title: 'The case did not answer in time' },
  'stands-still': { status: 503, title: 'The case stands still' },
  'held-back': { status: 503, title: 'No decision can be recorded at present' },
  fault: { status: 500, title: 'Something went wrong in the system' },
} as const satisfies Record<ProblemCode, { readonly status: number; readonly title: string }>;

/** A wrong field; `in` says whether it is of the body or of the address. */
interface WrongField extends FieldProblem {
  readonly in?: 'body' | 'address';
}

interface More {
  readonly errors?: readonly WrongField[];
  readonly headers?: Readonly<Record<string, string>>;
  /** Members beside those that every problem has. */
  readonly extra?: Readonly<Record<string, unknown>>;
  /** True if nothing was begun: the idempotency key may be used again, as if it had never been sent. */
  readonly nothingBegun?: boolean;
}

/** An answer that says no, with a sentence for people. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly code: ProblemCode,
    readonly detail: string,
    readonly more: More = {},
  ) {
    super(detail);
  }

  /** The same problem that says more. What is given takes the place of what stood there. */
  with(more: More): Problem {
    return new Problem(this.code, this.detail, { ...this.more, ...more });
  }
}

interface Asked {
  /** False if the request was refused before anything was begun. */
  readonly begun?: boolean;
  /** Says whether the wrong fields are in the body or in the address. */
  readonly place?: 'body' | 'address';
}

/** Makes a problem of a refusal. */
export const problemOfRefusal = (
  { code, sentence, fields, first, entry, limits }: Refusal,
  { begun = true, place = 'body' }: Asked = {},
): Problem =>
  new Problem(code, sentence, {
    ...(fields === undefined ? {} : { errors: fields.map((field) => ({ ...field, in: place })) }),
    extra: {
      ...(first === undefined ? {} : { first }),
      ...(entry === undefined ? {} : { entry }),
      ...(limits === undefined ? {} : { limits }),
    },
    ...(begun ? {} : { nothingBegun: true }),
  });

/** There is no case of this reference, or it is no reference at all. */
export const noSuchCase = (reference: string | undefined): Problem =>
  new Problem(
    'not-found',
    `There is no case ${JSON.stringify(reference ?? '')}. A reference looks like SIN-2026-0007.`,
    { nothingBegun: true },
  );

const again = { 'Retry-After': '2' };

/** Advice for when a part of the system is unavailable. */
const whatToDo = 'Nothing is half done: send it again in a moment, with the same Idempotency-Key.';
const inAWhile = 'Nothing is lost: send it again when that is done, with the same Idempotency-Key.';

/** Advice where what was asked for cannot be put in the reading log. */
const notShown = 'Nothing is shown until it can, and nothing is half done: send it again in a minute, or tell IT.';

/** Advice for each reason for which Temporal or a case gave no answer. */
const afterwards: Readonly<Record<WhyUnavailable, string>> = {
  away: whatToDo,
  'too-slow': whatToDo,
  busy: whatToDo,
  'turned-away': inAWhile,
  'engine-error': whatToDo,
  'no-worker': inAWhile,
  'no-answer': whatToDo,
  'stands-still': inAWhile,
  'held-back': 'Nothing is half done.',
};

/** Seconds after which to send the request again; a fault that somebody has to put right first takes minutes. */
const retryAfter: Readonly<Record<WhyUnavailable, string>> = {
  away: '2',
  'too-slow': '2',
  busy: '5',
  'turned-away': '600',
  'engine-error': '5',
  'no-worker': '60',
  'no-answer': '5',
  'stands-still': '300',
  'held-back': '600',
};

/** Turns any error into a problem; an unexpected error tells the caller nothing about itself. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof InvalidCursor) return new Problem('cursor-unknown', error.message, { nothingBegun: true });
  if (error instanceof ReadingNotLogged)
    return new Problem('reading-not-logged', `${error.sentence} ${notShown}`, { headers: { 'Retry-After': '30' } });
  if (error instanceof RecordsUnavailable)
    return new Problem('away', `The records cannot be reached. ${whatToDo}`, { headers: again });
  if (error instanceof CasesUnavailable) {
    return new Problem(error.reason, `${error.message} ${afterwards[error.reason]}`, {
      headers: { 'Retry-After': retryAfter[error.reason] },
    });
  }
  return (
    ofParser(error) ??
    new Problem(
      'fault',
      'It has been logged. Nothing is half done; send it again with the same Idempotency-Key, or tell IT.',
    )
  );
}

/**
 * Turns an error of Express or its body parser, which has only a status, into a problem; undefined for any other error.
 */
function ofParser(error: unknown): Problem | undefined {
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number') return undefined;
  if (error.status === 413)
    return new Problem('too-large', 'The body is over 100 KB. Keep documents elsewhere and give where they are kept.');
  if (error.status === 415) return new Problem('not-json', 'Send the body as application/json in UTF-8.');
  return error.status >= 400 && error.status < 500
    ? new Problem(
        'malformed',
        'The request cannot be read: the body must be whole JSON, and the address must be properly encoded.',
      )
    : undefined;
}

/** The JSON pointer of a dotted field path (RFC 6901, as a fragment). */
const pointer = (field: string): string =>
  field === ''
    ? '#'
    : `#/${field
        .split('.')
        .map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1'))
        .join('/')}`;

/** The address of the pages about problems, which begins the type of each. */
export const problemPages = (publicUrl: string): string => `${publicUrl}/problems`;

/** A problem as it is sent (RFC 9457). */
export function problemBody(
  { code, detail, more }: Problem,
  { base, instance }: { readonly base: string; readonly instance: string },
) {
  const { status, title } = problems[code];
  return {
    type: `${base}/${code}`,
    title,
    status,
    detail,
    instance,
    code,
    errors: (more.errors ?? []).map(({ field, sentence, in: place }) => ({
      field,
      detail: sentence,
      ...(place === 'address' ? { parameter: field } : { pointer: pointer(field) }),
    })),
    ...more.extra,
  };
}
