import type { CaseFile } from '../../src/procedure/case/case-file';
import { catalogue } from '../../src/procedure/catalogue';
import { clocksOf } from '../../src/procedure/dates/clocks';
import { describeCase } from '../../src/procedure/describe';
import { noticeKinds } from '../../src/procedure/reminders/notice-kinds';
import { nextReminderAt } from '../../src/procedure/reminders/reminders';
import { stepIds } from '../../src/procedure/step-ids';
import { steps } from '../../src/procedure/dates/steps';
import { aCase } from '../support/a-case';
import { kirklees, northmoor } from '../support/partnership';

test.each(stepIds)('Step %s carries its source, an owner, and a window of the profile', (step) => {
  expect(steps[step].source).toMatch(/step \d|points of note|Children Act|working days|Panel/);
  for (const { policy, people } of [kirklees(), northmoor()]) {
    expect(policy.windows[step]).toBeDefined();
    expect(people[steps[step].owner]?.length ?? 0).toBeGreaterThan(0);
  }
});

test.each(catalogue.map((one) => [one.name, one] as const))(
  'The decision %s carries its source, a title, what was done in words, and its roles',
  (_name, one) => {
    expect(one.source).toMatch(
      /step \d|steps \d|reg\. \d+|Panel|always open|ways through|points of note|Working Together|Children Act|within \d+ working days|design/,
    );
    expect(one.title).toMatch(/^[A-Z]/);
    expect(one.past).toMatch(/^(?:[a-z]+ed|put|sent|set|withdrew) .*[^.]$/);
    expect(one.roles.length).toBeGreaterThan(0);
    expect(one.form).toBeDefined();
  },
);

test('No step waits for itself, and each waits only for steps that the procedure has', () => {
  for (const step of stepIds) {
    expect(steps[step].after).not.toContain(step);
    for (const before of steps[step].after) expect(stepIds).toContain(before);
  }
});

test('Every clock carries its source', () => {
  for (const one of [aCase(), aCase().past('publication')]) {
    for (const { source, why } of clocksOf(one.file)) {
      expect(source).not.toBe('');
      expect(why).toMatch(/\.$/);
    }
  }
});

test('A case that ran to its end has told nobody anything for which there is no template', () => {
  for (const { kind } of aCase().atTheEnd().notices) expect(noticeKinds).toContain(kind);
});

test('A long case is described, and its next reminder found, without reading its file over and over', () => {
  const one = aCase().at('comments');
  let readings = 0;
  const counted = (): CaseFile =>
    new Proxy(one.file, {
      get(file, name, asked) {
        readings += 1;
        return Reflect.get(file, name, asked) as unknown;
      },
    });
  const readingsOf = (run: (file: CaseFile) => unknown): number => {
    readings = 0;
    run(counted());
    return readings;
  };
  // Some 7,000 and 2,000; what waits for what, asked anew at every turn, would make them millions.
  expect(readingsOf((file) => describeCase(file, one.now))).toBeLessThan(20_000);
  expect(readingsOf(nextReminderAt)).toBeLessThan(6_000);
});
