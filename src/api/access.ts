import { findCase, sightFor, type Reader } from '../casework/reading';
import { whyMayNotDo } from '../casework/who-may';
import { pageTitles } from '../procedure/permission-table';
import { opens, takesIn, type Act, type Page, type Sight, type Viewer } from '../procedure/permissions';
import type { CaseOnRecord } from '../records/cases';
import type { Dependencies } from './dependencies';
import { noSuchCase, Problem, refused } from './problems';

/** What of the one table of permissions a route goes by; the documentation and the tests read it. */
export type Needs =
  | 'nothing'
  | { readonly page: Page }
  | { readonly act: Act }
  | { readonly sight: Exclude<Sight, 'none'>; readonly act?: Act };

/** Who asks, and of what. Of an open route nobody knows who. */
export interface Coming {
  readonly reader: Reader | undefined;
  readonly params: Readonly<Record<string, string>>;
}

/** Who may ask a route. There is no route without one: nothing is allowed by default. */
export interface Access<Given, N extends Needs = Exclude<Needs, 'nothing'>> {
  readonly needs: N;
  /** What the route is given of whoever may; a problem for whoever may not. */
  admit(dependencies: Dependencies, coming: Coming): Promise<Given>;
}

/** A case that the reader may see. */
export interface OfCase {
  readonly known: CaseOnRecord;
}

function somebody(reader: Reader | undefined): Reader {
  if (reader === undefined) throw new Error('A route that is not open was reached without a token.');
  return reader;
}

/** Whoever reaches the address, without a token. */
export const everybody: Access<object, 'nothing'> = { needs: 'nothing', admit: () => Promise.resolve({}) };

/** Those whose roles open this page of the console, and the installation. */
export const whoOpens = (page: Page): Access<{ readonly reader: Reader }> => ({
  needs: { page },
  admit: async (_dependencies, coming) => {
    const reader = somebody(coming.reader);
    if (reader === 'installation' || opens(reader, page)) return { reader };
    throw new Problem(
      'wrong-role',
      `${reader.id}'s part in the partnership does not include "${pageTitles[page]}". If it should, ask the Business Manager.`,
    );
  },
});

/** Those who may do this beside the decisions of a case. */
export const whoMay = (act: Act): Access<object> => ({
  needs: { act },
  admit: async (dependencies, { reader }) => {
    requireAct(dependencies, viewerOf(reader), act);
    return {};
  },
});

/**
 * Those who see the case of the address, and may do this with it; the installation sees every case. A case of which
 * somebody sees nothing is answered as one that there is not.
 */
export const whoSees = (least: Exclude<Sight, 'none'>, act?: Act): Access<OfCase & { readonly reader: Reader }> => ({
  needs: { sight: least, ...(act === undefined ? {} : { act }) },
  admit: async (dependencies, coming) => {
    const reader = somebody(coming.reader);
    const { reference } = coming.params;
    const known = await findCase(dependencies, reference);
    const sight = known === undefined ? 'none' : sightFor(reader, known.file);
    if (known === undefined || !takesIn(sight, least)) throw noSuchCase(reference);
    if (act !== undefined) requireAct(dependencies, viewerOf(reader), act);
    return { known, reader };
  },
});

/** Nobody acts but people: of the installation the one whom it names. */
const viewerOf = (reader: Reader | undefined): Viewer | undefined => (reader === 'installation' ? undefined : reader);

function requireAct(dependencies: Dependencies, viewer: Viewer | undefined, act: Act): void {
  const mayNot = whyMayNotDo(dependencies, viewer, act);
  if (mayNot !== undefined) throw refused(mayNot, { begun: false });
}
