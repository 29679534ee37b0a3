import type { Office } from '../casework/office';
import { keepReceived } from './received-notifications';
import { keepReconciled, type ReconcilerSettings } from './reconciler';

/**
 * Looks after open cases and after notifications that wait to be taken. Resolves with a function that stops both, once
 * the first look at the cases is over.
 */
export async function lookAfterCases(office: Office, settings: ReconcilerSettings): Promise<() => Promise<void>> {
  const stopReceived = keepReceived(office);
  const stopReconciled = await keepReconciled(office, settings);
  return async () => {
    await Promise.all([stopReceived(), stopReconciled()]);
  };
}
