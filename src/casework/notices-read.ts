import type { CaseFile } from '../procedure/case/case-file';
import { namedLookAlikes } from '../procedure/case/opening-tellings';
import { takesIn, type Sight } from '../procedure/permissions';
import type { NoticeOnRecord } from '../records/notices';
import type { Office } from './office';
import { sightFor, spelledOut, visibleOf, type Reader } from './reading';

/* The emails of a case, as far as a reader sees them. */

/**
 * Builds the view of a notice: its recipient and what became of it. Its text is not kept: it is made when the notice is
 * sent, from values that are null here for a reader who sees no words.
 */
export function noticeView(
  { profile }: Pick<Office, 'profile'>,
  { notice, standing, ...rest }: NoticeOnRecord,
  sight: Sight,
) {
  const { to, as, values, lines, ...said } = notice;
  const reads = takesIn(sight, 'words');
  return {
    ...said,
    values: reads ? values : null,
    lines: reads ? lines : null,
    to: { id: to, name: profile.people.find(({ id }) => id === to)?.name ?? null, as },
    state: standing.state,
    settledAt: 'at' in standing ? standing.at : null,
    messageId: standing.state === 'sent' ? standing.messageId : null,
    attempts: rest.attempts,
    lastAttemptAt: rest.lastAttemptAt ?? null,
    whyNotSent: standing.state === 'no-longer-true' ? (standing.why ?? null) : null,
    lastProblem: standing.state === 'refused' ? standing.answer : (rest.lastProblem ?? null),
  };
}

/** A notice as it is read. */
export type NoticeView = ReturnType<typeof noticeView>;

/** Every notice of a case, the oldest first, as far as the reader sees them. */
export async function noticesOnRecord(
  office: Pick<Office, 'records' | 'profile'>,
  file: CaseFile,
  reader: Reader,
): Promise<readonly NoticeView[]> {
  const sight = sightFor(reader, file);
  if (sight === 'none') return [];
  // Whoever does not see the whole case sees the emails that they were sent themselves; the IT officer sees what became
  // of every email.
  const isOwn = ({ notice: { to } }: NoticeOnRecord) => reader !== 'installation' && to === reader.id;
  const listsAll = takesIn(sight, 'words') || (reader !== 'installation' && reader.roles.includes('it-officer'));
  const notices = await office.records.notices.noticesOf(file.reference);
  const others = await visibleOf(office, reader, file.notification.looksLike);
  // An email that names other cases is for a reader who may know of all of them.
  const mayKnow = namedLookAlikes(file.notification.looksLike).every((named) => others.includes(named));
  const seen = notices
    .filter(({ notice: { kind } }) => mayKnow || kind !== 'looks-like-another')
    .filter((one) => listsAll || isOwn(one));
  // Puts in the web address of a publication, which is a reference to text that a person typed.
  return spelledOut(
    office,
    file.reference,
    seen.map((one) => noticeView(office, one, takesIn(sight, 'words') || isOwn(one) ? 'words' : 'state')),
  );
}
