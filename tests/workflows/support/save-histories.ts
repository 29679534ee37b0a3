import type { CaseFile } from '../../../src/procedure/case/case-file';
import { referenceOf, startEngine } from './engine';
import { historiesOf, inPlain, save, type Expected, type SavedHistory } from './histories';
import { saveCaseFiles } from './saved-case-files';
import { Story, tell, type Way } from './story';
import { movingOn, whereverItWaits } from './telling';
import { ways, type WayName } from './ways';

/** A way as a file is named: "the Panel wants more, twice" is `the-panel-wants-more-twice`. */
const named = (way: string): string => way.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');

/** Whether a run has something of its own way: those before it left the straight one are saved with that. */
function isOwn({ history }: SavedHistory, { leaves }: Way): boolean {
  const last = history.events?.at(-1)?.eventTime?.seconds;
  return leaves === undefined || Number(last) * 1000 >= Date.parse(leaves);
}

/**
 * Takes a case down every way, as it is and going on in a new run wherever it waits, and saves what Temporal kept of
 * it, and its case file at every point where it waited.
 */
export async function saveHistories(release: string): Promise<Expected> {
  const engine = await startEngine();
  const files: CaseFile[] = [];
  const keepingFiles = (way: Way): Way => ({
    ...way,
    beforeEach: whereverItWaits(async (story) => files.push(story.file)),
  });
  try {
    const stories = (Object.keys(ways) as WayName[]).flatMap((name, at) => [
      { name: named(name), story: new Story(engine, referenceOf(2 * at + 1), keepingFiles(ways[name])) },
      { name: `${named(name)}-moved-on`, story: new Story(engine, referenceOf(2 * at + 2), movingOn(ways[name])) },
    ]);
    const failed = await tell(stories.map(({ story }) => story));
    for (const error of failed.values()) throw error;
    const saved = new Map<string, readonly SavedHistory[]>();
    for (const { name, story } of stories) {
      const histories = (await historiesOf(engine, story.reference)).filter((run) => isOwn(run, story.way));
      saved.set(name, await Promise.all(histories.map((one) => inPlain(one, engine.dataConverter))));
      files.push(story.told.file);
    }
    const expected = save(release, saved);
    saveCaseFiles(release, files);
    return expected;
  } finally {
    await engine.stop();
  }
}
