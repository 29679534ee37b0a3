import { stage } from '../../../procedure/stages';
import type { StepId } from '../../../procedure/step-ids';

/** The chapters of the guided tour, by the stages of the procedure. */
export const chapterIds = ['decide', 'rapid-review', 'panel', 'review', 'publication', 'actions'] as const;
export type ChapterId = (typeof chapterIds)[number];

interface Chapter {
  readonly title: string;
  /** The purpose of this part of the procedure. */
  readonly about: string;
  readonly steps: readonly StepId[];
}

/** The step that the Panel's reply may call for: the tour tells of it there. */
const reviewAgain: StepId = 'review-decision';

export const chapters: Readonly<Record<ChapterId, Chapter>> = {
  decide: {
    title: 'Decide whether to notify',
    about:
      'A notification has come in. The Local Authority decides, with the police and health in support, whether Ofsted and the National Panel are notified. It is done in days, not weeks.',
    steps: ['notification', ...stage.deciding.steps],
  },
  'rapid-review': {
    title: 'The Rapid Review',
    about:
      'The facts are gathered as far as they can be readily established, and a meeting discusses whether anything must be done at once, what can be learnt, and which review follows.',
    steps: stage['rapid-review'].steps,
  },
  panel: {
    title: 'The National Panel’s reply',
    about:
      'The Panel says whether it agrees. The review goes on meanwhile; a reply can change its course, and nothing that is recorded is lost.',
    steps: [...stage.panel.steps, reviewAgain],
  },
  review: {
    title: 'The review',
    about:
      'A local child safeguarding practice review looks at how agencies worked together. It is not about blame: it is an open and transparent opportunity to learn. A practice learning review is its lighter alternative.',
    steps: [...stage.review.steps.filter((step) => step !== reviewAgain), ...stage['practice-learning-review'].steps],
  },
  publication: {
    title: 'Publication',
    about:
      'The report is published, or its improvements only; or it is not, with the reasons. Those who must know beforehand are told beforehand.',
    steps: stage.publication.steps,
  },
  actions: {
    title: 'Actions, and the end of the case',
    about:
      'The actions put into practice what was learnt. The sub-group keeps oversight until every action is complete.',
    steps: stage.actions.steps,
  },
};

/** Texts of the tour on each step, in the procedure's words. */
export const whatHappens: Readonly<Record<StepId, string>> = {
  notification:
    'The Serious Incident Notification form is received into the Business Unit from the Local Authority or any other agency. With it the case opens.',
  'front-door':
    'The Business Unit sends the notification to the Front Door, for oversight from the Service Director, Family Support and Child Protection.',
  'decision-meeting':
    'The Business Unit co-ordinates a virtual meeting of the delegated partners, with the Independent Scrutineer where possible. Each partner shares a summary of its agency’s involvement with the family before it. Where they do not agree, the Scrutineer gives input, and escalation to the Exec partners is considered.',
  outcome:
    'The Local Authority’s decision is told to the Business Manager at the meeting. If Ofsted is to be notified, the SPR co-ordinator does it. If the case does not proceed, the sub-group is told, and it goes on the Children’s Case Matrix.',
  information:
    'The partners say which agencies to ask. The Business Unit asks them for information and puts what comes back together into a chronology, ready for the Rapid Review meeting.',
  'rapid-review-meeting':
    'The partners, the Scrutineer, a legal representative and whoever else is needed clarify what is known, review the steps taken to protect children, establish the parallel processes, identify immediate learning, and consider the family and the practitioners. The Business Unit takes the minutes.',
  determination:
    'The meeting determines whether the criteria for a review are met and which review is undertaken. Meeting the criteria does not by itself mean that there must be one. Further information that is wanted, and the terms of reference, are set down.',
  submission:
    'The Scrutineer reviews the recommendations and submits the decision and the findings to the National Panel in writing, informing the three Exec partners at the same time.',
  'panel-reply':
    'The National Panel tells the partnership its decision, with any further information or clarification that it wants. Somebody of the Business Unit puts it on the record.',
  'panel-answer': 'Only where the Panel asked for more: it is answered, and its time for replying begins again.',
  response:
    'The Business Unit arranges a meeting with the three partners about the reply, where that is deemed necessary. They agree who tells the sub-group, the Exec group and the wider partners, and how.',
  'review-decision': 'Only where the Panel disagreed, or new facts came: it is decided again which review follows.',
  planning:
    'Chronologies are asked for, for the period and the family members of the terms of reference, and put together. The planning meeting with the author agrees how the family is approached, and names the professional who is best placed to do it.',
  'author-material':
    'The chronology and the Rapid Review template go to the author, who reads them and writes the initial draft with the key episodes and the questions for the Practitioner Learning Event.',
  'learning-event': 'Practitioners come together in the Practitioner Learning Event, with the author and the partners.',
  draft:
    'The author adds what the Practitioner Learning Event showed and sends the draft to the Business Unit, which shares it with the chair of the sub-group and the co-ordinator.',
  'draft-to-sub-group': 'The first draft goes to the sub-group, well before the meeting at which it is discussed.',
  comments:
    'Every member of the sub-group answers; that there is nothing to say is an answer too. There is one opportunity to comment.',
  amendments:
    'The amendments go to the author. The communications team is told and writes the one media statement, for every review is assumed to draw attention. The sign-off template is completed.',
  'final-draft':
    'The author returns the final draft, with the reasons why any family member was not involved, and the sub-group approves it.',
  'sign-off': 'The Exec group considers the review, and approves it, or says what is still to be done.',
  'family-contact':
    'The identified professional discusses the arrangements for publication with the family. Their wishes go into the plan. The professional, or the Business Unit on their behalf, records what was done to limit distress to the children, the family and the practitioners.',
  'reasons-sent':
    'Only where not the whole report is published: the reasons go to the Panel and the Secretary of State.',
  'notice-of-intent':
    'The full report goes to the sub-group, the National Panel, the Secretary of State and Ofsted, who are told on which day it will be published.',
  publication:
    'On the day that was notified the review is put on the website, with the learning summary and the media statement, and the sub-groups are told that they may share it.',
  'practice-learning-review':
    'Only where a practice learning review was chosen: a report is written, a Practice Learning Event held, and the learning shared.',
  actions:
    'Every action is completed with evidence, and its impact is reviewed later. When all is done, and the end of the display period is decided, the case closes.',
};
