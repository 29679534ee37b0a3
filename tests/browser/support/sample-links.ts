import type { LinkCode } from '../../../src/casework/links/codes';
import { factsOf } from '../../../src/procedure/case/facts';
import type { CaseReference, PersonId } from '../../../src/procedure/time/time';
import type { Browser } from '../../console/support/browser';
import type { ConsoleUnderTest } from '../../console/support/console';
import { agenciesAsked, emailOf, linkAddress } from '../../console/support/links';
import { aSampleCase } from './sample-cases';

/** The codes that the console sent, the last one last. It is started with `sendLinkCode` of this. */
export class SentCodes {
  readonly #sent: LinkCode[] = [];

  readonly sendLinkCode = async (code: LinkCode): Promise<boolean> => {
    this.#sent.push(code);
    return true;
  };

  get last(): string {
    return this.#sent.at(-1)?.code ?? '';
  }
}

/** Links of sample cases, and whoever answers by one of them. */
export interface SampleLinks {
  /**
   * Tokens: `link` works, `lockedLink` is locked, and the request of `overLink` is over. `line` is a saved entry. `contact`
   * is asked for `request` in `askedCase`.
   */
  readonly parts: ReadonlyMap<string, string>;
  /** The person whose link works. */
  readonly person: PersonId;
  /** A browser in which the right code was typed for the link that works. */
  readonly answering: Browser;
}

/** Makes links of a case whose agencies were asked, and types a code and an entry for one of them. */
export async function someLinks(console: ConsoleUnderTest, codes: SentCodes): Promise<SampleLinks> {
  const reference = await aSampleCase(console, { receivedOn: '2026-11-16', before: 'recordReturn' });
  const file = console.cases.files.get(reference);
  const [first = '', second = ''] = file === undefined ? [] : (factsOf(file, 'askAgencies')[0]?.form.agencies ?? []);
  const contact = (agency: string): PersonId => file?.policy.agencies[agency]?.contact ?? ('' as PersonId);
  const over = { ...agenciesAsked().with('withdrawCase').file, reference: 'SIN-2026-0802' as CaseReference };
  await console.keep(over);
  const tokenOf = async (of: Parameters<typeof linkAddress>[1]): Promise<string> =>
    (await linkAddress(console, of)).slice(-32);
  const of = (agency: string) => ({ reference, contribution: `return:${agency}`, person: contact(agency) });
  const [link, lockedLink] = [await tokenOf(of(first)), await tokenOf(of(second))];
  const overLink = await tokenOf({ reference: over.reference });
  for (let n = 0; n < 5; n += 1) await console.browser().submit(`/answer/${lockedLink}/code`, { code: '000000' });
  const answering = console.browser();
  await answering.submit(`/answer/${link}`, { address: emailOf(console, contact(first)) });
  await answering.submit(`/answer/${link}/code`, { code: codes.last });
  const typed = { day: '3', month: '9', year: '2026', about: 'child-1', what: 'Started in the toddler room' };
  await answering.submit(`/answer/${link}/entries`, { ...typed, source: 'Register' });
  const [line] = await console.records.answerLines.list({ reference, contribution: `return:${first}` });
  const signedIn = { askedCase: reference, request: `return:${first}`, contact: contact(first) };
  const parts = new Map(Object.entries({ link, lockedLink, overLink, line: line?.line ?? '', ...signedIn }));
  return { parts, person: contact(first), answering };
}
