import type { Page } from 'playwright-core';
import { pressed } from './clicking';

/** A page in a state. `{decided}` and the like stand for the references of the sample cases. */
export interface State {
  readonly name: string;
  readonly path: string;
  /** Who looks: a person of the profile or somebody with a notification form; nobody where it is left out. */
  readonly as?: string;
  /** Where that leads, if it is to another page. */
  readonly leadsTo?: string;
  /** The heading from which on the picture of the window shows it; the top of the page where it is left out. */
  readonly from?: string;
  /** What is done on the page before it is looked at. */
  readonly first?: (page: Page) => Promise<unknown>;
}

const send = (button: string) => (page: Page) => pressed(page, page.getByRole('button', { name: button }).first());

async function checkNote(page: Page): Promise<void> {
  await page.locator('textarea').first().fill('The school nurse rang.');
  await send('Continue')(page);
}

async function remindNobody(page: Page): Promise<void> {
  for (const box of await page.locator('[name=contributions]').all()) await box.uncheck();
  await page.getByRole('button', { name: 'Send the reminder' }).click();
}

async function recordNote(page: Page): Promise<void> {
  await checkNote(page);
  await send('Record this decision')(page);
}

async function checkPastTheLaw(page: Page): Promise<void> {
  await page.locator('[name=deadline][value=submission]').check();
  await page.locator('[name="to.day"]').fill('20');
  await page.locator('[name="to.month"]').fill('1');
  await page.locator('[name="to.year"]').fill('2027');
  await page.locator('[name=reason]').fill('The hospital has asked for more time.');
  await page.locator('[name=agreedBy]').fill('The delegated safeguarding partners');
  await send('Continue')(page);
}

async function recordPastTheLawWithoutReason(page: Page): Promise<void> {
  await checkPastTheLaw(page);
  await send('Record this decision')(page);
}

async function typeAddress(page: Page): Promise<void> {
  await page.getByLabel('Your work email address').fill('somebody.with.a.long.address@an-nhs-trust.example.org');
  await send('Email me a code')(page);
}

async function sendSeveralUnanswered(page: Page): Promise<void> {
  for (const tick of await page.locator('[name=for]').all()) await tick.check();
  await send('Record these decisions')(page);
}

async function makeToken(page: Page): Promise<void> {
  await page
    .getByLabel(/name|what it is for/i)
    .first()
    .fill(`Looked at ${Date.now()}`);
  await page.locator('select').first().selectOption('P02');
  await page.locator('input[inputmode=numeric], input[name=days]').first().fill('30');
  await send('Make the token')(page);
}

/** A page of a request, for whoever typed the code of its link. */
const byLink = (part: string): State => ({
  name: `answer-${part.replaceAll(/\W+/g, '-')}`,
  path: `/answer/{link}/${part}`,
  as: 'whoever typed the code of a link',
});

/** The same page, for whoever is asked and has signed in. */
const bySignIn = (part: string): State => ({
  name: `request-${part.replaceAll(/\W+/g, '-')}`,
  path: `/cases/{askedCase}/requests/{request}/${part}`,
  as: 'contact',
});

const requestPages = ['request', 'nil', 'pass-on', 'entries', 'entries/{line}', 'check', 'sent'];

/** A page of the notification form that is filled in. */
const filledIn = (part: string): State => ({
  name: `notify-${part.replaceAll('/', '-')}`,
  path: `/notify/${part}`,
  as: 'whoever fills in the form',
});

const aPlan = '/plan?receivedOn.day=1&receivedOn.month=12&receivedOn.year=2026';

