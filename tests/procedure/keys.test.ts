import { readTaskId, taskId } from '../../src/procedure/dates/task-id';
import { tasksOf } from '../../src/procedure/dates/tasks';
import { readNoticeKey } from '../../src/procedure/reminders/notice-key';
import { isStep } from '../../src/procedure/step-ids';
import { aCase } from '../support/a-case';
import { allNotices } from '../support/all-notices';

/* Keys that are in case files and records: each says the same under every release, and is read by what wrote it. */

test('The key of a notice says the case, the entry, the step, the kind, the person, the day, and what tells it apart', () => {
  const [first] = aCase().with('addNote').notices;
  expect(first?.key).toBe('SIN-2026-0007/1/notification/case-opened/P01/2026-11-23');
  const asked = aCase()
    .before('recordReturn')
    .notices.find(({ kind }) => kind === 'information-asked');
  expect(asked?.key).toBe('SIN-2026-0007/13/information/information-asked/P26/2026-11-26/gp');
});

test('Every notice is read from its key again', () => {
  for (const { key, kind, to } of allNotices()) expect(readNoticeKey(key)).toMatchObject({ kind, to });
});

test('A morning’s reminders are known by the person and the day, and are of no entry', () => {
  const [reminder] = aCase().reminders('2026-11-24').sent;
  expect(reminder?.key).toBe('SIN-2026-0007/reminders/P02/2026-11-24');
  expect(readNoticeKey(reminder?.key ?? '')).toEqual({ entry: undefined, kind: 'reminders', to: reminder?.to });
});

test('A task is known by its kind and by the action, hold or process that it is about', () => {
  const held = aCase().at('planning').with('addParallelProcess').with('addAction');
  const ids = tasksOf(held.with('placeHold', { step: 'planning' }).file).map(({ id }) => id);
  const [added, action] = [held.file.seq - 1, held.file.seq];
  expect(ids).toEqual(expect.arrayContaining([`process:P${added}`, `action:A${action}`, `hold:H${action + 1}`]));
  expect(readTaskId(`action:A${action}`)).toEqual({ kind: 'action', code: `A${action}` });
  const look = { kind: 'action-look', code: 'A12', months: 6 } as const;
  expect(taskId(look)).toBe('action-look:A12:6');
  expect(readTaskId('action-look:A12:6')).toEqual(look);
  expect(readTaskId('display')).toEqual({ kind: 'display' });
});

test('The id of a step is the id of no task', () => {
  expect(isStep('information')).toBe(true);
  expect(readTaskId('information')).toBeUndefined();
});
