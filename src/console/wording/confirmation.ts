import type { AnyDefinition } from '../../procedure/catalogue';
import { begin, typographic } from './letters';

/** The heading of the page that confirms that a decision is on the record. */
export const confirmationOf = ({ past, confirmation }: Pick<AnyDefinition, 'past' | 'confirmation'>): string =>
  typographic(confirmation ?? begin(past));
