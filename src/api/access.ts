import { findCase, sightFor, type Reader } from '../casework/reading';
import { whyMayNotDo } from '../casework/who-may';
import { pageTitles } from '../procedure/permission-table';
import { opens, takesIn, type Act, type Page, type Sight, type Viewer } from '../procedure/permissions';
import type { CaseOnRecord } from '../records/cases';
import type { ApiDependencies } from './dependencies';
import { noSuchCase, Problem, problemOfRefusal } from './problems';

/** Entry of the permission table that guards a route. The API's documentation and the tests read it. */
export type Needs =
  | 'nothing'
  | { readonly page: Page }
  | { readonly act: Act }
  | { readonly sight: Exclude<Sight, 'none'>; readonly act?: Act };

/** Caller of a route and the parameters of its path. On an open route the reader is undefined. */
export interface Coming {
  readonly reader: Reader | undefined;
  readonly params: Readonly<Record<string, string>>;
}

/** Rule that says who may call a route. Every route has one: nothing is allowed by default. */
export interface Access<Given, N extends Needs = Exclude<Needs, 'nothing'>> {
  readonly needs: N;
  /** Returns what the route needs to answer this caller. Throws a `Problem` if the caller may not call it. */
  admit(dependencies: ApiDependencies, coming: Coming): Promise<Given>;
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
      `${reader.id}'s role does not include "${pageTitles[page]}". If it should, ask the Business Manager.`,
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

/** Returns the person who acts, or undefined: the installation acts only for a person whom it names. */
const viewerOf = (reader: Reader | undefined): Viewer | undefined => (reader === 'installation' ? undefined : reader);

function requireAct(dependencies: ApiDependencies, viewer: Viewer | undefined, act: Act): void {
  const mayNot = whyMayNotDo(dependencies, viewer, act);
  if (mayNot !== undefined) throw problemOfRefusal(mayNot, { begun: false });
}
