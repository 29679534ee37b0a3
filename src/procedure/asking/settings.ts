import type { CaseFile } from '../case/case-file';
import type { RequestSettings } from '../policy';

/** The usual words of requests, where the settings of a partnership have none: our own, and so is the period. */
export const usualRequests: RequestSettings = {
  periodMonths: 24,
  summary: {
    purpose:
      'The delegated partners meet to decide whether the criteria for notification are met. They need what your agency knows of the family.',
    questions: [
      'Since when, and until when, was your agency involved?',
      'Who in the family was known to you, and as what?',
      'What did your agency do?',
      'What are you worried about now?',
      'Is the child, and are other children, safe now?',
      'What else is going on: criminal, care or coroner’s proceedings?',
    ],
  },
  return: {
    purpose:
      'A Rapid Review looks at what organisations knew and did, and whether children can be kept safer. It has to reach the National Panel within 15 working days.',
    questions: [
      'What contact did your organisation have with the child and the family members, and when?',
      'What were you worried about, whom did you tell, and what happened?',
      'What worked well?',
      'How did you take account of the family’s culture, faith, language and any disability?',
    ],
  },
  chronology: {
    purpose:
      'A local child safeguarding practice review has been agreed. Its author needs a chronology from each organisation, for the period and the people of the terms of reference.',
    questions: [
      'What happened, on which date, and where is that recorded?',
      'What did your organisation know at that time, and what did it do?',
    ],
  },
  further: {
    purpose: 'The partnership needs more than it has for this review.',
    questions: [],
  },
};

/** Returns the settings of requests in a case. */
export const requestSettings = ({ policy }: Pick<CaseFile, 'policy'>): RequestSettings =>
  policy.requests ?? usualRequests;
