import { questionOf, type Question } from '../../../src/console/forms/questions';
import type { DecisionName } from '../../../src/procedure/case/case-file';
import { definitionOf } from '../../../src/procedure/catalogue';

/** The kinds of field that a question has, each with what it lies within: `rows group choice`. */
function kindsOf(question: Question, within = ''): readonly string[] {
  const kind = `${within}${question.optional ? 'optional ' : ''}${question.kind}`;
  switch (question.kind) {
    case 'group':
      return [kind, ...question.parts.flatMap(({ question: part }) => kindsOf(part, `${kind} `))];
    case 'rows':
      return [kind, ...kindsOf(question.each, `${kind} `)];
    case 'several':
      return [`${kind} of ${question.of.kind}`];
    default:
      return [kind];
  }
}

/** As few of these decisions as between them have every kind of field that any of their forms has. */
export function oneOfEachKind(names: readonly DecisionName[]): readonly DecisionName[] {
  const kinds = new Map(names.map((name) => [name, new Set(kindsOf(questionOf(definitionOf(name).form)))]));
  const seen = new Set<string>();
  const adds = (name: DecisionName): number => [...(kinds.get(name) ?? [])].filter((kind) => !seen.has(kind)).length;
  const chosen: DecisionName[] = [];
  for (;;) {
    const [most] = names.toSorted((a, b) => adds(b) - adds(a));
    if (most === undefined || adds(most) === 0) return names.filter((name) => chosen.includes(name));
    chosen.push(most);
    kinds.get(most)?.forEach((kind) => seen.add(kind));
  }
}
