import type { CaseFile } from '../../src/procedure/case/case-file';
import { endingOf } from '../../src/procedure/describe';
import { isProceeding, reviewType } from '../../src/procedure/case/position';
import { fact, factsOf } from '../../src/procedure/case/facts';
import { referenceOf, startEngine, type Engine } from './support/engine';
import { emailsOf } from './support/emails';
import { Story, tell, type Way } from './support/story';
import { whereverItWaits } from './support/telling';
import { reopen } from './support/ways';

/* The procedure begins again from the top after every change of course: wherever the case stands, nothing is lost. */

/** Corrects the day on which the notification went to the Front Door, to what it was. */
async function correct(story: Story): Promise<void> {
  const sent = fact(story.file, 'sendToFrontDoor');
  if (sent !== undefined) await story.decide('correctFact', { entry: sent.seq, field: 'on', value: sent.on });
}

/** Puts the review decision up again, and decides the same. */
async function decideAgain(story: Story): Promise<void> {
  const { file } = story;
  const type = reviewType(file);
  if (!isProceeding(file) || type === undefined) return;
  await story.decide('reopenReviewDecision', undefined, { by: 'scrutineer' });
  await story.decide(fact(file, 'submitRapidReview') === undefined ? 'recordDetermination' : 'decideReviewAgain', {
    reviewType: type,
  });
}

/** Withdraws the case, lets it close, and reopens it from the record. */
async function withdrawAndReopen(story: Story): Promise<void> {
  await story.decide('withdrawCase', undefined, { by: 'business-manager' });
  await reopen(story);
}

const changes = {
  corrected: correct,
  'decided on again': decideAgain,
  'withdrawn and reopened': withdrawAndReopen,
} as const;
type Change = keyof typeof changes;

let engine: Engine;
let plain: Story;
const changed = new Map<Change, { readonly story: Story; times: number }>();
let failed: ReadonlyMap<Story, Error> = new Map();

beforeAll(async () => {
  engine = await startEngine();
  const way: Way = { until: '2038-03-29' };
  plain = new Story(engine, referenceOf(1), way);
  for (const [n, [name, change]] of (
    Object.entries(changes) as [Change, (story: Story) => Promise<void>][]
  ).entries()) {
    const beforeEach = whereverItWaits(async (story) => {
      const { seq } = story.file;
      await change(story);
      const told = changed.get(name);
      if (told !== undefined && story.file.seq > seq) told.times += 1;
    });
    changed.set(name, { story: new Story(engine, referenceOf(n + 2), { ...way, beforeEach }), times: 0 });
  }
  failed = await tell([plain, ...[...changed.values()].map(({ story }) => story)]);
}, 900_000);
afterAll(() => engine.stop());

/** What was decided on the way itself, first to last; a determination that was taken again counts as the same. */
const decided = (file: CaseFile) =>
  Object.fromEntries(
    (Object.keys(plain.told.file.facts) as (keyof CaseFile['facts'])[])
      .filter((name) => name !== 'recordDetermination')
      .map((name) => [name, factsOf(file, name).map(({ on, by, role, form }) => ({ on, by, role, form }))]),
  );

const toldOf = (name: Change) => {
  const told = changed.get(name);
  if (told === undefined) throw new Error(`${name} was not told.`);
  const error = failed.get(told.story);
  if (error !== undefined) throw error;
  return told;
};

test.each(Object.keys(changes) as Change[])(
  'A case that is %s at every stage comes to the same, and nothing on its record is lost',
  (name) => {
    const { story, times } = toldOf(name);
    expect(times).toBeGreaterThan(12);
    expect(decided(story.told.file)).toEqual(decided(plain.told.file));
    expect(endingOf(story.told.file)).toBe(endingOf(plain.told.file));
    expect(story.told.events.map(({ seq }) => seq)).toEqual(story.told.events.map((_, at) => at + 1));
    const keys = story.told.notices.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  },
);

test('Corrections at every stage tell those who were told, and send nobody any other email more or less', () => {
  const all = emailsOf(toldOf('corrected').story.told.sent);
  const rest = all.filter((row) => !row.includes('| fact-corrected |'));
  expect(rest).toEqual(emailsOf(plain.told.sent));
  expect(all.length).toBeGreaterThan(rest.length);
});

test('What is put up again at every stage tells those concerned, and the rest of the emails stay as they were', () => {
  const extra = /review-decision-reopened|review-decision coming|determination-told|determination coming/;
  const rest = (story: Story) => emailsOf(story.told.sent).filter((row) => !extra.test(row));
  expect(rest(toldOf('decided on again').story)).toEqual(rest(plain));
});

test('A case withdrawn and reopened at every stage sends the emails of its way besides those of its closings and reopenings', () => {
  const extra = /case-withdrawn|case-closed|case-reopened/;
  const rest = (story: Story) => emailsOf(story.told.sent).filter((row) => !extra.test(row));
  expect(rest(toldOf('withdrawn and reopened').story)).toEqual(rest(plain));
});
