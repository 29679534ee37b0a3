/**
 * Every value that a notice may bring, by name. None is the name of a child or relative, or says what happened: an email
 * carries a reference, a step, a date, an agency and a link. Source: "Reminders and escalation".
 */
export const valueNames = [
  'step',
  'stepNumber',
  'due',
  'on',
  'was',
  'replaces',
  'receivedOn',
  'agency',
  'other',
  'meetingOn',
  'panelDue',
  'reply',
  'reviewType',
  'publishOn',
  'expectedOn',
  'displayUntil',
  'website',
  'action',
  'deadline',
  'lookAgainOn',
  'parallelProcess',
  'reportIn',
  'improvementsOnly',
  'notPublished',
  'part',
  'authority',
  'entry',
  'count',
] as const;
export type ValueName = (typeof valueNames)[number];

/** A kind of notice: its values, and what it asks of its recipient. */
export interface KindOfNotice {
  /**
   * Names what the recipient is asked for, in words that follow "it no longer asks for". Absent if the notice only
   * informs.
   */
  readonly asks?: string;
  /** Values that every notice of the kind brings. */
  readonly always: readonly ValueName[];
  /** Values that some of them bring; a template asks for these with `{% if %}`. */
  readonly sometimes: readonly ValueName[];
  /** True if the notice belongs to a step, whose title, number and due date come with the notice. */
  readonly ofStep: boolean;
}

/** Says what is told, and asks for nothing that could be done already. */
const informs = { always: [], sometimes: [], ofStep: true } as const;
/** The same of the case as a whole. */
const ofCase = { ...informs, ofStep: false } as const;
const asks = <const T extends string>(what: T) => ({ ...informs, asks: what }) as const;

/**
 * Every kind of notice with what it asks and the values it brings. A telling is checked against this by type, a template
 * at the start. Each kind has a template that a partnership may reword, and its rule in `true-until.ts`.
 */
const kindsOfNotice = {
  'case-opened': { ...asks('the first steps of the case'), always: ['receivedOn', 'agency'] },
  'agency-summary-asked': asks("the agency's summary"),
  'agencies-to-ask': asks('the agencies to ask'),
  'looks-like-another': { ...ofCase, asks: 'a comparison with the other cases', always: ['other'] },
  'oversight-asked': asks("the Service Director's oversight"),
  'disagreement-escalated': asks("the Executive partners' answer"),
  'exec-answered': asks('the decision whether to notify'),
  'notification-to-make': asks('the notification to Ofsted and the National Panel'),
  'not-to-proceed': informs,
  'proceeds-after-all': { ...informs, sometimes: ['replaces'] },
  'ofsted-notified': informs,
  'criteria-not-met': ofCase,
  'information-asked': { ...asks("the agency's information"), always: ['agency'] },
  'rapid-review-arranged': {
    ...asks('attendance at the Rapid Review meeting'),
    always: ['meetingOn'],
    sometimes: ['was', 'replaces'],
  },
  'determination-to-make': asks('the determination'),
  'determination-told': { ...informs, always: ['reviewType'], sometimes: ['replaces'] },
  'submitted-to-panel': { ...informs, sometimes: ['panelDue'] },
  'panel-replied': { ...informs, always: ['reply'] },
  'panel-answered': { ...informs, sometimes: ['panelDue'] },
  'review-decision-reopened': asks('the decision which review follows'),
  'dissemination-agreed': asks("passing on the Panel's response"),
  'author-appointed': { ...ofCase, sometimes: ['replaces'] },
  'chronology-asked': { ...asks("the agency's chronology"), always: ['agency'] },
  'identified-professional-named': informs,
  'material-sent': asks('the initial draft'),
  'learning-event-held': { ...informs, sometimes: ['reportIn'] },
  'draft-in': asks('reading the draft report'),
  'draft-shared': { ...asks('comments on the draft report'), always: ['meetingOn'] },
  'amendments-sent': asks('the final draft'),
  'communications-told': { ...asks('the media statement'), always: ['expectedOn'] },
  'final-draft-in': { ...asks('the approval of the final draft'), sometimes: ['meetingOn'] },
  'exec-papers': { ...asks('reading the papers before the Executive group meets'), always: ['meetingOn'] },
  'signed-off': { ...informs, sometimes: ['improvementsOnly'] },
  'further-action-asked': asks('what the Executive group asked for'),
  'not-to-be-published': informs,
  'family-contact-asked': {
    ...asks('the contact with the family'),
    sometimes: ['expectedOn', 'improvementsOnly'],
  },
  // This email is owed in a closed case too, so that only its own rule in `true-until.ts` ends it.
  'family-to-be-told': informs,
  'reasons-sent': { ...informs, sometimes: ['improvementsOnly', 'notPublished'] },
  'notice-of-intent': {
    ...informs,
    always: ['publishOn'],
    sometimes: ['was', 'replaces', 'improvementsOnly'],
  },
  published: { ...informs, sometimes: ['displayUntil', 'website', 'improvementsOnly'] },
  'learning-shared': informs,
  'action-assigned': {
    ...ofCase,
    asks: 'the action',
    always: ['action', 'due'],
    sometimes: ['was', 'replaces'],
  },
  'media-interest': ofCase,
  'deadline-extended': { ...ofCase, always: ['deadline', 'due', 'was'], sometimes: ['replaces'] },
  'hold-placed': { ...informs, always: ['lookAgainOn'], sometimes: ['parallelProcess', 'was', 'replaces'] },
  'hold-lifted': informs,
  'delay-letter': { ...ofCase, sometimes: ['expectedOn'] },
  'person-replaced': { ...ofCase, always: ['part'] },
  'case-withdrawn': ofCase,
  'case-reopened': ofCase,
  'case-closed': ofCase,
  'home-authority-told': { ...ofCase, sometimes: ['authority'] },
  'fact-corrected': { ...ofCase, always: ['entry'], sometimes: ['replaces'] },
  'children-changed': { ...ofCase, always: ['count'], sometimes: ['replaces'] },
  reminders: ofCase,
} as const satisfies Readonly<Record<string, KindOfNotice>>;

export type NoticeKind = keyof typeof kindsOfNotice;

/** Every kind of notice, in the order of the procedure. */
// The keys of the object, whose type Object.keys forgets.
export const noticeKinds = Object.keys(kindsOfNotice) as readonly NoticeKind[];

/** A kind as any kind: its fields without the types of its own values. */
export const kindOfNotice = (kind: NoticeKind): KindOfNotice => kindsOfNotice[kind];

type Always<K extends NoticeKind> = (typeof kindsOfNotice)[K]['always'][number];
type Sometimes<K extends NoticeKind> = (typeof kindsOfNotice)[K]['sometimes'][number];

/** The values of its own that a notice of a kind is given; one that is empty or undefined is left out. */
export type ValuesOf<K extends NoticeKind> = { readonly [N in Always<K>]: string } & {
  readonly [N in Sometimes<K>]?: string | undefined;
};
