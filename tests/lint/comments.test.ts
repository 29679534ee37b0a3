import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const root = path.join(__dirname, '..', '..');

/** Words that name nothing: a comment begins with the thing or the verb. */
const namesNothing = [
  ...['What', 'How', 'Where', 'Who', 'Whose', 'Whom', 'Whether', 'Which', 'Why', 'One', 'Ones', 'It', 'They'],
  ...['Somebody', 'Something', 'Anybody', 'Anything', 'Everything', 'Nobody', 'Nothing'],
];

/** Every comment of a file, without its marks; lines of `//` that follow one another are one comment. */
function commentsOf(text: string): string[] {
  const source = ts.createSourceFile('read.ts', text, ts.ScriptTarget.ESNext, true);
  const ranges = new Map<number, ts.CommentRange>();
  const look = (node: ts.Node): void => {
    const found = [
      ...(ts.getLeadingCommentRanges(text, node.pos) ?? []),
      ...(ts.getTrailingCommentRanges(text, node.end) ?? []),
    ];
    if (node.kind !== ts.SyntaxKind.JsxText) for (const range of found) ranges.set(range.pos, range);
    for (const child of node.getChildren(source)) look(child);
  };
  look(source);
  const comments: { text: string; end: number; single: boolean }[] = [];
  for (const { pos, end, kind } of [...ranges.values()].sort((a, b) => a.pos - b.pos)) {
    const single = kind === ts.SyntaxKind.SingleLineCommentTrivia;
    const last = comments.at(-1);
    if (single && last?.single === true && text.slice(last.end, pos).trim() === '') last.end = end;
    else comments.push({ text: text.slice(pos, end), end, single });
  }
  return comments.map((one) => one.text.replace(/^(?:\/\*+|\/\/)\s*(?:\*\s*)?|\s*\*\/$/g, '').trim());
}

const files = execFileSync('git', ['ls-files', '--', '*.ts', '*.mjs', '*.cjs'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((file) => file !== '' && !file.includes('/histories/'));

const found = files.flatMap((file) =>
  commentsOf(readFileSync(path.join(root, file), 'utf8')).map((comment) => ({ file, comment })),
);
const bad = found.filter(({ comment }) => namesNothing.includes(/^[A-Za-z]+/.exec(comment)?.[0] ?? ''));

describe('comments', () => {
  test('of fewer than 5 % the first word names nothing', () => {
    expect(found.length).toBeGreaterThan(1_000);
    const tooMany = bad.length / found.length < 0.05 ? [] : bad;
    expect(tooMany.map(({ file, comment }) => `${file}: ${comment.slice(0, 60)}`)).toEqual([]);
  });
});

describe('the reader of comments', () => {
  test('takes lines that follow one another as one comment', () => {
    expect(commentsOf('// What a\n// Who b\nconst a = 1; // How c\n')).toEqual(['What a', 'How c']);
  });
  test('reads docstrings, and takes no text for a comment', () => {
    expect(commentsOf("/**\n * One thing.\n */\nconst a = 'x // What'; const b = `${a} // Who ${'/* y */'}`;")).toEqual(
      ['One thing.'],
    );
  });
});
