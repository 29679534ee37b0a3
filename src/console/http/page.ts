import type { Access, Admission, Coming, RouteNeeds, OfCase, Rule } from '../../http/access';
import { logReading } from '../../http/readings';
import type { Shows } from '../../procedure/read-parts';
import type { Instant } from '../../procedure/time/time';
import type { ProfilePerson } from '../../profile/load';
import type { Session } from '../../records/sessions';
import { notAllowed, notFound, type Answer } from './answer';
import type { ConsoleDependencies } from './dependencies';
import { withCorrespondents } from './with-correspondents';

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
  /** The network address that asks; of IPv6 the network that it belongs to. Undefined if it is not known. */
  readonly from?: string;
  /** The path and the query, for coming back here. */
  readonly address: string;
  /** True for a HEAD request, whose answer shows nothing. */
  readonly isHead?: boolean;
  readonly now: Instant;
}

/** The signed-in person whom a page serves. */
export interface ByVisitor {
  readonly visitor: Visitor;
}

/** The visitor of a page that is open to everybody; undefined where nobody is signed in. */
export interface ByAnybody {
  readonly visitor: Visitor | undefined;
}

/** The signed-in person whom a page of a case serves, the case, and how much of it they see. */
export interface VisitOfCase extends ByVisitor, OfCase {}

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
  readonly needs: RouteNeeds;
  readonly shows: Shows;
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

const notForYou = 'Your role does not include this page. If it should, ask the Business Manager.';
const notThisPart = 'You can see where this case stands, and not this part of it.';
const noSuchCase = 'There is no such case among those you can see. A reference looks like SIN-2026-0007.';

/** Says to a visitor why they may not have a page. */
function turnedAway(
  admission: Exclude<Admission<unknown>, { readonly kind: 'admitted' }>,
  needs: RouteNeeds,
): Answer | 'sign-in-first' {
  switch (admission.kind) {
    case 'nobody':
      return 'sign-in-first';
    case 'page-closed':
      return notAllowed(notForYou);
    case 'act-refused':
      return notAllowed(typeof needs === 'object' && needs.sight !== undefined ? notThisPart : notForYou);
    case 'no-such-case':
      return notFound(noSuchCase);
    case 'part-not-seen':
      return notAllowed(notThisPart);
  }
}

const comingOf = ({ params, isHead = false }: Asked, visitor: Visitor | undefined): Coming => ({
  reader: visitor?.person,
  params,
  credential: visitor && { kind: 'session', name: visitor.session.beganAt },
  isHead,
});

/** Makes a route of one method. Only a route that is open to everybody is reached without a visitor. */
function route(method: PageRoute['method']) {
  function of<Given>(
    path: string,
    access: Access<Given, 'nothing'>,
    answering: Answering<Given & ByAnybody>,
  ): PageRoute;
  function of<Given>(
    path: string,
    access: Access<Given, 'signing-in' | Rule>,
    answering: Answering<Given & ByVisitor>,
  ): PageRoute;
  function of<Given>(path: string, access: Access<Given>, answering: Answering<Given & ByAnybody>): PageRoute {
    const { needs, shows } = access;
    const admit = (dependencies: ConsoleDependencies, asked: Asked, visitor: Visitor | undefined) =>
      access.admit(dependencies, comingOf(asked, visitor));
    return {
      method,
      path,
      needs,
      shows,
      admit,
      async answer(dependencies, asked, visitor) {
        const admission = await admit(dependencies, asked, visitor);
        if (admission.kind !== 'admitted') return turnedAway(admission, needs);
        const { given } = admission;
        const answered = await answering(
          { ...asked, ...given, visitor },
          await withCorrespondents(dependencies, given),
        );
        // A redirect shows nothing, nor does a line that tells of changes by a number.
        if (answered.kind === 'view' || answered.kind === 'file') {
          const { shown } = answered;
          await logReading(dependencies, { access, coming: comingOf(asked, visitor), given, shown });
        }
        return answered;
      },
    };
  }
  return of;
}

/** A page that shows something and changes nothing. */
export const getPage = route('get');
/** Defines a route that a form sends to. It answers with a redirect once something was changed. */
export const postPage = route('post');

/** Returns the same route with a limit on how often one address may use it. */
export const limited = (one: PageRoute, atMost: AtMost): PageRoute => ({ ...one, atMost });
