/** Returns a sample of each parameter that an address of the console has, for a test that goes through every route. */
export const routeSamples = (given: {
  readonly reference: () => string;
  readonly messageId: string;
}): Readonly<Record<string, () => string>> => ({
  reference: given.reference,
  decision: () => 'addNote',
  kind: () => 'reminders',
  meeting: () => 'rapid-review',
  number: () => '1',
  id: () => '1',
  chapter: () => 'decide',
  chart: () => 'criteria',
  token: () => '0'.repeat(32),
  what: () => 'summary',
  contribution: () => 'return:gp',
  line: () => 'a-line',
  messageId: () => encodeURIComponent(given.messageId),
});
