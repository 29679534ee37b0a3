import { sampleNotification } from '../../../src/api/examples';
import { receiveFromOutside } from '../../../src/casework/outside/receiving';
import { setNotificationAside } from '../../../src/casework/outside/setting-aside';
import { takeNotification } from '../../../src/casework/outside/taking';
import type { ReceiptNumber } from '../../../src/procedure/outside-notification/receipt-number';
import type { ConsoleUnderTest } from '../../console/support/console';

/** Notifications that somebody sent without signing in: one that waits, one that was taken, one that was set aside. */
export async function someReceived(console: ConsoleUnderTest): Promise<ReadonlyMap<string, ReceiptNumber>> {
  const office = console.dependencies;
  const by = console.profile.people.find(({ id }) => id === 'P03');
  if (by === undefined) throw new Error('Nobody is P03.');
  const numbers = new Map<string, ReceiptNumber>();
  for (const name of ['waiting', 'taken', 'aside']) {
    const sent = { form: sampleNotification, key: `form ${name}`, print: '', from: '192.0.2.7' };
    const received = await receiveFromOutside(office, sent);
    if (received.kind !== 'received') throw new Error(JSON.stringify(received));
    numbers.set(name, received.number);
    const { number } = received;
    if (name === 'taken') await takeNotification(office, { number, by, key: name });
    const form = { reason: 'not-a-notification', why: 'It is an invoice that was typed into the wrong form.' };
    if (name === 'aside') await setNotificationAside(office, { number, by, key: name, form });
  }
  return numbers;
}
