import {
  contributionsOf,
  contributionWith,
  isAnswerable,
  type Contribution,
} from '../../procedure/asking/contributions';
import { chaseable } from '../../procedure/asking/waiting';
import { isOwed } from '../../procedure/case/answers';
import type { CaseFile } from '../../procedure/case/case-file';
import { partnerOf } from '../../procedure/case/partners';
import type { Choosable } from '../../procedure/forms';
import { sayShortDate } from '../../procedure/time/dates';
import { agencyNameOf } from '../wording/agency-name';
import { typographic } from '../wording/letters';
import type { People } from '../wording/name-of';

/* The requests of a case, as forms offer them. */

type AmongRequests = 'further-request' | 'request-open' | 'answer-given' | 'contribution-owed';

export const isRequest = (among: Choosable): among is AmongRequests =>
  among === 'further-request' || among === 'request-open' || among === 'answer-given' || among === 'contribution-owed';

/** Lists the requests among which a form offers a choice. */
export function requestValues(file: CaseFile, among: AmongRequests): readonly string[] {
  const open = contributionsOf(file).filter((one) => isAnswerable(one) && one.state !== 'accepted');
  switch (among) {
    case 'further-request':
      return open.filter((one) => one.kind === 'further' && isOwed(one)).map(({ id }) => id);
    case 'request-open':
      return open.filter(({ agency }) => agency !== undefined).map(({ id }) => id);
    case 'contribution-owed':
      return chaseable(file).map(({ id }) => id);
    case 'answer-given':
      return open.filter(({ last, state }) => last !== undefined && state !== 'without').map(({ id }) => id);
  }
}

const requestSays: Readonly<Record<Contribution['kind'], string>> = {
  naming: 'Agencies to ask',
  summary: 'Agency summary',
  return: 'Information',
  chronology: 'Chronology',
  further: 'Further information',
  comments: 'Comments on the draft',
  statement: 'Media statement',
  dissemination: 'Dissemination of the response',
  confirmation: 'Confirmation of an entry',
};

/** Says a request: what was asked, of whom, and when. */
export function requestCalled(
  { file, profile }: { readonly file: CaseFile; readonly profile: People },
  id: string,
): string {
  const one = contributionWith(file, id);
  if (one === undefined) return id;
  const { kind, agency, partner, since } = one;
  const { policy } = file;
  const who = [
    ...(agency === undefined ? [] : [agencyNameOf({ profile, policy }, agency)]),
    ...(partner === undefined ? [] : [policy.roleTitles[partnerOf(partner)]]),
  ];
  return typographic([requestSays[kind], ...who, `asked ${sayShortDate(since)}`].join(', '));
}
