import * as z from 'zod/mini';
import { decidingRoles } from '../case/on-behalf';
import { deciders, entriesForOthers } from '../case/recorded-for';
import { define, notBefore } from '../decision';
import { choice, chosenAmong, count, words } from '../forms';
import { refusal, refusedField, type Refusal } from '../refusals';
import { inList, part, says } from '../sentence';
import { objectionMade, recordedForYou } from './confirmation-notices';

/* Always open while something was recorded on somebody's behalf: whoever decided it agrees, or objects. */

const confirmEntryForm = z.strictObject({
  entry: chosenAmong('entry-to-confirm', count('The entry', 'Its number on the record')),
  agrees: choice('Is this what you decided?', { yes: 'Yes, I decided this', no: 'No, I object' }),
  objection: z.optional(words('What is wrong', 'Only where you object. It changes nothing by itself')),
});

declare module '../case/case-file' {
  interface Forms {
    confirmEntry: z.infer<typeof confirmEntryForm>;
  }
}

function answerRefused({ agrees, objection }: z.infer<typeof confirmEntryForm>): Refusal | undefined {
  if (agrees === 'no' && objection === undefined) {
    return refusedField('invalid', { field: 'objection', said: 'Say what is wrong' });
  }
  return agrees === 'yes' && objection !== undefined
    ? refusedField('invalid', { field: 'objection', said: 'Leave out what is wrong, or say that you object' })
    : undefined;
}

export const confirmEntry = define({
  name: 'confirmEntry',
  title: 'Confirm what was recorded on your behalf',
  past: 'answered what was recorded on their behalf',
  confirmation: 'Answer recorded',
  source: 'design: silence is not confirmation, and an objection changes nothing by itself',
  roles: decidingRoles,
  form: confirmEntryForm,
  decides: ['entry', 'agrees', 'objection'],
  notOpen: (file) =>
    entriesForOthers(file).length > 0
      ? undefined
      : refusal('too-early', 'Nothing on this record was recorded on behalf of somebody else.'),
  refuse: (file, form, taking) => {
    const entry = entriesForOthers(file).find(({ fact }) => fact.seq === form.entry);
    if (entry === undefined) {
      return refusedField('invalid', {
        field: 'entry',
        said: `Entry ${form.entry} was not recorded on somebody's behalf, or no longer holds.`,
      });
    }
    const theirs = deciders(file, entry.recordedFor);
    if (!theirs.includes(taking.by)) {
      return refusal(
        'wrong-role',
        says`Entry ${form.entry} was recorded on behalf of: ${inList(theirs.map(part.person))}. Nobody else can agree to it or object.`,
      );
    }
    const { state, answer } = entry.confirmation;
    if (state === 'confirmed' && form.agrees === 'yes' && answer !== undefined) {
      return {
        ...refusal('already-decided', `Entry ${form.entry} is confirmed already (entry ${answer.seq}).`),
        first: { by: answer.by, at: answer.recordedAt },
      };
    }
    return answerRefused(form) ?? notBefore(entry.fact, taking, `Entry ${form.entry} is of`);
  },
  // Whoever decided it is asked with the decision that is recorded on their behalf (take.ts).
  notices: [recordedForYou, objectionMade],
});
