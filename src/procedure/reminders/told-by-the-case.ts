import { defineNotice } from './notice';
import { stands } from './true-until';

/* Emails that no decision sends: of the closing of a case, and the reminders of a morning. */

declare module './notice' {
  interface Notices {
    'case-closed': typeof caseClosed;
    reminders: typeof reminders;
  }
}

export const caseClosed = defineNotice({
  kind: 'case-closed',
  title: 'A case is closed',
  to: ['business-manager', 'spr-coordinator', 'sub-group-chair'],
  ofCase: true,
  stillTrue: (_notice, file) => (file.closedOn === undefined ? 'The case has been reopened since.' : undefined),
});

/** Each of its lines is asked whether it is still true (`standing-reminders.ts`). */
export const reminders = defineNotice({
  kind: 'reminders',
  title: 'Daily reminder',
  ofCase: true,
  stillTrue: stands,
});
