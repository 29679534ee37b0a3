import type { DecisionName } from '../../src/procedure/case/case-file';
import { isoDate } from '../../src/procedure/time/dates';
import { mayTake } from '../../src/procedure/may-take';
import type { PersonId } from '../../src/procedure/time/time';
import { aCase, type CaseBuilder } from './a-case';
import { words } from './default-forms';

/** A case in which a decision can be taken, and what is decided where the form for it is not the usual one. */
interface Scenario {
  readonly given: () => CaseBuilder;
  readonly form?: object;
  /** What people type where the case carries a reference. */
  readonly typed?: object;
}

const held = () => aCase().at('learning-event').with('placeHold');
const learning = () =>
  aCase()
    .choosing({ recordDetermination: [{ reviewType: 'PLR', dueOn: isoDate('2027-02-26') }] })
    .past('submission');
const acting = () => aCase().with('addAction');

const asked = () => aCase().with('askAgencies', { agencies: ['gp', 'housing'] });
const colleagueTyped = { name: 'Rowan Ashby', address: 'rowan.ashby@gp.example.org' };
const meeting = () => aCase().with('arrangeMeeting');
const further = () => aCase().with('askFurther');

const scenarios: Partial<Record<DecisionName, Scenario>> = {
  acceptAnswer: { given: () => asked().with('recordReturn') },
  sendAnswerBack: { given: () => asked().with('recordReturn') },
  passRequestOn: { given: asked },
  passToColleague: { given: asked, typed: colleagueTyped },
  nameColleague: { given: asked, typed: colleagueTyped },
  settleColleague: { given: () => asked().with('nameColleague') },
  chaseAnswers: { given: asked, form: { contributions: ['return:gp'] } },
  recordFurtherAnswer: { given: further },
  goAheadWithoutFurther: { given: further },
  enterOnMatrix: { given: () => aCase().at('outcome').with('recordOutcome', { outcome: 'not-to-proceed' }) },
  recordExecAnswer: {
    given: () =>
      aCase()
        .choosing({
          recordDecisionMeeting: [
            {
              views: { la: 'notify', police: 'notify', health: 'do-not-notify' },
              disagreement: { scrutineerInput: words('Notify'), escalated: true, reason: words('No agreement') },
            },
          ],
        })
        .past('decision-meeting'),
  },
  confirmEntry: {
    given: () =>
      aCase()
        .at('outcome')
        .with('recordOutcome', {}, { by: 'business-manager', onBehalf: { of: 'la-partner' } }),
  },
  answerPanel: {
    given: () =>
      aCase()
        .choosing({ recordPanelReply: [{ reply: 'wants-more' }, { reply: 'agrees' }] })
        .at('panel-answer'),
  },
  decideReviewAgain: {
    given: () =>
      aCase()
        .choosing({ recordPanelReply: [{ reply: 'disagrees' }] })
        .at('review-decision'),
    form: { reviewType: 'none', termsOfReference: undefined },
  },
  moveMeeting: { given: meeting },
  cancelMeeting: { given: meeting },
  inviteToMeeting: { given: meeting, typed: { name: 'Rowan Ashby', address: 'rowan.ashby@school.example.org' } },
  recordSubGroupMeeting: { given: () => aCase().at('amendments').with('addNote', {}, { on: '2027-02-10' }) },
  recordSignOff: { given: () => aCase().before('recordSignOff').with('addNote', {}, { on: '2027-03-18' }) },
  sendReasons: {
    given: () =>
      aCase()
        .choosing({ recordSignOff: [{ outcome: 'not-to-publish', reason: words('It would do harm') }] })
        .at('reasons-sent'),
  },
  recordPublication: { given: () => aCase().at('publication').with('addNote', {}, { on: '2027-03-31' }) },
  recordLearningReviewReport: { given: learning },
  recordPracticeLearningEvent: { given: learning },
  shareLearning: { given: () => learning().with('recordLearningReviewReport').with('recordPracticeLearningEvent') },
  tellHomeAuthority: { given: () => aCase().notifying({ homeAuthority: 'Leeds' }) },
  decideDisplay: { given: () => aCase().past('publication').with('addNote', {}, { on: '2028-03-31' }) },
  reassignAction: { given: acting },
  completeAction: { given: acting },
  lookAtActionAgain: {
    given: () => acting().with('completeAction').with('addNote', {}, { on: '2027-05-24' }),
    form: { months: 6 },
  },
  reopenCase: { given: () => aCase().at('outcome').with('recordOutcome', { outcome: 'not-to-proceed' }) },
  replacePerson: { given: aCase, form: { joins: 'P36' } },
  placeHold: { given: () => aCase().at('learning-event').with('addParallelProcess') },
  letBackIn: { given: () => aCase().with('shutOut') },
  draftDelayLetter: { given: held },
  liftHold: { given: held },
  lookAtHoldAgain: { given: held },
  sendDelayLetter: { given: () => held().with('draftDelayLetter') },
  recordDelayAnswer: { given: () => held().with('draftDelayLetter').with('sendDelayLetter') },
  updateParallelProcess: { given: () => aCase().with('addParallelProcess') },
  addChild: { given: aCase, typed: { name: 'Sparrow Ashdown-Pike', dateOfBirth: '2022-04-04' } },
  setEntryAside: { given: () => aCase().with('addNote') },
  removeChild: { given: () => aCase().with('addChild') },
  correctFact: { given: () => aCase().with('sendToFrontDoor', {}, { on: '2026-11-24' }) },
};

/** A case in which this decision can be taken, by whom, and a form that it takes. */
export function openFor(name: DecisionName): {
  readonly one: CaseBuilder;
  readonly by: PersonId;
  readonly form: object;
} {
  const scenario = scenarios[name];
  const one = scenario?.given() ?? aCase().before(name);
  const { file } = one;
  const by = mayTake(file, name)
    .flatMap((role) => file.people[role] ?? [])
    .find((person) => one.refusal(name, scenario?.form, { by: person }) === undefined);
  if (by === undefined)
    throw new Error(`Nobody may take ${name}: ${JSON.stringify(one.refusal(name, scenario?.form))}`);
  return { one, by, form: { ...one.formOf(name, scenario?.form), ...scenario?.typed } };
}

/** A case in which this decision has just been taken. */
export function takenIn(name: DecisionName): CaseBuilder {
  const { one, by } = openFor(name);
  return one.with(name, scenarios[name]?.form, { by });
}
