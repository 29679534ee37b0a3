import type { Observed, Violation } from '../observed';
import { repeats } from './events';

/** The list of cases equals the workflows: what is open runs, what is closed has ended; and what runs goes on. */
export function checkRunning({
  cases,
  listed,
  workflows,
}: Pick<Observed, 'cases' | 'listed' | 'workflows'>): readonly Violation[] {
  const say = (reference: string, sentence: string): readonly Violation[] => [
    { kind: 'list and workflows', reference, sentence },
  ];
  const isListed = new Set(listed);
  return [
    ...repeats(listed).flatMap((one) => say(one, `${one} is in the list twice.`)),
    ...cases.flatMap(({ reference, file }) => {
      const workflow = workflows.find((one) => one.reference === reference);
      const wanted = file.closedOn === undefined ? 'running' : 'completed';
      if (!isListed.has(reference)) return say(reference, `${reference} is on the record and not in the list.`);
      if (workflow === undefined) return say(reference, `${reference} is in the list, and Temporal has no such case.`);
      return workflow.status === wanted
        ? []
        : say(reference, `The workflow of ${reference} is ${workflow.status}; it must be ${wanted}.`);
    }),
    ...workflows
      .filter(({ reference }) => !isListed.has(reference))
      .flatMap(({ reference }) => say(reference, `Temporal runs ${reference}, which is not in the list.`)),
    ...workflows.flatMap(({ reference, stuck }): readonly Violation[] =>
      stuck === undefined ? [] : [{ kind: 'stuck', reference, sentence: stuck }],
    ),
  ];
}
