import type { Profile } from './load';

/** Returns the number of the office that emails give: that of requests, or that of notifications from outside. */
export const officeTelephone = ({ policy, outside }: Pick<Profile, 'policy' | 'outside'>): string | undefined =>
  policy.requests?.telephone ?? outside.telephone;
