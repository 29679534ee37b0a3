import type { CaseFile } from './case-file';
import type { Window } from '../policy';

/*
 * A case lives longer than a release, and carries its file from one to the next. A release that changes what a file
 * holds raises its version and adds one step to the chain, which makes a file of the version before one of its own.
 * Steps are never changed again: files of every release are saved in the tests, and go through the whole chain.
 */

/** A case file as some release wrote it: nothing is known of it but that it is an object with a version. */
export type Stored = Readonly<Record<string, unknown>>;

/** Makes a file of one version a file of the next; the version itself is written for it. */
export type Upcast = (file: Stored) => Stored;

/** The first step makes version 2 of version 1, and so on. */
const chain: readonly Upcast[] = [];

/** A file was written by a release that comes after this one, which alone can go on with it. */
export class FileOfLaterRelease extends Error {
  override readonly name = 'FileOfLaterRelease';

  constructor(
    readonly reference: string,
    readonly version: number,
    readonly known: number,
  ) {
    super(
      `The file of case ${reference} is of version ${version}, and this release knows ${known}: a later release wrote it. Start that release again; nothing is lost meanwhile.`,
    );
  }
}

/** Takes a stored file through the steps that it has not been through. Its own version says which. */
export function upcastBy(steps: readonly Upcast[], stored: Stored): Stored {
  const { version } = stored;
  const latest = steps.length + 1;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    throw new TypeError(`This is no case file: its version is ${JSON.stringify(version)}.`);
  if (version > latest) throw new FileOfLaterRelease(String(stored['reference']), version, latest);
  return steps
    .slice(version - 1)
    .reduce((file, step, taken) => ({ ...step(file), version: version + taken + 1 }), stored);
}

/** A case file of any release as this release writes it; one of this release is returned as it is. */
export const upcast = (stored: Stored | CaseFile): CaseFile =>
  // The chain ends at this release's shape; the saved files of every release show that it does.
  upcastBy(chain, stored as Stored) as unknown as CaseFile;

/* Steps that most releases need. */

const isObject = (value: unknown): value is Stored =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const objectAt = (file: Stored, field: string): Stored => {
  const value = file[field];
  return isObject(value) ? value : {};
};

const keyRenamed = (object: Stored, from: string, to: string): Stored =>
  Object.fromEntries(Object.entries(object).map(([name, value]) => [name === from ? to : name, value]));

/** A decision has another name from now on: what was decided under the old one stands under the new. */
export const decisionRenamed =
  (from: string, to: string): Upcast =>
  (file) => {
    const policy = objectAt(file, 'policy');
    const superseded = Array.isArray(file['superseded']) ? (file['superseded'] as readonly unknown[]) : [];
    return {
      ...file,
      facts: keyRenamed(objectAt(file, 'facts'), from, to),
      superseded: superseded.map((one) => (isObject(one) && one['name'] === from ? { ...one, name: to } : one)),
      policy: { ...policy, mayTake: keyRenamed(objectAt(policy, 'mayTake'), from, to) },
    };
  };

/** There is a step more from now on: a case that keeps the profile it began with gets this window for it. */
export const stepAdded =
  (step: string, window: Window): Upcast =>
  (file) => {
    const policy = objectAt(file, 'policy');
    return { ...file, policy: { ...policy, windows: { [step]: window, ...objectAt(policy, 'windows') } } };
  };
