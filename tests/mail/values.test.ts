import { readFileSync } from 'node:fs';
import type { Notice } from '../../src/procedure/case/record';
import type { NoticeKind } from '../../src/procedure/reminders/notice';
import { kindOfNotice, noticeKinds } from '../../src/procedure/reminders/notice-kinds';
import { valuesOfKind } from '../../src/mail/values';
import { allNotices } from '../support/all-notices';
import { folder } from './notices';

/* What a template of a kind may say is what the procedure gives to emails of that kind, and no more. */

let given: ReadonlyMap<NoticeKind, readonly Notice[]>;
beforeAll(() => {
  const notices = allNotices();
  given = new Map(noticeKinds.map((kind) => [kind, notices.filter((one) => one.kind === kind)]));
});

/** Told by the workflow when the case ends, and by no decision. */
const byTheWorkflow: readonly NoticeKind[] = ['case-closed'];

describe.each(noticeKinds.filter((kind) => !byTheWorkflow.includes(kind)))('An email of the kind %s', (kind) => {
  const { required, optional } = valuesOfKind(kind);
  const known = Object.keys({ ...required, ...optional });

  test('is given every value that its template may use, in one case or another', () => {
    const notices = given.get(kind) ?? [];
    expect(notices).not.toEqual([]);
    const handedOver = new Set(notices.flatMap(({ values }) => Object.keys(values)));
    // The National Panel's own steps and the like have no number.
    const declared = known.filter((name) => name !== 'stepNumber');
    expect(declared.filter((name) => !handedOver.has(name))).toEqual([]);
  });

  test('is given what it must have each time, and nothing that no template may use', () => {
    for (const { values } of given.get(kind) ?? []) {
      expect(Object.keys(required).filter((name) => (values[name] ?? '') === '')).toEqual([]);
      expect(Object.keys(values).filter((name) => !known.includes(name))).toEqual([]);
    }
  });
});

test.each(noticeKinds)('The shared template of %s says every value of its own that the email is given', (kind) => {
  const text = readFileSync(folder('templates', `${kind}.md`), 'utf8');
  const { always, sometimes } = kindOfNotice(kind);
  // The code of a request is in no text: the link of the email leads to the request.
  const said = Object.entries({ ...always, ...sometimes }).filter(([, { shape }]) => shape !== 'request');
  for (const [name] of said) expect(text).toMatch(new RegExp(`\\b${name}(Short)?\\b`));
});
