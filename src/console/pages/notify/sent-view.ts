import { findCase } from '../../../casework/reading';
import { sightOf } from '../../../procedure/permissions';
import type { StepId } from '../../../procedure/step-ids';
import type { ConsoleDependencies } from '../../http/dependencies';
import type { Visitor } from '../../http/page';
import type { SentForm } from '../../forms/notification-draft';

/** Lists what happens after a notification, in the procedure's order. */
function whatHappensNext({
  profile: { policy },
}: Pick<ConsoleDependencies, 'profile'>): readonly (readonly [StepId, string])[] {
  const { roleTitles, partnership } = policy;
  return [
    [
      'front-door',
      `The Business Unit sends your notification to the ${roleTitles['front-door']}, for oversight by the ${roleTitles['service-director']}.`,
    ],
    [
      'decision-meeting',
      'The Local Authority, the police and health meet, with the Independent Scrutineer where possible, and each gives a summary of its involvement with the family.',
    ],
    ['outcome', `${partnership.authority} decides whether Ofsted and the National Panel are notified.`],
    ['information', 'Agencies are asked what they know; yours may be one of them.'],
    [
      'rapid-review-meeting',
      'If they are notified, a Rapid Review meeting brings together what is known and decides what is to be learnt.',
    ],
    ['submission', 'What it found and decided goes to the National Panel.'],
  ];
}

/** The confirmation: the reference, and what happens next by the plan as it stood when the notification came. */
export async function sentView(dependencies: ConsoleDependencies, sent: SentForm, visitor: Visitor | undefined) {
  const { reference, receivedAt, practice, dues } = sent;
  const known = visitor === undefined ? undefined : await findCase(dependencies, reference);
  const sees = visitor !== undefined && known !== undefined && sightOf(visitor.person, known.file) !== 'none';
  return {
    reference,
    receivedAt,
    practice,
    next: whatHappensNext(dependencies).map(([step, text]) => ({ text, due: dues[step] })),
    ...(sees ? { caseHref: `/cases/${reference}` } : {}),
  };
}
