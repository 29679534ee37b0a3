import * as z from 'zod/mini';
import type { CaseContent } from './content';
import type { ChildDetail } from '../procedure/notification/notification-people';
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

const detail = z.exactOptional(z.string());
const childDetails: Readonly<Record<ChildDetail, typeof detail>> = {
  sex: detail,
  diedOn: detail,
  address: detail,
  localAuthority: detail,
  school: detail,
  gp: detail,
  nhsNumber: detail,
  ethnicGroup: detail,
  disability: detail,
  disabilityDetails: detail,
  placement: detail,
  plan: detail,
};

const content = {
  children: z.array(
    z.looseObject({ ref: z.string(), name: z.string(), dateOfBirth: z.exactOptional(storedDay()), ...childDetails }),
  ),
  family: z.array(z.looseObject({ ref: z.string(), name: z.string(), relation: z.string() })),
  notifier,
  home: z.exactOptional(z.string()),
  circumstances: z.exactOptional(z.string()),
  incidentTime: z.exactOptional(z.string()),
  incidentPlace: z.exactOptional(z.string()),
};

/** Names and circumstances of a case as they are kept; a release may keep more of them than this one reads. */
export const storedContent: z.ZodMiniType<StoredContent> = z.looseObject({
  ...content,
  asItCame: z.exactOptional(z.looseObject(content)),
});
