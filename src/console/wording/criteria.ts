import { seriousHarmWords, type NotificationCriterion } from '../../procedure/notification/notification';

/* The criteria as the procedure words them, whole: whoever notifies decides by them. */

export const criterionWords: Readonly<Record<NotificationCriterion, string>> = {
  'death-abuse-or-neglect':
    'A child has died (including cases of suspected suicide), and abuse or neglect is known or suspected',
  'serious-harm': 'A child has been seriously harmed, and abuse or neglect is known or suspected',
  'looked-after-child-death':
    'A looked after child has died (including cases where abuse or neglect is not known or suspected)',
  'regulated-setting-death':
    'A child in a regulated setting or service has died (including cases where abuse or neglect is not known or suspected)',
  'care-leaver-death': 'A care leaver under 25 has died',
};

/** The source of a criterion, if that is not both the procedure and national guidance. */
export const criterionNotes: Readonly<Partial<Record<NotificationCriterion, string>>> = {
  'regulated-setting-death': 'This partnership’s own criterion',
  'care-leaver-death': 'Statutory: asked for by national guidance (Working Together 2023) beside the procedure’s four',
};

/** A sentence of the form's rules with its codes in the words of the page. */
export function inFormWords(sentence: string): string {
  const words: Readonly<Record<string, string>> = { ...criterionWords, ...seriousHarmWords };
  return sentence.replaceAll(/"([a-z-]+)"/g, (whole, code: string) => {
    const said = words[code];
    return said === undefined ? whole : `“${said}”`;
  });
}
