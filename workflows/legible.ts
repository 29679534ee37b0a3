import { defineSearchAttributeKey, type SearchAttributeUpdatePair } from '@temporalio/common';
import { setCurrentDetails, upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';
import type { CaseFile } from '../src/procedure/case/case-file';
import { searchAttributes } from '../src/procedure/contract';
import { toMillis } from '../src/procedure/time/dates';
import { attributesOf, detailsOf } from '../src/procedure/legible';
import type { Instant } from '../src/procedure/time/time';

/** The names that the SDK has for the types of search attributes. */
const typesOfSdk = { Keyword: 'KEYWORD', KeywordList: 'KEYWORD_LIST', Datetime: 'DATETIME', Bool: 'BOOL' } as const;

const keyOf = <N extends keyof typeof searchAttributes>(name: N) =>
  defineSearchAttributeKey(name, typesOfSdk[searchAttributes[name]]);

const keys = {
  stage: keyOf('CaseStage'),
  steps: keyOf('CaseStep'),
  nextDeadline: keyOf('NextDeadline'),
  overdue: keyOf('Overdue'),
  reviewType: keyOf('ReviewType'),
  practice: keyOf('Practice'),
  partnership: keyOf('Partnership'),
};

/** The values that Temporal UI shows of a case. */
export interface Shown {
  readonly details: string;
  readonly attributes: ReturnType<typeof attributesOf>;
}

/** Works out what Temporal UI shows of a case at a moment. It throws what its rules throw, and shows nothing yet. */
export const shownOf = (file: CaseFile, now: Instant): Shown => ({
  details: detailsOf(file, now),
  attributes: attributesOf(file, now),
});

/**
 * Brings what Temporal UI shows up to date: the page at the top of the case, and the attributes that changed, or all of
 * them where a run begins: whatever other code would show, it is then the same command.
 */
export function showInTemporal({ details, attributes }: Shown, which: 'changes' | 'everything' = 'changes'): void {
  setCurrentDetails(details);
  const { stage, steps, nextDeadline, overdue, reviewType, practice, partnership } = attributes;
  const wanted: SearchAttributeUpdatePair[] = [
    { key: keys.stage, value: stage },
    { key: keys.steps, value: [...steps] },
    { key: keys.nextDeadline, value: nextDeadline === undefined ? null : new Date(toMillis(nextDeadline)) },
    { key: keys.overdue, value: overdue },
    { key: keys.reviewType, value: reviewType },
    { key: keys.practice, value: practice },
    { key: keys.partnership, value: partnership },
  ];
  const { typedSearchAttributes } = workflowInfo();
  const changed = wanted.filter(
    ({ key, value }) => which === 'everything' || said(typedSearchAttributes.get(key)) !== said(value ?? undefined),
  );
  if (changed.length > 0) upsertSearchAttributes(changed);
}

const said = (value: unknown): string => JSON.stringify(value instanceof Date ? value.toISOString() : value) ?? '';
