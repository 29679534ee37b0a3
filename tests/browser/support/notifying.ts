import { addDays } from '../../../src/procedure/time/dates';
import type { IsoDate } from '../../../src/procedure/time/time';
import type { Clerk, Typed } from './clerk';

/** A date as it is typed into its three boxes. */
export const typedDate = (name: string, date: IsoDate): Typed => ({
  [`${name}.day`]: String(Number(date.slice(8))),
  [`${name}.month`]: String(Number(date.slice(5, 7))),
  [`${name}.year`]: date.slice(0, 4),
});

/** Fills in the notification form, page after page, and sends it. */
export async function notify(clerk: Pick<Clerk, 'page' | 'type' | 'heading'>, today: IsoDate): Promise<void> {
  const { page } = clerk;
  const onward = async (typed: Typed, button = 'Save and continue') => {
    await clerk.type(typed);
    await page.getByRole('button', { name: button, exact: true }).click();
  };
  await onward({ notSignificantIncidentForm: 'yes' });
  const happened = { circumstances: 'An invented case.', abuseOrNeglect: 'suspected' };
  await onward({ ...happened, criteria: ['serious-harm'] });
  await onward({ seriousHarm: ['life-threatening-injury'] });
  await onward({
    ...typedDate('incidentOn', addDays(today, -2)),
    ...typedDate('knownAt', addDays(today, -1)),
    'knownAt.time': '3pm',
    ...typedDate('authorityAwareOn', addDays(today, -1)),
  });
  const told = { died: 'no', lookedAfter: 'no', careLeaver: 'no' };
  const child = { name: 'Wren Ashdown-Pike', ...told, sex: 'female', ethnicGroup: 'not-known', disability: 'no' };
  await onward({ ...child, ...typedDate('dateOfBirth', '2024-03-09' as IsoDate) });
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Add a family member' }).click();
  await onward({ name: 'Maren Ashdown', relation: 'mother' });
  await page.getByRole('button', { name: 'Continue' }).click();
  await onward({ setting: 'family-home' });
  await onward({ 'agencies.more': 'West Yorkshire Police\nA hospital' });
  await onward({ immediateSafety: 'The child is in hospital, and the other children stay with a grandmother.' });
  await onward({ notifyingAgency: 'A hospital trust', 'notifier.name': 'Ingrid Fallowmere' });
  expect(await clerk.heading()).toBe('Check your answers');
  await page.getByRole('button', { name: 'Send the notification' }).click();
  expect(await clerk.heading()).toBe('Notification received');
}
