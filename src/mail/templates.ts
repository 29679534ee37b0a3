import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import nunjucks from 'nunjucks';
import { isoDate } from '../procedure/time/dates';
import { noticeKinds } from '../procedure/reminders/notice-kinds';
import type { NoticeKind } from '../procedure/reminders/notice';
import { roles } from '../procedure/roles';
import type { Role } from '../procedure/roles';
import { headline, lineList } from './reminder-lines';
import { isValueName, placeholders, sampleValues } from './values';
import { inWords } from './wording';
import type { WordingPolicy } from './wording';

/** The wording of one kind of notice, read and compiled. */
interface Template {
  readonly kind: NoticeKind;
  readonly subject: nunjucks.Template;
  readonly body: nunjucks.Template;
}

export type Templates = Readonly<Record<NoticeKind, Template>>;

/** Error in a template, for the person who edits it: the file, and a sentence that says what is wrong. */
interface TemplateProblem {
  readonly path: string;
  readonly sentence: string;
}

export type TemplatesResult =
  | { readonly ok: true; readonly templates: Templates }
  | { readonly ok: false; readonly problems: readonly TemplateProblem[] };

const LONGEST_SUBJECT = 140;
const LONGEST_BODY = 4000;

/**
 * Reads and checks the templates of all notices, looking in each folder in turn: a partnership's own first, then those
 * shared by all. Every one is rendered strictly with sample values, so that no email fails on the day it is needed.
 */
export function loadTemplates({ folders }: { readonly folders: readonly string[] }): TemplatesResult {
  const problems: TemplateProblem[] = strayFiles(folders);
  const templates: Partial<Record<NoticeKind, Template>> = {};
  for (const kind of noticeKinds) {
    const file = folders.map((folder) => join(folder, `${kind}.md`)).find((candidate) => existsSync(candidate));
    if (file === undefined) problems.push({ path: `${kind}.md`, sentence: 'There is no template for this notice.' });
    else {
      const read = readTemplate(kind, readFileSync(file, 'utf8'));
      if (Array.isArray(read)) problems.push(...read.map((sentence) => ({ path: file, sentence })));
      else templates[kind] = read;
    }
  }
  return isWhole(templates) && problems.length === 0 ? { ok: true, templates } : { ok: false, problems };
}

const isWhole = (templates: Partial<Templates>): templates is Templates =>
  noticeKinds.every((kind) => templates[kind] !== undefined);

/** A misnamed file would be passed over in silence, and the shared wording used in place of the partnership's own. */
function strayFiles(folders: readonly string[]): TemplateProblem[] {
  const known = new Set(noticeKinds.map((kind) => `${kind}.md`));
  return folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((file) => file.endsWith('.md') && !known.has(basename(file)))
    .map((path) => ({ path, sentence: 'No notice has this name, so this template would never be used.' }));
}

/** Reads one template: the compiled wording, or what is wrong with it. */
function readTemplate(kind: NoticeKind, text: string): Template | string[] {
  const [first = '', ...rest] = text.replaceAll('\r\n', '\n').split('\n');
  const subject = /^Subject:[ \t]+(\S.*)$/.exec(first)?.[1]?.trim();
  const body = rest.join('\n').trim();
  const problems: string[] = [];
  if (subject === undefined) return ['The first line must be the subject: "Subject: " and what it says, on one line.'];
  if (rest[0]?.trim() !== '') problems.push('An empty line must follow the subject.');
  if (body === '') problems.push('There is nothing below the subject.');
  if (body.length > LONGEST_BODY) problems.push(`The text is longer than ${LONGEST_BODY} characters.`);
  if (!/\{\{\s*reference\s*\}\}/.test(subject)) problems.push('The subject must carry the {{ reference }}.');
  if (!/\{\{\s*link\s*\}\}/.test(body)) problems.push('The text must say where, with the {{ link }}.');
  problems.push(...tagProblems(kind, `${subject}\n${body}`));
  for (const name of /\{\{\s*(?:lines|links|standing)\s*\}\}/.exec(subject) ?? [])
    problems.push(`${name} is a list, and cannot stand in the subject.`);
  if (problems.length > 0) return problems;
  return compile(kind, subject, body);
}

