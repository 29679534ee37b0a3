import type { LinkCode } from '../../../src/casework/links/codes';
import type { Browser } from '../../console/support/browser';
import type { ConsoleUnderTest } from '../../console/support/console';
import { agenciesAsked, emailOf, gp, housing, linkAddress } from '../../console/support/links';
import type { CaseReference } from '../../../src/procedure/time/time';

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

const waiting = 'SIN-2026-0801' as CaseReference;

/** Links of a case whose agencies were asked: one that works, one that is locked, and one whose request is over. */
export async function someLinks(console: ConsoleUnderTest): Promise<ReadonlyMap<string, string>> {
  const { file } = agenciesAsked();
  await console.keep({ ...file, reference: waiting });
  const tokenOf = async (of: Partial<Parameters<typeof linkAddress>[1]>): Promise<string> =>
    (await linkAddress(console, { reference: waiting, ...of })).slice(-32);
  const overs = { ...agenciesAsked().with('withdrawCase').file, reference: 'SIN-2026-0802' as CaseReference };
  await console.keep(overs);
  const links = new Map([
    ['link', await tokenOf({})],
    ['lockedLink', await tokenOf({ contribution: 'information:housing', person: housing })],
    ['overLink', await tokenOf({ reference: overs.reference })],
  ]);
  for (let n = 0; n < 5; n += 1)
    await console.browser().submit(`/answer/${links.get('lockedLink') ?? ''}/code`, { code: '000000' });
  return links;
}

/** A browser in which the right code was typed for the link that works. */
export async function whoTypedTheCode(console: ConsoleUnderTest, token: string, codes: SentCodes): Promise<Browser> {
  const browser = console.browser();
  await browser.submit(`/answer/${token}`, { address: emailOf(console, gp) });
  await browser.submit(`/answer/${token}/code`, { code: codes.last });
  return browser;
}
