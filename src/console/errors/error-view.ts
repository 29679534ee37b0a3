import { ReadingNotLogged } from '../../casework/reading-log';
import { InvalidCursor } from '../../records/cursor';
import { RecordsUnavailable } from '../../records/unavailable';
import { CasesUnavailable, type WhyUnavailable } from '../../temporal/cases';
import { view, type View } from '../http/answer';
import { NotUtf8 } from '../http/read-form';

/** The reasons for which a page cannot be shown. */
type Obstacle =
  | 'not-found'
  | 'not-allowed'
  | 'not-from-here'
  | 'signed-in-since'
  | 'not-this-way'
  | 'too-many'
  | 'too-often'
  | 'too-large'
  | 'unreadable'
  | 'not-utf8'
  | 'reading-not-logged'
  | 'away'
  | 'slow'
  | 'turned-away'
  | 'no-worker'
  | 'no-answer'
  | 'stands-still'
  | 'held-back'
  | 'fault';

const told: Readonly<
  Record<Obstacle, { readonly status: number; readonly title: string; readonly sentences: readonly string[] }>
> = {
  'not-found': {
    status: 404,
    title: 'Page not found',
    sentences: ['If you typed the address, check that it is right. If you followed a link, the page may have moved.'],
  },
  'not-allowed': { status: 403, title: 'This page is not open to you', sentences: [] },
  'not-from-here': {
    status: 403,
    title: 'Send the form again',
    sentences: [
      'The form did not come from a page of ours, so nothing was recorded.',
      'Go back, reload the page and send it again.',
    ],
  },
  'signed-in-since': {
    status: 403,
    title: 'Send the form again',
    sentences: [
      'The page was an old one: you have signed in again since it was opened, in another window perhaps. Nothing was recorded.',
    ],
  },
  'not-this-way': {
    status: 405,
    title: 'That cannot be done with this page',
    sentences: ['Go back and use the form or the link there.'],
  },
  'too-many': {
    status: 429,
    title: 'Too many requests',
    sentences: ['There were more requests from your network than we answer in a minute. Wait a minute and try again.'],
  },
  'too-often': {
    status: 429,
    title: 'Too many tries',
    sentences: ['Nothing was changed. Wait, and try again later.'],
  },
  'too-large': {
    status: 413,
    title: 'The form is too long',
    sentences: [
      'Keep documents where they belong, and give where they are kept. Go back: what you typed is still there.',
    ],
  },
  unreadable: { status: 400, title: 'The request could not be read', sentences: ['Go back and try again.'] },
  'not-utf8': {
    status: 400,
    title: 'The request could not be read',
    sentences: ['It is not encoded as UTF-8. Nothing was recorded. Go back, reload the page and send it again.'],
  },
  'reading-not-logged': {
    status: 503,
    title: 'This page cannot be shown at present',
    sentences: [
      'Nothing is lost, and nothing is half done. Open the page again in a minute.',
      'If it is still not shown, tell IT what this page says.',
    ],
  },
  away: {
    status: 503,
    title: 'A part of the system does not answer',
    sentences: [
      'Nothing is half done. Go back and send it again in a minute: what is sent twice is recorded once.',
      'If it goes on, tell IT. Dates and reminders go on by themselves as soon as it is back.',
    ],
  },
  slow: {
    status: 503,
    title: 'The system that runs cases did not answer',
    sentences: [
      'Nothing is half done. Go back and send it again in a minute: what is sent twice is recorded once.',
      'If it goes on, tell IT.',
    ],
  },
  'turned-away': {
    status: 503,
    title: 'The system that runs cases turned this program away',
    sentences: ['Nothing is half done. Tell IT: the program’s own access has to be put right. Then send it again.'],
  },
  'no-worker': {
    status: 503,
    title: 'No decision can be recorded at present',
    sentences: [
      'Nothing is half done. Tell IT: a worker has to be started. Then go back and send it again.',
      'Dates and reminders go on by themselves as soon as one runs.',
    ],
  },
  'no-answer': {
    status: 504,
    title: 'The case did not answer in time',
    sentences: [
      'Nothing is half done. Go back and send it again in a minute: what is sent twice is recorded once.',
      'The other cases go on. If this one still does not answer, tell IT.',
    ],
  },
  'stands-still': {
    status: 503,
    title: 'This case stands still',
    sentences: [
      'Nothing is lost, and everything on its record can be read. The other cases go on.',
      'When the case has been restarted, go back and send your decision again: what you typed is still there.',
    ],
  },
  'held-back': {
    status: 503,
    title: 'No decision can be recorded at present',
    sentences: [
      'The cases are read only. Nothing is lost, and you can read everything.',
      'Tell IT: why, and what is to be done, is at the top of every page. Until then keep what you wanted to record.',
    ],
  },
  fault: {
    status: 500,
    title: 'Something went wrong',
    sentences: ['It has been logged, and nothing is half done. Go back and try again, or tell IT what you were doing.'],
  },
};

const obstacles = Object.keys(told);
const isObstacle = (value: unknown): value is Obstacle => typeof value === 'string' && obstacles.includes(value);

/** Returns the page for an obstacle or an error. The page for an unforeseen error shows no details. */
export function errorView(what: unknown, said?: string): View {
  const sentence = said ?? sentenceOf(what);
  const obstacle = isObstacle(what) ? what : obstacleOf(what);
  const { status, title, sentences } = told[obstacle];
  return view(
    'errors/error.njk',
    title,
    { sentences: [...(sentence === undefined ? [] : [sentence]), ...sentences] },
    status,
  );
}

/** Obstacles by the reason for which Temporal or a case gave no answer. */
const ofEngine: Readonly<Record<WhyUnavailable, Obstacle>> = {
  away: 'away',
  'too-slow': 'slow',
  busy: 'slow',
  'engine-error': 'slow',
  'turned-away': 'turned-away',
  'no-worker': 'no-worker',
  'no-answer': 'no-answer',
  'stands-still': 'stands-still',
  'held-back': 'held-back',
};

/**
 * Returns the message of an error that is about the one case asked for, or that says why a reading cannot be logged;
 * undefined for any other error.
 */
function sentenceOf(what: unknown): string | undefined {
  if (what instanceof ReadingNotLogged) return what.sentence;
  const isOfOneCase = what instanceof CasesUnavailable && ['stands-still', 'no-answer'].includes(what.reason);
  return isOfOneCase ? what.message : undefined;
}

function obstacleOf(error: unknown): Obstacle {
  if (error instanceof CasesUnavailable) return ofEngine[error.reason];
  if (error instanceof ReadingNotLogged) return 'reading-not-logged';
  if (error instanceof RecordsUnavailable) return 'away';
  if (error instanceof InvalidCursor) return 'not-found';
  if (error instanceof NotUtf8) return 'not-utf8';
  // Express and its form parser throw plain errors with a status.
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number') return 'fault';
  if (error.status === 413) return 'too-large';
  return error.status >= 400 && error.status < 500 ? 'unreadable' : 'fault';
}
