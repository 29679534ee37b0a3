/* The words of doubts about answers of a notification (step 1): what whoever confirms one says is right. */

/** Doubts about a child, each with what its sender confirms. */
export const childDoubtWords = {
  'care-leaver-under-16': 'The care leaver was under 16',
  'looked-after-at-18': 'The child was looked after at 18 or over',
  'looked-after-and-care-leaver': 'The child was looked after and is a care leaver',
  'school-under-3-months': 'The baby had a school or nursery',
  'died-before-incident': 'The child died before the incident',
  'disability-without-one': 'The child has no disability, though one is described',
  'same-child-twice': 'Two children have the same NHS number, or the same name and date of birth',
} as const;
export type ChildDoubt = keyof typeof childDoubtWords;

/** Doubts about the incident, each with what its sender confirms. */
export const incidentDoubtWords = {
  'harmed-and-died': 'Every child has died, and a child was seriously harmed',
  'death-without-criterion': 'A child has died, and no criterion about a death applies',
  'regulated-setting-elsewhere': 'A child died in a regulated setting, and the incident was elsewhere',
  'foster-home-not-looked-after': 'It happened in a foster home, and no child was looked after',
  'school-without-pupil': 'It happened at a school or college, and every child was under 2',
} as const;
export type IncidentDoubt = keyof typeof incidentDoubtWords;

/** A doubt by its code. */
export type DoubtCode = ChildDoubt | IncidentDoubt;

/** Every doubt with what is confirmed by it. */
export const doubtWords: Readonly<Record<DoubtCode, string>> = { ...childDoubtWords, ...incidentDoubtWords };

/** A doubt that was confirmed before the case opened, as the case keeps it: by codes alone. */
export interface ConfirmedDoubt {
  readonly doubt: DoubtCode;
  /** The child by the case's own code; absent where the doubt is about the incident. */
  readonly child?: string;
  /** The sender, or the office when it took the notification. */
  readonly by: 'notifier' | 'office';
}
