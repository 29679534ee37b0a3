import type { ReminderLine } from '../procedure/case/record';
import { asMarkdown, longDate, oneLine, shortDate } from './wording';

/** A line of a reminder as an email has it: what is asked of the reader, and a link to where it is done. */
export interface LineInEmail extends ReminderLine {
  readonly asked?: string;
  /** The link to where it is done; absent where the email itself leads there. */
  readonly link?: { readonly text: string; readonly address: string };
}

const worstFirst = { breach: 0, overdue: 1, coming: 2 } as const;

/** The lines of a morning's reminders in the order they are read: breaches, what is overdue, then what is coming. */
function inOrder<L extends ReminderLine>(lines: readonly L[]): readonly L[] {
  return [...lines].sort(
    (a, b) => worstFirst[a.tone] - worstFirst[b.tone] || (a.due < b.due ? -1 : a.due > b.due ? 1 : 0),
  );
}

/**
 * Returns the subject of a reminder email: one reminder by its name, several by their number, a breach as a breach. Day
 * 14 and the six months are always named: they must not be missed. Source: "Reminders and escalation".
 */
export function headline(lines: readonly ReminderLine[]): string {
  const ordered = inOrder(lines);
  const first = ordered[0];
  if (first === undefined) return 'nothing is due';
  const rest = ordered.length - 1;
  const named = rest === 0 || first.tone === 'breach' ? first : ordered.find(isLimit);
  if (named === undefined) return count(ordered);
  return rest === 0 ? sayOne(named) : `${sayOne(named)}, and ${rest} more`;
}

/** The list of the reminders in Markdown, worst first; each with its date, the sentence of why, and what is asked. */
export function lineList(lines: readonly LineInEmail[]): string {
  return inOrder(lines).map(sayLine).join('\n');
}

function sayLine(line: LineInEmail): string {
  const { asked = '', link } = line;
  const said = [
    `**${asMarkdown(toneOf(line))}** ${asMarkdown(dateOf(line))}`,
    ...(asked === '' ? [] : [asMarkdown(asked)]),
    ...(link === undefined ? [] : [`[${asMarkdown(link.text)}](${asMarkdown(link.address)})`]),
  ];
  return `- ${said.join(' ')}`;
}

function toneOf(line: ReminderLine): string {
  return { breach: 'Breach: ', overdue: 'Overdue: ', coming: '' }[line.tone] + `${oneLine(line.title)}.`;
}

function dateOf({ tone, due, why }: ReminderLine): string {
  const date = longDate(due);
  const said = `${{ breach: 'The limit was', overdue: 'It was due by', coming: 'It is due by' }[tone]} ${date}`;
  // The sentence of why begins with the date itself, "Due by Monday 7 December 2026: …" or "By …, moved back"; once is enough.
  const [dueBy, by] = [`Due by ${date}: `, `By ${date}, `];
  if (why.startsWith(dueBy)) return `${said}: ${why.slice(dueBy.length)}`;
  return why.startsWith(by) ? `${said}, ${why.slice(by.length)}` : `${said}. ${why}`;
}

function sayOne(line: ReminderLine): string {
  const name = oneLine(line.title);
  const due = shortDate(line.due);
  if (line.tone === 'breach') return `BREACH – ${name}, the limit was ${due}`;
  return line.tone === 'overdue' ? `overdue – ${name}, due since ${due}` : `${name} is due by ${due}`;
}

function count(lines: readonly ReminderLine[]): string {
  const overdue = lines.filter(({ tone }) => tone === 'overdue').length;
  const coming = lines.length - overdue;
  return [overdue > 0 ? `${overdue} overdue` : '', coming > 0 ? `${coming} due soon` : ''].filter(Boolean).join(', ');
}

/** The plan names these two limits at the start of a title, "Day 14: Step 6, Rapid Review meeting". */
const isLimit = ({ title }: ReminderLine): boolean => /^(?:Day \d+|Six months): /.test(title);
