import { sampleNotification } from '../../../src/api/examples';
import { receiveFromOutside, type SentFromOutside } from '../../../src/casework/outside/receiving';
import type { ReceiptNumber } from '../../../src/procedure/outside-notification/receipt-number';
import type { TestOffice } from '../office';

/** Sends the sample as somebody who is not signed in. */
export const sentFromOutside = (office: TestOffice, more: object = {}, sending: Partial<SentFromOutside> = {}) =>
  receiveFromOutside(office, {
    ...{ form: { ...sampleNotification, ...more }, key: 'form k', print: 'p', from: '192.0.2.7' },
    ...sending,
  });

/** Sends the sample and answers its receipt number. */
export async function receivedBy(
  office: TestOffice,
  more: object = {},
  sending: Partial<SentFromOutside> = {},
): Promise<ReceiptNumber> {
  const received = await sentFromOutside(office, more, sending);
  if (received.kind !== 'received') throw new Error(JSON.stringify(received));
  return received.number;
}
