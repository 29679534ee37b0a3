import { askForLinkCode, confirmedHours, isConfirmed, typeLinkCode } from '../../../casework/links/codes';
import { findLink, type FoundLink, type WorkingLink } from '../../../casework/links/finding';
import { everybody } from '../../../http/access';
import { logLinkReading } from '../../../http/readings';
import { codeMinutes } from '../../../procedure/emailed-codes';
import { sayTelephone } from '../../../procedure/outside-notification/settings';
import { notFound, redirect, view, type Answer } from '../../http/answer';
import { answerCookie, setAnswerCookie } from '../../http/cookies';
import type { ConsoleDependencies } from '../../http/dependencies';
import { one } from '../../http/fields';
import { getPage, limited, postPage, type Asked, type PageRoute } from '../../http/page';
import { atDesk, type AnswerPage } from './desk';
import { answerPages } from './pages';

/*
 * Answering by a link, without an account: the address, the code that is emailed to the address on record, and then the
 * request. Opening a page changes nothing and logs nothing before the code is typed, for mail programs open links too.
 */

const linkPath = (token: string): string => `/answer/${token}`;

/** Returns the values that answer-layout.njk shows around every page of a link. */
const frameOf = ({ profile }: ConsoleDependencies, practice: boolean, problem?: { field: string; text: string }) => ({
  partnership: profile.policy.partnership.name,
  ring: sayTelephone(profile.outside),
  practice,
  problems: problem === undefined ? [] : [{ text: problem.text, href: `#${problem.field}` }],
});

/** The page of a link that is locked, or whose request is closed, and the answer to an address that no email carried. */
function stopped(dependencies: ConsoleDependencies, found: Exclude<FoundLink, WorkingLink>): Answer {
  switch (found.kind) {
    case 'none':
      return notFound('This link does not work. Check that you have copied all of it from the email.');
    case 'locked':
    case 'over': {
      const locked = found.kind === 'locked';
      const title = locked ? 'This link is locked' : 'This request is closed';
      return view(
        'pages/answer/over.njk',
        title,
        { ...frameOf(dependencies, found.practice), locked },
        locked ? 403 : 410,
      );
    }
  }
}

type OfLink = (asked: Asked, dependencies: ConsoleDependencies, found: WorkingLink) => Promise<Answer> | Answer;

/** A page of a link that works. */
const ofLink =
  (answering: OfLink) =>
  async (asked: Asked, dependencies: ConsoleDependencies): Promise<Answer> => {
    const found = await findLink(dependencies, asked.params['token'] ?? '');
    return found.kind === 'works' ? answering(asked, dependencies, found) : stopped(dependencies, found);
  };

const hasTyped = ({ cookies }: Asked, dependencies: ConsoleDependencies, found: WorkingLink): Promise<boolean> =>
  isConfirmed(dependencies, found, cookies[answerCookie]);

/** Asks for the address. `wrong` is what is wrong with the one that was typed. */
function addressPage(
  dependencies: ConsoleDependencies,
  { token, known }: WorkingLink,
  { address, wrong, status }: { readonly address?: string; readonly wrong?: string; readonly status?: number } = {},
): Answer {
  const problem = wrong === undefined ? undefined : { field: 'address', text: wrong };
  const model = { address, action: linkPath(token), codeHref: `${linkPath(token)}/code` };
  const frame = frameOf(dependencies, known.file.practice, problem);
  return view('pages/answer/address.njk', 'Confirm who you are', { ...frame, ...model }, status);
}

/** Asks for the code; the same page whether or not one was sent. */
function codePage(
  dependencies: ConsoleDependencies,
  { token, known: { file } }: WorkingLink,
  { address, wrong }: { readonly address?: string; readonly wrong?: string } = {},
): Answer {
  const problem = wrong === undefined ? undefined : { field: 'code', text: wrong };
  const model = {
    ...{ address, minutes: codeMinutes },
    isInside: file.practice || dependencies.signingIn.kind === 'trying-out',
    action: `${linkPath(token)}/code`,
    addressHref: linkPath(token),
  };
  const frame = frameOf(dependencies, file.practice, problem);
  return view('pages/answer/code.njk', 'Enter your code', { ...frame, ...model }, wrong === undefined ? 200 : 422);
}

const start = ofLink(async (asked, dependencies, found) =>
  (await hasTyped(asked, dependencies, found))
    ? redirect(`${linkPath(found.token)}/request`)
    : addressPage(dependencies, found),
);

const tooManyCodes = 'Too many codes were asked for with this link. Wait an hour and ask again.';

const sendCode = ofLink(async (asked, dependencies, found) => {
  const address = one(asked.fields, 'address').trim();
  // A copy of the records sends no email.
  const send = dependencies.place === undefined ? dependencies.sendLinkCode : undefined;
  const outcome = await askForLinkCode(dependencies, found, { typed: address, send });
  switch (outcome) {
    case 'asked':
      return codePage(dependencies, found, { address });
    case 'not-an-address': {
      const wrong = 'Enter an email address such as name@example.org';
      return addressPage(dependencies, found, { address, wrong, status: 422 });
    }
    case 'too-many':
      return addressPage(dependencies, found, { address, wrong: tooManyCodes, status: 429 });
  }
});

const askCode = ofLink((_asked, dependencies, found) => codePage(dependencies, found));

const checkCode = ofLink(async (asked, dependencies, found) => {
  const address = one(asked.fields, 'address');
  const typed = await typeLinkCode(dependencies, found, one(asked.fields, 'code'));
  const { token, known } = found;
  switch (typed.kind) {
    case 'confirmed': {
      const cookie = { token, value: typed.cookie, seconds: confirmedHours * 3600 };
      return redirect(`${linkPath(token)}/request`, [setAnswerCookie(dependencies.publicUrl, cookie)]);
    }
    case 'not-digits':
      return codePage(dependencies, found, { address, wrong: 'Enter the six digits of the code' });
    case 'wrong': {
      const wrong = `This is not the code that was sent, or it was sent more than ${codeMinutes} minutes ago`;
      return codePage(dependencies, found, { address, wrong });
    }
    case 'locked':
      return stopped(dependencies, { kind: 'locked', practice: known.file.practice });
  }
});

/** A page of a request, for whoever has typed the code. What is shown is logged before it is shown. */
const behindTheCode = (page: AnswerPage) =>
  ofLink(async (asked, dependencies, found) => {
    const { link, known, token } = found;
    if (!(await hasTyped(asked, dependencies, found))) return redirect(linkPath(token));
    const { reference, contribution, person } = link;
    const read = { reference, contribution, person, known, path: linkPath(token), answers: true, settles: false };
    const answer = await atDesk(page, asked, { dependencies, read });
    if (answer.kind === 'view')
      await logLinkReading(dependencies, { ...link, seq: known.file.seq, isHead: asked.isHead === true });
    return answer;
  });

const tooOften = 'Codes were asked for or typed too often from your network. Wait a quarter of an hour.';

/** Answering by a link. */
export const answerRoutes: readonly PageRoute[] = [
  getPage('/answer/:token', everybody, start),
  limited(postPage('/answer/:token', everybody, sendCode), { times: 20, minutes: 15, sentence: tooOften }),
  getPage('/answer/:token/code', everybody, askCode),
  limited(postPage('/answer/:token/code', everybody, checkCode), {
    ...{ times: 40, minutes: 15, onlyRefused: true },
    sentence: tooOften,
  }),
  ...answerPages.map(({ method, path, page }) => {
    const route = method === 'get' ? getPage : postPage;
    return route(`/answer/:token${path}`, everybody, behindTheCode(page));
  }),
];
