import type { CaseFile, DecisionName, Forms } from '../procedure/case/case-file';
import { parseIsoDate } from '../procedure/time/dates';
import { personCorrected } from '../procedure/case/corrected-person';
import { againstBirth, againstDeath, againstPlacement } from '../procedure/notification/notification-rules';
import { openingSeq } from '../procedure/case/opening-entry';
import type { FieldProblem } from '../procedure/refusals';
import type { IsoDate } from '../procedure/time/time';
import type { CaseContent } from '../records/content';

/*
 * Checks dates of birth and of death against each other and the date of the incident before a decision goes to the
 * case, which carries none itself.
 */

/** A decision whose form has been read and contains its words. */
export interface ReadCall {
  readonly name: DecisionName;
  readonly form: unknown;
  /** The names of the case as they stand. Without them only the form itself is checked. */
  readonly content?: CaseContent | undefined;
}

/**
 * A child's date of birth as the decision would leave it: the text, if one was typed, and the facts to check it
 * against.
 */
interface Birth {
  readonly field: string;
  readonly text: string | undefined;
  readonly careLeaver: boolean;
  readonly incidentOn: IsoDate;
}

const against = ({ field, text, careLeaver, incidentOn }: Birth): readonly FieldProblem[] => {
  if (text === undefined) return [];
  const born = parseIsoDate(text);
  const sentence =
    born === undefined
      ? 'The date of birth must be a real date, year-month-day, such as 2014-12-07'
      : againstBirth({ born, careLeaver }, incidentOn);
  return sentence === undefined ? [] : [{ field, sentence }];
};

const dateOf = (text: unknown): IsoDate | undefined => (typeof text === 'string' ? parseIsoDate(text) : undefined);

/** A child's dates as a decision would leave them, and whether the child has died. */
interface Death {
  readonly field: string;
  readonly born: unknown;
  readonly diedOn: unknown;
  readonly died: boolean;
}

const againstDied = ({ field, born, diedOn, died }: Death): readonly FieldProblem[] => {
  const sentence = againstDeath({ born: dateOf(born), diedOn: dateOf(diedOn), died });
  return sentence === undefined ? [] : [{ field, sentence }];
};

/** Lists the problem with a placement, if there is one. */
const againstPlaced = (
  field: string,
  child: { readonly placement?: unknown; readonly lookedAfter: boolean },
): readonly FieldProblem[] => {
  const sentence = againstPlacement(child);
  return sentence === undefined ? [] : [{ field, sentence }];
};

/** Lists what is wrong with the children's dates and placements in a decision, a sentence a field; empty if nothing is. */
export function birthProblems(file: CaseFile, { name, form, content }: ReadCall): readonly FieldProblem[] {
  const { incidentOn } = file.notification;
  if (name === 'addChild') {
    // The cast is safe: the form was parsed by the schema of this decision.
    const { dateOfBirth, careLeaver, diedOn, died, placement, lookedAfter } = form as Forms['addChild'];
    return [
      ...against({ field: 'dateOfBirth', text: dateOfBirth, careLeaver, incidentOn }),
      ...againstDied({ field: 'diedOn', born: dateOfBirth, diedOn, died }),
      ...againstPlaced('placement', { placement, lookedAfter }),
    ];
  }
  return name === 'correctFact' ? ofCorrection(file, form as Forms['correctFact'], content) : [];
}

function ofCorrection(
  file: CaseFile,
  form: Forms['correctFact'],
  content: CaseContent | undefined,
): readonly FieldProblem[] {
  const { notification } = file;
  const { value } = form;
  const known = (ref: string) => content?.children.find((one) => one.ref === ref);
  const bornOn = (ref: string): string | undefined => known(ref)?.dateOfBirth;
  const field = 'value';
  if (form.entry === openingSeq && form.field === 'incidentOn') {
    const incidentOn = typeof value === 'string' ? parseIsoDate(value) : undefined;
    if (incidentOn === undefined) return [];
    const all = notification.children.flatMap(({ ref, careLeaver }) =>
      against({ field, text: bornOn(ref), careLeaver, incidentOn }),
    );
    return all.slice(0, 1);
  }
  const corrected = personCorrected(file, form);
  const child = notification.children.find(({ ref }) => ref === corrected?.ref);
  if (corrected === undefined || child === undefined) return [];
  return ofChild(child, { key: corrected.key, value, said: known(child.ref), incidentOn: notification.incidentOn });
}

/** A corrected answer about a child, beside what the records say of the child and the day of the incident. */
interface CorrectedAnswer {
  readonly key: string | undefined;
  readonly value: unknown;
  readonly said: CaseContent['children'][number] | undefined;
  readonly incidentOn: IsoDate;
}

/** Lists what is wrong with a corrected answer about a child. */
function ofChild(
  { careLeaver, died, lookedAfter }: CaseFile['notification']['children'][number],
  { key, value, said, incidentOn }: CorrectedAnswer,
): readonly FieldProblem[] {
  const field = 'value';
  const dates = { field, born: said?.dateOfBirth, diedOn: said?.diedOn, died };
  switch (key) {
    case 'dateOfBirth':
      return [
        ...against({ field, text: String(value), careLeaver, incidentOn }),
        ...againstDied({ ...dates, born: value }),
      ];
    case 'careLeaver':
      return typeof value === 'boolean' ? against({ field, text: dates.born, careLeaver: value, incidentOn }) : [];
    case 'diedOn':
      return againstDied({ ...dates, diedOn: value });
    case 'died':
      return typeof value === 'boolean' ? againstDied({ ...dates, died: value }) : [];
    case 'placement':
      return againstPlaced(field, { placement: value, lookedAfter });
    case 'lookedAfter':
      return typeof value === 'boolean' ? againstPlaced(field, { placement: said?.placement, lookedAfter: value }) : [];
    default:
      return [];
  }
}
