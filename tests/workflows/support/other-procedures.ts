import type { DecisionName } from '../../../src/procedure/case/case-file';
import type { StepId } from '../../../src/procedure/step-ids';
import { script, type Act } from '../../support/script';
import type { Change } from './second-build';
import type { Rules } from './story';

/* Procedures that differ from the one that is shipped, as another release's would. */

/** A step less, step 11: the learning event is not held any more, and its decision is gone. */
const withoutLearningEvent: readonly Change[] = [
  { file: 'workflows/practice-review.ts', from: "  await c.done('learning-event'); //      11  by day 60\n", to: '' },
  { file: 'src/procedure/step-ids.ts', from: "  'learning-event',\n", to: '' },
  { file: 'src/procedure/stages.ts', from: "      'learning-event',\n", to: '' },
  { file: 'src/procedure/dates/steps.ts', from: "after: ['learning-event']", to: "after: ['author-material']" },
  { file: 'src/procedure/dates/steps.ts', from: "'learning-event': {", to: "'step-of-an-earlier-release': {" },
  { file: 'src/procedure/meetings/kinds-of-meeting.ts', from: "  'learning-event',\n", to: '' },
  {
    file: 'src/procedure/decisions/draft-report.ts',
    from: ", tell(learningEventToSupport, { step: 'learning-event' })",
    to: '',
  },
  {
    file: 'src/procedure/decisions/draft-report.ts',
    from: 'export const recordLearningEvent = define(',
    to: 'define(',
  },
];

/** A step more, between 9 and 10: a briefing. A case that keeps the profile it began with has no window for it. */
const withBriefing: readonly Change[] = [
  {
    file: 'workflows/practice-review.ts',
    from: "await c.done('author-material');",
    to: "await c.done('briefing'); await c.done('author-material');",
  },
  { file: 'src/procedure/step-ids.ts', from: "  'planning',\n", to: "  'planning',\n  'briefing',\n" },
  { file: 'src/procedure/step-names.ts', from: "  planning: '9',", to: "  planning: '9a', briefing: '9b'," },
  {
    file: 'src/procedure/step-names.ts',
    from: "  planning: 'Chronologies and planning',",
    to: "  planning: 'Chronologies and planning', briefing: 'Briefing',",
  },
  { file: 'src/procedure/stages.ts', from: "      'planning',\n", to: "      'planning',\n      'briefing',\n" },
  {
    file: 'src/procedure/dates/steps.ts',
    from: "    after: ['planning'],",
    to: "    after: ['briefing'],",
  },
  {
    file: 'src/procedure/dates/steps.ts',
    from: "  'author-material': {",
    to: `  briefing: {
    owner: 'business-manager',
    source: 'another release',
    after: ['planning'],
    isRequired: localReview,
    completion: (file) => fact(file, 'recordBriefing'),
  },
  'author-material': {`,
  },
  {
    file: 'src/procedure/dates/plan.ts',
    from: 'const window = file.policy.windows[step];',
    to: "const window = file.policy.windows[step] ?? { anchor: 'day-one', unit: 'working-day', by: 30 };",
  },
  {
    file: 'src/procedure/decisions/gathering.ts',
    from: 'export const recordChronologyReturn = define({',
    to: `export const recordBriefing = define({
  name: 'recordBriefing',
  step: 'briefing',
  title: 'Record the briefing',
  past: 'recorded the briefing',
  source: 'another release',
  roles: businessUnit,
  form: z.strictObject({}),
  once: true,
});

export const recordChronologyReturn = define({`,
  },
];

/** Another window: everything that counts working days of the case is due two days sooner. */
export const sooner: readonly Change[] = [
  {
    file: 'src/procedure/dates/plan.ts',
    from: 'return workingDay(file.calendar, from, n);',
    to: 'return workingDay(file.calendar, from, Math.max(1, n - 2));',
  },
];

export const otherProcedure: readonly Change[] = [...withoutLearningEvent, ...withBriefing, ...sooner];

// Names that this release does not know.
const briefing: Act = {
  step: 'briefing' as StepId,
  name: 'recordBriefing' as DecisionName,
  by: 'business-manager',
  day: 26,
};

/** What people do under the other procedure. */
export const inOtherProcedure = (rules: Rules): Rules => ({
  ...rules,
  script: script.flatMap((act) => {
    if (act.name === 'recordLearningEvent') return [];
    return act.name === 'sendMaterial' ? [briefing, act] : [act];
  }),
  formOf: (name) => (name === briefing.name ? {} : undefined),
});

/** A decision has another name, so that files are of another version: `back` gives it its old name again. */
export function renamed(way: 'there' | 'there and back'): readonly Change[] {
  const there = "decisionRenamed('recordLearningEvent', 'recordPractitionerEvent')";
  const back = "decisionRenamed('recordPractitionerEvent', 'recordLearningEvent')";
  const chain = way === 'there' ? [there] : [there, back];
  const upcasting: readonly Change[] = [
    {
      file: 'src/procedure/case/upcast.ts',
      from: 'const chain: readonly Upcast[] = [];',
      to: `const chain: readonly Upcast[] = [(file) => ${chain.join('(file), (file) => ')}(file)];`,
    },
    {
      file: 'src/procedure/case/open-case.ts',
      from: 'version: 1,',
      to: `version: ${chain.length + 1},`,
    },
  ];
  if (way === 'there and back') return upcasting;
  return [
    ...upcasting,
    {
      file: 'src/procedure/dates/steps.ts',
      from: "fact(file, 'recordLearningEvent')",
      to: "fact(file, 'recordPractitionerEvent')",
    },
    {
      file: 'src/procedure/decisions/draft-report.ts',
      from: "name: 'recordLearningEvent',",
      to: "name: 'recordPractitionerEvent',",
    },
  ];
}

const newName = 'recordPractitionerEvent' as DecisionName;

/** What people do where the decision has its other name. */
export const withOtherName = (rules: Rules, form: () => object): Rules => ({
  ...rules,
  script: script.map((act) => (act.name === 'recordLearningEvent' ? { ...act, name: newName } : act)),
  formOf: (name) => (name === newName ? form() : undefined),
});
