import type { CaseFile } from '../procedure/case/case-file';
import { takesIn } from '../procedure/permissions';
import { replacedBy, type Replaced } from '../procedure/case/since';
import { entrySightFor, eventView, sightFor, spelledOut, type EventView, type Reader } from './reading';
import type { Office } from './office';

/** Kinds of entries that a decision need not take into account: sent emails and refused decisions. */
const changesNothing: readonly EventView['kind'][] = ['reminders-sent', 'decision-refused'];

const mostEntries = 100;

/** An entry that changed a case, with what it replaced; both as far as the reader sees them. */
export interface EntrySince extends EventView {
  readonly replaced: readonly Replaced[] | null;
}

/** Lists what changed in a case after entry `after`, in order, each with the values before and after it. */
export async function changedSince(
  { records }: Pick<Office, 'records'>,
  file: CaseFile,
  { after, reader }: { readonly after: number; readonly reader: Reader },
): Promise<readonly EntrySince[]> {
  const whole = sightFor(reader, file);
  if (!takesIn(whole, 'part')) return [];
  const found = await records.events.eventsOf(file.reference, { after, limit: mostEntries });
  const entries = found
    .filter(({ kind }) => !changesNothing.includes(kind))
    .filter((event) => takesIn(whole, 'state') || takesIn(entrySightFor(reader, file, event), 'words'))
    .map((event): EntrySince => {
      const sight = entrySightFor(reader, file, event);
      const view = eventView(file, event, sight);
      // Hides the replaced value from a reader who does not see the entry's own value, such as a name.
      const sees = takesIn(sight, 'words') && !Object.values(view.details ?? {}).includes(null);
      return { ...view, replaced: sees ? replacedBy(file, event.seq) : null };
    });
  return spelledOut({ records }, file.reference, entries);
}
