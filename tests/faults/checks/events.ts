import type { Acknowledged, CaseSeen, Observed, Violation } from '../observed';

/** Events recorded equal decisions acknowledged: no more, no less, in one order; and who was told no had to be. */
export function checkEvents({
  acknowledged,
  cases,
  contests,
  contradicted,
  opened,
  unexpected,
}: Observed): readonly Violation[] {
  const known = new Map(cases.map((one) => [one.reference, one]));
  return [
    ...acknowledged.flatMap((one) => lost(one, known.get(one.reference))),
    ...cases.flatMap((one) => [
      ...unasked(
        one,
        acknowledged.filter(({ reference }) => reference === one.reference),
      ),
      ...outOfOrder(one),
    ]),
    ...opened
      .filter(({ reference }) => !known.has(reference))
      .map(({ key, reference }) => lostCase(reference, `The notification ${key} was answered with ${reference}`)),
    ...cases
      .filter(({ reference }) => !opened.some((one) => one.reference === reference))
      .map(({ reference }) => doubled(reference, `${reference} is on the record, and no notification was given it.`)),
    ...repeats(opened.map(({ reference }) => reference)).map((reference) =>
      doubled(reference, `Two notifications were answered with ${reference}.`),
    ),
    ...contests.flatMap((one): readonly Violation[] => {
      const { reference, decision, keys, callers, entries } = one;
      const decided = keys === 'the same' ? new Set(entries).size : entries.length;
      const told = `${entries.length} of ${callers} callers with ${keys} key were told that ${decision} is taken, as ${entries.join(', ') || 'nothing'}`;
      if (decided === 0) return [{ kind: 'lost', reference, sentence: `${told}: none decided.` }];
      return decided === 1 ? [] : [doubled(reference, `${told}: one decides.`)];
    }),
    ...unexpected.map((one): Violation => ({ kind: 'refused or unanswered', ...one })),
    ...contradicted.map((sentence): Violation => ({ kind: 'contradicted', reference: '', sentence })),
  ];
}

const doubled = (reference: string, sentence: string): Violation => ({ kind: 'doubled', reference, sentence });
const lostCase = (reference: string, said: string): Violation => ({
  kind: 'lost',
  reference,
  sentence: `${said}, which is not on the record.`,
});

/** Values that are there more than once, each named once. */
export const repeats = <T>(all: readonly T[]): readonly T[] => [
  ...new Set(all.filter((one, at) => all.indexOf(one) !== at)),
];

function lost({ reference, decision, by, seq, key }: Acknowledged, seen: CaseSeen | undefined): readonly Violation[] {
  const event = seen?.events.find((one) => one.seq === seq);
  if (event?.decision === decision && event.by === by && event.kind === 'decision-taken') return [];
  const there = event === undefined ? 'there is no such entry' : `that is ${event.decision ?? event.kind}`;
  return [
    { kind: 'lost', reference, sentence: `${decision} by ${by} (${key}) was acknowledged as entry ${seq}; ${there}.` },
  ];
}

/** Decisions on the record that nobody was told of, or that two keys were. */
function unasked({ reference, events }: CaseSeen, told: readonly Acknowledged[]): readonly Violation[] {
  return events
    .filter(({ kind }) => kind === 'decision-taken')
    .flatMap(({ seq, decision }): readonly Violation[] => {
      const keys = new Set(told.filter((one) => one.seq === seq).map(({ key }) => key));
      if (keys.size === 1) return [];
      const sentence =
        keys.size === 0
          ? `Entry ${seq}, ${decision ?? '?'}, is on the record, and nobody was told that it is taken.`
          : `Entry ${seq}, ${decision ?? '?'}, was acknowledged under ${keys.size} keys: ${[...keys].join(', ')}.`;
      return [doubled(reference, sentence)];
    });
}

function outOfOrder({ reference, events }: CaseSeen): readonly Violation[] {
  return events.flatMap(({ seq, at }, index): readonly Violation[] => {
    const before = events[index - 1];
    if (seq !== index + 1)
      return [
        { kind: 'out of order', reference, sentence: `Entry ${seq} of the record stands at place ${index + 1}.` },
      ];
    if (before === undefined || before.at <= at) return [];
    return [{ kind: 'out of order', reference, sentence: `Entry ${seq} is of ${at}, before entry ${before.seq}'s.` }];
  });
}
