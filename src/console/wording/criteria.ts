import { seriousHarmWords, wholeCriterionWords } from '../../procedure/notification/notification';

/** A sentence of the form's rules with its codes in the words of the page. */
export function inFormWords(sentence: string): string {
  const words: Readonly<Record<string, string>> = { ...wholeCriterionWords, ...seriousHarmWords };
  return sentence.replaceAll(/"([a-z-]+)"/g, (whole, code: string) => {
    const said = words[code];
    return said === undefined ? whole : `“${said}”`;
  });
}
