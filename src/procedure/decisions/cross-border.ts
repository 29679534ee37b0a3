import * as z from 'zod/mini';
import { define, refusal } from '../decision';
import { fact } from '../case/facts';
import { words } from '../forms';
import { businessUnit } from '../roles';

/* Cross-border: the authority where it happened leads; the home authority is named and told. */

const tellHomeAuthorityForm = z.strictObject({ how: words('How it was told') });

declare module '../case/case-file' {
  interface Forms {
    tellHomeAuthority: z.infer<typeof tellHomeAuthorityForm>;
  }
}

export const tellHomeAuthority = define({
  name: 'tellHomeAuthority',
  title: 'Record that the home authority was told',
  source: 'ways through: cross-border',
  roles: businessUnit,
  form: tellHomeAuthorityForm,
  notOpen: (file) => {
    if (file.notification.homeAuthority === undefined) {
      return refusal('against-the-record', 'The notification names no other home authority.');
    }
    return fact(file, 'tellHomeAuthority') === undefined
      ? undefined
      : refusal('already-decided', 'The home authority has been told already.');
  },
  tells: (file) => [
    {
      kind: 'home-authority-told',
      to: ['business-manager', 'la-partner'],
      values: { authority: file.notification.homeAuthority ?? '' },
    },
  ],
});
