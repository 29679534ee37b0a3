import { namesNeeded } from '../../../casework/deciding';
import { caseNow } from '../../../casework/reading';
import type { DecisionName, Fact } from '../../../procedure/case/case-file';
import { isDecisionName } from '../../../procedure/catalogue';
import { notFound, type Answer } from '../../http/answer';
import { ofWhom } from '../../wording/references';
import { decisionAddress } from '../../case-frame/case-frame';
import type { ConsoleDependencies } from '../../http/dependencies';
import { one } from '../../http/fields';
import { caseContext } from '../../forms/case-context';
import { questionOf } from '../../forms/questions';
import type { Asked, Fields, VisitOfCase } from '../../http/page';
import { answersOnRecord } from './answers';
import { askingFor, askingToCorrect, correctsOf, type Corrects } from './asking';
import { saysNow, whichEntryView, whichFieldView } from './correct-view';
import { toConfirm, unresolvedBefore } from './for-others';
import { askingWhose, entryAtFirst } from './on-behalf';
import { filledIn } from './filled-in';
import { findDraft, type DecisionDraft, type DraftOf } from './drafts';
import type { Correcting, DecisionPage } from './form-read';
import { availabilityOf } from './already-decided';
import { decidedView, notOpenView, notTheirsView } from './waiting-view';
import { typographic } from '../../wording/letters';

/** The request that a route of these pages is given. */
export type AskedOfCase = Asked & VisitOfCase;

/** A page that can go on, or what is answered in its place. */
export type FoundPage<T> =
  { readonly kind: 'found'; readonly it: T } | { readonly kind: 'instead'; readonly answer: Answer };

export const found = <T>(it: T): FoundPage<T> => ({ kind: 'found', it });
export const instead = (answer: Answer): FoundPage<never> => ({ kind: 'instead', answer });

/** The decision that the address names. */
export const decisionIn = (asked: Pick<Asked, 'params'>): DecisionName | undefined => {
  const name = asked.params['decision'] ?? '';
  return isDecisionName(name) ? name : undefined;
};

/** Returns the decision, case and person that a draft must belong to if it is to be shown here. */
export const draftOf = ({ known, visitor, now }: AskedOfCase, decision: DecisionName): DraftOf => ({
  reference: known.file.reference,
  decision,
  person: visitor.person.id,
  now,
});

/** Returns the draft that the address names: none, this person's, or an answer that says it is not there. */
export async function draftIn(
  asked: AskedOfCase,
  dependencies: ConsoleDependencies,
  name: DecisionName,
): Promise<FoundPage<DecisionDraft | undefined>> {
  const secret = one(asked.query, 'draft');
  if (secret === '') return found(undefined);
  const draft = await findDraft(dependencies, secret, draftOf(asked, name));
  return draft === undefined
    ? instead(notFound('What was being recorded here is not kept any more, or it is another person’s. Begin again.'))
    : found(draft);
}

/** Returns a page that says why this person cannot take the decision now; undefined if they can. */
export async function standsInTheWay(
  asked: AskedOfCase,
  dependencies: ConsoleDependencies,
  name: DecisionName,
): Promise<Answer | undefined> {
  const { known, visitor, now } = asked;
  const { file } = known;
  const here = { asked, dependencies, name };
  const standing = availabilityOf(file, name, visitor.person.id);
  switch (standing.kind) {
    case 'open':
      return undefined;
    case 'not-theirs':
      return notTheirsView(here);
    case 'not-open':
      return notOpenView(here, standing.refusal);
    case 'decided': {
      const context = await caseContext(dependencies, { file, viewer: visitor.person, now: caseNow(now, known) });
      const { first } = standing;
      return decidedView(
        here,
        first,
        await answersOnRecord(dependencies, { file, viewer: visitor.person, context }, { name, fact: first }),
      );
    }
  }
}

/** The page of a decision; for a correction first which entry and which field, by the address or what was typed. */
export async function decisionPage(
  asked: AskedOfCase,
  dependencies: ConsoleDependencies,
  { name, said }: { readonly name: DecisionName; readonly said: Fields },
): Promise<FoundPage<DecisionPage>> {
  const { known, visitor, now } = asked;
  const { file } = known;
  const context = await caseContext(dependencies, { file, viewer: visitor.person, now: caseNow(now, known) });
  const page = { asked, dependencies, name, context };
  if (name !== 'correctFact') return found(await pageOfOwnForm(page, said));
  const { entry, corrects } = correctsOf(file, said);
  if (corrects !== undefined) {
    const [correcting, asking, content] = await Promise.all([
      correctingOf(page, corrects),
      askingToCorrect(dependencies, file, corrects),
      namesNeeded(dependencies, file, name),
    ]);
    return found({ ...page, asking, correcting, content });
  }
  const which = entry === undefined ? undefined : await whichFieldView(asked, dependencies, { entry, context });
  return instead(which ?? whichEntryView(asked, dependencies));
}

/** The page of a decision that is asked by its own form, with what was recorded on behalf of others. */
async function pageOfOwnForm(page: Omit<DecisionPage, 'asking'>, said: Fields): Promise<DecisionPage> {
  const { asked, dependencies, name } = page;
  const { file } = asked.known;
  const by = asked.visitor.person.id;
  const asking = askingWhose(askingFor(name), { file, profile: dependencies.profile, name, by });
  if (name === 'confirmEntry') {
    const atFirst = entryAtFirst(file, by, said);
    return { ...page, asking: { ...asking, atFirst }, toConfirm: await toConfirm(page) };
  }
  const content = await namesNeeded(dependencies, file, name);
  const atFirst = { ...asking.atFirst, ...filledIn(file, name) };
  return { ...page, asking: { ...asking, atFirst }, content, unresolved: await unresolvedBefore(name, page) };
}

async function correctingOf(
  { asked, dependencies, context }: Pick<DecisionPage, 'asked' | 'dependencies' | 'context'>,
  { title, fact, field, schema }: Corrects,
): Promise<Correcting> {
  const { file } = asked.known;
  const question = questionOf(schema);
  const about: { readonly fact: Fact<unknown>; readonly field: string } = { fact, field };
  return {
    seq: fact.seq,
    decision: typographic(title),
    on: fact.on,
    field: field === 'on' ? 'The day' : `${ofWhom(fact.seq, field)}${question.title}`,
    now: await saysNow(dependencies, file, { ...about, question }, context),
    others: `${decisionAddress(file.reference, 'correctFact')}?entry=${fact.seq}`,
  };
}