/** Every page, in its states. */
export const states: readonly State[] = [
  { name: 'sign-in', path: '/sign-in' },
  { name: 'sign-out', path: '/sign-out', as: 'P01' },
  { name: 'signed-out', path: '/signed-out' },
  { name: 'account', path: '/account', as: 'P01' },
  { name: 'more', path: '/more', as: 'P01' },
  { name: 'not-found', path: '/nothing-here', as: 'P01' },
  { name: 'not-allowed', path: '/mailbox', as: 'P08' },
  { name: 'accessibility', path: '/accessibility' },
  { name: 'glossary', path: '/glossary', as: 'P01' },
  { name: 'today', path: '/', as: 'P01' },
  { name: 'today-partner', path: '/', as: 'P08' },
  { name: 'today-author', path: '/', as: 'P37' },
  { name: 'today-contact', path: '/', as: 'contact' },
  { name: 'remind', path: '/cases/{askedCase}/remind/return', as: 'P01' },
  { name: 'remind-nobody', path: '/cases/{askedCase}/remind/chronology', as: 'P01' },
  { name: 'remind-nobody-chosen', path: '/cases/{askedCase}/remind/return', as: 'P01', first: remindNobody },
  { name: 'today-practice', path: '/?practice=yes', as: 'P01' },
  { name: 'today-first-use', path: '/', as: 'person' },
  { name: 'matrix', path: '/cases', as: 'P01' },
  { name: 'matrix-nothing-found', path: '/cases?text=zzzz', as: 'P01' },
  { name: 'matrix-it', path: '/cases', as: 'P43' },
  { name: 'matrix-filtered', path: '/cases?practice=too&light=red&sort=due', as: 'P01' },
  { name: 'case-deciding', path: '/cases/{deciding}', as: 'P01' },
  { name: 'case-review', path: '/cases/{review}', as: 'P01' },
  { name: 'case-review-partner', path: '/cases/{review}', as: 'P08' },
  { name: 'case-it', path: '/cases/{review}', as: 'P43' },
  { name: 'case-practice', path: '/cases/{practice}', as: 'P01' },
  { name: 'case-published', path: '/cases/{published}', as: 'P14' },
  { name: 'plan', path: '/cases/{review}/plan', as: 'P01', from: 'The plan as a picture' },
  { name: 'record', path: '/cases/{review}/record', as: 'P01' },
  { name: 'record-it', path: '/cases/{review}/record', as: 'P43' },
  { name: 'people-of-case', path: '/cases/{review}/people', as: 'P01' },
  { name: 'meetings-of-case', path: '/cases/{rapid}/meetings', as: 'P01' },
  { name: 'meeting', path: '/cases/{rapid}/meetings/rapid-review', as: 'P01' },
  { name: 'family-of-case', path: '/cases/{review}/family', as: 'P01' },
  { name: 'actions-of-case', path: '/cases/{published}/actions', as: 'P01' },
  { name: 'holds', path: '/cases/{review}/holds', as: 'P01' },
  { name: 'emails', path: '/cases/{review}/emails', as: 'P01' },
  { name: 'it', path: '/cases/{review}/it', as: 'P43' },
  { name: 'part', path: '/cases/{review}', as: 'P38' },
  { name: 'readings-of-case', path: '/cases/{review}/readings', as: 'P01' },
  { name: 'readings', path: '/readings', as: 'P44' },
  { name: 'readings-wrong', path: '/readings?case=7&from=yesterday', as: 'P44' },
  { name: 'engine-information-governance', path: '/engine', as: 'P44' },
  { name: 'move-forward', path: '/cases/{practice}/practice', as: 'P01' },
  { name: 'decision', path: '/cases/{deciding}/decisions/recordDecisionMeeting', as: 'P01' },
  {
    name: 'decision-wrong',
    path: '/cases/{deciding}/decisions/recordDecisionMeeting',
    as: 'P01',
    first: send('Continue'),
  },
  { name: 'decision-rows', path: '/cases/{rapid}/decisions/recordRapidReviewMeeting', as: 'P01' },
  { name: 'decision-not-open', path: '/cases/{deciding}/decisions/submitRapidReview', as: 'P14' },
  { name: 'decision-not-yours', path: '/cases/{deciding}/decisions/recordDecisionMeeting', as: 'P08' },
  { name: 'decision-decided', path: '/cases/{deciding}/decisions/recordOversight', as: 'P01' },
  { name: 'decision-was-first', path: '/cases/{review}/decisions/recordOutcome', as: 'P07' },
  { name: 'correct', path: '/cases/{review}/decisions/correctFact?entry=2', as: 'P01' },
  { name: 'correct-which-entry', path: '/cases/{review}/decisions/correctFact', as: 'P01' },
  { name: 'correct-notification', path: '/cases/{review}/decisions/correctFact?entry=1', as: 'P01' },
  {
    name: 'correct-notification-field',
    path: '/cases/{review}/decisions/correctFact?entry=1&field=children.0.name',
    as: 'P01',
  },
  {
    name: 'correct-notification-wrong',
    path: '/cases/{review}/decisions/correctFact?entry=1&field=children.0.dateOfBirth',
    as: 'P01',
    first: send('Continue'),
  },
  { name: 'plan-a-case', path: '/plan', as: 'P01' },
  { name: 'plan-a-case-dates', path: aPlan, as: 'P01' },
  { name: 'plan-a-case-compared', path: `${aPlan}&windows.draft.by=50`, as: 'P01' },
  { name: 'plan-a-case-wrong', path: `${aPlan}&windows.submission.by=40`, as: 'P01' },
  { name: 'meetings', path: '/meetings', as: 'P01' },
  { name: 'meetings-add', path: '/meetings/add', as: 'P01' },
  { name: 'actions', path: '/actions', as: 'P01' },
  { name: 'calendar', path: '/calendar', as: 'P01' },
  { name: 'calendar-add-wrong', path: '/calendar/add', as: 'P01', first: send('Continue') },
  { name: 'people', path: '/people', as: 'P01' },
  { name: 'person-to-add-wrong', path: '/people/add', as: 'P01', first: send('Continue') },
  { name: 'person-to-end', path: '/people/{person}/end', as: 'P01' },
  { name: 'who-may-do-what', path: '/people/who-may-do-what', as: 'P01' },
  { name: 'access', path: '/access', as: 'P01' },
  { name: 'token', path: '/access/tokens/new', as: 'P01' },
  { name: 'engine', path: '/engine', as: 'P01' },
  { name: 'engine-restart', path: '/engine/restart?case={published}', as: 'P01' },
  { name: 'profile', path: '/profile', as: 'P01' },
  { name: 'template', path: '/profile/templates/case-opened', as: 'P01' },
  { name: 'mailbox', path: '/mailbox', as: 'P01' },
  { name: 'mailbox-waiting', path: '/mailbox/waiting', as: 'P01' },
  { name: 'mailbox-tasks', path: '/mailbox/tasks', as: 'P01' },
  { name: 'practice', path: '/practice', as: 'P01' },
  { name: 'guide', path: '/guide', as: 'P01' },
  { name: 'guide-chapter', path: '/guide/rapid-review?case={practice}', as: 'P01' },
  { name: 'reports', path: '/reports', as: 'P01' },
  { name: 'reports-year', path: '/reports?years=financial&year=2026&quarter=all', as: 'P01', from: 'Time limits' },
  { name: 'reports-print', path: '/reports/print', as: 'P01' },
  {
    name: 'decision-check',
    path: '/cases/{review}/decisions/addNote',
    leadsTo: '/cases/:reference/decisions/addNote/check',
    as: 'P01',
    first: checkNote,
  },
  {
    name: 'decision-recorded',
    path: '/cases/{review}/decisions/addNote',
    leadsTo: '/cases/:reference/decisions/addNote/recorded',
    as: 'P01',
    first: recordNote,
  },
  {
    name: 'decision-check-passes-a-limit',
    path: '/cases/{rapid}/decisions/extendDeadline',
    leadsTo: '/cases/:reference/decisions/extendDeadline/check',
    as: 'P01',
    first: checkPastTheLaw,
  },
  {
    name: 'decision-check-without-reason',
    path: '/cases/{rapid}/decisions/extendDeadline',
    leadsTo: '/cases/:reference/decisions/extendDeadline/check',
    as: 'P01',
    first: recordPastTheLawWithoutReason,
  },
  { name: 'several', path: '/cases/{askedCase}/decisions/recordReturn/several', as: 'P01' },
  {
    name: 'several-wrong',
    path: '/cases/{askedCase}/decisions/recordReturn/several',
    as: 'P01',
    first: sendSeveralUnanswered,
  },
  { name: 'sign-in-to-link', path: '/access/sign-ins/{signIn}', as: 'P01' },
  { name: 'tokens', path: '/access/tokens', as: 'P01' },
  { name: 'token-shown', path: '/access/tokens/new', as: 'P01', first: makeToken },
  { name: 'token-to-revoke', path: '/access/tokens/{token}/revoke', as: 'P01' },
  { name: 'sign-out-somebody', path: '/access/sign-out?person=P02', as: 'P01' },
  { name: 'calendar-withdraw', path: '/calendar/withdraw?date=2027-01-04', as: 'P01' },
  { name: 'holiday-change-wrong', path: '/calendar/holidays/change', as: 'P01', first: send('Continue') },
  { name: 'holiday-withdraw', path: '/calendar/holidays/withdraw?date=2027-05-31', as: 'P01' },
  { name: 'meetings-cancel', path: '/meetings/cancel?group=sub-group&on=2027-03-17', as: 'P01' },
  { name: 'notify', path: '/notify' },
  { name: 'notify-return', path: '/notify/return' },
  ...['tasks', 'before-you-start', 'what-happened', 'serious-harm', 'dates', 'children', 'children/1'].map(filledIn),
  ...['children/1/remove', 'family', 'family/1', 'family/1/remove', 'where', 'agencies', 'safety'].map(filledIn),
  ...['about-you', 'check', 'save'].map(filledIn),
  { name: 'notify-tasks-empty', path: '/notify/tasks', as: 'whoever has begun the form' },
  { name: 'notify-check-empty', path: '/notify/check', as: 'whoever has begun the form' },
  {
    name: 'notify-wrong',
    path: '/notify/what-happened',
    as: 'whoever has begun the form',
    first: send('Save and continue'),
  },
  { name: 'notify-sent', path: '/notify/sent', as: 'whoever is signed in and has sent the form' },
  { name: 'notify-received', path: '/notify/sent', as: 'whoever has sent the form' },
  {
    name: 'notify-received-wrong',
    path: '/notify/sent',
    leadsTo: '/notify/address',
    as: 'whoever has sent the form',
    first: send('Send me a code'),
  },
  { name: 'notify-code', path: '/notify/code', as: 'whoever was sent a code' },
  {
    name: 'notify-code-wrong',
    path: '/notify/code',
    as: 'whoever was sent a code',
    first: send('Confirm the address'),
  },
  { name: 'received', path: '/received', as: 'P01' },
  { name: 'received-waiting', path: '/received/{waiting}', as: 'P01' },
  { name: 'received-taken', path: '/received/{taken}', as: 'P01' },
  { name: 'received-set-aside', path: '/received/{aside}', as: 'P01' },
  { name: 'received-to-set-aside', path: '/received/{waiting}/set-aside', as: 'P01' },
  {
    name: 'received-to-set-aside-wrong',
    path: '/received/{waiting}/set-aside',
    as: 'P01',
    first: send('Set it aside'),
  },
  { name: 'answer', path: '/answer/{link}' },
  { name: 'answer-wrong', path: '/answer/{link}', first: send('Email me a code') },
  { name: 'answer-code', path: '/answer/{link}', first: typeAddress },
  { name: 'answer-code-wrong', path: '/answer/{link}/code', first: send('Continue') },
  ...requestPages.map(byLink),
  ...requestPages.map(bySignIn),
  { ...byLink('nil'), name: 'answer-nil-wrong', first: send('Send') },
  { ...byLink('entries'), name: 'answer-entries-wrong', first: send('Save') },
  { ...byLink('check'), name: 'answer-check-wrong', first: send('Send') },
  { name: 'answer-locked', path: '/answer/{lockedLink}' },
  { name: 'answer-over', path: '/answer/{overLink}' },
  { name: 'answer-none', path: '/answer/none' },
  { name: 'notify-left', path: '/notify/left' },
  { name: 'notify-no-form', path: '/notify/tasks' },
];
