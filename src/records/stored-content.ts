import * as z from 'zod/mini';
import type { CaseContent } from './content';
import { storedDay } from '../procedure/stored-values';

/** The content as stored: the corrected content, and the form as it came. */
export interface StoredContent extends CaseContent {
  readonly asItCame?: CaseContent;
}

const notifier = z.looseObject({
  name: z.string(),
  email: z.exactOptional(z.string()),
  phone: z.exactOptional(z.string()),
  role: z.exactOptional(z.string()),
});

const content = {
  children: z.array(z.looseObject({ ref: z.string(), name: z.string(), dateOfBirth: z.exactOptional(storedDay()) })),
  family: z.array(z.looseObject({ ref: z.string(), name: z.string(), relation: z.string() })),
  notifier,
  home: z.exactOptional(z.string()),
  circumstances: z.exactOptional(z.string()),
};

/** Names and circumstances of a case as they are kept; a release may keep more of them than this one reads. */
export const storedContent: z.ZodMiniType<StoredContent> = z.looseObject({
  ...content,
  asItCame: z.exactOptional(z.looseObject(content)),
});
