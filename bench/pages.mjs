import { median, percentile } from './figures.mjs';
import { agenciesAsked, askAgencies } from './asked.mjs';
import { cases, casesAsked, fillRecords } from './copies.mjs';
import { compiled } from '../scripts/compiled.mjs';
import { readDirectory } from '../scripts/rehearsal.mjs';

/* Measures pages and lists with 20,000 cases on the record, in 300 of which agencies are asked for information. */
const rounds = 60;
/** Requests that Today shows on one page, to a contact as cards and to the Business Unit as rows. */
const requestsOnToday = 20;

/** @import { Ask } from './installation.mjs' */
/** @import { Row } from './figures.mjs' */

/**
 * Lists what a page is asked with and what it has to show: its heading, and texts with how often each of them comes.
 * A list of the API has no heading.
 *
 * @typedef {object} Page
 * @property {string} where
 * @property {Record<string, string>} headers
 * @property {string} [heading]
 * @property {Record<string, number>} [shows]
 */

/**
 * Opens two cases, asks agencies in one of them, and fills the records with copies of both. Returns the pages to measure.
 *
 * @param {{ url: string, token: string, databaseUrl: string, ask: Ask, notification: (n: number) => object }} options
 */
export async function preparePages({ url, token, databaseUrl, ask, notification }) {
  const [plain, asked] = [await openCase(ask, notification(0)), await openCase(ask, notification(1))];
  const { contact, link, cookie: answer } = await askAgencies({ ask, url, databaseUrl, reference: asked });
  const filled = await fillRecords(databaseUrl, { plain, asked, person: contact.id });
  const manager = readDirectory().people.find(({ roles }) => roles.includes('business-manager'));
  if (manager === undefined) throw new Error('The profile has no Business Manager.');
  const office = { cookie: await signedIn({ databaseUrl, person: manager }) };
  const signedInContact = { cookie: await signedIn({ databaseUrl, person: contact }) };
  return {
    ...pagesOfOffice(office, filled),
    ...(await searches(url, office)),
    ...pagesOfContact({ signedIn: signedInContact, byLink: { cookie: answer } }, { link, ...filled }),
    ...listsOfApi({ authorization: `Bearer ${token}`, 'x-acting-as': manager.id }, filled),
  };
}

/** @type {(ask: Ask, notification: object) => Promise<string>} */
async function openCase(ask, notification) {
  /** @type {{ reference: string }} */
  const { reference } = await ask('POST', '/api/notifications', notification);
  return reference;
}

/**
 * @param {Record<string, string>} headers
 * @param {{ reference: string }} filled
 * @returns {Record<string, Page>}
 */
function pagesOfOffice(headers, { reference }) {
  const ofCase = `/cases/${reference}`;
  const waiting = { [`<strong>0 of ${agenciesAsked}</strong>`]: requestsOnToday };
  return {
    [`Today of the Business Manager, ${casesAsked} cases with requests`]: {
      ...{ where: '/', headers, heading: 'Today' },
      shows: waiting,
    },
    'the Matrix': { where: '/cases', headers, heading: 'Children’s Case Matrix' },
    'a case': { where: ofCase, headers, heading: 'Where the case stands' },
    'the plan of a case': { where: `${ofCase}/plan`, headers, heading: 'Plan' },
    'the record of a case': { where: `${ofCase}/record`, headers, heading: 'Record' },
    'a decision’s form': { where: `${ofCase}/decisions/addNote`, headers, heading: 'Add a note' },
    'a quarter’s report': { where: '/reports', headers, heading: 'Quarter' },
  };
}

/**
 * Searches the Matrix in vain and not in vain. Each leads to an address that does not say what was sought.
 *
 * @param {string} url
 * @param {Record<string, string>} headers
 * @returns {Promise<Record<string, Page>>}
 */
async function searches(url, headers) {
  /** @param {string} words */
  const searched = async (words) => {
    const response = await fetch(`${url}/cases?text=${words}`, { headers, redirect: 'manual' });
    await response.text();
    const where = response.headers.get('location');
    if (where === null) throw new Error(`A search for ${words}: ${response.status}`);
    return { where, headers, heading: 'Children’s Case Matrix' };
  };
  return {
    'the Matrix, searched': await searched('west'),
    'the Matrix, searched in vain': await searched('nobody+of+this+name'),
  };
}

