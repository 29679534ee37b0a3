/**
 * Returns the Levenshtein distance: the number of letters to change, add or leave out to make one text of the other.
 */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const above = row;
    row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      row.push(Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + same));
    }
  }
  return row[b.length] ?? 0;
}

/** The names that somebody may have meant, the nearest first. */
export function nearNames(said: string, names: readonly string[], most = 5): readonly string[] {
  const meant = said.toLowerCase().slice(0, 80);
  return names
    .map((name) => ({
      name,
      far: name.toLowerCase().includes(meant) && meant.length > 3 ? 0 : distance(meant, name.toLowerCase()),
    }))
    .filter(({ name, far }) => far <= Math.max(3, name.length / 2))
    .sort((a, b) => a.far - b.far || (a.name < b.name ? -1 : 1))
    .slice(0, most)
    .map(({ name }) => name);
}
