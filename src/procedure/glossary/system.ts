import type { GlossaryWord } from './word';

/** The case, its record, and what the system calls its own things. */
export const system: readonly GlossaryWord[] = [
  {
    word: 'API token',
    meaning:
      'A secret with which a program reads and records for one person. The Business Manager makes and revokes them.',
    notToUse: ['token of a program', 'tokens of programs', 'access key'],
  },
  {
    word: 'case',
    meaning: 'One notification and all that follows from it, until every action is complete.',
  },
  {
    word: 'Children’s Case Matrix',
    also: ['Matrix'],
    meaning: 'The list of all cases with where each stands. Cases that do not proceed are on it too.',
    notToUse: ['list of cases', 'case list', 'case tracker'],
  },
  {
    word: 'confirmation',
    meaning:
      'The answer of whoever decided something that was recorded on their behalf: they agree to the entry. Silence is not confirmation.',
  },
  {
    word: 'correction',
    meaning: 'A new value for something that was recorded wrong, with the reason. The original entry is still shown.',
  },
  {
    word: 'demonstration',
    meaning:
      'An installation without a sign-in service. Anyone using the computer can sign in as anyone, so it must hold no real cases.',
    notToUse: ['trying out', 'try-out', 'trial run'],
  },
  {
    word: 'duplicate',
    meaning:
      'A case about an incident that has a case already. A case that looks like another says so: one of them is then withdrawn, or it is recorded that they are not the same.',
  },
  {
    word: 'eCase',
    meaning: 'The case system of the Local Authority. The notification form asks for its reference.',
  },
  {
    word: 'email',
    meaning:
      'A message of the system to one person. It has the reference, the step, the date and a link, and never a name or details of a child or family.',
    notToUse: ['e-mail', 'e-mails'],
  },
  {
    word: 'entry',
    meaning:
      'One line of the record: a decision, a correction, a change of dates or reminders that were sent. Entry 1 is the notification.',
    notToUse: ['log entry', 'journal entry'],
  },
  {
    word: 'link',
    meaning:
      'An address in an email by which one person answers one request without an account. It asks for their email address and for the code that is sent there.',
    notToUse: ['magic link', 'access link'],
  },
  {
    word: 'mailbox',
    meaning:
      'The emails that did not leave the system: those of practice cases, and all of them where no mail server is set up.',
    notToUse: ['mailbox inside'],
  },
  {
    word: 'note',
    meaning: 'A text that anybody with a role in the case can add to its record.',
  },
  {
    word: 'objection',
    meaning:
      'The answer of whoever decided something that was recorded on their behalf, and that is not what they decided. It changes nothing by itself, and is a task of the Business Unit until it is resolved.',
  },
  {
    word: 'on behalf of',
    meaning:
      'What a partner, the Scrutineer or the Exec decided in a meeting or by letter can be recorded by the Business Unit on their behalf. They are asked at once whether they agree.',
  },
  {
    word: 'practice case',
    meaning:
      'A case in which nothing is real, to learn with. No emails leave the system, and its date can be moved forward.',
    notToUse: ['test case', 'dummy case', 'training case', 'sandbox'],
  },
  {
    word: 'read only',
    meaning:
      'All cases can be read and nothing can be recorded, for example while it is not clear which of two installations is the real one.',
  },
  {
    word: 'reading log',
    meaning:
      'The list of who opened which case, which page of it, when, and by what credential. The Business Manager sees it on the case, the information governance officer across cases.',
    notToUse: ['access log'],
  },
  {
    word: 'record',
    meaning: 'All that happened in a case, entry by entry. Nothing on it is ever deleted.',
    notToUse: ['audit trail', 'audit log'],
  },
  {
    word: 'red, amber, green',
    meaning: 'Red: something is overdue. Amber: something is due within 3 working days. Green: everything is in time.',
    notToUse: ['RAG'],
  },
  {
    word: 'receipt number',
    meaning:
      'The number of a notification that somebody sent without signing in, such as REC-7KQ4-M2TX. It is no reference of a case, and says nothing of how many there are.',
    notToUse: ['ticket number', 'tracking number'],
  },
  {
    word: 'reference',
    meaning: 'The name of a case, such as SIN-2026-0007. It never has a name, initials or a date of birth in it.',
    notToUse: ['case number', 'case ID', 'SIN number'],
  },
  {
    word: 'reopen',
    meaning: 'To open a closed case again, with the reason and under the same reference.',
  },
  {
    word: 'set aside',
    meaning:
      'An entry that was recorded in error is set aside: it is still shown, and it no longer counts. A notification that was received and opens no case is set aside, with the reason.',
    notToUse: ['strike out', 'struck out', 'voided'],
  },
  {
    word: 'settings',
    meaning:
      'What a partnership decides for itself: windows, reminders, people, roles, agencies, meetings and the texts of emails. IT keeps them in a file.',
    notToUse: ['profile', 'profiles', 'configuration'],
  },
  {
    word: 'take a notification',
    meaning:
      'To open a case from a notification that somebody sent without signing in. A member of the Business Unit does so. Day 1 is the day on which it was received.',
  },
  {
    word: 'task',
    meaning:
      'Something that the system could not do by itself, such as an email to an address that was refused. The Business Unit puts it right.',
  },
  {
    word: 'whose turn',
    meaning: 'Who has to act next in a case.',
  },
  {
    word: 'withdraw',
    meaning: 'To end a case that was opened in error or is a duplicate, with the reason.',
  },
];
