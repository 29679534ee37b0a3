import type { CaseFile, DecisionName, Forms } from '../procedure/case/case-file';
import { parseIsoDate } from '../procedure/time/dates';
import { entryBySeq } from '../procedure/case/entries';
import { againstBirth } from '../procedure/notification/notification-rules';
import { openingSeq } from '../procedure/case/opening-entry';
import type { FieldProblem } from '../procedure/refusals';
import type { IsoDate } from '../procedure/time/time';
import type { CaseContent } from '../records/content';

/*
 * Checks dates of birth against the date of the incident before a decision goes to the case, which carries none itself.
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

/** Lists what is wrong with the children's dates of birth in a decision, a sentence a field; empty if nothing is. */
export function birthProblems(file: CaseFile, { name, form, content }: ReadCall): readonly FieldProblem[] {
  const { incidentOn } = file.notification;
  if (name === 'addChild') {
    // The cast is safe: the form was parsed by the schema of this decision.
    const { dateOfBirth, careLeaver } = form as Forms['addChild'];
    return against({ field: 'dateOfBirth', text: dateOfBirth, careLeaver, incidentOn });
  }
  return name === 'correctFact' ? ofCorrection(file, form as Forms['correctFact'], content) : [];
}

/** Finds the child that a correction is about, and the corrected field. */
function childCorrected(file: CaseFile, { entry, field }: Forms['correctFact']) {
  if (entry === openingSeq) {
    const [, place, key] = /^children\.(\d+)\.(dateOfBirth|careLeaver)$/.exec(field) ?? [];
    return place === undefined ? undefined : { ref: `child-${Number(place) + 1}`, key };
  }
  const corrected = entryBySeq(file, entry);
  // The cast is safe: the form belongs to this decision.
  return corrected?.name === 'addChild'
    ? { ref: (corrected.fact.form as Forms['addChild']).ref, key: field }
    : undefined;
}

function ofCorrection(
  file: CaseFile,
  form: Forms['correctFact'],
  content: CaseContent | undefined,
): readonly FieldProblem[] {
  const { notification } = file;
  const { value } = form;
  const bornOn = (ref: string): string | undefined => content?.children.find((one) => one.ref === ref)?.dateOfBirth;
  const field = 'value';
  if (form.entry === openingSeq && form.field === 'incidentOn') {
    const incidentOn = typeof value === 'string' ? parseIsoDate(value) : undefined;
    if (incidentOn === undefined) return [];
    const all = notification.children.flatMap(({ ref, careLeaver }) =>
      against({ field, text: bornOn(ref), careLeaver, incidentOn }),
    );
    return all.slice(0, 1);
  }
  const corrected = childCorrected(file, form);
  const child = notification.children.find(({ ref }) => ref === corrected?.ref);
  if (corrected === undefined || child === undefined) return [];
  const { incidentOn } = notification;
  if (corrected.key === 'dateOfBirth') {
    return against({ field, text: String(value), careLeaver: child.careLeaver, incidentOn });
  }
  return corrected.key === 'careLeaver' && typeof value === 'boolean'
    ? against({ field, text: bornOn(child.ref), careLeaver: value, incidentOn })
    : [];
}
