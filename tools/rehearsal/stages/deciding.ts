import { partners } from '../../../src/procedure/roles';
import { on, onEach, mustBeRefused, type Script } from '../script';

/** Steps 2 and 3: oversight by the Front Door, and the meeting of the three delegated partners. */
export const met: Script = [
  on(1, 'administrator', 'sendToFrontDoor', { sentBy: 'The duty administrator' }),
  on(2, 'service-director', 'recordOversight', { comment: 'Seen. A social work team is with the family.' }),
  mustBeRefused('too-early', on(2, 'la-partner', 'recordOutcome', { outcome: 'notify', reason: 'It seems clear' })),
  on(2, 'la-partner', 'recordAgencySummary', { partner: 'la', keptAt: 'eCase, summary of the Local Authority' }),
  on(2, 'police-partner', 'recordAgencySummary', { partner: 'police', keptAt: 'eCase, summary of the police' }),
  on(2, 'health-partner', 'recordAgencySummary', { partner: 'health', keptAt: 'eCase, summary of Health' }),
];

/** Steps 2 to 4: the partners agree, and the Local Authority notifies. */
export const notified: Script = [
  ...met,
  on(3, 'business-manager', 'recordDecisionMeeting', {
    businessManagerPresent: true,
    scrutineerPresent: true,
    views: { la: 'notify', police: 'notify', health: 'notify' },
  }),
  mustBeRefused(
    'wrong-role',
    on(3, 'business-manager', 'recordOutcome', { outcome: 'notify', reason: 'As the meeting said' }),
  ),
  on(3, 'la-partner', 'recordOutcome', {
    outcome: 'notify',
    reason: 'The child is seriously harmed, and abuse is suspected',
  }),
  on(4, 'spr-coordinator', 'recordOfstedNotification', { reference: 'OFSTED-PRACTICE-118' }),
];

/** Step 5: which agencies to ask, what they return, and the chronology. */
export const informed: Script = [
  onEach(3, 'business-manager', 'nameAgencies', (s) => partners.map((partner) => ({ partner, agencies: s.agencies }))),
  on(3, 'administrator', 'askAgencies', (s) => ({ agencies: s.agencies })),
  onEach(6, 'administrator', 'recordReturn', (s) =>
    s.agencies.map((agency, nth) =>
      nth === 1 ? { agency, answer: 'nil' } : { agency, answer: 'returned', keptAt: `eCase, return of ${agency}` },
    ),
  ),
  on(6, 'spr-coordinator', 'recordChronology', { keptAt: 'eCase, chronology' }),
];
