import type { EventView } from '../../casework/reading';
import { toConfirmBy } from '../../procedure/case/recorded-for';
import { definitionOf, isDecisionName } from '../../procedure/catalogue';
import type { CaseFile } from '../../procedure/case/case-file';
import type { CaseEvent } from '../../procedure/case/record';
import type { Viewer } from '../../procedure/permissions';
import type { Profile } from '../../profile/load';
import { confirmationSays, confirmationTags, whoDecidedIt } from '../wording/on-behalf';
import { decisionAddress } from './case-frame';
import { recordAddress } from './record-filter';

/** The case and its reader. */
interface Reading {
  readonly file: CaseFile;
  readonly profile: Pick<Profile, 'people'>;
  readonly viewer: Viewer;
}

/** The address at which somebody answers to an entry that was recorded on their behalf. */
export const confirmAddress = ({ reference }: Pick<CaseFile, 'reference'>, entry: number): string =>
  `${decisionAddress(reference, 'confirmEntry')}?entry=${entry}`;

/** Says on whose behalf an entry was recorded, whether they agree, and where they answer; words are references still. */
export function recordedForShown(reading: Reading, { seq, recordedFor }: Pick<EventView, 'seq' | 'recordedFor'>) {
  if (recordedFor === undefined) return undefined;
  const { file, viewer } = reading;
  const { state, answer, where } = recordedFor;
  const isAsked = toConfirmBy(file, viewer.id).some(({ fact }) => fact.seq === seq);
  return {
    says: confirmationSays(whoDecidedIt(reading, recordedFor), state),
    tag: confirmationTags[state],
    where: where ?? undefined,
    answer: answer === null ? undefined : { entry: answer, href: recordAddress(file.reference, { entry: answer }) },
    confirm: isAsked ? confirmAddress(file, seq) : undefined,
  };
}

/** The outside body, or the professional, whose act others put on the record with this decision. */
export function actOf({ policy }: CaseFile, { decision, role }: Pick<CaseEvent, 'decision' | 'role'>) {
  const behalf = decision !== undefined && isDecisionName(decision) ? definitionOf(decision).onBehalfOf : undefined;
  return behalf === undefined || behalf === role ? undefined : policy.roleTitles[behalf];
}
