import { sayTelephone, type OutsideSettings } from './settings';

/** Notifications from outside in the last hour: from the address that sends, and from all. */
export interface ReceivedLately {
  readonly fromAddress: number;
  readonly inAll: number;
}

/** Says why no further notification is taken now; undefined if one is. */
export function whyTooMany(lately: ReceivedLately, settings: OutsideSettings): string | undefined {
  const after = `Your form is kept: send it in an hour. If it cannot wait, ${sayTelephone(settings)}.`;
  if (lately.fromAddress >= settings.perAddressAnHour)
    return `${lately.fromAddress} notifications came from your network in the last hour, and we take no more. ${after}`;
  if (lately.inAll >= settings.inAllAnHour)
    return `More notifications came in the last hour than we can take. ${after}`;
  return undefined;
}
