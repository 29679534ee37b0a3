import { fc } from '../support/properties';
import type { CaseFile } from '../../src/procedure/case/case-file';
import type { StepId } from '../../src/procedure/step-ids';
import { definitionOf } from '../../src/procedure/catalogue';
import { isRecorded } from '../../src/procedure/recorded';
import { isSettled, openSteps } from '../../src/procedure/dates/steps';
import { procedure } from '../../workflows/incident';
import { aCase } from '../support/a-case';
import { moves, moved, start } from '../support/random-case';

/** A wait of the procedure: for a step, or for a decision of it. */
interface Wait {
  readonly step: StepId;
  readonly isOver: (file: CaseFile) => boolean;
  readonly go: () => void;
}

/** The procedure as the workflow runs it, without a server: what it awaits at every moment. */
class Running {
  private waiting: Wait[] = [];
  private course: number;

  constructor(private file: CaseFile) {
    this.course = file.course;
    this.begin();
  }

  private begin(): void {
    this.waiting = [];
    const waiting = this.waiting;
    const current = () => this.file;
    void procedure({
      get file() {
        return current();
      },
      done: (step) => new Promise((go) => waiting.push({ step, isOver: (file) => isSettled(file, step), go })),
      recorded: (name) => {
        const { step } = definitionOf(name);
        if (step === undefined) throw new Error(`${name} belongs to no step.`);
        return new Promise((go) => waiting.push({ step, isOver: (file) => isRecorded(file, name), go }));
      },
    });
  }

  /** Goes on from another file: from the top where the course has changed. */
  async on(file: CaseFile): Promise<readonly StepId[]> {
    this.file = file;
    if (file.course !== this.course) this.begin();
    this.course = file.course;
    for (;;) {
      // Every promise of the procedure settles within a few turns.
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
      const settled = this.waiting.filter(({ isOver }) => isOver(file));
      if (settled.length === 0) return [...new Set(this.waiting.map(({ step }) => step))];
      for (const one of settled) {
        this.waiting.splice(this.waiting.indexOf(one), 1);
        one.go();
      }
    }
  }
}

const inOrder = (steps: readonly StepId[]) => [...steps].sort();

test('What the workflow awaits is what stands open, whatever is decided in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(start, moves, async (begin, all) => {
      let one = begin();
      const running = new Running(one.file);
      expect(inOrder(await running.on(one.file))).toEqual(inOrder(openSteps(one.file)));
      for (const next of all) {
        one = moved(one, next);
        const open = inOrder(openSteps(one.file));
        expect(inOrder(await running.on(one.file))).toEqual(open);
        expect(inOrder(await new Running(one.file).on(one.file))).toEqual(open);
      }
    }),
    { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 12) },
  );
});

test('Whoever joins the sub-group, or is added to the family, while it is still their turn is waited for', async () => {
  const commented = aCase().before('sendAmendments');
  const running = new Running(commented.file);
  await running.on(commented.file);
  const joined = commented.with('replacePerson', { role: 'sub-group-member', leaves: undefined, joins: 'P78' });
  expect(openSteps(joined.file)).toEqual(['comments']);
  expect(await running.on(joined.file)).toEqual(['comments']);
  const amended = commented
    .with('sendAmendments')
    .with('replacePerson', { role: 'sub-group-member', leaves: undefined, joins: 'P78' });
  expect(openSteps(amended.file)).toEqual(['amendments']);
});
