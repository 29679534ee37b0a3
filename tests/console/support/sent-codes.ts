import type { LinkCode } from '../../../src/casework/links/codes';
import type { CaseFile } from '../../../src/procedure/case/case-file';
import { fromMillis, toMillis } from '../../../src/procedure/time/dates';
import type { Browser, BrowsedPage } from './browser';
import { ConsoleUnderTest } from './console';

/** The stage of a test about links: a console, the case of the test, and the codes that were sent in it. */
export interface StageOfLinks {
  readonly console: ConsoleUnderTest;
  readonly file: CaseFile;
  readonly codes: readonly LinkCode[];
}

/** Starts a console before the tests of a file, and gives each of them a case of its own and an hour of its own. */
export function eachWithACase(begin: () => CaseFile, set: (stage: StageOfLinks) => void): void {
  let console: ConsoleUnderTest;
  let codes: LinkCode[] = [];
  let hours = 0;
  beforeAll(async () => {
    console = await ConsoleUnderTest.start({
      sendLinkCode: async (code) => {
        codes.push(code);
        return true;
      },
    });
  });
  beforeEach(async () => {
    await console.reset();
    // A reading of the test before is remembered for five minutes.
    hours += 1;
    console.wall = fromMillis(toMillis(console.wall) + hours * 3_600_000);
    codes = [];
    const file = begin();
    set({ console, file, codes });
    await console.keep(file);
  });
  afterAll(() => console.stop());
}

/** Opens a link with the code that goes to an address; with a wrong one where none is sent. */
export async function openedWithCode(
  codes: readonly LinkCode[],
  { browser, path, address }: { readonly browser: Browser; readonly path: string; readonly address: string },
): Promise<BrowsedPage> {
  const before = codes.length;
  await browser.submit(path, { address });
  await new Promise((done) => setTimeout(done, 50));
  return browser.submit(`${path}/code`, { code: codes.slice(before).at(-1)?.code ?? '000000' });
}
