import { sameReadingMs } from '../../../src/casework/reading-log';
import type { CopySeen, FullDiskSeen, Observed, Violation } from '../observed';

type Beside = Pick<Observed, 'disks' | 'copies' | 'readWhileFull' | 'readings'>;

/**
 * A full disk is said and got over, and nobody reads meanwhile without a trace; a copy of the installation does nothing
 * until it is told that it takes over.
 */
export function checkBeside({ disks, copies, ...reading }: Beside): readonly Violation[] {
  return [...disks.flatMap(ofDisk), ...copies.flatMap(ofCopy), ...ofReading(reading)];
}

/** Milliseconds before and after an answer within which its line of the reading log is written. */
const loggedWithin = { before: sameReadingMs + 1_000, after: 5_000 };

function ofReading({ readWhileFull, readings }: Pick<Beside, 'readWhileFull' | 'readings'>): readonly Violation[] {
  return readWhileFull.flatMap(({ reference, at, answer }): readonly Violation[] => {
    const isLogged = readings.some(
      (one) => one.reference === reference && one.at >= at - loggedWithin.before && one.at <= at + loggedWithin.after,
    );
    if (/^503 (reading-not-logged|away)$/.test(answer) || (answer === '200' && isLogged)) return [];
    const sentence =
      answer === '200'
        ? `${reference} was shown while nothing could be written, and the reading log has no line of it.`
        : `${reference} was asked for while nothing could be written, and the answer was ${answer}.`;
    return [{ kind: 'read without a trace', reference, sentence }];
  });
}

function ofDisk({ said, saysSo, goesOn, lastly, afterMs }: FullDiskSeen): readonly Violation[] {
  const say = (sentence: string): Violation => ({ kind: 'unsaid or lasting without room', reference: '', sentence });
  return [
    ...(saysSo ? [] : [say(`The disk was full, and /health/ready said only: ${said.join(' | ')}`)]),
    ...(goesOn ? [] : [say(`There was room again for ${Math.round(afterMs / 1_000)} s, and it said still: ${lastly}`)]),
  ];
}

/** The answer of an installation that is held back. */
const isHeldBack = '503 held-back';

function ofCopy({ takenFrom, answers, mail, changed, tookOver, notStarted }: CopySeen): readonly Violation[] {
  const say = (sentence: string): Violation => ({
    kind: 'done by a copy',
    reference: '',
    sentence: `The copy of an installation that was ${takenFrom} ${sentence}`,
  });
  const otherwise = answers.filter((one) => one !== isHeldBack);
  return [
    ...(otherwise.length === 0 ? [] : [say(`answered ${otherwise.join(', ')} before anybody answered its question.`)]),
    ...(mail === 0 ? [] : [say(`sent ${mail} emails before anybody answered its question.`)]),
    ...(changed === 0 ? [] : [say(`put ${changed} entries on its record before anybody answered its question.`)]),
    ...(tookOver === undefined || /^2/.test(tookOver) ? [] : [say(`was told to take over, and answered ${tookOver}.`)]),
    // A copy of data that stood still is complete; a copy of data being written may not be.
    ...(notStarted === undefined || takenFrom === 'running' ? [] : [say(`did not start: ${notStarted}`)]),
  ];
}
