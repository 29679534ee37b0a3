import { catalogue } from '../../src/procedure/catalogue';
import { isoDate } from '../../src/procedure/time/dates';
import type { Notice } from '../../src/procedure/case/record';
import type { PersonId } from '../../src/procedure/time/time';
import { aCase, type CaseBuilder } from './a-case';
import { words } from './default-forms';
import { takenIn } from './open-decisions';

const looksLike = Array.from({ length: 24 }, (_none, n) => `SIN-2025-${String(n + 1).padStart(4, '0')}`);
const why = words('The reason');
const practiceReview = () =>
  aCase().choosing({ recordDetermination: [{ reviewType: 'PLR', dueOn: isoDate('2027-03-01') }] });
const ending = (outcome: 'improvements-only' | 'not-to-publish' | 'further-action') =>
  aCase().choosing({ recordSignOff: [{ outcome, reason: why }, { outcome: 'publish' }] });
const replying = (reply: 'disagrees' | 'wants-more') => aCase().choosing({ recordPanelReply: [{ reply }] });

/** Moves the day of publication by a second notice of intent. */
function publishedOnAnotherDay(): CaseBuilder {
  return aCase()
    .past('notice-of-intent')
    .with('sendNoticeOfIntent', { publishOn: isoDate('2027-07-14') });
}

function heldForATrial(): CaseBuilder {
  const begun = aCase().at('planning').with('addParallelProcess');
  const held = begun.with('placeHold', { step: 'planning', process: `P${begun.file.seq}` });
  const hold = `H${held.file.seq}`;
  return held
    .with('lookAtHoldAgain', { hold, lookAgainOn: isoDate('2027-02-17') })
    .with('extendDeadline', { deadline: 'publication', to: isoDate('2027-08-16') })
    .with('draftDelayLetter')
    .with('sendDelayLetter')
    .with('liftHold');
}

function meetingMoved(): CaseBuilder {
  return aCase()
    .at('rapid-review-meeting')
    .with('arrangeRapidReviewMeeting', { meetingOn: isoDate('2026-12-07') })
    .with('arrangeRapidReviewMeeting', { meetingOn: isoDate('2026-12-09') });
}

/** Moves a meeting with somebody of another organisation, and leaves somebody out. */
function meetingChanged(): CaseBuilder {
  const form = { place: why, link: words('https://meet.example.org/decision') };
  const invited = aCase()
    .with('arrangeMeeting', { ...form, invited: ['P18' as PersonId, 'P26' as PersonId] })
    .with('inviteToMeeting');
  const moved = { ...form, beginsAt: '2026-11-26T09:00:00Z', invited: ['P18' as PersonId] };
  return invited.with('moveMeeting', moved).with('cancelMeeting');
}

function actionMoved(): CaseBuilder {
  const added = aCase().with('addAction', { owner: 'P18' as PersonId });
  const action = `A${added.file.seq}`;
  return added.with('reassignAction', { action, owner: 'P18' as PersonId, dueOn: isoDate('2027-02-15') });
}

/** Cases that give emails the values that a decision does not give them the first time that it is taken. */
const waysOfEmails: readonly (() => CaseBuilder)[] = [
  () =>
    aCase()
      .at('outcome')
      .with('recordOutcome', {}, { by: 'business-manager', onBehalf: { of: 'la-partner' } })
      .with('confirmEntry', { agrees: 'no', objection: why }, { by: 'la-partner' }),
  () => aCase().notifying({ looksLike, homeAuthority: 'Northmoor Council' }).with('tellHomeAuthority').atTheEnd(),
  meetingChanged,
  () => ending('improvements-only').atTheEnd(),
  () => ending('not-to-publish').atTheEnd(),
  () => ending('further-action').past('sign-off'),
  () => practiceReview().atTheEnd(),
  () =>
    practiceReview()
      .at('practice-learning-review')
      .with('recordLearningReviewReport')
      .with('recordPracticeLearningEvent'),
  () => replying('disagrees').past('panel-reply').with('decideReviewAgain'),
  () => replying('wants-more').past('panel-answer'),
  () =>
    aCase()
      .at('decision-meeting')
      .choosing({
        recordDecisionMeeting: [
          {
            views: { la: 'notify', police: 'notify', health: 'do-not-notify' },
            disagreement: { scrutineerInput: why, escalated: true, reason: why },
          },
        ],
      })
      .past('outcome'),
  () =>
    aCase()
      .choosing({ recordOutcome: [{ outcome: 'not-to-proceed' }] })
      .past('outcome')
      .with('reopenCase'),
  () =>
    aCase()
      .at('outcome')
      .with('recordOutcome', { outcome: 'not-to-proceed' })
      .with('recordOutcome', { outcome: 'notify' }),
  () => aCase().with('withdrawCase').with('reopenCase'),
  () =>
    aCase()
      .with('extendDeadline', { deadline: 'front-door', to: isoDate('2026-12-04') })
      .with('extendDeadline', { deadline: 'front-door', to: isoDate('2026-12-08') }),
  () => aCase().past('planning').with('replaceAuthor', undefined, { by: 'la-partner' }),
  publishedOnAnotherDay,
  heldForATrial,
  () => takenIn('nameColleague').with('settleColleague', { answer: 'declined' }),
  () => aCase().at('response').with('recordResponseMeeting').with('agreeDissemination', { partner: 'police' }),
  meetingMoved,
  actionMoved,
  () =>
    aCase()
      .with('addChild')
      .with('addChild')
      .with('correctFact', { entry: 1, field: 'notifyingAgency', value: 'Police', reason: why }),
];

/** The cases that give emails those values, each after its last act. */
export const allWaysOfEmails = (): readonly CaseBuilder[] => waysOfEmails.map((way) => way());

/** Every kind of email, with every value that it can have: of each decision, of those cases, and of a morning. */
export const allNotices = (): readonly Notice[] => [
  ...catalogue.filter(({ notices = [] }) => notices.length > 0).flatMap(({ name }) => takenIn(name).notices),
  ...allWaysOfEmails().flatMap(({ notices }) => notices),
  ...aCase().reminders('2026-11-24').sent,
];
