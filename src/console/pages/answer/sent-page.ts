import type { Decided } from '../../../casework/deciding';
import type { FieldProblem } from '../../../procedure/refusals';
import { redirect, type Answer } from '../../http/answer';
import type { ConsoleDependencies } from '../../http/dependencies';
import { problemsOnPage, saidOnPage } from '../../wording/said-on-page';
import { deskView, type AnswerDesk, type AnswerPage } from './desk';

interface Sending {
  readonly desk: AnswerDesk;
  /** The page again, with what is wrong. */
  readonly show: (problems: readonly FieldProblem[]) => Promise<Answer> | Answer;
}

const notSent = 'Your answer could not be sent just now. Nothing is lost. Try again in a few minutes.';

/** Answers an attempt to send: the page that says that it is sent, or the same page with what is wrong. */
export function afterSending(
  sent: Decided,
  { profile }: Pick<ConsoleDependencies, 'profile'>,
  { desk, show }: Sending,
): Promise<Answer> | Answer {
  switch (sent.kind) {
    case 'taken':
      return redirect(`${desk.path}/sent`);
    case 'refused': {
      const names = { profile, policy: desk.known.file.policy };
      const { fields = [] } = sent.refusal;
      return show(
        fields.length > 0
          ? problemsOnPage(names, fields)
          : [{ field: 'send', sentence: saidOnPage(names, sent.refusal) }],
      );
    }
    case 'no-such-case':
    case 'not-running':
      return show([{ field: 'send', sentence: notSent }]);
  }
}

/** Says that the answer was sent, and what happens next. */
export const sentPage: AnswerPage = (_asked, dependencies, desk) =>
  deskView(dependencies, desk, { template: 'sent', title: 'Answer sent' });
