import type { PlaceQuestion } from '../../../src/casework/place-question';
import { answerPlace, whetherAtHome } from '../../../src/installation/place';
import { heldBack } from '../../../src/upgrades/read-only-cases';
import type { ConsoleUnderTest } from './console';

/** The place at which the records are started now. */
export const here = { place: 'A laptop', dataDir: '/', databaseUrl: undefined };

/** Starts a console again over records that were last used at another place, Huddersfield. */
export async function startElsewhere(console: ConsoleUnderTest, startAgain: () => void): Promise<void> {
  const { records } = console;
  await whetherAtHome({ ...here, place: 'Huddersfield' }, records, console.wall);
  const found = await whetherAtHome(here, records, console.wall);
  if (found.kind !== 'elsewhere') throw new Error('The records are at home.');
  let standing = found;
  const place: PlaceQuestion = {
    get standing() {
      return standing;
    },
    runsWorker: true,
    async answer(answer) {
      const answered = await answerPlace(here, records, answer);
      const now = await whetherAtHome(here, records, console.wall);
      if (now.kind === 'elsewhere') standing = now;
      return answered;
    },
    startAgain,
  };
  await console.stopListening();
  await console.listen({ cases: heldBack(console.cases, found), place });
}
