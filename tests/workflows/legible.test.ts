import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Payload } from '@temporalio/common';
import { catalogue } from '../../src/procedure/catalogue';
import { isoDate } from '../../src/procedure/time/dates';
import { words } from '../support/default-forms';
import { referenceOf, startEngine, type Engine } from './support/engine';
import { Story, tell } from './support/story';

/* A case as somebody sees it in Temporal UI who knows the procedure and has never seen the code. */

let engine: Engine;
let story: Story;

beforeAll(async () => {
  engine = await startEngine();
  story = new Story(engine, referenceOf(1), {
    choices: { recordChronology: [{ keptAt: words('Words that people wrote') }] },
    until: '2037-12-03',
    // Left as it stands on 3 December, with the meeting held and its minutes not filed.
    stays: true,
  });
  const failed = await tell([story]);
  for (const error of failed.values()) throw error;
}, 300_000);
afterAll(() => engine.stop());

interface Metadata {
  readonly currentDetails?: string;
  readonly definition: {
    readonly signalDefinitions: readonly { readonly name: string; readonly description?: string }[];
    readonly updateDefinitions: readonly { readonly name: string; readonly description?: string }[];
  };
}

const handle = () => engine.env.client.workflow.getHandle(story.reference);
const metadata = () => handle().query<Metadata>('__temporal_workflow_metadata');

interface Summarised {
  readonly userMetadata?: { readonly summary?: Payload | null } | null;
}

/** The summaries in the case's history: of timers, and of activities; whoever has the codec reads them. */
async function summaries() {
  const { events } = await handle().fetchHistory();
  const all = events ?? [];
  const codec = engine.dataConverter.payloadCodecs?.[0];
  const said = async ({ userMetadata }: Summarised): Promise<string> => {
    const [summary] = (await codec?.decode(userMetadata?.summary ? [userMetadata.summary] : [])) ?? [];
    return Buffer.from(summary?.data ?? []).toString();
  };
  return {
    timers: await Promise.all(all.filter((event) => event.timerStartedEventAttributes).map(said)),
    activities: await Promise.all(all.filter((event) => event.activityTaskScheduledEventAttributes).map(said)),
  };
}

test('The page at the top says where the case stands, whom it waits for, what comes next, and every step with its date', async () => {
  const { currentDetails } = await metadata();
  // Dates and cells are kept from breaking by hyphens and spaces that do not break.
  const lines = (currentDetails ?? '')
    .replaceAll('\u2011', '-')
    .replaceAll(/[\u2003 ]+/g, ' ')
    .split('\n');
  expect(lines.slice(0, 9)).toEqual([
    `# ${story.reference}`,
    '**Rapid Review (steps 5 to 8)**. As of Thursday 3 December 2037.',
    '',
    '## Whom it waits for',
    '- Step 6, Rapid Review meeting: waits for Business Manager',
    '',
    '## What comes next',
    'Step 6, Rapid Review meeting by **Thursday 10 December 2037**.',
    '',
  ]);
  expect(lines).toContain('| 5 | Information and chronology | 2037-12-01 | done 2037-12-01 |');
  expect(lines).toContain('| 6 | Rapid Review meeting | 2037-12-10 | **open** |');
});

test('The call stack says where in the source the case waits, by file and line', async () => {
  const stack = await handle().query<string>('__stack_trace');
  expect(stack).toMatch(/ at keepTime \(\S+workflows\/time\.ts:\d+:\d+\)/);
  expect(stack).toMatch(/ at review \(\S+workflows\/incident\.ts:\d+:\d+\)/);
  const line = /keepTime \(\S+time\.ts:(\d+):/.exec(stack)?.[1];
  const source = readFileSync(path.join(__dirname, '..', '..', 'workflows', 'time.ts'), 'utf8').split('\n');
  expect(source[Number(line) - 1]).toContain('await condition(');
});

test('Every decision is described with its source, as an Update and as a Signal', async () => {
  const { definition } = await metadata();
  for (const doors of [definition.updateDefinitions, definition.signalDefinitions]) {
    for (const { name, title, source } of catalogue) {
      expect(doors.find((door) => door.name === name)?.description).toBe(`${title} (${source})`);
    }
  }
  const others = definition.signalDefinitions.filter(({ name }) => !catalogue.some((one) => one.name === name));
  expect(others.filter(({ name, description }) => !name.startsWith('__') && (description ?? '') === '')).toEqual([]);
});

test('Every timer says what it waits for, and every activity what it does', async () => {
  const { timers, activities } = await summaries();
  expect(timers.length).toBeGreaterThan(0);
  for (const said of timers) expect(said).toMatch(/^"Next reminder: 9:00am on \w+day \d+ \w+ \d{4}"$/);
  expect(activities.length).toBeGreaterThan(0);
  for (const said of activities)
    expect(said).toMatch(/^"(Email: [a-z-]+ to P\d+|Write to the records: entry \d+|Read the partnership's)/);
});

test('The search attributes say the stage, the open steps, the next deadline and the type of review', async () => {
  const { typedSearchAttributes } = await handle().describe();
  const shown = typedSearchAttributes.getAll().map(({ key, value }) => [key.name, value]);
  expect(Object.fromEntries(shown)).toMatchObject({
    CaseStage: 'rapid-review',
    CaseStep: ['rapid-review-meeting'],
    NextDeadline: new Date('2037-12-10T17:00:00.000Z'),
    Overdue: false,
    ReviewType: 'undecided',
    Practice: false,
    Partnership: 'kirklees',
  });
});

test('No name, and nothing that people wrote, is in anything that the UI shows beside the decisions themselves', async () => {
  const { currentDetails } = await metadata();
  const { timers, activities } = await summaries();
  const { typedSearchAttributes } = await handle().describe();
  const shown = JSON.stringify([currentDetails, timers, activities, typedSearchAttributes.getAll()]);
  const profile = readFileSync(path.join(__dirname, '..', '..', 'profiles', 'kirklees.yaml'), 'utf8');
  const names = [...profile.matchAll(/^ {4}name: (.+)$/gm)].map(([, name = '']) => name);
  expect(names.length).toBeGreaterThan(30);
  expect(names.filter((name) => shown.includes(name))).toEqual([]);
  expect(shown).not.toContain('Words that people wrote');
  expect(story.file.facts.recordChronology?.[0]).toMatchObject({
    on: isoDate('2037-12-01'),
    form: { keptAt: 'Words that people wrote' },
  });
});
