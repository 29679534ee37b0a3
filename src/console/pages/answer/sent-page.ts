import type { Decided } from '../../../casework/deciding';
import type { FieldProblem } from '../../../procedure/refusals';
import { redirect, type Answer } from '../../http/answer';
import type { ConsoleDependencies } from '../../http/dependencies';
import { one } from '../../http/fields';
import { problemsOnPage, saidOnPage } from '../../wording/said-on-page';
import { deskView, type AnswerDesk, type AnswerPage } from './desk';

interface Sending {
  readonly desk: AnswerDesk;
  /** The page again, with what is wrong. */
  readonly show: (problems: readonly FieldProblem[]) => Parameters<typeof deskView>[2];
}

const notSent = 'Your answer could not be sent just now. Nothing is lost. Try again in a few minutes.';

/** Answers an attempt to send: the page that says that it is sent, or the same page with what is wrong. */
export function afterSending(sent: Decided, dependencies: ConsoleDependencies, { desk, show }: Sending): Answer {
  const again = (problems: readonly FieldProblem[]) => deskView(dependencies, desk, show(problems));
  switch (sent.kind) {
    case 'taken':
      return redirect(`${desk.path}/sent?entry=${sent.seq}`);
    case 'refused': {
      const names = { profile: dependencies.profile, policy: desk.known.file.policy };
      const { fields = [] } = sent.refusal;
      return again(
        fields.length > 0
          ? problemsOnPage(names, fields)
          : [{ field: 'send', sentence: saidOnPage(names, sent.refusal) }],
      );
    }
    case 'no-such-case':
    case 'not-running':
      return again([{ field: 'send', sentence: notSent }]);
  }
}

/** Says that the answer was sent, and what happens next. */
export const sentPage: AnswerPage = ({ query }, dependencies, desk) =>
  deskView(dependencies, desk, { template: 'sent', title: 'Answer sent', model: { entry: one(query, 'entry') } });
