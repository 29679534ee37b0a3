import { notificationCriterionWords, seriousHarmWords } from '../../procedure/notification/notification';
import { wordOf } from './letters';

const optionWords: Readonly<Record<string, string>> = { ...notificationCriterionWords, ...seriousHarmWords };

/** Returns a criterion, or a sort of serious harm, in the words of the form; any other option as it is. */
export const optionSays = (option: string): string => wordOf(optionWords, option);
