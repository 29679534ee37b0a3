import { setTimeout as pause } from 'node:timers/promises';
import { URLSearchParams } from 'node:url';
import { compiled } from '../scripts/compiled.mjs';
import { readDirectory } from '../scripts/rehearsal.mjs';

/*
 * Asks agencies for information in a case, and opens the link of one of the emails as its recipient does: types the
 * address, and the code from the next email. The case is a practice case, so that both emails are in the mailbox.
 */

/** The number of agencies that are asked in a case. */
export const agenciesAsked = 7;

/** @import { Ask } from './installation.mjs' */
/** @import { Records } from '../src/records/records.js' */

/**
 * Asks agencies in a case that is open. Returns the contact of one of them, and the link that was emailed to this
 * person with the cookie of a browser in which its code was typed.
 *
 * @param {{ ask: Ask, url: string, databaseUrl: string, reference: string }} options
 */
export async function askAgencies({ ask, url, databaseUrl, reference }) {
  const { people, agencies } = readDirectory();
  const records = await compiled('src/records/records.js').openRecords({ url: databaseUrl });
  try {
    const asked = agencies.slice(0, agenciesAsked);
    if (asked.length < agenciesAsked) throw new Error(`The profile has fewer than ${agenciesAsked} agencies.`);
    await ask('POST', `/api/cases/${reference}/decisions/askAgencies`, { agencies: asked });
    const { found: link, to } = await emailed(records, reference, /\/answer\/[0-9a-f]{32}/);
    const contact = people.find(({ name, roles }) => name === to.name && roles.includes('agency-contact'));
    if (contact === undefined) throw new Error(`${to.name} is no contact of an agency.`);
    await post(`${url}${link}`, { address: to.address });
    const { found: code } = await emailed(records, reference, /(?<=The code is )\d{6}/);
    const typed = await post(`${url}${link}/code`, { code });
    const [cookie] = typed.headers.getSetCookie();
    if (cookie === undefined) throw new Error(`The code was not taken: ${typed.status}.`);
    return { contact, link, cookie: cookie.split(';', 1).join('') };
  } finally {
    await records.close();
  }
}

/**
 * Waits for an email about a case in which something is found. Returns what was found, and to whom the email went.
 *
 * @param {Records} records
 * @param {string} about
 * @param {RegExp} sought
 */
async function emailed(records, about, sought) {
  for (let tries = 0; tries < 300; tries += 1) {
    const { messages } = await records.mailbox.list({ limit: 200 });
    for (const { reference, text, to } of messages) {
      const found = reference === about ? sought.exec(text)?.[0] : undefined;
      if (found !== undefined) return { found, to };
    }
    await pause(200);
  }
  throw new Error(`No email about ${about} has ${sought.source}.`);
}

/**
 * Sends a form as a browser does. Throws where the answer is an error.
 *
 * @param {string} where
 * @param {Record<string, string>} fields
 */
async function post(where, fields) {
  const response = await fetch(where, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: new URL(where).origin, 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams(fields),
  });
  await response.text();
  if (response.status >= 400) throw new Error(`POST ${where}: ${response.status}`);
  return response;
}
