import type { z } from 'zod';

/** Error in a profile, for the person who edits it: a dotted path, and a sentence that says what is wrong. */
export interface ProfileProblem {
  readonly path: string;
  readonly sentence: string;
}

/** The problem as one line, `windows.submission.by: Day 16 is later than …`. */
export function sayProblem({ path, sentence }: ProfileProblem): string {
  return path === '' ? sentence : `${path}: ${sentence}`;
}

/** Turns zod's issues into problems in plain sentences, one for each unknown setting. */
export function problemsOf(error: z.ZodError): readonly ProfileProblem[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path.map(String);
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        path: [...path, key].join('.'),
        sentence: 'There is no such setting; check the spelling.',
      }));
    }
    return [{ path: path.join('.'), sentence: sentenceOf(issue) }];
  });
}

function sentenceOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'This is missing.' : `This must be ${sayExpected(issue.expected)}.`;
    case 'invalid_value':
      return issue.input === undefined
        ? 'This is missing.'
        : `${sayInput(issue.input)} is not one of ${issue.values.map(String).join(', ')}.`;
    case 'too_small':
      return issue.origin === 'array'
        ? `This must list at least ${issue.minimum}.`
        : `This must be ${issue.origin === 'string' ? 'a text and not empty' : `${issue.minimum} or more`}.`;
    case 'too_big':
      return issue.origin === 'string'
        ? `This must be no longer than ${issue.maximum} characters.`
        : `This must be ${issue.maximum} or less.`;
    case 'invalid_key':
      return 'There is no such setting; check the spelling.';
    default:
      return issue.message;
  }
}

function sayInput(input: unknown): string {
  return typeof input === 'string' ? `"${input}"` : JSON.stringify(input);
}

function sayExpected(expected: string): string {
  const words: Readonly<Record<string, string>> = {
    string: 'a text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'a group of settings',
    record: 'a group of settings',
  };
  return words[expected] ?? `a ${expected}`;
}
