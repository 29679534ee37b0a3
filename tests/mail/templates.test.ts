import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadTemplates } from '../../src/mail/templates';
import { aNotice, folder, rendered } from './notices';

let own: string;

beforeEach(() => {
  own = mkdtempSync(path.join(tmpdir(), 'templates-'));
  mkdirSync(own, { recursive: true });
});
afterEach(() => rmSync(own, { recursive: true }));

function load(file: string, text: string) {
  writeFileSync(path.join(own, file), text);
  return loadTemplates({ folders: [own, folder('templates')] });
}

const problems = (text: string, file = 'agencies-to-ask.md'): string[] => {
  const result = load(file, text);
  return result.ok ? [] : result.problems.map(({ path: at, sentence }) => `${path.basename(at)}: ${sentence}`);
};

test("a partnership's own template goes before the shared one, and the others stay", () => {
  const result = load(
    'agencies-to-ask.md',
    'Subject: {{ reference }}: who?\n\nTell us, {{ recipient }}: [here]({{ link }}).\n',
  );
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  expect(rendered(aNotice('agencies-to-ask'), { templates: result.templates }).subject).toBe('SIN-2026-0007: who?');
  expect(rendered(aNotice('case-opened'), { templates: result.templates }).subject).toMatch(
    /notification has come in$/,
  );
});

test('a template written on Windows is read like any other', () => {
  expect(problems('Subject: {{ reference }}: who?\r\n\r\n[Here]({{ link }})\r\n')).toEqual([]);
});

test.each([
  [
    'no subject',
    'Hello\n\n{{ link }}\n',
    'The first line must be the subject: "Subject: " and what it says, on one line.',
  ],
  [
    'an empty subject',
    'Subject: \n\n{{ link }}\n',
    'The first line must be the subject: "Subject: " and what it says, on one line.',
  ],
  [
    'a subject of two lines',
    'Subject: {{ reference }}\nand more\n\n{{ link }}\n',
    'An empty line must follow the subject.',
  ],
  ['a subject without the reference', 'Subject: hello\n\n{{ link }}\n', 'The subject must carry the {{ reference }}.'],
  ['a text without the link', 'Subject: {{ reference }}\n\nhello\n', 'The text must say where, with the {{ link }}.'],
  [
    'a subject that is endless',
    `Subject: {{ reference }} ${'long '.repeat(40)}\n\n{{ link }}\n`,
    expect.stringMatching(/The subject is longer than 140 characters/),
  ],
  [
    'a text that is endless',
    `Subject: {{ reference }}\n\n{{ link }}${'long '.repeat(1000)}\n`,
    expect.stringMatching(/The text is longer than 4000/),
  ],
  [
    'a placeholder that there is not',
    'Subject: {{ reference }}\n\n{{ link }} {{ childName }}\n',
    expect.stringMatching(/\{\{ childName \}\} is not known here; this notice has reference, /),
  ],
  [
    "another kind's placeholder",
    'Subject: {{ reference }}\n\n{{ link }} {{ publishOn }}\n',
    expect.stringMatching(/\{\{ publishOn \}\} is never given to "agencies-to-ask"/),
  ],
  [
    'a program',
    'Subject: {{ reference }}\n\n{{ link }} {{ range.constructor("x")() }}\n',
    expect.stringMatching(/Only \{\{ name \}\}/),
  ],
  [
    'a loop',
    'Subject: {{ reference }}\n\n{{ link }} {% for x in y %}{% endfor %}\n',
    expect.stringMatching(/Only \{\{ name \}\}/),
  ],
  [
    'an include',
    'Subject: {{ reference }}\n\n{{ link }} {% include "/etc/passwd" %}\n',
    expect.stringMatching(/Only \{\{ name \}\}/),
  ],
  [
    'an `if` that does not end',
    'Subject: {{ reference }}\n\n{{ link }} {% if due %}x\n',
    expect.stringMatching(/The template cannot be rendered/),
  ],
  [
    'a subject that lacks its date',
    'Subject: {{ reference }}: answer by {{ dueShort }}\n\n{{ link }}\n',
    expect.stringMatching(/The subject reads badly when a value is missing/),
  ],
])('%s is found at start', (_what, text, sentence) => {
  expect(problems(text).map((problem) => problem.replace('agencies-to-ask.md: ', ''))).toContainEqual(sentence);
});

test('a template that no notice has is found, for it would never be used', () => {
  const text = 'Subject: {{ reference }}\n\n{{ link }}\n';
  expect(problems(text, 'agencys-to-ask.md')).toEqual([
    'agencys-to-ask.md: No notice has this name, so this template would never be used.',
  ]);
});

test("a profile's template that uses a value which its kind of email is never given is named with the kind and the value", () => {
  const text =
    'Subject: {{ reference }}: published\n\nIt was {{ was }}. {% if panelDueShort %}x{% endif %} {{ link }}\n';
  expect(problems(text, 'published.md')).toEqual([
    expect.stringMatching(
      /^published\.md: \{\{ was \}\} is never given to "published", .* this notice has reference, /,
    ),
    expect.stringMatching(/^published\.md: \{\{ panelDueShort \}\} is never given to "published"/),
  ]);
});

test('a template that is missing is named', () => {
  const result = loadTemplates({ folders: [own] });
  expect(result).toMatchObject({
    ok: false,
    problems: expect.arrayContaining([{ path: 'reminders.md', sentence: 'There is no template for this notice.' }]),
  });
});
