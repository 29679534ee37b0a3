import type { Contribution } from '../../procedure/asking/contributions';

/** Words for how far a contribution has come. */
export const answerStateWords: Readonly<Record<Contribution['state'], string>> = {
  'not-yet': 'Nothing yet',
  'in-part': 'Sent in part',
  'sent-back': 'Sent back with a question',
  answered: 'Answered',
  accepted: 'Accepted',
  without: 'Continued without it',
};
