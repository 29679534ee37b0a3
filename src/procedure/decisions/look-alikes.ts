import * as z from 'zod/mini';
import { define } from '../decision';
import { refusal } from '../refusals';
import { code, words } from '../forms';
import { businessUnit } from '../roles';

/* Always open: a case that looks like another is found not to be about the same child. */

const dismissLookAlikeForm = z.strictObject({
  other: code('The case that it looks like', 'Its reference, such as SIN-2026-0007'),
  reason: words('The reason', 'How you know that it is another child, or another incident'),
});

declare module '../case/case-file' {
  interface Forms {
    dismissLookAlike: z.infer<typeof dismissLookAlikeForm>;
  }
}

export const dismissLookAlike = define({
  name: 'dismissLookAlike',
  title: 'Record that a case is not the same as another',
  past: 'recorded that a case is not the same as another',
  source: 'always open: a case that looks like another',
  roles: businessUnit,
  form: dismissLookAlikeForm,
  once: (form) => form.other,
  notOpen: () => undefined,
  refuse: (file, form) =>
    form.other === file.reference ? refusal('invalid', 'A case is always the same as itself.') : undefined,
});
