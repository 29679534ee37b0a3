import * as contract from '../../src/procedure/contract';
import * as workflows from '../../workflows/incident';

/* Names that Temporal stores with every case. A change here leaves behind the cases of the releases before. */

test('What a case is known by in Temporal is the same as in every release before', () => {
  expect(contract).toEqual({
    workflowType: 'incident',
    taskQueue: 'incidents',
    refusedType: 'DecisionRefused',
    signals: {
      calendarChanged: 'calendarChanged',
      takeUpCurrentCode: 'takeUpCurrentCode',
      sendWaiting: 'sendWaiting',
    },
    queries: { lastEntry: 'lastEntry', unsent: 'unsent' },
    searchAttributes: {
      CaseStage: 'Keyword',
      CaseStep: 'KeywordList',
      NextDeadline: 'Datetime',
      Overdue: 'Bool',
      ReviewType: 'Keyword',
      Practice: 'Bool',
      Partnership: 'Keyword',
    },
  });
});

test('The worker finds the workflow by the type that clients start', () => {
  expect(Object.keys(workflows)).toContain(contract.workflowType);
});
