import { randomUUID } from 'node:crypto';
import { passOn, readColleagues } from '../../../casework/answering/passing-on';
import type { FieldProblem } from '../../../procedure/refusals';
import { redirect } from '../../http/answer';
import type { ConsoleDependencies } from '../../http/dependencies';
import { one } from '../../http/fields';
import type { Fields } from '../../http/page';
import { nameOf } from '../../wording/name-of';
import { problemsOnPage, saidOnPage } from '../../wording/said-on-page';
import { byField, deskView, type AnswerDesk, type AnswerPage } from './desk';

const names = ['name', 'address', 'sends', 'message'] as const;

/** Asks for the colleague. */
const form = (fields: Fields, problems: readonly FieldProblem[] = []) => ({
  template: 'pass-on',
  title: 'Pass the request on to a colleague',
  problems,
  model: {
    ...Object.fromEntries(names.map((name) => [name, one(fields, name)])),
    key: one(fields, 'key') || randomUUID(),
    wrong: byField(problems),
  },
});

/** The page on which a request is passed on to a colleague. */
export const passOnPage: AnswerPage = (_asked, dependencies, desk) =>
  mayPassOn(desk) ? deskView(dependencies, desk, form({})) : redirect(`${desk.path}/request`);

/** True while whoever was asked may pass the request on. The Business Unit does so by its own decision. */
export const mayPassOn = ({ answers, settles, request: { state } }: AnswerDesk): boolean =>
  answers && !settles && state !== 'accepted';

const notPassedOn = 'The request could not be passed on just now. Try again in a few minutes.';

/** Passes the request on, or asks the Business Unit to confirm the colleague. */
export const sendPassOn: AnswerPage = async ({ fields }, dependencies, desk) => {
  if (!mayPassOn(desk)) return redirect(`${desk.path}/request`);
  const message = one(fields, 'message').trim();
  const passed = await passOn(dependencies, desk, {
    key: `pass-on-${one(fields, 'key')}`,
    name: one(fields, 'name'),
    address: one(fields, 'address'),
    sends: one(fields, 'sends') || 'colleague',
    ...(message === '' ? {} : { message }),
  });
  const again = (problems: readonly FieldProblem[]) => deskView(dependencies, desk, form(fields, problems));
  switch (passed.kind) {
    case 'taken':
      return redirect(`${desk.path}/request#colleagues`);
    case 'refused': {
      const said = { profile: dependencies.profile, policy: desk.known.file.policy };
      const { fields: wrong = [] } = passed.refusal;
      return again(
        wrong.length > 0
          ? problemsOnPage(said, wrong)
          : [{ field: 'send', sentence: saidOnPage(said, passed.refusal) }],
      );
    }
    case 'no-such-case':
    case 'not-running':
      return again([{ field: 'send', sentence: notPassedOn }]);
  }
};

const standing = {
  'has-it': 'They have a link of their own',
  waits: 'The Business Unit confirms them first. They have no link yet',
  declined: 'The Business Unit declined: they get no link',
} as const;

/** Lists to whom a request is passed on, by whom and when, and how that stands. */
export async function colleaguesShown(dependencies: ConsoleDependencies, desk: AnswerDesk) {
  const { known, request, person, settles } = desk;
  const all = await readColleagues(dependencies, known.file, request.id);
  const called = (id: string): string => all.find((one) => one.id === id)?.name ?? nameOf(dependencies.profile, id);
  return all.map(({ id, name, address, message, named, state }) => ({
    ...{ name, address, by: called(named.by), on: named.on, says: standing[state] },
    // A message is for the colleague, and for whoever wrote it.
    message: id === person || named.by === person || settles ? message : undefined,
    settleHref:
      settles && state === 'waits'
        ? `/cases/${known.file.reference}/decisions/settleColleague?colleague=${id}`
        : undefined,
  }));
}
