import type { CaseFile } from '../case/case-file';
import type { Notice } from '../case/record';
import { readNoticeKey } from '../reminders/notice-key';
import { arrangedMeetings, type ArrangedMeeting } from './arranged-meetings';

/** Returns the meeting that an email is about: the last of its kind that was arranged by the time of the email's entry. */
export function meetingOfNotice(
  file: CaseFile,
  { key, values }: Pick<Notice, 'key' | 'values'>,
): ArrangedMeeting | undefined {
  const { entry: told } = readNoticeKey(key);
  return arrangedMeetings(file).findLast(({ kind, entry }) => kind === values['meeting'] && entry <= (told ?? entry));
}
