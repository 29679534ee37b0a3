import { readContribution } from '../../../procedure/case/answer-links';
import { plannedDates } from '../../../procedure/dates/plan';
import { sayTelephone } from '../../../procedure/outside-notification/settings';
import { notFound, view, type Answer } from '../../http/answer';
import type { ConsoleDependencies, ReadByLink } from '../../http/dependencies';

const wanted = {
  information: {
    title: 'Send your information',
    what: 'We ask what your organisation knows, for the Rapid Review. If you hold no information, tell us that too.',
  },
  chronologies: {
    title: 'Send your chronology',
    what: 'We ask for a chronology for the review. If you hold no information for the period, tell us that too.',
  },
} as const;

/** A page that says plainly what an agency is asked for. */
export function plainRequest(
  { contribution, reference, known: { file } }: ReadByLink,
  { profile }: Pick<ConsoleDependencies, 'profile'>,
): Answer {
  const asked = readContribution(contribution);
  if (asked === undefined) return notFound();
  const { title, what } = wanted[asked.name];
  return view('pages/answer/request.njk', title, {
    reference,
    what,
    practice: file.practice,
    agency: file.policy.agencies[asked.agency]?.name ?? asked.agency,
    due: plannedDates(file, asked.inquiry.step).due,
    ring: sayTelephone(profile.outside),
  });
}