/**
 * @param {{ signedIn: Record<string, string>, byLink: Record<string, string> }} headers
 * @param {{ link: string, request: { reference: string, id: string } }} asked
 * @returns {Record<string, Page>}
 */
function pagesOfContact({ signedIn, byLink }, { link, request: { reference, id } }) {
  const heading = 'Send what your organisation knows';
  const inCase = `/cases/${reference}/requests/${encodeURIComponent(id)}/request`;
  const cards = { 'app-card"': requestsOnToday, 'We hold no information': requestsOnToday };
  return {
    [`Today of an agency’s contact, ${casesAsked} cases with requests`]: {
      ...{ where: '/', headers: signedIn, heading: 'Today' },
      shows: cards,
    },
    'a request, signed in': { where: inCase, headers: signedIn, heading, shows: { [reference]: 1 } },
    'a link, opened': { where: link, headers: {}, heading: 'Confirm who you are' },
    'a request, by its link': { where: `${link}/request`, headers: byLink, heading },
  };
}

/**
 * @param {Record<string, string>} headers
 * @param {{ reference: string }} filled
 * @returns {Record<string, Page>}
 */
const listsOfApi = (headers, { reference }) => ({
  'API: the list of cases': { where: '/api/cases', headers },
  'API: a case': { where: `/api/cases/${reference}`, headers },
});

/**
 * Returns the 95th percentile of each page and list, in turns with an answer of the same server that does nothing.
 * Throws where a page is not answered, or does not show what it has to.
 *
 * @param {string} url
 * @param {Record<string, Page>} pages
 * @returns {Promise<Row[]>}
 */
export async function measurePages(url, pages) {
  /** @type {Map<string, number[]>} */
  const times = new Map(Object.keys(pages).map((name) => [name, []]));
  /** @type {number[]} */
  const nothing = [];
  for (let turn = 0; turn < rounds + 5; turn += 1) {
    const idle = await visit(url, { where: '/health/live', headers: {} });
    if (turn >= 5) nothing.push(idle);
    for (const [name, page] of Object.entries(pages)) {
      const took = await visit(url, page);
      // The first few find templates unread and connections unmade.
      if (turn >= 5) times.get(name)?.push(took);
    }
  }
  /** @param {number[]} took */
  const said = (took) => `p95 ${percentile(took, 0.95).toFixed(1)} ms, p50 ${median(took).toFixed(1)} ms`;
  return [...times].map(([name, took]) => [
    `${name}, ${cases.toLocaleString('en-GB')} cases on the record`,
    said(took),
    `${(median(took) / median(nothing)).toFixed(1)} times the p50 of`,
    `an empty answer of the same server: ${said(nothing)}`,
  ]);
}

/**
 * Asks for a page, checks what it shows, and returns the milliseconds that its answer took.
 *
 * @param {string} url
 * @param {Page} page
 */
async function visit(url, { where, headers, heading, shows = {} }) {
  const began = performance.now();
  const response = await fetch(`${url}${where}`, { headers, redirect: 'manual' });
  const text = await response.text();
  const took = performance.now() - began;
  if (response.status !== 200) throw new Error(`${where}: ${response.status}`);
  const shown = /<h1[^>]*>\s*([^<]*)/.exec(text)?.[1] ?? '';
  if (heading !== undefined && !shown.startsWith(heading)) throw new Error(`${where}: “${shown}”, not “${heading}”.`);
  for (const [sought, times] of Object.entries(shows)) {
    const found = text.split(sought).length - 1;
    if (found < times) throw new Error(`${where} shows “${sought}” ${found} times, and not ${times}.`);
  }
  return took;
}

/**
 * Returns the session of a person, begun past the sign-in service, which is no part of what is measured.
 *
 * @param {{ databaseUrl: string, person: import('../tools/rehearsal/situation.js').Directory['people'][number] }} options
 */
async function signedIn({ databaseUrl, person }) {
  const records = await compiled('src/records/records.js').openRecords({ url: databaseUrl });
  try {
    const { fromMillis } = compiled('src/procedure/time/dates.js');
    const now = () => fromMillis(Date.now());
    return `session=${await compiled('src/console/http/sessions.js').beginSession({ records, now }, person)}`;
  } finally {
    await records.close();
  }
}
