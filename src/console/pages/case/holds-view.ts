import type { CaseFile, DecisionName } from '../../../procedure/case/case-file';
import { factsOf } from '../../../procedure/case/facts';
import { holdsOf, type Hold } from '../../../procedure/case/holds';
import { processesOf } from '../../../procedure/case/parallel-processes';
import type { Viewer } from '../../../procedure/permissions';
import { stepLabel } from '../../../procedure/step-names';
import { decisionLink, type DecisionLink } from './people-view';
import { processSays } from '../../wording/case-status';
import { begin, typographic } from '../../wording/letters';

/** The data from which the page of processes and holds is made. */
export interface HoldsAsked {
  readonly file: CaseFile;
  readonly viewer: Viewer;
  /** Returns a text that somebody wrote, or undefined if this viewer does not see words. */
  readonly written: (text: string | undefined) => string | undefined;
}

/** The register of processes beside the review, each with its contact, next date, and what was heard of it last. */
export const processesOfCase = ({ file, viewer, written }: HoldsAsked) =>
  processesOf(file).map((process) => {
    const added = factsOf(file, 'addParallelProcess').find(({ seq }) => `P${seq}` === process.id);
    const updates = factsOf(file, 'updateParallelProcess').filter(({ form }) => form.process === process.id);
    return {
      title: begin(processSays(file, process.id).replace(/^the parallel process /, '')).replaceAll(/[“”]/g, ''),
      contact: written(added?.form.contact),
      nextOn: process.nextOn,
      ended: process.ended,
      endedOn: process.ended ? updates.at(-1)?.on : undefined,
      updates: updates.map(({ on, form }) => ({ on, note: written(form.note) })),
      link: process.ended ? undefined : decisionLink(file, viewer, 'updateParallelProcess', { process: process.id }),
    };
  });

/**
 * Returns the stages of the letter that explains the delay: drafted, sent, answered. A stage not reached is undefined.
 */
function letterSteps({ file, written }: HoldsAsked, { id }: Hold) {
  const drafted = factsOf(file, 'draftDelayLetter').findLast(({ form }) => form.hold === id);
  const sent = factsOf(file, 'sendDelayLetter').findLast(({ form }) => form.hold === id);
  const answered = factsOf(file, 'recordDelayAnswer').findLast(({ form }) => form.hold === id);
  return {
    drafted: drafted && { on: drafted.on, says: written(drafted.form.keptAt) },
    sent: sent && { on: sent.on, says: written(sent.form.keptAt) },
    answered: answered && { on: answered.on, says: written(answered.form.answer) },
  };
}

const ofAHold: readonly DecisionName[] = ['lookAtHoldAgain', 'liftHold', 'draftDelayLetter', 'sendDelayLetter'];

function linksOf({ file, viewer }: HoldsAsked, { id, liftedOn }: Hold): readonly DecisionLink[] {
  const names: readonly DecisionName[] =
    liftedOn === undefined ? [...ofAHold, 'recordDelayAnswer'] : ['recordDelayAnswer'];
  const sent = factsOf(file, 'sendDelayLetter').some(({ form }) => form.hold === id);
  const answered = factsOf(file, 'recordDelayAnswer').some(({ form }) => form.hold === id);
  const drafted = factsOf(file, 'draftDelayLetter').some(({ form }) => form.hold === id);
  return names
    .filter((name) => name !== 'draftDelayLetter' || !drafted)
    .filter((name) => name !== 'sendDelayLetter' || !sent)
    .filter((name) => name !== 'recordDelayAnswer' || (sent && !answered))
    .flatMap((name) => decisionLink(file, viewer, name, { hold: id }) ?? []);
}

/** The steps that are or were held back, the standing ones first. */
export const holdsOfCase = (asked: HoldsAsked) => {
  const { file, written } = asked;
  return holdsOf(file)
    .map((hold) => {
      const placed = factsOf(file, 'placeHold').find(({ seq }) => `H${seq}` === hold.id);
      const lifted = factsOf(file, 'liftHold').find(({ form }) => form.hold === hold.id);
      const process = placed?.form.process;
      return {
        step: typographic(stepLabel(hold.step)),
        placedOn: hold.placedOn,
        lookAgainOn: hold.lookAgainOn,
        liftedOn: hold.liftedOn,
        reason: written(placed?.form.reason),
        agreedBy: written(placed?.form.agreedBy),
        process: written(process === undefined ? undefined : begin(processSays(file, process))),
        looks: factsOf(file, 'lookAtHoldAgain')
          .filter(({ form }) => form.hold === hold.id)
          .map(({ on, form }) => ({ on, note: written(form.note) })),
        liftedFor: written(lifted?.form.reason),
        letter: letterSteps(asked, hold),
        links: linksOf(asked, hold),
      };
    })
    .toSorted((a, b) => Number(a.liftedOn !== undefined) - Number(b.liftedOn !== undefined));
};
