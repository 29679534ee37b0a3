import * as z from 'zod/mini';
import { define } from '../decision';
import { refusal } from '../refusals';
import { fact } from '../case/facts';
import { words } from '../forms';
import { businessUnit } from '../roles';
import { defineNotice, tell } from '../reminders/notice';
import { textValue } from '../reminders/notice-values';
import { stands } from '../reminders/true-until';

/* Cross-border: the authority where it happened leads; the home authority is named and told. */

const tellHomeAuthorityForm = z.strictObject({ how: words('How it was told') });

declare module '../reminders/notice' {
  interface Notices {
    'home-authority-told': typeof homeAuthorityTold;
  }
}

declare module '../case/case-file' {
  interface Forms {
    tellHomeAuthority: z.infer<typeof tellHomeAuthorityForm>;
  }
}

const homeAuthorityTold = defineNotice({
  kind: 'home-authority-told',
  title: 'The home authority has been told',
  to: ['business-manager', 'la-partner'],
  ofCase: true,
  sometimes: { authority: textValue('Northmoor Council') },
  stillTrue: stands,
});

export const tellHomeAuthority = define({
  name: 'tellHomeAuthority',
  title: 'Record that the home authority was told',
  past: 'recorded that the home authority was told',
  source: 'ways through: cross-border',
  roles: businessUnit,
  leaves: true,
  form: tellHomeAuthorityForm,
  notOpen: (file) => {
    if (file.notification.homeAuthority === undefined) {
      return refusal('against-the-record', 'The notification names no other home authority.');
    }
    return fact(file, 'tellHomeAuthority') === undefined
      ? undefined
      : refusal('already-decided', 'The home authority has been told already.');
  },
  notices: [homeAuthorityTold],
  tells: (file) => [tell(homeAuthorityTold, { values: { authority: file.notification.homeAuthority ?? '' } })],
});
