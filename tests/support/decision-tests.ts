import type { DecisionName } from '../../src/procedure/case/case-file';
import { definitionOf } from '../../src/procedure/catalogue';
import { factsOf } from '../../src/procedure/case/facts';
import type { NoticeKind } from '../../src/procedure/reminders/notice';
import type { Notice } from '../../src/procedure/case/record';
import type { RefusalCode } from '../../src/procedure/refusals';
import { roles, type Role } from '../../src/procedure/roles';
import { rolesIn } from '../../src/procedure/case/shut-out';
import { mayTake } from '../../src/procedure/may-take';
import type { PersonId } from '../../src/procedure/time/time';
import type { CaseBuilder, Taken } from './a-case';

/** Why a decision is refused: in words, the case and what is asked of it, and the code with a part of the sentence. */
interface RefusedWhen {
  readonly when: string;
  readonly given: () => CaseBuilder;
  readonly form?: object;
  readonly taken?: Taken;
  readonly code: RefusalCode;
  readonly says: RegExp;
}

/** What is expected of a decision, written down from the procedure and not from the code. */
export interface Expected {
  /** A case in which it can be taken. */
  readonly given: () => CaseBuilder;
  readonly may: readonly Role[];
  readonly by?: Role | PersonId;
  readonly form?: object;
  /** Everybody who is told, by kind of notice: holders of a role, or a person. Nobody, where it says nothing. */
  readonly tells?: Partial<Record<NoticeKind, readonly (Role | PersonId)[]>>;
  /** A case in which it is too early for it; left out where it is always open. */
  readonly tooEarly?: () => CaseBuilder;
  /** What a second time comes to: a code, or that it is taken again. */
  readonly twice: RefusalCode | 'taken again';
  readonly refused?: readonly RefusedWhen[];
}

export const businessUnit = ['business-manager', 'spr-coordinator', 'administrator'] as const;
export const threePartners = ['la-partner', 'police-partner', 'health-partner'] as const;
export const threeExecs = ['la-exec', 'police-exec', 'health-exec'] as const;

/** Who was told, by kind of notice, each person once and in order. */
export function told(notices: readonly Notice[]): Record<string, string[]> {
  const byKind: Record<string, string[]> = {};
  for (const { kind, to } of notices) byKind[kind] = [...(byKind[kind] ?? []), to].sort();
  return byKind;
}

/** Given, when, then for one decision: taken, refused for each reason, and who is told what. */
export function decision(name: DecisionName, expected: Expected): void {
  describe(`${definitionOf(name).title} (${name})`, () => {
    // The scenario is the same for every test of the decision, and nothing changes it.
    let built: CaseBuilder | undefined;
    const given = () => (built ??= expected.given());
    const taken: Taken = expected.by === undefined ? {} : { by: expected.by };

    test('is taken', () => {
      const before = given();
      const form = before.formOf(name, expected.form);
      const answer = before.attempt(name, expected.form, taken);
      expect(answer).toMatchObject({ kind: 'taken', event: { kind: 'decision-taken', decision: name } });
      if (answer.kind !== 'taken') return;
      expect(answer.file.seq).toBe(before.file.seq + 1);
      expect(answer.event.seq).toBe(answer.file.seq);
      const standing = [...factsOf(answer.file, name), ...answer.file.superseded.map(({ fact }) => fact)];
      expect(standing.find(({ seq }) => seq === answer.file.seq)).toMatchObject({ form, on: before.today });
    });

    test('tells those whom the procedure names, and nobody else', () => {
      const answer = given().attempt(name, expected.form, taken);
      const people = (to: readonly (Role | PersonId)[]) => [
        ...new Set(to.flatMap((one) => (isRole(one) ? (given().file.people[one] ?? []) : [one]))),
      ];
      const whom = Object.entries(expected.tells ?? {}).map(([kind, to]) => [kind, people(to).sort()]);
      expect(told(answer.kind === 'taken' ? answer.notices : [])).toEqual(Object.fromEntries(whom));
    });

    test('is for the roles that the procedure gives it to', () => {
      const { file } = given();
      expect([...mayTake(file, name)].sort()).toEqual([...new Set(expected.may)].sort());
      const outsider = Object.values(file.people)
        .flat()
        .find((one) => !rolesIn(file, one).some((role) => expected.may.includes(role)));
      if (outsider !== undefined) {
        expect(given().refusal(name, expected.form, { by: outsider })?.code).toBe('wrong-role');
      }
      expect(given().refusal(name, expected.form, { by: 'P888' as PersonId })?.code).toBe('unknown-person');
    });

    test(`a second time: ${expected.twice}`, () => {
      const form = given().formOf(name, expected.form);
      const after = given().with(name, form, taken);
      const again = after.refusal(name, form, taken);
      expect(again?.code ?? 'taken again').toBe(expected.twice);
      if (again?.code === 'already-decided') expect(again.sentence).not.toBe('');
    });

    const { tooEarly } = expected;
    if (tooEarly !== undefined) {
      test('is refused while it is too early', () => {
        const one = tooEarly();
        const why = one.refusal(name, given().formOf(name, expected.form), taken);
        expect(why?.code).toBe('too-early');
        expect(why?.sentence).toMatch(/\w.*\.$/);
      });
    }

    for (const { when, given: scenario, form, taken: as, code, says } of expected.refused ?? []) {
      test(`is refused: ${when}`, () => {
        const why = scenario().refusal(name, { ...expected.form, ...form }, { ...taken, ...as });
        expect(why?.code).toBe(code);
        expect([why?.sentence, ...(why?.fields ?? []).map(({ sentence }) => sentence)].join(' ')).toMatch(says);
      });
    }
  });
}

const isRole = (one: string): one is Role => roles.some((role) => role === one);
