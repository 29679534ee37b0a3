import { notBefore, type Taking } from '../decision';
import { refusal, type Refusal } from '../refusals';
import { part, says } from '../sentence';
import type { CaseFile } from './case-file';
import { factsOf } from './facts';
import { isStep, type StepId } from '../step-ids';
import type { IsoDate } from '../time/time';

/** A step held back, by a parallel process for example. The clocks keep running. */
export interface Hold {
  readonly id: string;
  readonly step: StepId;
  readonly lookAgainOn: IsoDate;
  readonly placedOn: IsoDate;
  readonly liftedOn?: IsoDate;
}

/** The holds of a case; one on a step of an earlier release holds nothing back any more. */
export function holdsOf(file: CaseFile): readonly Hold[] {
  const onSteps = factsOf(file, 'placeHold').filter(({ form }) => isStep(form.step));
  return onSteps.map((placed) => {
    const id = `H${placed.seq}`;
    const looked = factsOf(file, 'lookAtHoldAgain').findLast((one) => one.form.hold === id);
    const lifted = factsOf(file, 'liftHold').find((one) => one.form.hold === id);
    return {
      id,
      step: placed.form.step,
      lookAgainOn: looked?.form.lookAgainOn ?? placed.form.lookAgainOn,
      placedOn: placed.on,
      ...(lifted === undefined ? {} : { liftedOn: lifted.on }),
    };
  });
}

export const holdOf = (file: CaseFile, id: string): Hold | undefined => holdsOf(file).find((one) => one.id === id);

export const holdsOn = (file: CaseFile, step: StepId): readonly Hold[] =>
  holdsOf(file).filter((one) => one.step === step && one.liftedOn === undefined);

/** Says how far the delay letter of a hold has come: drafted, sent, answered. */
export const letterOf = (file: CaseFile, hold: string) => ({
  drafted: factsOf(file, 'draftDelayLetter').some((one) => one.form.hold === hold),
  sent: factsOf(file, 'sendDelayLetter').some((one) => one.form.hold === hold),
  answered: factsOf(file, 'recordDelayAnswer').some((one) => one.form.hold === hold),
});

/** Refuses an act on a hold that there is not, or that was lifted. */
export const standingHold = (file: CaseFile, id: string): Refusal | undefined => {
  const found = holdOf(file, id);
  if (found === undefined) return refusal('invalid', says`There is no such hold in this case${part.code(id)}.`);
  return found.liftedOn === undefined
    ? undefined
    : refusal('too-late', says`The hold${part.code(id)} was lifted on ${part.day(found.liftedOn)}.`);
};

/** The decision by which a hold was placed. */
export const placed = (file: CaseFile, id: string) => factsOf(file, 'placeHold').find(({ seq }) => `H${seq}` === id);

/** Refuses an act on a hold that is dated before the hold was placed. */
export const afterPlacing = (file: CaseFile, id: string, taking: Taking): Refusal | undefined =>
  notBefore(placed(file, id), taking, 'The hold was placed on');
