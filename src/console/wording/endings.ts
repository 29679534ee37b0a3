import type { Ending } from '../../procedure/describe';

/** The ending of a case, or the one that its decisions lead to, as lists and reports head it. */
export const endingWords: Readonly<Record<Ending, string>> = {
  withdrawn: 'Withdrawn',
  'did-not-proceed': 'Did not proceed to a Rapid Review',
  'criteria-not-met': 'Criteria not met after all',
  'no-review': 'No review after the Rapid Review',
  'practice-learning-review': 'Practice learning review',
  published: 'Local review, full report',
  'improvements-only': 'Local review, improvements only',
  'not-published': 'Local review, not published',
  'under-way': 'Still to be decided',
};

/** The ending of a case, as a part of a sentence. */
export const endingSays: Readonly<Record<Ending, string>> = {
  withdrawn: 'the case was withdrawn',
  'did-not-proceed': 'it was decided not to notify',
  'criteria-not-met': 'the criteria proved not to be met',
  'no-review': 'no further review followed the Rapid Review',
  'practice-learning-review': 'a practice learning review was held',
  published: 'the report was published',
  'improvements-only': 'the improvements were published',
  'not-published': 'the report was not published',
  'under-way': 'nothing further was decided',
};
