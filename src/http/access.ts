import type { Office } from '../casework/office';
import { findCase, sightFor, type Reader } from '../casework/reading';
import { whyMayNotDo } from '../casework/who-may';
import type { CaseFile } from '../procedure/case/case-file';
import { changes, opens, seesPiece, takesIn, type Act, type Page, type Sight } from '../procedure/permissions';
import type { Piece } from '../procedure/parts';
import { shownByPage, type Credential, type ReadPart, type Shows } from '../procedure/read-parts';
import type { Refusal } from '../procedure/refusals';
import type { CaseOnRecord } from '../records/cases';

/* The gate of the API and of the console: who may call a route, by the permission table. */

/** Entries of the permission table that guard a route. */
export interface Rule {
  readonly page?: Page;
  readonly act?: Act;
  readonly sight?: Exclude<Sight, 'none'>;
  /** The piece of the case that the route shows, where not all who see that much of the case see the route. */
  readonly piece?: Piece;
}

/** The needs of a route as data: for the API's documentation, and for the tests that go through every route. */
export type RouteNeeds = 'nothing' | 'signing-in' | Rule;

/** Caller of a route, undefined for nobody, and the parameters of its address. */
export interface Coming {
  readonly reader: Reader | undefined;
  readonly params: Readonly<Record<string, string>>;
  /** The credential by which the caller came; undefined for nobody. */
  readonly credential?: Credential | undefined;
  /** True for a HEAD request, whose answer shows nothing. */
  readonly isHead?: boolean;
}

/** The outcome of a check; `given` is what the route then works with. Each surface maps it by one exhaustive switch. */
export type Admission<Given> =
  | { readonly kind: 'admitted'; readonly given: Given }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'page-closed'; readonly page: Page }
  | { readonly kind: 'act-refused'; readonly why: Refusal }
  /** There is no such case, or the caller may see nothing of it and is not told that there is one. */
  | { readonly kind: 'no-such-case' }
  | { readonly kind: 'part-not-seen' };

/** Rule that says who may call a route. Every route has one: nothing is allowed by default. */
export interface Access<Given, N extends RouteNeeds = RouteNeeds> {
  readonly needs: N;
  /** The part of a case that an answer shows, for the reading log. */
  readonly shows: Shows;
  /** The case that the route is of, and the number of its last entry; absent for a route of no one case. */
  readonly caseIn?: (given: Given) => Pick<CaseFile, 'reference' | 'seq'>;
  admit(office: Pick<Office, 'records' | 'profile'>, coming: Coming): Promise<Admission<Given>>;
}

/** The caller: a person of the partnership, or the installation. */
export interface ByReader {
  readonly reader: Reader;
}

/** A case that the caller may see, and how much of it. */
export interface OfCase extends ByReader {
  readonly known: CaseOnRecord;
  readonly sight: Sight;
}

const admitted = <Given>(given: Given) => ({ kind: 'admitted', given }) as const;

/** Admits everybody: to the notification form and signing in, and to what says whether the program is well. */
export const everybody: Access<object, 'nothing'> = {
  needs: 'nothing',
  shows: 'nothing',
  admit: async () => admitted({}),
};

/** Admits anybody of the partnership: to their own account, and to the list of pages they may open. */
export const whoIsSignedIn: Access<ByReader, 'signing-in'> = {
  needs: 'signing-in',
  shows: 'nothing',
  admit: async (_office, { reader }) => (reader === undefined ? { kind: 'nobody' } : admitted({ reader })),
};

const opensPage = (reader: Reader, page: Page): boolean => reader === 'installation' || opens(reader, page);

/** Refuses an act; the installation acts only for a person whom it names. */
const refusedAct = (office: Pick<Office, 'profile'>, reader: Reader | undefined, act: Act): Refusal | undefined =>
  whyMayNotDo(office, reader === 'installation' ? undefined : reader, act);

/**
 * Admits those whose roles open the page and, for a route that changes something, those who may do so. The installation
 * opens every page.
 */
export const whoOpens = (page: Page, act?: Act | 'change'): Access<ByReader, Rule> => ({
  needs: { page, ...(act === undefined || act === 'change' ? {} : { act }) },
  shows: shownByPage[page],
  async admit(office, { reader }) {
    if (reader === undefined) return { kind: 'nobody' };
    if (!opensPage(reader, page)) return { kind: 'page-closed', page };
    if (act === 'change') {
      return reader !== 'installation' && changes(reader, page) ? admitted({ reader }) : { kind: 'page-closed', page };
    }
    const why = act && refusedAct(office, reader, act);
    return why === undefined ? admitted({ reader }) : { kind: 'act-refused', why };
  },
});

/** Admits those who may do this beside the decisions of a case. */
export const whoMay = (act: Act): Access<object, Rule> => ({
  needs: { act },
  shows: 'nothing',
  async admit(office, { reader }) {
    const why = refusedAct(office, reader, act);
    return why === undefined ? admitted({}) : { kind: 'act-refused', why };
  },
});

/** Lets in the same people, and logs what is answered as a reading of another part. */
export const showing = <Given, N extends RouteNeeds>(part: ReadPart, access: Access<Given, N>): Access<Given, N> => ({
  ...access,
  shows: part,
});

/** True if the reader sees this piece of a case by name. A program that acts for nobody reads no names. */
const readsPiece = (reader: Reader, file: CaseFile, piece: Piece | undefined): boolean =>
  piece === undefined || (reader !== 'installation' && seesPiece(reader, file, piece));

/**
 * Admits those who see at least this much of the case in the address, and whose roles open the page and allow the act,
 * where there are any. The installation sees every case. A route says which part of the case it shows.
 */
export const whoSees = (
  sight: Exclude<Sight, 'none'>,
  { page, act, piece, shows }: Pick<Rule, 'page' | 'act' | 'piece'> & { readonly shows: Shows },
): Access<OfCase, Rule> => ({
  needs: {
    ...(page === undefined ? {} : { page }),
    sight,
    ...(act === undefined ? {} : { act }),
    ...(piece === undefined ? {} : { piece }),
  },
  shows,
  caseIn: ({ known }) => known.file,
  async admit(office, { reader, params }) {
    if (reader === undefined) return { kind: 'nobody' };
    if (page !== undefined && !opensPage(reader, page)) return { kind: 'page-closed', page };
    const known = await findCase(office, params['reference']);
    const seen = known === undefined ? 'none' : sightFor(reader, known.file);
    if (known === undefined || seen === 'none') return { kind: 'no-such-case' };
    if (!takesIn(seen, sight) || !readsPiece(reader, known.file, piece)) return { kind: 'part-not-seen' };
    const why = act && refusedAct(office, reader, act);
    return why === undefined ? admitted({ reader, known, sight: seen }) : { kind: 'act-refused', why };
  },
});
