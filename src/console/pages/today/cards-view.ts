import { caseNow } from '../../../casework/reading';
import { awaited, contributionsOf, type Contribution } from '../../../procedure/asking/contributions';
import { placeOfDeadline, requestAddress, whereDone } from '../../../procedure/asking/places';
import { requestAs } from '../../../procedure/asking/requests';
import { isOwed } from '../../../procedure/case/answers';
import type { CaseFile } from '../../../procedure/case/case-file';
import { catalogue } from '../../../procedure/catalogue';
import { mayTakeAsOwn } from '../../../procedure/may-take';
import { whyNotOpen } from '../../../procedure/not-open';
import { piecesFor } from '../../../procedure/parts';
import { sightOf, takesIn, type Viewer } from '../../../procedure/permissions';
import type { CaseReference, IsoDate } from '../../../procedure/time/time';
import type { TurnInCase } from '../../../records/turns';
import { decisionAddress } from '../../case-frame/case-frame';
import { contributionActs, stepActs, type ActWords } from '../../wording/acts';
import { whoseInShort } from '../../wording/contributions';
import { daysLeft, type Urgency } from '../../wording/days-left';
import { typographic } from '../../wording/letters';
import { sayNames, type Desk } from './desk';

/* Cards for those who come here twice a month: one for each thing that they owe, with a button that leads to where it is done. */

/** A card. */
export interface Card {
  readonly reference: string;
  readonly practice: boolean;
  readonly title: string;
  readonly left: string;
  readonly urgency: Urgency;
  readonly why: string;
  readonly minutes?: number;
  readonly due: IsoDate;
  readonly period?: { readonly from: IsoDate; readonly to: IsoDate };
  /** Says how far the others are who were asked the same; undefined where the viewer may not know. */
  readonly others?: string;
  readonly button: { readonly text: string; readonly href: string };
  readonly links: readonly { readonly text: string; readonly href: string }[];
  /** The address of the case; undefined for those who see nothing of it but the request. */
  readonly caseHref?: string;
  readonly savedAsYouGo: boolean;
}

/** A case, and the person who looks at it. */
interface Seen {
  readonly desk: Desk;
  readonly file: CaseFile;
}

/** The act that a card asks for: where it is done, and in which words. */
type Act = Pick<Card, 'title' | 'why' | 'button' | 'links' | 'savedAsYouGo'> &
  Partial<Pick<Card, 'minutes' | 'period' | 'others'>>;

/** Says what the others have done: by name to whoever sees all of the case, by number to whoever sees its state. */
function othersSaid({ desk, file }: Seen, one: Contribution): string | undefined {
  const sight = sightOf(desk.me, file);
  const same = contributionsOf(file).filter(({ kind }) => kind === one.kind);
  if (same.length < 2 || !takesIn(sight, 'state') || one.kind === 'confirmation') return undefined;
  const answered = same.filter((other) => !isOwed(other));
  if (!takesIn(sight, 'names')) return `${answered.length} of ${same.length} have answered`;
  const others = same.filter(({ id }) => id !== one.id);
  const called = (some: readonly Contribution[]) =>
    sayNames(some.map((other) => whoseInShort({ file, profile: desk.profile }, other)));
  const [have, not] = [others.filter((other) => !isOwed(other)), others.filter(isOwed)];
  return [
    ...(have.length === 0 ? [] : [`${called(have)} ${have.length === 1 ? 'has' : 'have'} answered`]),
    ...(not.length === 0 ? [] : [`${called(not)} ${not.length === 1 ? 'has' : 'have'} not answered yet`]),
  ].join('. ');
}

const actWordsOf = ({ why, minutes, button }: ActWords, href: string) => ({
  why,
  minutes,
  button: { text: button, href },
});

/** The act of a contribution. To an agency it says nothing of the people of the case: they are in the request. */
function actOfContribution(seen: Seen, one: Contribution): Act {
  const { file } = seen;
  const { reference } = file;
  const others = othersSaid(seen, one);
  const href =
    one.kind === 'comments'
      ? `${decisionAddress(reference, 'recordComment')}?member=${seen.desk.me.id}`
      : (whereDone(reference, one.id) ?? `/cases/${reference}`);
  const common = { ...actWordsOf(contributionActs[one.kind], href), title: typographic(one.title) };
  const said = others === undefined ? {} : { others };
  if (one.agency === undefined || one.asked === undefined)
    return { ...common, ...said, links: [], savedAsYouGo: false };
  const { periodFrom, periodTo } = requestAs(file, one.asked);
  const nil = { text: 'We hold no information', href: requestAddress(reference, one.id, 'nil') };
  const passOn = { text: 'Pass it on to a colleague', href: requestAddress(reference, one.id, 'pass-on') };
  return {
    ...common,
    ...said,
    period: { from: periodFrom, to: periodTo },
    links: one.state === 'not-yet' ? [nil, passOn] : [passOn],
    savedAsYouGo: true,
  };
}

/** The act of a step or a task: the first decision of it that this person may take now. */
function actOfTurn({ desk, file }: Seen, { turn }: TurnInCase): Act {
  const { step } = turn;
  const mayTakeNow = (name: (typeof catalogue)[number]['name']) =>
    whyNotOpen(file, name) === undefined && mayTakeAsOwn(file, name, desk.me.id);
  const decision = step && catalogue.find((one) => one.step === step && mayTakeNow(one.name));
  const words = step && stepActs[step];
  const place = placeOfDeadline(file, turn, desk.me.id);
  return {
    title: typographic(decision?.title ?? turn.title),
    why: words?.why ?? typographic(turn.why),
    ...(words === undefined ? {} : { minutes: words.minutes }),
    button:
      place === undefined
        ? { text: 'Open the case', href: `/cases/${file.reference}` }
        : { text: 'Record it', href: place.address },
    links: [],
    savedAsYouGo: false,
  };
}

/** Finds the contribution that a turn of this person stands for; undefined for a step or task. */
const contributionOf = (file: CaseFile, { id }: Viewer, { turn }: TurnInCase): Contribution | undefined =>
  awaited(file).find((one) =>
    turn.step === undefined
      ? one.id === turn.id
      : one.kind === turn.step && typeof one.owner !== 'string' && one.owner.person === id,
  );

/** True for somebody who sees a request, and nothing else of the case. */
const seesRequestAlone = (file: CaseFile, { id }: Viewer): boolean =>
  [...piecesFor(file, id)].every((piece) => piece === 'request');

/** Lists the cards of somebody's turns, in the order given. */
export const cardsOf = (
  desk: Desk,
  turns: readonly TurnInCase[],
  files: ReadonlyMap<CaseReference, CaseFile>,
): readonly Card[] =>
  turns.flatMap((one) => {
    const file = files.get(one.reference);
    if (file === undefined) return [];
    const seen = { desk, file };
    const contribution = contributionOf(file, desk.me, one);
    const { urgency, sentence } = daysLeft(desk.calendar, one.turn, caseNow(desk.now, one));
    const { reference, practice, turn } = one;
    return [
      {
        ...{ reference, practice, urgency, left: sentence, due: turn.due },
        ...(contribution === undefined ? actOfTurn(seen, one) : actOfContribution(seen, contribution)),
        ...(seesRequestAlone(file, desk.me) ? {} : { caseHref: `/cases/${reference}` }),
      },
    ];
  });
