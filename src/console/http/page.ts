import { changes, does, opens, sightOf, takesIn, type Act, type Page, type Sight } from '../../procedure/permissions';
import type { Instant } from '../../procedure/time/time';
import { findCase } from '../../casework/reading';
import type { ProfilePerson } from '../../profile/load';
import type { CaseOnRecord } from '../../records/cases';
import type { Session } from '../../records/sessions';
import { notAllowed, notFound, type Answer } from './answer';
import type { ConsoleDependencies } from './dependencies';

/** The person who looks, and their session. */
export interface Visitor {
  readonly person: ProfilePerson;
  readonly session: Session;
}

/** Fields that a form sent, or the query of an address. A name may occur several times. */
export type Fields = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The request that a page answers. */
export interface Asked {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Fields;
  /** Fields of the form; empty if none was sent. */
  readonly fields: Fields;
  /** Fields that this person had typed on this page when their session ended. */
  readonly typedBefore?: Fields;
  readonly cookies: Readonly<Record<string, string | undefined>>;
  /** The path and the query, for coming back here. */
  readonly address: string;
  readonly now: Instant;
}

/** The signed-in person whom a page serves. */
export interface ByVisitor {
  readonly visitor: Visitor;
}

/** A case that the visitor may see, and how much of it. */
export interface OfCase extends ByVisitor {
  readonly known: CaseOnRecord;
  readonly sight: Sight;
}

/** The outcome of an access check; `given` is the data that the page then works with. */
type Admission<Given> =
  | { readonly kind: 'admitted'; readonly given: Given }
  | { readonly kind: 'turned-away'; readonly answer: Answer }
  /** The visitor is not signed in. */
  | { readonly kind: 'sign-in-first' };

/** The access rule of a page. Every route has one: nothing is open by default. */
export interface Access<Given> {
  /** The rule as data, for the tests that go through every route. */
  readonly needs: 'nothing' | 'signing-in' | { readonly page: Page; readonly act?: Act; readonly sight?: Sight };
  admit(dependencies: ConsoleDependencies, asked: Asked, visitor: Visitor | undefined): Promise<Admission<Given>>;
}

const turnedAway = (answer: Answer) => ({ kind: 'turned-away', answer }) as const;

const notForYou = 'Your role does not include this page. If it should, ask the Business Manager.';

/** Admits everybody, signed in or not: to the notification form, and to signing in. */
export const everybody: Access<{ readonly visitor: Visitor | undefined }> = {
  needs: 'nothing',
  admit: async (_dependencies, _asked, visitor) => ({ kind: 'admitted', given: { visitor } }),
};

/** Admits anybody of the partnership who is signed in: to their own account, and to the list of pages they may open. */
export const whoIsSignedIn: Access<ByVisitor> = {
  needs: 'signing-in',
  admit: async (_dependencies, _asked, visitor) =>
    visitor === undefined ? { kind: 'sign-in-first' } : { kind: 'admitted', given: { visitor } },
};

/** Admits those whose roles open the page and, for a route that changes something, those who may do so. */
export function whoOpens(page: Page, act?: Act | 'change'): Access<ByVisitor> {
  return {
    needs: { page, ...(act === undefined || act === 'change' ? {} : { act }) },
    async admit(_dependencies, _asked, visitor) {
      if (visitor === undefined) return { kind: 'sign-in-first' };
      const { person } = visitor;
      const may =
        opens(person, page) && (act === undefined || (act === 'change' ? changes(person, page) : does(person, act)));
      return may ? { kind: 'admitted', given: { visitor } } : turnedAway(notAllowed(notForYou));
    },
  };
}

/**
 * Admits those who see at least this much of the case in the address. Those who may see nothing of it are not told that
 * it exists.
 */
export function whoSees(least: Exclude<Sight, 'none'>, page: Page = 'case', act?: Act): Access<OfCase> {
  return {
    needs: { page, sight: least, ...(act === undefined ? {} : { act }) },
    async admit(dependencies, asked, visitor) {
      if (visitor === undefined) return { kind: 'sign-in-first' };
      const { person } = visitor;
      if (!opens(person, page)) return turnedAway(notAllowed(notForYou));
      const known = await findCase(dependencies, asked.params['reference']);
      const sight = known === undefined ? 'none' : sightOf(person, known.file);
      if (known === undefined || sight === 'none') {
        return turnedAway(
          notFound('There is no such case among those you can see. A reference looks like SIN-2026-0007.'),
        );
      }
      if (!takesIn(sight, least) || (act !== undefined && !does(person, act))) {
        return turnedAway(notAllowed('You can see where this case stands, and not this part of it.'));
      }
      return { kind: 'admitted', given: { visitor, known, sight } };
    },
  };
}

/** The limit on how often one address may send to a page that needs no sign-in. */
export interface AtMost {
  readonly times: number;
  readonly minutes: number;
  /** True if only refused requests count, such as wrong codes. */
  readonly onlyRefused?: true;
  /** The sentence shown first to somebody who sends too often. */
  readonly sentence: string;
}

/** A route of the console, with what it needs and what it answers. */
export interface PageRoute {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly needs: Access<unknown>['needs'];
  readonly atMost?: AtMost;
  /** Decides whether the visitor may have the page, without making it. */
  admit(dependencies: ConsoleDependencies, asked: Asked, visitor: Visitor | undefined): Promise<Admission<unknown>>;
  answer(
    dependencies: ConsoleDependencies,
    asked: Asked,
    visitor: Visitor | undefined,
  ): Promise<Answer | 'sign-in-first'>;
}

type Answering<Given> = (asked: Asked & Given, dependencies: ConsoleDependencies) => Promise<Answer> | Answer;

const route =
  (method: PageRoute['method']) =>
  <Given>(path: string, access: Access<Given>, answering: Answering<Given>): PageRoute => ({
    method,
    path,
    needs: access.needs,
    admit: (dependencies, asked, visitor) => access.admit(dependencies, asked, visitor),
    async answer(dependencies, asked, visitor) {
      const admission = await access.admit(dependencies, asked, visitor);
      switch (admission.kind) {
        case 'admitted':
          return answering({ ...asked, ...admission.given }, dependencies);
        case 'turned-away':
          return admission.answer;
        case 'sign-in-first':
          return 'sign-in-first';
      }
    },
  });

/** A page that shows something and changes nothing. */
export const getPage = route('get');
/** Defines a route that a form sends to. It answers with a redirect once something was changed. */
export const postPage = route('post');

/** Returns the same route with a limit on how often one address may use it. */
export const limited = (one: PageRoute, atMost: AtMost): PageRoute => ({ ...one, atMost });
