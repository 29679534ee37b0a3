import { misusedIn } from '../support/misused-words';

/** A phrase that made readers stumble, and what is said instead. */
export interface Phrase {
  readonly phrase: string;
  readonly instead: string;
}

/**
 * Phrases that readers from partnerships stumbled over. A text that people read has none of them. Compared are words,
 * whichever apostrophe they are written with.
 */
export const phrases: readonly Phrase[] = [
  { phrase: 'Who do you want to be', instead: 'Choose who to sign in as' },
  { phrase: 'whom you want to be', instead: 'who to sign in as' },
  { phrase: 'whom to be', instead: 'who to sign in as' },
  { phrase: 'everybody at this machine can be anybody', instead: 'Anyone using this computer can sign in as anyone' },
  { phrase: 'be somebody else', instead: 'sign in as somebody else' },
  { phrase: 'Nobody outside is told anything', instead: 'No emails leave this system' },
  { phrase: 'clock shows', instead: 'Date in this case' },
  { phrase: 'on which it was decided or done', instead: 'Date this happened' },
  { phrase: 'You take it as', instead: 'You are recording this as' },
  { phrase: 'Where it is kept', instead: 'Link or file path' },
  { phrase: 'a file reference or a folder', instead: 'a link or file path' },
  { phrase: 'Nothing is recorded yet', instead: 'You can check your answers before you save them' },
  { phrase: 'set in motion', instead: 'What happens next, or what this changed' },
  { phrase: 'sets in motion', instead: 'What happens next' },
  { phrase: 'If it proves wrong', instead: 'You can correct this later' },
  { phrase: 'the meeting of the delegated partners', instead: 'the decision meeting' },
  { phrase: 'Done with it', instead: 'Steps completed' },
  { phrase: 'Opened by it', instead: 'Steps now open' },
  { phrase: 'Nobody is sent an email', instead: 'No emails will be sent' },
  { phrase: 'Nobody is emailed', instead: 'No emails will be sent' },
  { phrase: 'if it is so decided', instead: 'Only if a review is agreed' },
  { phrase: 'May follow', instead: 'Depends on decision' },
  { phrase: 'as it was decided', instead: 'Not needed in this case' },
  { phrase: 'Go ahead without', instead: 'Continue without' },
  { phrase: 'goes ahead without', instead: 'continues without' },
  { phrase: 'went ahead without', instead: 'continued without' },
  { phrase: 'What each partner thinks', instead: 'Each partner’s view' },
  { phrase: 'fill this in', instead: 'a question with the answers Yes and No' },
  { phrase: 'leave this out', instead: 'a question with the answers Yes and No, or: leave this empty' },
  { phrase: 'says to ask', instead: 'the agencies a partner has named' },
  { phrase: 'it holds nothing', instead: 'No information held' },
  { phrase: 'holds nothing on the family', instead: 'No information held' },
  { phrase: 'It returned information', instead: 'Information provided' },
  { phrase: 'Why it is or is not met', instead: 'Give your reasons' },
  { phrase: 'It is met', instead: 'Is this criterion met?' },
  { phrase: 'bore on the case', instead: 'affected the case' },
  { phrase: 'has the material', instead: 'Send the material to the author' },
  { phrase: 'takes the case up nationally', instead: 'will carry out a national review' },
  { phrase: 'takes it up nationally', instead: 'will carry out a national review' },
  { phrase: 'still work', instead: 'Send papers by … to meet this date' },
  { phrase: 'still works', instead: 'Send papers by … to meet this date' },
  { phrase: 'gives way', instead: 'You need to decide which date to change' },
  { phrase: 'again for its effect', instead: 'Review the impact' },
  { phrase: 'have the effect', instead: 'Was it effective?' },
  { phrase: 'had the effect', instead: 'It was effective' },
  { phrase: 'Shut a person out', instead: 'Restrict a person’s access' },
  { phrase: 'Let a person back', instead: 'Restore a person’s access' },
  { phrase: 'stands in for', instead: 'covers their tasks' },
  { phrase: 'what they owe', instead: 'their tasks' },
  { phrase: 'whoever is at the desk', instead: 'Anyone in the Business Unit can do this' },
  { phrase: 'What waits for others', instead: 'Waiting for others' },
  { phrase: 'Leave practice cases out', instead: 'Hide practice cases' },
  { phrase: 'Leave them out', instead: 'Hide practice cases' },
  { phrase: 'of a morning', instead: 'Daily reminder' },
  { phrase: 'is asked for information', instead: 'Please send what your organisation knows' },
  { phrase: 'that is an answer too', instead: 'If you hold no information, tell us' },
  { phrase: 'nothing has happened to a child', instead: 'Practice email. This is not a real case' },
  { phrase: 'Time never goes back', instead: 'You cannot go back' },
  { phrase: 'Moving takes a while', instead: 'This can take up to two minutes' },
  { phrase: 'calls nobody out', instead: 'does not alert the emergency services' },
  { phrase: 'Which of these is so', instead: 'Which criteria apply?' },
  { phrase: 'Send it all the same', instead: 'You can still send the form' },
  { phrase: 'Which account belongs to whom', instead: 'Link accounts to people and manage API tokens' },
  { phrase: 'what programs may come in', instead: 'manage API tokens' },
  { phrase: 'as quoted by', instead: 'the source itself' },
];

const plain = (text: string): string => text.replaceAll('’', "'").replaceAll(/\s+/g, ' ').toLowerCase();

/** The phrases in a text that made readers stumble. */
export const phrasesIn = (text: string): readonly Phrase[] => {
  const said = plain(text);
  return phrases.filter(({ phrase }) =>
    new RegExp(`(?<![a-z0-9])${plain(phrase).replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}(?![a-z0-9])`).test(
      said,
    ),
  );
};

/** Lists what a text says that it is not to say: words that the glossary replaces, and phrases that made readers stumble. */
export const notToBeSaid = (text: string): readonly string[] => [
  ...misusedIn(text).map(({ found, instead }) => `“${found}”, say “${instead}”`),
  ...phrasesIn(text).map(({ phrase, instead }) => `“${phrase}”, say “${instead}”`),
];
