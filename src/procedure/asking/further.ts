import { answered, type AnswerSoFar } from '../case/answers';
import type { CaseFile, Fact, Forms } from '../case/case-file';
import { factsOf } from '../case/facts';
import { answererOf, answerersOf } from '../case/inquiries';
import type { Owner } from '../dates/owner';
import type { PersonId } from '../time/time';
import { whomAsked } from './correspondents';

/*
 * Further information that agencies are asked for once step 5 is over: at step 7, or whenever a review needs more. Each
 * is a request of its own, and the same agency may be asked again. Source: step 7; DESIGN, "Asking and answering".
 */

/** A request for further information to one agency. */
interface FurtherRequest {
  readonly id: string;
  readonly agency: string;
  readonly asked: Fact<Forms['askFurther']>;
  readonly answer: AnswerSoFar;
  readonly owner: Owner;
  readonly answerers: readonly PersonId[];
}

/** The name of a request for further information: the number of its entry, and the agency. It never changes. */
export const furtherId = (seq: number, agency: string): string => `further:${seq}-${agency}`;

/** Lists the requests for further information, first to last. */
export const furtherRequests = (file: CaseFile): readonly FurtherRequest[] =>
  factsOf(file, 'askFurther').flatMap((asked) =>
    whomAsked(file, asked).map((agency): FurtherRequest => {
      const id = furtherId(asked.seq, agency);
      const about = ({ form }: { readonly form: { readonly contribution: string } }): boolean =>
        form.contribution === id;
      return {
        id,
        agency,
        asked,
        answer: answered(file, id, {
          answers: factsOf(file, 'recordFurtherAnswer').filter(about),
          without: factsOf(file, 'goAheadWithoutFurther').filter(about),
        }),
        owner: answererOf(file, id, agency),
        answerers: answerersOf(file, id, agency),
      };
    }),
  );

/** Returns the request of this name; undefined if the case has none. */
export const furtherRequest = (file: CaseFile, id: string): FurtherRequest | undefined =>
  furtherRequests(file).find((one) => one.id === id);
