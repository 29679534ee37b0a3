import { changedSince, type EntrySince } from '../../../casework/changed-since';
import { schemaOfEntry } from '../../../casework/free-text';
import type { CaseFile } from '../../../procedure/case/case-file';
import { definitionOf, isDecisionName } from '../../../procedure/catalogue';
import { parseIsoDate, sayDate } from '../../../procedure/time/dates';
import type { Instant } from '../../../procedure/time/time';
import { recordAddress } from '../../case-frame/record-filter';
import { entryTitle } from '../../case-frame/record-view';
import { deadlineCalled } from '../../wording/case-status';
import type { FieldContext } from '../../forms/context';
import { answersInWords, valueInWords } from '../../forms/in-words';
import { questionOf } from '../../forms/questions';
import type { Fields } from '../../http/page';
import { nameOf } from '../../wording/name-of';
import { begin, typographic } from '../../wording/letters';
import type { DecisionPage } from './form-read';

/* Entries recorded since somebody opened a form, in words: each value as it was and as it is now. */

/** The hidden field with the number of the last entry on the record when the page was made. */
export const seenName = '_seen';

/** Returns the number in a form's hidden field; undefined if the form carries none. */
export function entrySeenIn(fields: Fields): number | undefined {
  const said = Number(fields[seenName]);
  return Number.isInteger(said) && said > 0 ? said : undefined;
}

/** A value that somebody replaced. */
interface ReplacedInWords {
  readonly title: string;
  readonly was: string;
  readonly is: string;
}

/** An entry that came on the record after a form was opened. */
export interface SinceInWords {
  readonly seq: number;
  readonly title: string;
  readonly by: string | undefined;
  readonly at: Instant;
  readonly href: string;
  readonly replaced: readonly ReplacedInWords[];
}

/** Lists what was recorded after entry `seen`, for whoever is about to record something made from that entry. */
export async function sinceInWords(
  page: Pick<DecisionPage, 'asked' | 'dependencies' | 'context'>,
  seen: number | undefined,
): Promise<readonly SinceInWords[]> {
  const { asked, dependencies, context } = page;
  const { file } = asked.known;
  if (seen === undefined || seen >= file.seq) return [];
  const entries = await changedSince(dependencies, file, { after: seen, reader: asked.visitor.person });
  return entries.map((entry) => ({
    seq: entry.seq,
    title: entryTitle({ ...entry, details: entry.details ?? {} }),
    by: entry.by === undefined ? undefined : nameOf(dependencies.profile, entry.by),
    at: entry.at,
    href: recordAddress(file.reference, { entry: entry.seq }),
    replaced: replacedInWords(file, entry, context),
  }));
}

const said = (text: string): string => (text === '' ? 'nothing' : text);

function replacedInWords(
  file: CaseFile,
  { decision, details, replaced }: EntrySince,
  context: Pick<FieldContext, 'called'>,
): readonly ReplacedInWords[] {
  if (replaced === null || decision === undefined || !isDecisionName(decision)) return [];
  if (decision === 'extendDeadline') {
    const title = begin(deadlineCalled(file, String(details?.['deadline'])));
    return replaced.map(({ was, is }) => ({ title, was: said(dayInWords(was)), is: said(dayInWords(is)) }));
  }
  if (decision === 'correctFact') {
    return replaced.map(({ field, was, is }) => {
      const schema = schemaOfEntry(file, Number(details?.['entry']), field);
      const say = (value: unknown) =>
        said(schema === undefined ? dayInWords(value) : valueInWords(schema, value, context));
      return { title: schema === undefined ? 'The day' : questionOf(schema).title, was: say(was), is: say(is) };
    });
  }
  const { form } = definitionOf(decision);
  const inWords = (which: 'was' | 'is') =>
    answersInWords(form, Object.fromEntries(replaced.map((one) => [one.field, one[which]])), context);
  const [before, after] = [inWords('was'), inWords('is')];
  const names = [...new Set([...after, ...before].map(({ name }) => name))];
  return names.flatMap((name) => {
    const [was, is] = [before, after].map((answers) => answers.find((one) => one.name === name));
    const one = is ?? was;
    const changed = was?.value !== is?.value;
    return one === undefined || !changed
      ? []
      : [{ title: [...one.under, one.title].join(': '), was: said(was?.value ?? ''), is: said(is?.value ?? '') }];
  });
}

const dayInWords = (value: unknown): string => {
  const day = typeof value === 'string' ? parseIsoDate(value) : undefined;
  return day === undefined ? (typeof value === 'string' ? typographic(value) : '') : sayDate(day);
};
