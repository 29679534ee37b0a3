import { pageRoutes } from '../../src/console/routes';
import type { Asked, PageRoute } from '../../src/console/http/page';
import { catalogue } from '../../src/procedure/catalogue';
import { does, opens, seesPiece, sightOf, takesIn } from '../../src/procedure/permissions';
import { roles, type Role } from '../../src/procedure/roles';
import type { CaseFile } from '../../src/procedure/case/case-file';
import type { ProfilePerson } from '../../src/profile/load';
import type { Session } from '../../src/records/sessions';
import { notToBeSaid } from '../lint/phrases';
import { aCase } from '../support/a-case';
import { isFullCheck } from '../support/full-check';
import type { Browser } from './support/browser';
import { ConsoleUnderTest } from './support/console';
import { routeSamples } from './support/route-samples';

/* Every route of the console, found from the router, and every role of the partnership: the table, and nothing else, lets in. */

let console: ConsoleUnderTest;
let file: CaseFile;

beforeAll(async () => {
  console = await ConsoleUnderTest.start();
  file = aCase().at('rapid-review-meeting').file;
  await console.keep(file);
});
afterAll(() => console.stop());

/** What stands in an address where the route has a parameter. */
const samples = routeSamples({ reference: () => file.reference, messageId: '<none@example.org>' });

/** An address that the route answers. */
function addressOf({ path }: PageRoute): string {
  return path.replaceAll(/:([A-Za-z]+)/g, (whole, name: string) => {
    const sample = samples[name];
    if (sample === undefined) throw new Error(`Give this test a sample for ${whole} of ${path}.`);
    return sample();
  });
}

/** The person of the profile with this role and the fewest others. */
function holderOf(role: Role): ProfilePerson {
  const [holder] = console.profile.people
    .filter((person) => person.roles.includes(role))
    .sort((a, b) => a.roles.length - b.roles.length);
  if (holder === undefined) throw new Error(`Nobody is ${role}.`);
  return holder;
}

type Verdict = 'let in' | 'not for you' | 'no such thing' | 'sign in first';

function expected({ needs }: PageRoute, person: ProfilePerson | undefined): Verdict {
  if (needs === 'nothing') return 'let in';
  if (person === undefined) return 'sign in first';
  if (needs === 'signing-in') return 'let in';
  // Every page that is not open to everybody signed in has its entry in the table.
  if (needs.page === undefined || !opens(person, needs.page)) return 'not for you';
  if (needs.sight !== undefined) {
    const sight = sightOf(person, file);
    if (sight === 'none') return 'no such thing';
    if (!takesIn(sight, needs.sight)) return 'not for you';
    if (needs.piece !== undefined && !seesPiece(person, file, needs.piece)) return 'not for you';
  }
  return needs.act === undefined || does(person, needs.act) ? 'let in' : 'not for you';
}

async function verdictOf(browser: Browser, route: PageRoute, token: string): Promise<Verdict> {
  const address = addressOf(route);
  const page = route.method === 'get' ? await browser.get(address) : await browser.send(address, { _csrf: token });
  if (page.status >= 500) throw new Error(`${route.method} ${address}: ${page.status} ${page.says}`);
  if (page.path.includes('/sign-in?to=')) return 'sign in first';
  if (page.heading === 'This page is not open to you') return 'not for you';
  if (page.says.includes('There is no such case among those you can see')) return 'no such thing';
  return 'let in';
}

/** Those that end the session, or last as long as the page is open. */
const apart = (route: PageRoute): boolean =>
  route.path.endsWith('/live') || (route.method === 'post' && route.path === '/sign-out');
const tried = pageRoutes.filter((route) => !apart(route));

test('there are routes to try, and each says what it needs', () => {
  expect(tried.length).toBeGreaterThan(8);
  const open = pageRoutes.filter(({ needs }) => needs === 'nothing').map(({ path }) => path);
  // What anybody may have without signing in is named here one by one.
  expect([...new Set(open.map((path) => path.split('/')[1]))].sort()).toEqual(
    ['accessibility', 'answer', 'notify', 'sign-in', 'sign-out', 'signed-out', 'signing-in'].filter((part) =>
      open.some((path) => path.split('/')[1] === part),
    ),
  );
});

test('somebody who is not signed in is asked to sign in, but for what is for everybody', async () => {
  const browser = console.browser();
  for (const route of tried) {
    browser.cookies.clear();
    const told = [route.method, route.path];
    expect([...told, await verdictOf(browser, route, '')]).toEqual([...told, expected(route, undefined)]);
  }
}, 300_000);

