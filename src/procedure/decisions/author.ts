import * as z from 'zod/mini';
import type { CaseFile, Fact } from '../case/case-file';
import { define, notBefore } from '../decision';
import { authorOf } from '../case/author';
import { fact, toldOn } from '../case/facts';
import { confirmed, person, words } from '../forms';
import { reviewType } from '../case/position';
import { refusal, type Refusal } from '../refusals';
import { part, says } from '../sentence';
import { partnerRoles } from '../roles';
import { keptOut } from '../case/shut-out';
import type { PersonId } from '../time/time';
import { defineNotice, tell } from '../reminders/notice';
import { dateValue } from '../reminders/notice-values';
import { firstFound, unlessWithdrawn } from '../reminders/true-until';

/* The reviewer or author: appointed by the partners' decision with a declaration of conflicts, and replaceable (reg. 13). */

const appointAuthorForm = z.strictObject({
  author: person('The author'),
  declaration: words('Their declaration of conflicts of interest'),
  fit: confirmed('The partners find them fit to write it, and without a conflict'),
});
const replaceAuthorForm = z.strictObject({
  author: person('The new author'),
  reason: words('Why the author is replaced'),
  declaration: words("The new author's declaration of conflicts of interest"),
  fit: confirmed('The partners find them fit to write it, and without a conflict'),
});

declare module '../reminders/notice' {
  interface Notices {
    'author-appointed': typeof authorAppointed;
  }
}

declare module '../case/case-file' {
  interface Forms {
    appointAuthor: z.infer<typeof appointAuthorForm>;
    replaceAuthor: z.infer<typeof replaceAuthorForm>;
  }
}

const noReview = (file: CaseFile): Refusal | undefined =>
  reviewType(file) === 'PLR' || reviewType(file) === 'LCSPR'
    ? undefined
    : refusal(
        'too-early',
        'No review has been decided on in this case; an author is appointed once step 7 decides that one follows.',
      );

const takesTheSeat = <F extends { readonly author: PersonId }>(file: CaseFile, taken: Fact<F>): CaseFile => ({
  ...file,
  people: { ...file.people, author: [taken.form.author] },
});

const authorAppointed = defineNotice({
  kind: 'author-appointed',
  title: 'The author has been appointed',
  ofCase: true,
  sometimes: { replaces: dateValue },
  stillTrue: firstFound(unlessWithdrawn, (notice, file) =>
    notice.as === 'author' && authorOf(file) !== notice.to ? 'Somebody else is the author now.' : undefined,
  ),
});

const toldOfAuthor = ({ author }: { readonly author: PersonId }) =>
  [{ person: author, as: 'author' }, 'business-manager', 'scrutineer'] as const;

export const appointAuthor = define({
  name: 'appointAuthor',
  title: 'Appoint the author',
  past: 'appointed the author',
  confirmation: 'Author appointed',
  source: 'reg. 13; step 8 for a practice learning review',
  roles: [...partnerRoles],
  form: appointAuthorForm,
  decides: ['author'],
  follows: ['recordDetermination'],
  notOpen: (file) =>
    fact(file, 'appointAuthor') === undefined
      ? noReview(file)
      : refusal(
          'already-decided',
          says`An author has been appointed; the partners can replace them${part.by('replaceAuthor')}.`,
        ),
  refuse: (file, form) => keptOut(file, form.author),
  effect: takesTheSeat,
  notices: [authorAppointed],
  tells: (_file, taken) => [tell(authorAppointed, { to: toldOfAuthor(taken.form) })],
});

export const replaceAuthor = define({
  name: 'replaceAuthor',
  title: 'Replace the author',
  past: 'replaced the author',
  confirmation: 'Author replaced',
  source: 'reg. 13',
  roles: [...partnerRoles],
  form: replaceAuthorForm,
  decides: ['author'],
  notOpen: noReview,
  follows: ['appointAuthor'],
  refuse: (file, form, taking) =>
    authorOf(file) === form.author
      ? refusal('against-the-record', 'That person is the author already.')
      : (notBefore(fact(file, 'replaceAuthor'), taking, 'The author was last replaced on') ??
        keptOut(file, form.author)),
  effect: takesTheSeat,
  notices: [authorAppointed],
  tells: (_file, taken, before) => {
    const earlier = fact(before, 'replaceAuthor') ?? fact(before, 'appointAuthor');
    return [tell(authorAppointed, { to: toldOfAuthor(taken.form), values: { replaces: earlier && toldOn(earlier) } })];
  },
});
