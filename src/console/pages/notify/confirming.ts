import { askForCode, typeCode, type CodeTyped } from '../../../casework/outside/confirming';
import { senderIn } from '../../../casework/outside/reading';
import { codeMinutes } from '../../../procedure/emailed-codes';
import { everybody } from '../../../http/access';
import { redirect, view, type Answer } from '../../http/answer';
import type { ConsoleDependencies } from '../../http/dependencies';
import { one } from '../../http/fields';
import { getPage, limited, postPage, type PageRoute } from '../../http/page';
import { formHere, inForm, type ReceivedForm } from '../../forms/notification-draft';
import { frameOf, noForm, type AskedByAnybody } from './form-route';

/*
 * The receipt of a notification that waits for the Business Unit, and the code by which its sender confirms an email
 * address. Only the browser that sent the form, or whoever has its return code, comes here. Opening a page changes
 * nothing.
 */

/** A problem with what was typed, on its field. */
type Wrong = { readonly field: 'address' | 'code'; readonly sentence: string } | undefined;

const problemsOf = (wrong: Wrong) => (wrong === undefined ? [] : [{ text: wrong.sentence, href: `#${wrong.field}` }]);

/** The receipt: its number, what happens next, and the address to which an acknowledgement can be sent. */
export async function receivedPage(
  dependencies: ConsoleDependencies,
  { handle, number, receivedAt }: ReceivedForm,
  typed: { readonly address?: string; readonly wrong?: Wrong } = {},
): Promise<Answer> {
  const kept = await dependencies.records.outsideNotifications.get(number);
  const suggested = kept === undefined ? undefined : (kept.address ?? senderIn(kept)?.notifier.email);
  const model = {
    ...frameOf(dependencies, false),
    number,
    receivedAt,
    confirmed: kept?.addressConfirmedAt !== undefined,
    sentTo: kept?.addressConfirmedAt === undefined ? kept?.address : undefined,
    address: typed.address ?? suggested,
    telephone: dependencies.profile.outside.telephone,
    problems: problemsOf(typed.wrong),
    action: inForm(handle, '/notify/address'),
    codeHref: inForm(handle, '/notify/code'),
  };
  return view('pages/notify/received.njk', 'Notification received', model, typed.wrong === undefined ? 200 : 422);
}

async function codePage(
  dependencies: ConsoleDependencies,
  { handle, number }: ReceivedForm,
  wrong?: Wrong,
): Promise<Answer> {
  const kept = await dependencies.records.outsideNotifications.get(number);
  if (kept?.addressConfirmedAt !== undefined || kept?.address === undefined)
    return redirect(inForm(handle, '/notify/sent'));
  const model = {
    ...frameOf(dependencies, false),
    ...{ address: kept.address, minutes: codeMinutes, problems: problemsOf(wrong) },
    action: inForm(handle, '/notify/code'),
    sentHref: inForm(handle, '/notify/sent'),
    wayBack: { href: inForm(handle, '/notify/sent') },
  };
  return view('pages/notify/code.njk', 'Type the code', model, wrong === undefined ? 200 : 422);
}

type OfReceived = (asked: AskedByAnybody, dependencies: ConsoleDependencies, received: ReceivedForm) => Promise<Answer>;

/** A page of a form that waits; any other form is led to its own page. */
const ofReceived =
  (answering: OfReceived) =>
  async (asked: AskedByAnybody, dependencies: ConsoleDependencies): Promise<Answer> => {
    const found = await formHere(dependencies, asked);
    switch (found.kind) {
      case 'received':
        return answering(asked, dependencies, found);
      case 'sent':
      case 'open':
        return redirect(inForm(found.handle, '/notify/sent'));
      case 'none':
      case 'several':
        return noForm(dependencies);
    }
  };

const sendCode = ofReceived(async (asked, dependencies, received) => {
  const typed = one(asked.fields, 'address');
  const { number, handle, code: secret } = received;
  const asks = await askForCode(dependencies, { number, secret, typed, send: dependencies.sendCode });
  switch (asks.kind) {
    case 'sent':
      return redirect(inForm(handle, '/notify/code'));
    case 'confirmed-before':
      return redirect(inForm(handle, '/notify/sent'));
    case 'not-sent':
      return receivedPage(dependencies, received, {
        address: typed,
        wrong: { field: 'address', sentence: asks.sentence },
      });
  }
});

const notRight: Readonly<Record<Exclude<CodeTyped, 'confirmed'>, string>> = {
  'not-digits': 'Enter the six digits of the code',
  wrong: 'This is not the code that was sent. Check the email, and type it again',
  over: 'This code can no longer be used. Go back and have a new one sent',
};

const checkCode = ofReceived(async (asked, dependencies, received) => {
  const { number, handle, code: secret } = received;
  const typed = await typeCode(dependencies, { number, secret, typed: one(asked.fields, 'code') });
  return typed === 'confirmed'
    ? redirect(inForm(handle, '/notify/sent'))
    : codePage(dependencies, received, { field: 'code', sentence: notRight[typed] });
});

const tooOften =
  'Codes were asked for or typed too often from your network. Your notification was received all the same. Wait a quarter of an hour.';

/** Having a code sent, and typing it. */
export const confirmingRoutes: readonly PageRoute[] = [
  limited(postPage('/notify/address', everybody, sendCode), { times: 20, minutes: 15, sentence: tooOften }),
  getPage(
    '/notify/code',
    everybody,
    ofReceived((_asked, dependencies, received) => codePage(dependencies, received)),
  ),
  limited(postPage('/notify/code', everybody, checkCode), {
    ...{ times: 40, minutes: 15, onlyRefused: true },
    sentence: tooOften,
  }),
];
