import type * as z from 'zod/mini';
import type { CaseFile, DecisionName, Fact, PassedLimit } from './case/case-file';
import { correctFactBy } from './case/corrections';
import type { Definition, SeveralAtOnce, Taking } from './decision';
import * as actions from './decisions/actions';
import * as arranging from './decisions/arranging';
import * as answers from './decisions/answers';
import * as author from './decisions/author';
import * as chasing from './decisions/chasing';
import * as children from './decisions/children';
import * as conflictOfInterest from './decisions/conflict-of-interest';
import * as confirming from './decisions/confirming';
import * as course from './decisions/course';
import * as crossBorder from './decisions/cross-border';
import * as deciding from './decisions/deciding';
import * as delayLetters from './decisions/delay-letters';
import * as determination from './decisions/determination';
import * as draftReport from './decisions/draft-report';
import * as drafting from './decisions/drafting';
import * as further from './decisions/further';
import * as gathering from './decisions/gathering';
import * as information from './decisions/information';
import * as outcome from './decisions/outcome';
import * as oversight from './decisions/oversight';
import * as panel from './decisions/panel';
import * as lookAlikes from './decisions/look-alikes';
import * as learning from './decisions/practice-learning-review';
import * as publishing from './decisions/publishing';
import * as rapidReview from './decisions/rapid-review';
import * as signOff from './decisions/sign-off';
import * as passingOn from './decisions/passing-on';
import * as subGroupMeeting from './decisions/sub-group-meeting';
import * as recordKeeping from './decisions/record-keeping';
import type { Telling } from './reminders/notice';
import type { Refusal } from './refusals';
import { setEntryAsideBy } from './case/setting-aside';
import { stepIds } from './step-ids';

type Catalogue = { readonly [N in DecisionName]: Definition<N> };

const others: Omit<Catalogue, 'correctFact' | 'setEntryAside'> = {
  ...deciding,
  ...outcome,
  ...crossBorder,
  ...information,
  ...answers,
  ...passingOn,
  ...chasing,
  ...further,
  ...arranging,
  ...rapidReview,
  ...determination,
  ...panel,
  ...author,
  ...gathering,
  ...draftReport,
  ...subGroupMeeting,
  ...drafting,
  ...signOff,
  ...publishing,
  ...learning,
  ...actions,
  ...course,
  ...recordKeeping,
  ...children,
  ...lookAlikes,
  ...confirming,
  ...conflictOfInterest,
  ...oversight,
  ...delayLetters,
};

/** A definition whose name is known only when it runs; its own form has to have checked what it is given. */
export type AnyDefinition = Omit<
  Definition<'addNote'>,
  'name' | 'form' | 'once' | 'several' | 'again' | 'refuse' | 'limits' | 'saysWhy' | 'effect' | 'corrected' | 'tells'
> & {
  readonly name: DecisionName;
  readonly form: z.ZodMiniType;
  readonly once?: boolean | ((form: unknown) => string);
  readonly several?: SeveralAtOnce<Readonly<Record<string, unknown>>>;
  readonly again?: (file: CaseFile, form: unknown, taking: Taking) => boolean;
  readonly refuse?: (file: CaseFile, form: unknown, taking: Taking) => Refusal | undefined;
  readonly limits?: (file: CaseFile, form: unknown, taking: Taking) => readonly PassedLimit[];
  readonly saysWhy?: string;
  readonly effect?: (file: CaseFile, taken: Fact<unknown>) => CaseFile;
  readonly corrected?: (file: CaseFile, right: Fact<unknown>) => CaseFile;
  readonly tells?: (file: CaseFile, taken: Fact<unknown>, before: CaseFile) => readonly Telling[];
};

// A form is only ever given to the definition that parsed it, which the compiler cannot follow through a name.
const erased = (definition: unknown) => definition as AnyDefinition;

const byName = new Map<string, AnyDefinition>(Object.values(others).map((one) => [one.name, erased(one)]));
const correctFact = correctFactBy((name) => definitionOf(name));
byName.set(correctFact.name, erased(correctFact));
const setEntryAside = setEntryAsideBy((name) => definitionOf(name));
byName.set(setEntryAside.name, erased(setEntryAside));

/** Every decision of the procedure, in the order of its steps, with those that are always open last. */
export const catalogue: readonly AnyDefinition[] = [
  ...stepIds.flatMap((id) => [...byName.values()].filter(({ step }) => step === id)),
  ...[...byName.values()].filter(({ step }) => step === undefined),
];

export const isDecisionName = (name: string): name is DecisionName => byName.has(name);

/** The entry of a decision. */
export function definitionOf(name: DecisionName): AnyDefinition {
  const found = byName.get(name);
  if (found === undefined) throw new Error(`The catalogue has no decision "${name}".`);
  return found;
}
