/*
 * The id of a task that belongs to no step: `action:A12`, `action-look:A12:6`, `hold:H9`. Ids are in case files and
 * records, so their form never changes.
 */

/** Kinds of task that belong to no step. */
const taskKinds = [
  'action',
  'action-look',
  'hold',
  'delay-letter',
  'process',
  'progress-check',
  'display',
  'home-authority',
  'family-told',
  'naming',
  'summary',
  'return',
  'chronology',
  'further',
  'statement',
  'dissemination',
  'confirmation',
  'objection',
  'colleague',
  'unanswered',
] as const;
export type TaskKind = (typeof taskKinds)[number];

/** The parts of a task's id: its kind, the code of its action, hold or process, and after how many months it is. */
interface PartsOfTaskId {
  readonly kind: TaskKind;
  readonly code?: string;
  readonly months?: number;
}

export const taskId = ({ kind, code, months }: PartsOfTaskId): string =>
  [kind, code, months].filter((part) => part !== undefined).join(':');

/** Reads the id of a task; undefined where it is that of a step, or of a release that knew other kinds. */
export function readTaskId(id: string): PartsOfTaskId | undefined {
  const [head, code, months] = id.split(':');
  const kind = taskKinds.find((one) => one === head);
  if (kind === undefined) return undefined;
  return {
    kind,
    ...(code === undefined ? {} : { code }),
    ...(months === undefined ? {} : { months: Number(months) }),
  };
}
