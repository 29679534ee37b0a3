import { cases } from './0001-cases';
import { content } from './0002-content';
import { notices } from './0003-notices';
import { partnership } from './0004-partnership';
import { access } from './0005-access';
import { turns } from './0006-turns';
import { searchTable } from './0007-search';
import { addedPeople } from './0008-added-people';
import { payloadKeys } from './0009-payload-keys';
import { contradictedColumn } from './0010-contradicted';
import { contentInTurn } from './0012-content-in-turn';
import { calendarChanges } from './0030-calendar-changes';
import { whyNotSent } from './0034-why-not-sent';
import { keptAnswers } from './0046-kept-answers';
import { meetingCancelledReason } from './0050-meeting-cancelled-reason';
import { oneHolidayADay } from './0051-one-holiday-a-day';
import { carried } from './0058-carried';
import { oneTokenAName } from './0059-one-token-a-name';
import { versions } from './0060-versions';
import { partsOfTasks } from './0061-parts-of-tasks';
import { sees } from './0062-sees';
import { outsideNotifications } from './0065-outside-notifications';
import { readings } from './0066-readings';
import { answerLinks } from './0067-answer-links';
import { answerLines } from './0068-answer-lines';
import { doubtsConfirmed } from './0071-doubts-confirmed';
import { calendarFiles } from './0073-calendar-files';
import type { Migration } from './migration';

/** Every step of the schema, in order. */
export const migrations: readonly Migration[] = [
  cases,
  content,
  notices,
  partnership,
  access,
  turns,
  searchTable,
  addedPeople,
  payloadKeys,
  contradictedColumn,
  contentInTurn,
  calendarChanges,
  whyNotSent,
  keptAnswers,
  meetingCancelledReason,
  oneHolidayADay,
  carried,
  oneTokenAName,
  versions,
  partsOfTasks,
  sees,
  outsideNotifications,
  readings,
  answerLinks,
  answerLines,
  doubtsConfirmed,
  calendarFiles,
];
