import { londonDate } from './procedure/dates';
import type { Instant } from './procedure/time';
import type { Profile } from './profile/load';
import { partnershipOn, type Partnership } from './profile/partnership';
import type { Records } from './records/records';

/** What the partnership of today is worked out from. */
interface Sources {
  readonly profile: Profile;
  readonly records: Pick<Records, 'closures' | 'meetings' | 'people'>;
  now(): Instant;
}

/** Answers the partnership as it stands today: its profile, with the closures, meetings and people that were added and stand. */
export function currentPartnership({ profile, records, now }: Sources): () => Promise<Partnership> {
  let known: { readonly asOf: string; readonly partnership: Partnership } | undefined;
  return async () => {
    const [closures, meetings, people] = await Promise.all([
      records.closures.list(),
      records.meetings.list(),
      records.people.added(),
    ]);
    const additions = {
      closures: closures
        .filter(({ withdrawn }) => withdrawn === undefined)
        .map(({ date, reason }) => ({ date, reason })),
      meetings: meetings.filter(({ cancelled }) => cancelled === undefined).map(({ group, on }) => ({ group, on })),
      people: people.filter(({ ended }) => ended === undefined).map(({ id, roles }) => ({ id, roles })),
    };
    const today = londonDate(now());
    // Working out twenty years of holidays takes a while, and they change with these alone.
    const asOf = JSON.stringify([today, additions]);
    if (known?.asOf !== asOf) known = { asOf, partnership: partnershipOn(today, profile, additions) };
    return known.partnership;
  };
}
