import { asMarkdown } from './wording';

/** A link by which the recipient of an email answers without an account. */
export interface AnswerByLink {
  /** The name of the agency that is asked. */
  readonly agency: string;
  /** An absolute http or https address. */
  readonly address: string;
}

/** Writes links as paragraphs of Markdown. */
export const answersSaid = (answers: readonly AnswerByLink[]): string =>
  answers.map(({ agency, address }) => `[Answer for ${asMarkdown(agency)}](${asMarkdown(address)})`).join('\n\n');

/**
 * Adds the links below an email whose words leave one out: a template of a partnership's own may know one link alone,
 * which says nothing of the agency.
 */
export const withAnswers = (body: string, answers: readonly AnswerByLink[]): string =>
  answers.every(({ address }) => body.includes(`(${asMarkdown(address)})`))
    ? body
    : `${body.trimEnd()}\n\n${answersSaid(answers)}\n`;
