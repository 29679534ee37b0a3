import { londonDate, sayDate } from '../procedure/time/dates';
import { isAboutMeeting } from '../procedure/meetings/emails-about-meetings';
import type { Notice } from '../procedure/case/record';
import { outsideBodies } from '../procedure/roles';
import { stepNumber, stepTitle } from '../procedure/step-names';
import { typographic } from '../procedure/typographic';
import { writable } from '../procedure/written-text';
import type { CaseReference } from '../procedure/time/time';
import { answersSaid, withAnswers, type AnswerByLink } from './answer-links';
import { layOut } from './layout';
import { markdownToHtml, markdownToText } from './markdown';
import { headline, lineList, type LineInEmail } from './reminder-lines';
import type { Templates } from './templates';
import { asMarkdown, inWords, oneLine } from './wording';
import type { WordingPolicy } from './wording';

/** Values from which a notice is rendered as an email. */
export interface NoticeToRender {
  readonly notice: Notice;
  readonly reference: CaseReference;
  /** Recipient: the person of the profile whose id is `notice.to`. */
  readonly person: { readonly name: string };
  readonly policy: WordingPolicy;
  /** Address at which the recipient does what is asked of them: an absolute http or https address. */
  readonly link: string;
  /** The links by which the recipient can answer without an account; none for most emails. */
  readonly answers?: readonly AnswerByLink[];
  /** The reference that Ofsted gave the notification, for bodies outside the partnership. */
  readonly notifiedAs?: string;
  readonly templates: Templates;
  /** The number of the office. */
  readonly telephone?: string;
  /** The lines of a reminder as its recipient reads them; those of the notice where it is shown without a case. */
  readonly lines?: readonly LineInEmail[];
  /** Says whether the link leads to where the recipient does what is asked; "yes" where it is left out. */
  readonly form?: 'yes' | 'no';
  /** The words of the link of a reminder. */
  readonly where?: string;
  /** The paragraphs on where the case stands, in Markdown. */
  readonly standing?: string;
}

/** An email in words, before it has an envelope. */
export interface RenderedNotice {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const LONGEST_SUBJECT = 200;

/**
 * The words of a notice for one recipient, as text and as HTML. Pure, and the same notice gives the same words. No
 * value can add a header, a link or HTML. Source: "Reminders and escalation".
 */
export function renderNotice({ templates, answers = [], ...given }: NoticeToRender): RenderedNotice {
  const { notice, reference, policy, link, telephone, lines = notice.lines } = given;
  const template = templates[notice.kind];
  const values = valuesOf({ ...given, link: checkedLink(link) });
  const escaped = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, asMarkdown(value)]));
  const subject = typographic(oneLine(template.subject.render(values))).slice(0, LONGEST_SUBJECT);
  for (const { address } of answers) checkedLink(address);
  // Leads whoever has more to do than answer to the case, and lists the links to their answers below the words.
  const links = answers.some(({ address }) => address === link) ? answersSaid(answers) : '';
  const markdown = { lines: lineList(lines), links, standing: given.standing ?? '' };
  const said = template.body.render({ ...escaped, ...markdown });
  const body = isOutside(notice)
    ? withReference(withoutLink(said, checkedLink(link)), given.notifiedAs)
    : withAnswers(said, answers);
  const frame = {
    // Marks a practice case here alone: no template has to, and none can leave it out.
    subject: notice.practice ? `PRACTICE – ${subject}` : subject,
    practice: notice.practice,
    partnership: policy.partnership.name,
    reference,
    why: typographic(whyOf(notice, reference, policy)),
    ask: `If that is wrong, or anything is unclear, ${telephone === undefined ? '' : `ring us on ${telephone}, or `}ask the ${policy.roleTitles['business-manager']} of ${policy.partnership.name}. Quote the reference, and never write a name or details of the case in an email.`,
  };
  const { text, html } = layOut({ ...frame, text: markdownToText(body), html: markdownToHtml(body) });
  return { subject: writable(frame.subject), text: writable(text), html: writable(html) };
}

/** Says why somebody gets an email: their role, or that they were invited, which may go with a name alone. */
const whyOf = ({ kind, as }: Notice, reference: CaseReference, { roleTitles }: WordingPolicy): string =>
  isAboutMeeting(kind)
    ? `You get this email because you were invited to a meeting about ${reference}.`
    : `You get this email as ${roleTitles[as]} in ${reference}.`;

function valuesOf(given: Omit<NoticeToRender, 'templates' | 'answers'>): Record<string, string> {
  const { notice, reference, person, policy, link, form = 'yes', where = 'Open the case' } = given;
  const { step } = notice;
  const ofStep = step === undefined ? {} : { step: stepTitle(step), stepNumber: stepNumber(step) ?? '' };
  return {
    ...inWords(notice.kind, { ...ofStep, ...notice.values }, policy),
    reference,
    partnership: policy.partnership.name,
    recipient: oneLine(person.name),
    role: policy.roleTitles[notice.as],
    link,
    today: sayDate(londonDate(notice.at)),
    practice: notice.practice ? 'yes' : '',
    form: form === 'yes' ? 'yes' : '',
    where,
    outside: isOutside(notice) ? 'yes' : '',
    headline: headline(notice.lines),
  };
}

/** True if an email goes to a body outside the partnership: it signs in nowhere, and can open no page. */
const isOutside = ({ as }: Notice): boolean => outsideBodies.some((body) => body === as);

/** Takes every paragraph out that leads to a page of ours. */
const withoutLink = (body: string, link: string): string =>
  body
    .split(/\n{2,}/)
    .filter((paragraph) => !paragraph.includes(asMarkdown(link)))
    .join('\n\n');

/** Adds the reference by which bodies outside the partnership know the case; nothing before they were notified. */
const withReference = (body: string, notifiedAs: string | undefined): string =>
  notifiedAs === undefined ? body : `${body}\n\nOfsted’s reference of the notification: ${asMarkdown(notifiedAs)}`;

/** A link that is none, or one that a mail program would run, is a fault of ours and not to be sent. */
function checkedLink(link: string): string {
  const url = URL.canParse(link) ? new URL(link) : undefined;
  if (url === undefined || !['http:', 'https:'].includes(url.protocol)) {
    throw new RangeError('The link of an email must be an absolute http or https address.');
  }
  return url.href;
}
