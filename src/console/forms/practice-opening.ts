import { receiveNotification } from '../../casework/notifying';
import { printOf } from '../../casework/content-hash';
import type { CaseReference, PersonId } from '../../procedure/time/time';
import type { ConsoleDependencies } from '../http/dependencies';
import { exampleForm, exampleIds, type ExampleId } from './practice-example';

/** The example of this name; nothing where there is none. */
export const exampleCalled = (name: string): ExampleId | undefined => exampleIds.find((id) => id === name);

/** Opens a practice case from a ready-made example: once for its key, however often that is sent. */
export async function openExample(
  dependencies: ConsoleDependencies,
  { example, by, key }: { readonly example: ExampleId; readonly by: PersonId; readonly key: string },
): Promise<CaseReference> {
  const received = await receiveNotification(dependencies, {
    form: exampleForm(example, dependencies.now()),
    by,
    key: `example ${by} ${key}`,
    // The fingerprint leaves out the form, whose times change between two presses of the button.
    print: printOf('practice example', { example }),
    practice: true,
  });
  if (received.kind === 'opened') return received.onRecord.file.reference;
  const fields = received.refusal.fields?.map(({ field, sentence }) => `${field}: ${sentence}`) ?? [];
  throw new Error(`The example "${example}" is no notification. ${fields.join('; ')}`);
}
