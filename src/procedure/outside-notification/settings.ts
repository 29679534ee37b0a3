/** The settings of a partnership for notifications that come from people who are not signed in. */
export interface OutsideSettings {
  /** The number that a sender can ring; without it pages say "by telephone" alone. */
  readonly telephone?: string;
  /** Notifications that are taken in an hour from one network address, and from all of them together. */
  readonly perAddressAnHour: number;
  readonly inAllAnHour: number;
  /** Days after which the content of a notification that was set aside is removed. */
  readonly keepSetAsideDays: number;
}

/** The settings where a profile gives none. */
export const usualOutsideSettings: OutsideSettings = {
  perAddressAnHour: 10,
  inAllAnHour: 60,
  keepSetAsideDays: 90,
};

/** Says how to reach the Business Unit: "telephone the Business Unit on 01632 960017". */
export const sayTelephone = ({ telephone }: Pick<OutsideSettings, 'telephone'>): string =>
  `telephone the Business Unit${telephone === undefined ? '' : ` on ${telephone}`}`;
