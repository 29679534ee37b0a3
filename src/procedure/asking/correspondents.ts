import type { CaseFile, Fact } from '../case/case-file';
import { everOf, factsOf } from '../case/facts';
import type { CaseReference, PersonId, WordsReference } from '../time/time';

/*
 * Correspondents: people who are not of the partnership and whom a case writes to, by a link alone. The records have
 * their names and addresses; the case has references to them, and ids of its own.
 */

/** A person whom a case writes to, as the case knows them. */
export interface Correspondent {
  readonly id: PersonId;
  readonly name: WordsReference;
  readonly address: WordsReference;
  /** The organisation that is asked through them; absent for a colleague to whom a request is passed on. */
  readonly organisation?: WordsReference;
}

const pattern = (): RegExp => /^C-SIN-\d{4}-\d{4}-(\d{1,6})(?:-(\d{1,3}))?$/;

/**
 * True if a text is the id of a correspondent: "C-SIN-2026-0007-12" is named by entry 12 of that case, and
 * "C-SIN-2026-0007-12-1" is the first of the organisations that entry 12 names.
 */
export const isCorrespondent = (id: string): id is PersonId => pattern().test(id);

/** True if a correspondent is the contact of an organisation that was asked by name and address. */
export const isOfOrganisation = (id: string): id is PersonId => pattern().exec(id)?.[2] !== undefined;

/** The id of the correspondent whom an entry names. It is in case files and records, and never changes. */
export const correspondentId = (reference: CaseReference, seq: number): PersonId =>
  // Says of whom it is the id, as the pattern reads it.
  `C-${reference}-${seq}` as PersonId;

/** The id of an organisation that an entry names, counted from 1: its code, and the id of its contact. It never changes. */
export const organisationId = (reference: CaseReference, seq: number, nth: number): PersonId =>
  // Says of whom it is the id, as the pattern reads it.
  `${correspondentId(reference, seq)}-${nth}` as PersonId;

/** The number of the entry that names a correspondent. */
export const entryOfCorrespondent = (id: PersonId): string => pattern().exec(id)?.[1] ?? '';

/** An organisation as the request to it names it. */
interface OrganisationNamed {
  readonly organisation: WordsReference;
  readonly name: WordsReference;
  readonly address: WordsReference;
}

/** A decision that asks agencies, and organisations that the settings do not have. */
export interface Asks {
  readonly agencies: readonly string[];
  readonly organisations?: readonly OrganisationNamed[] | undefined;
}

/** An entry that asks, as far as it says whom. */
export type Asking = Pick<Fact<Asks>, 'seq' | 'form'>;

type OfCase = Pick<CaseFile, 'reference'>;

const organisationsIn = ({ reference }: OfCase, { seq, form }: Asking): readonly Correspondent[] =>
  (form.organisations ?? []).map((one, at) => ({ ...one, id: organisationId(reference, seq, at + 1) }));

/** Lists whom a decision asked: agencies by their codes, and the organisations that it names by their ids. */
export const whomAsked = (file: OfCase, asking: Asking): readonly string[] => [
  ...asking.form.agencies,
  ...organisationsIn(file, asking).map(({ id }) => id),
];

/** The decisions that ask agencies and organisations. */
const asks = ['askAgencies', 'askChronologies', 'askFurther'] as const;

/** True if a decision asks agencies and organisations. */
export const isRequestToAgencies = (name: string): name is (typeof asks)[number] => asks.some((one) => one === name);

/** Lists the organisations that the requests of a case name, as far as the requests stand. */
export const organisationsOf = (file: CaseFile): readonly Correspondent[] =>
  asks.flatMap((name) => factsOf(file, name)).flatMap((asking) => organisationsIn(file, asking));

/** The decisions that name somebody by name and address. */
const naming = ['passToColleague', 'nameColleague', 'inviteToMeeting'] as const;

type Naming = Fact<{ readonly name: WordsReference; readonly address: WordsReference }>;

/** Lists the correspondents of a case, those too whose entry was set aside: the record names them still. */
export const correspondentsOf = (file: CaseFile): readonly Correspondent[] => [
  ...naming
    .flatMap((name): readonly Naming[] => everOf(file, name))
    .map(({ seq, form }) => ({
      id: correspondentId(file.reference, seq),
      name: form.name,
      address: form.address,
    })),
  ...asks.flatMap((name) => everOf(file, name)).flatMap((asking) => organisationsIn(file, asking)),
];
