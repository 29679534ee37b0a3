import { begin, typographic } from './letters';

/** Words after which a phrase says more than what was done to what, so that its verb stays in front. */
const more = /\b(?:about|again|as|aside|back|for|from|has|in|not|on|that|to|up|whether|which|who|with|without)\b/;

/**
 * What was done, as the confirmation that it is on the record: "recorded the decision meeting" is "Decision meeting
 * recorded", "sent the notification to the Front Door" is "Sent the notification to the Front Door".
 */
export function confirmationOf(past: string): string {
  const [, verb = '', thing = ''] = /^(\w+) (?:the|an?) (.+)$/.exec(past) ?? [];
  return typographic(thing === '' || more.test(thing) ? begin(past) : `${begin(thing)} ${verb}`);
}
