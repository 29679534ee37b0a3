/**
 * Works something out once for a value that never changes, and for a key within it. What is kept goes with the value;
 * the same question has the same answer whether it is kept or not, so that nobody can tell but by the time it takes.
 */
export function oncePer<Answer>(): (owner: object, key: string, make: () => Answer) => Answer {
  const kept = new WeakMap<object, Map<string, Answer>>();
  return (owner, key, make) => {
    const answers = kept.get(owner) ?? new Map<string, Answer>();
    kept.set(owner, answers);
    const known = answers.get(key);
    if (known !== undefined) return known;
    const made = make();
    answers.set(key, made);
    return made;
  };
}
