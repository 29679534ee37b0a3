import { keptDocument, node } from './printed';

/** Returns what the tables of a picture say: how many imports lead from one folder to another, and of what. */
function arrowsOf(picture: string): Map<string, number> {
  const cells = picture.matchAll(/data-from="([^"]+)" data-to="([^"]+)" data-imports="(\d+)" data-of="(\w+)"/g);
  return new Map(
    [...cells].map(([, from = '', to = '', count, of = '']) => [`${from} → ${to} (${of})`, Number(count)]),
  );
}

describe('the picture of the layout (npm run architecture)', () => {
  const kept = arrowsOf(keptDocument('architecture.svg'));
  const { stdout, status } = node('scripts/architecture.mjs', '--print');
  const now = arrowsOf(stdout);

  test('can be drawn: no import leads up, along a floor, or from page to page', () => {
    expect(status).toBe(0);
  });

  test('has every arrow of the code, and no other', () => {
    expect(kept.size).toBeGreaterThan(100);
    expect([...kept.keys()]).toEqual([...now.keys()]);
  });

  // Exact numbers would have the picture drawn anew with almost every change, and two branches always disagree about it.
  test('says about how many imports each arrow is', () => {
    const wrong = [...kept].filter(
      ([arrow, count]) => Math.abs(count - (now.get(arrow) ?? 0)) > Math.max(3, count / 5),
    );
    expect(wrong).toEqual([]);
  });
});

describe('an import that must not be', () => {
  /** Returns what is said against one import. */
  function wrong(from: string, to: string): string {
    const code = `
      import { consoleLayout, projectLayout, wrongArrows } from './scripts/architecture/layout.mjs';
      const imports = [{ from: '${from}', to: '${to}', typesOnly: true }];
      console.log([projectLayout(imports), consoleLayout(imports)].flatMap(wrongArrows).join('; '));`;
    return node('--input-type=module', '--eval', code).stdout.trim();
  }

  test.each([
    ['src/procedure/take.ts', 'src/records/records.ts', 'src/procedure imports src/records (1)'],
    ['src/records/records.ts', 'src/security/keys.ts', 'src/records imports src/security (1)'],
    ['src/console/pages/case/case.ts', 'src/console/pages/plan/plan.ts', 'pages/case imports pages/plan (1)'],
    ['src/console/http/page.ts', 'src/console/forms/fields.ts', 'http imports forms (1)'],
    ['src/console/http/page.ts', 'src/console/routes.ts', 'http imports console.ts, routes.ts (1)'],
    ['src/news/news.ts', 'src/procedure/take.ts', 'src/news has no floor in scripts/architecture/layout.mjs'],
  ])('of %s by %s is found', (from, to, said) => {
    expect(wrong(from, to)).toBe(said);
  });

  test('is not found where it leads down', () => {
    expect(wrong('src/console/pages/case/case.ts', 'src/console/http/page.ts')).toBe('');
    expect(wrong('src/console/pages/case/case.ts', 'src/procedure/take.ts')).toBe('');
  });
});
