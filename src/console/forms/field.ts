import type { Option } from './questions';

/** The properties that every field has on a page. */
export interface ShownField {
  readonly name: string;
  /** The id of the element that a message is linked to. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional: boolean;
  readonly problem?: string;
  /** The answer of another field with which it is shown, where scripts run. It is always shown where they do not. */
  readonly shownWith?: { readonly name: string; readonly answer: string };
}

export interface ShownOption extends Option {
  readonly checked: boolean;
}

/** A field as forms/fields.njk shows it. */
export type Field = ShownField &
  (
    | {
        readonly kind: 'input';
        readonly value: string;
        readonly type: 'text' | 'email' | 'tel';
        readonly numeric: boolean;
        readonly autocomplete?: string;
      }
    | { readonly kind: 'textarea'; readonly value: string; readonly rows: number }
    | {
        readonly kind: 'date' | 'moment';
        readonly boxes: readonly DateBox[];
        /** A date as it could be typed. */
        readonly example: string;
        readonly time?: TimeBox;
        /** The choice between two equal times, on the day on which the clocks go back. */
        readonly clock?: ClockChoice;
      }
    | { readonly kind: 'radios' | 'select'; readonly options: readonly ShownOption[] }
    | { readonly kind: 'checkboxes'; readonly options: readonly ShownOption[]; readonly others?: OthersBox }
    | { readonly kind: 'confirm'; readonly checked: boolean }
    /** A fixed value: the page shows it and sends it, and there is nothing to choose. */
    | { readonly kind: 'given'; readonly value: string; readonly text: string }
    /** There is nothing to choose among. */
    | { readonly kind: 'none'; readonly sentence: string }
    | { readonly kind: 'group'; readonly fields: readonly Field[]; readonly given?: GivenBox }
    | { readonly kind: 'rows'; readonly rows: readonly FieldRow[]; readonly count: string; readonly countName: string }
  );

/** A box of a date: day, month or year. */
interface DateBox {
  readonly name: string;
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly wrong: boolean;
  readonly wide: boolean;
}

interface TimeBox {
  readonly name: string;
  readonly id: string;
  readonly value: string;
  readonly wrong: boolean;
}

interface ClockChoice {
  readonly name: string;
  readonly id: string;
  readonly options: readonly ShownOption[];
}

/** The box for answers that the checkboxes leave out, one to a line. */
interface OthersBox {
  readonly name: string;
  readonly id: string;
  readonly label: string;
  readonly value: string;
}

/** The question whether an optional group is filled in. */
export interface GivenBox {
  readonly name: string;
  readonly id: string;
  readonly label: string;
  readonly options: readonly ShownOption[];
}

export interface FieldRow {
  readonly name: string;
  readonly number: number;
  readonly fields: readonly Field[];
  readonly removable: boolean;
  /** True for a row that was just added, or that took the place of a removed one: people go on typing there. */
  readonly isNext: boolean;
}
