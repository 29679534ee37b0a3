import { decidingRoles, isRecordedForOthers, neverOnBehalf, onBehalfField } from './case/on-behalf';
import type { CaseFile, DecisionName } from './case/case-file';
import { deciders } from './case/recorded-for';
import { isShutOut, rolesIn } from './case/shut-out';
import { rolesNow } from './parts';
import { definitionOf } from './catalogue';
import type { Call } from './decision';
import { refusal, type Refusal } from './refusals';
import { businessUnit, type Role } from './roles';
import { inList, part, says } from './sentence';
import type { PersonId } from './time/time';

/* Rules for who may take which decision in a case, as their own or on behalf of whoever decided it. */

/** Lists the roles that may take a decision: the profile's answer if it has one, else the procedure's. */
export const mayTake = (
  file: { readonly policy: Pick<CaseFile['policy'], 'mayTake'> },
  name: DecisionName,
): readonly Role[] => file.policy.mayTake[name] ?? definitionOf(name).roles;

/** Lists the roles on whose behalf the Business Unit may record a decision; none where it may not. */
export const mayBeRecordedFor = (file: Pick<CaseFile, 'policy'>, name: DecisionName): readonly Role[] =>
  isRecordedForOthers(definitionOf(name), file.policy)
    ? mayTake(file, name).filter((role) => decidingRoles.some((one) => one === role))
    : [];

/**
 * Lists the roles of a person, as far as they count for a decision. Whoever has a request to answer counts as an agency's
 * contact. That depends on dates, and is worked out only for somebody whom no other role entitles.
 */
function rolesFor(file: CaseFile, name: DecisionName, by: PersonId): readonly Role[] {
  const given = rolesIn(file, by);
  const allowed = mayTake(file, name);
  const isEnough = !allowed.includes('agency-contact') || allowed.some((one) => given.includes(one));
  return isEnough ? given : rolesNow(file, by);
}

const ownHat = (file: CaseFile, name: DecisionName, by: PersonId): Role | undefined => {
  const theirs = rolesFor(file, name, by);
  return mayTake(file, name).find((one) => theirs.includes(one));
};

const unitHat = (file: CaseFile, by: PersonId): Role | undefined => {
  const theirs = rolesIn(file, by);
  return businessUnit.find((one) => theirs.includes(one));
};

/** True if this person may record the decision on behalf of somebody else who has a role that may take it. */
export const mayRecordForOthers = (file: CaseFile, name: DecisionName, by: PersonId): boolean =>
  unitHat(file, by) !== undefined &&
  mayBeRecordedFor(file, name).some((role) => deciders(file, { role }).some((one) => one !== by));

/** True if this person may take the decision as their own. */
export const mayTakeAsOwn = (file: CaseFile, name: DecisionName, by: PersonId): boolean =>
  ownHat(file, name, by) !== undefined;

/** The role under which this person takes a decision as their own, or why they may not. */
function roleToTake(file: CaseFile, name: DecisionName, by: PersonId): Role | Refusal {
  const role = ownHat(file, name, by);
  if (role !== undefined) return role;
  if (isShutOut(file, by))
    return refusal(
      'unknown-person',
      says`${part.person(by)}'s access to this case is restricted because of a conflict of interest.`,
    );
  const theirs = rolesFor(file, name, by);
  if (theirs.length === 0)
    return refusal(
      'unknown-person',
      says`${part.person(by)} has no role in this case. Give them one by replacing a person${part.by('replacePerson')}.`,
    );
  const inWords = (roles: readonly Role[]) => inList(roles.map((one) => part.role(one, file.policy.roleTitles)));
  const forOthers = mayRecordForOthers(file, name, by)
    ? says` Say on whose behalf you record it${part.code(onBehalfField)}.`
    : [];
  return refusal(
    'wrong-role',
    says`"${definitionOf(name).title}" is for: ${inWords(mayTake(file, name))}. ${part.person(by)} is here as: ${inWords(theirs)}.${forOthers}`,
  );
}

/** The role under which this person records a decision on behalf of whoever took it, or why they may not. */
function roleToRecord(file: CaseFile, name: DecisionName, by: PersonId): Role | Refusal {
  if (mayBeRecordedFor(file, name).length === 0) return neverOnBehalf(definitionOf(name));
  const role = unitHat(file, by);
  if (role !== undefined) return role;
  const own = roleToTake(file, name, by);
  return typeof own === 'string'
    ? refusal('wrong-role', 'Only the Business Unit records what others decided. Record your own decision as your own.')
    : own;
}

/**
 * Refuses a person who may neither take a decision in this case nor record it for others, whatever they would say;
 * undefined if they may.
 */
export function whyMayNot(file: CaseFile, name: DecisionName, by: PersonId): Refusal | undefined {
  if (mayRecordForOthers(file, name, by)) return undefined;
  const role = roleToTake(file, name, by);
  return typeof role === 'string' ? undefined : role;
}

/** The role under which a call is made, as somebody's own or on behalf of others; or why it may not be. */
export const roleOfCall = (file: CaseFile, { name, by, onBehalf }: Pick<Call, 'name' | 'by' | 'onBehalf'>) =>
  onBehalf === undefined ? roleToTake(file, name, by) : roleToRecord(file, name, by);

/**
 * The role under which the case of an earlier release took a decision of the Business Unit: 0.1.0 let the Business
 * Manager record the Exec partners' answer without saying on whose behalf.
 */
export const roleBefore = (file: CaseFile, by: PersonId): Role | undefined => unitHat(file, by);
