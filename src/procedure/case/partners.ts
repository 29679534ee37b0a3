import { refusal, type Refusal } from '../refusals';
import { partners, type Partner, type Role } from '../roles';

/** The delegated partners as people name them. */
export const partnerWords: Readonly<Record<Partner, string>> = {
  la: 'The Local Authority',
  police: 'The police',
  health: 'Health',
};

const roleOf = { la: 'la-partner', police: 'police-partner', health: 'health-partner' } as const satisfies Record<
  Partner,
  Role
>;

/** The role of a delegated partner. */
export const partnerOf = (partner: Partner): Role => roleOf[partner];

/** Each partner speaks for itself; the Business Unit may put any partner's answer on the record. */
export function partnerToAct(role: Role, partner: Partner): Refusal | undefined {
  const own = partners.find((one) => roleOf[one] === role);
  return own === undefined || own === partner
    ? undefined
    : refusal('wrong-role', 'A delegated partner answers for their own agency only.');
}

export const partnersAgree = (views: Readonly<Record<Partner, string>>): boolean =>
  new Set(Object.values(views)).size === 1;

/** The people who may chair a Rapid Review, in words. */
export const chairs = { scrutineer: 'The Scrutineer', ...partnerWords } as const;