/** Templates are words with gaps, not programs: placeholders by name, `if` by name, and nothing else of nunjucks. */
function tagProblems(kind: NoticeKind, text: string): string[] {
  const known = placeholders(kind);
  const problems: string[] = [];
  const left = text.replaceAll(
    /\{\{\s*(\w+)\s*\}\}|\{%\s*if (\w+)\s*%\}|\{%\s*(?:else|endif)\s*%\}/g,
    (_tag, placeholder: string | undefined, condition: string | undefined) => {
      const name = placeholder ?? condition;
      if (name !== undefined && !known.has(name)) {
        const has = `this notice has ${[...known].join(', ')}.`;
        problems.push(
          isValueName(name)
            ? `{{ ${name} }} is never given to "${kind}", so nothing would stand there; ${has}`
            : `{{ ${name} }} is not known here; ${has}`,
        );
      }
      return '';
    },
  );
  if (/\{\{|\}\}|\{%|%\}|\{#|#\}/.test(left)) {
    problems.push('Only {{ name }}, {% if name %}, {% else %} and {% endif %} can be used.');
  }
  return problems;
}

function compile(kind: NoticeKind, subject: string, body: string): Template | string[] {
  // Values are escaped for Markdown before they come here, which HTML escaping would spoil.
  const environment = new nunjucks.Environment([], { autoescape: false, throwOnUndefined: true });
  try {
    const template = {
      kind,
      subject: new nunjucks.Template(subject, environment, `${kind}.md`, true),
      body: new nunjucks.Template(body, environment, `${kind}.md`, true),
    };
    const said = ['all', 'required'] as const;
    const problems = said.flatMap((which) => sampleProblems(template, which));
    return problems.length > 0 ? [...new Set(problems)] : template;
  } catch (error) {
    return [`The template cannot be rendered: ${error instanceof Error ? error.message : String(error)}`];
  }
}

function sampleProblems({ kind, subject, body }: Template, which: 'all' | 'required'): string[] {
  const context = sampleContext(kind, which);
  const said = subject.render(context).trim();
  const problems: string[] = [];
  if (said.length > LONGEST_SUBJECT)
    problems.push(`The subject is longer than ${LONGEST_SUBJECT} characters: "${said}".`);
  if (/\s{2}|\s[,.:;]|\bby$/.test(said)) problems.push(`The subject reads badly when a value is missing: "${said}".`);
  if (body.render(context).trim() === '') problems.push('There is nothing below the subject when a value is missing.');
  return problems;
}

function sampleContext(kind: NoticeKind, which: 'all' | 'required'): Record<string, string> {
  const line = {
    deadline: 'information',
    title: 'Information',
    due: isoDate('2026-12-07'),
    why: 'Day 7.',
    tone: 'coming',
  } as const;
  return {
    ...inWords(kind, sampleValues(kind, which), samplePolicy),
    reference: 'SIN-2026-0007',
    partnership: samplePolicy.partnership.name,
    recipient: 'A Person',
    role: 'Independent Scrutineer',
    link: 'https://example.org/cases/SIN-2026-0007',
    links: which === 'all' ? '[Answer for Hospital trust](https://example.org/answer/0)' : '',
    today: 'Monday 23 November 2026',
    practice: '',
    form: which === 'all' ? 'yes' : '',
    where: 'Open the case',
    standing: which === 'all' ? '**Where the case stands:** Rapid Review.' : '',
    outside: which === 'all' ? '' : 'yes',
    headline: headline([line]),
    lines: lineList([line]),
  };
}

const samplePolicy: WordingPolicy = {
  partnership: { id: 'sample', name: 'A Safeguarding Children Partnership', shortName: 'ASCP', authority: 'A Council' },
  // A role without a title stays as it came, which is enough for trying a template out.
  roleTitles: Object.fromEntries(roles.map((role) => [role, role])) as Record<Role, string>,
  agencies: {},
};
