import { on, mustBeRefused, type Path } from '../script';
import { met } from '../stages/deciding';
import { oneActionOverseen } from '../stages/oversight';

export const notProceeding: Path = {
  name: 'not-proceeding',
  title: 'The criteria are not met: the case ends at step 4, and its action is seen through',
  script: [
    ...met,
    on(3, 'business-manager', 'recordDecisionMeeting', {
      businessManagerPresent: true,
      scrutineerPresent: true,
      views: { la: 'do-not-notify', police: 'notify', health: 'do-not-notify' },
      disagreement: {
        scrutineerInput: 'The injury has a medical explanation',
        escalated: true,
        reason: 'The police hold another view',
      },
    }),
    mustBeRefused(
      'too-early',
      on(3, 'la-partner', 'recordOutcome', { outcome: 'not-to-proceed', reason: 'Two partners say so' }),
    ),
    on(4, 'la-exec', 'recordExecAnswer', { answer: 'The criteria are not met', view: 'do-not-notify' }),
    on(4, 'la-partner', 'recordOutcome', {
      outcome: 'not-to-proceed',
      reason: 'The harm was not caused by abuse or neglect',
    }),
    mustBeRefused(
      'against-the-record',
      on(4, 'administrator', 'askAgencies', (s) => ({ agencies: s.agencies })),
    ),
    on(4, 'sub-group-chair', 'addAction', (s) => ({
      action: 'Remind agencies what the criteria are',
      owner: s.holder('wider-partner'),
      dueOn: s.day(25),
    })),
    on(5, 'administrator', 'enterOnMatrix', { keptAt: "Children's Case Matrix, row 41" }),
    on(15, 'wider-partner', 'completeAction', (s) => ({ action: s.action(0).id, evidence: 'Reviews, the circular' })),
    ...oneActionOverseen,
  ],
  ending: 'did-not-proceed',
  emails: ['disagreement-escalated', 'exec-answered', 'not-to-proceed'],
};
