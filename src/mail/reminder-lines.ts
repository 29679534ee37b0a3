import type { ReminderLine } from '../procedure/case/record';
import { asMarkdown, longDate, oneLine, shortDate } from './wording';

const worstFirst = { breach: 0, overdue: 1, coming: 2 } as const;

/** The lines of a morning's reminders in the order they are read: breaches, what is overdue, then what is coming. */
function inOrder(lines: readonly ReminderLine[]): readonly ReminderLine[] {
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

/** The list of the reminders in Markdown, worst first; each with its date and the sentence of why. */
export function lineList(lines: readonly ReminderLine[]): string {
  return inOrder(lines)
    .map((line) => `- **${asMarkdown(toneOf(line))}** ${asMarkdown(dateOf(line))}`)
    .join('\n');
}

function toneOf(line: ReminderLine): string {
  return { breach: 'Breach: ', overdue: 'Overdue: ', coming: '' }[line.tone] + `${oneLine(line.title)}.`;
}

function dateOf({ tone, due, why }: ReminderLine): string {
  const date = longDate(due);
  const said = `${{ breach: 'The limit was', overdue: 'It was due by', coming: 'It is due by' }[tone]} ${date}`;
  // The sentence of why begins with the date itself, "Due by Monday 7 December 2026: …"; once is enough.
  const begins = `Due by ${date}: `;
  return why.startsWith(begins) ? `${said}: ${why.slice(begins.length)}` : `${said}. ${why}`;
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
