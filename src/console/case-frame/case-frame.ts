import { caseNow } from '../../casework/reading';
import { opens, seesPiece, takesIn, type Page, type Sight } from '../../procedure/permissions';
import type { Piece } from '../../procedure/parts';
import type { Instant } from '../../procedure/time/time';
import type { Asked, VisitOfCase } from '../http/page';

/** The pages of a case, as its own navigation names them. */
export type Section =
  | 'overview'
  | 'plan'
  | 'record'
  | 'people'
  | 'family'
  | 'meetings'
  | 'actions'
  | 'beside'
  | 'emails'
  | 'readings'
  | 'it';

interface SectionOfCase {
  readonly section: Section;
  readonly text: string;
  /** The end of the page's address, after the address of the case. */
  readonly below: string;
  readonly needs: Exclude<Sight, 'none'>;
  /** The piece of the case that the section shows, where not all who see that much of the case see the section. */
  readonly piece?: Piece;
  /** The entry of the table of permissions that governs this section; by default that of the case. */
  readonly page?: Page;
}

const sections: readonly SectionOfCase[] = [
  { section: 'overview', text: 'Overview', below: '', needs: 'part' },
  { section: 'plan', text: 'Plan', below: '/plan', needs: 'state' },
  { section: 'record', text: 'Record', below: '/record', needs: 'part' },
  { section: 'people', text: 'People', below: '/people', needs: 'state' },
  { section: 'family', text: 'Family', below: '/family', needs: 'part', piece: 'family' },
  { section: 'meetings', text: 'Meetings', below: '/meetings', needs: 'part', piece: 'meeting' },
  { section: 'actions', text: 'Actions', below: '/actions', needs: 'state' },
  { section: 'beside', text: 'Parallel processes and holds', below: '/holds', needs: 'state' },
  { section: 'emails', text: 'Emails', below: '/emails', needs: 'part', page: 'decide' },
  { section: 'readings', text: 'Reading log', below: '/readings', needs: 'state', page: 'case-readings' },
  { section: 'it', text: 'For IT', below: '/it', needs: 'state', page: 'case-for-it' },
];

/** Values that the layout around a page of a case shows. */
export interface CaseFrame {
  readonly reference: string;
  readonly address: string;
  /** The time on the case's own clock; undefined for a real case. */
  readonly practiceClock: Instant | undefined;
  /** The number of the last entry of the record that this page knows. */
  readonly seq: number;
  readonly navigation: readonly { readonly text: string; readonly href: string; readonly active: boolean }[];
  /** The name of this page below the case, for the breadcrumbs; undefined for the overview. */
  readonly here: string | undefined;
}

/** The address of a case. */
export const caseAddress = (reference: string): string => `/cases/${reference}`;

/** The address of the page of a decision in a case. */
export const decisionAddress = (reference: string, decision: string): string =>
  `${caseAddress(reference)}/decisions/${decision}`;

/**
 * Makes the values for case/case-layout.njk, which surrounds every page of a case: spread them into the page's model. A
 * page that is not a section of the case, such as a decision, passes its own title in place of the section.
 */
export function caseFrame(
  { known, sight, visitor, now }: Pick<Asked & VisitOfCase, 'known' | 'sight' | 'visitor' | 'now'>,
  section: Section | { readonly called: string },
): { readonly theCase: CaseFrame } {
  const { reference, practice, seq } = known.file;
  const address = caseAddress(reference);
  const viewer = visitor.person;
  const shown = sections.filter(
    ({ needs, piece, page = 'case' }) =>
      takesIn(sight, needs) && opens(viewer, page) && (piece === undefined || seesPiece(viewer, known.file, piece)),
  );
  const active = shown.find((one) => one.section === section);
  return {
    theCase: {
      reference,
      address,
      practiceClock: practice ? caseNow(now, known) : undefined,
      seq,
      navigation: shown.map(({ section: own, text, below }) => ({
        text,
        href: `${address}${below}`,
        active: own === section,
      })),
      here: typeof section === 'object' ? section.called : section === 'overview' ? undefined : active?.text,
    },
  };
}