/** Whether a route lets somebody in, without making its page. */
async function admission(route: PageRoute, person: ProfilePerson): Promise<Verdict> {
  const at = console.wall;
  const session: Session = { idHash: '', csrf: '', beganAt: at, lastSeenAt: at, idleUntil: at, absoluteUntil: at };
  const params = { reference: file.reference };
  const asked: Asked = { params, query: {}, fields: {}, cookies: {}, address: addressOf(route), now: at };
  const admitted = await route.admit(console.dependencies, asked, { person, session });
  switch (admitted.kind) {
    case 'admitted':
      return 'let in';
    case 'nobody':
      return 'sign in first';
    case 'no-such-case':
      return 'no such thing';
    case 'page-closed':
    case 'act-refused':
    case 'part-not-seen':
      return 'not for you';
  }
}

test.each(roles)('%s is let in where the table says, route by route', async (role) => {
  const person = holderOf(role);
  for (const route of pageRoutes) {
    const told = [route.method, route.path, person.id];
    expect([...told, await admission(route, person)]).toEqual([...told, expected(route, person)]);
  }
});

test.each<Role>(['business-manager', 'police-partner', 'author', 'it-officer', 'ofsted'])(
  '%s gets each page, or is told why not, by the browser',
  async (role) => {
    const person = holderOf(role);
    const browser = await console.as(person.id);
    let token = await browser.token();
    for (const route of tried) {
      const told = [route.method, route.path, person.id];
      expect([...told, await verdictOf(browser, route, token)]).toEqual([...told, expected(route, person)]);
      // Whoever signs in anew has another session, and its forms another token.
      if (route.path === '/sign-in') token = await browser.token();
    }
  },
  300_000,
);

test('no page has the apostrophes of a keyboard in its text, or words that are not to be used', async () => {
  const browser = await console.as('P01');
  const found = new Set<string>();
  // The glossary itself names the words that are not to be used.
  const shown = tried.filter(({ method, path }) => method === 'get' && !path.endsWith('.xlsx') && path !== '/glossary');
  for (const route of shown) {
    const decisions = route.path.includes(':decision') ? catalogue.map(({ name }) => name) : ['addNote'];
    for (const decision of decisions) {
      const page = await browser.get(addressOf(route).replace('addNote', decision));
      page.$('script, style').remove();
      const said = page.$('body').text();
      for (const [text] of said.matchAll(/.{0,40}[A-Za-z]'[A-Za-z ].{0,30}|.{0,40}"[^"\n]+".{0,10}/g)) {
        found.add(`${route.path}: ${text.trim()}`);
      }
      for (const wrong of notToBeSaid(said)) found.add(`${route.path}: ${wrong}`);
    }
  }
  expect([...found]).toEqual([]);
}, 300_000);

test('no page calls a person by their id, what is refused included', async () => {
  const found = new Set<string>();
  for (const role of ['business-manager', 'police-partner', 'it-officer'] as const) {
    const browser = await console.as(holderOf(role).id);
    const token = await browser.token();
    for (const route of tried.filter(({ path }) => path !== '/sign-in' && !path.endsWith('.xlsx'))) {
      const each = route.path.includes(':decision') && (isFullCheck || role === 'business-manager');
      const decisions = each ? catalogue.map(({ name }) => name) : ['addNote'];
      for (const decision of decisions) {
        const address = addressOf(route).replace('addNote', decision);
        const { $ } =
          route.method === 'get' ? await browser.get(address) : await browser.send(address, { _csrf: token });
        $('script, style').remove();
        for (const [text] of $('body')
          .text()
          .matchAll(/.{0,40}\bP\d{2}\b.{0,30}/g))
          found.add(`${address}: ${text.trim()}`);
      }
    }
  }
  expect([...found]).toEqual([]);
}, 300_000);

test('a form without the token of the session changes nothing, whoever sends it', async () => {
  const browser = await console.as('P01');
  for (const route of pageRoutes.filter(({ method }) => method === 'post')) {
    const page = await browser.send(addressOf(route), { _csrf: 'guessed' });
    expect([route.path, page.status, page.heading]).toEqual([route.path, 403, 'Send the form again']);
  }
});

test('a person shut out of a case finds nothing of it, though they are of the Business Unit', async () => {
  const shut = aCase()
    .at('rapid-review-meeting')
    .with('shutOut', { person: 'P03', reason: 'A relative' }, { by: 'business-manager' }).file;
  const other = { ...shut, reference: 'SIN-2026-0999' as CaseFile['reference'] };
  await console.keep(other);
  const browser = await console.as('P03');
  for (const route of tried.filter(({ path }) => path.includes(':reference'))) {
    const address = addressOf(route).replace(file.reference, other.reference);
    const page =
      route.method === 'get'
        ? await browser.get(address)
        : await browser.send(address, { _csrf: await browser.token() });
    // A page that is not theirs in any case is refused before it is looked whether there is such a case.
    const { needs } = route;
    const isForThem =
      typeof needs !== 'object' || (needs.page !== undefined && opens(holderOf('administrator'), needs.page));
    expect([route.path, page.status]).toEqual([route.path, isForThem ? 404 : 403]);
  }
});
