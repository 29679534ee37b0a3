import { existsSync } from 'node:fs';
import path from 'node:path';
import { Environment, FileSystemLoader } from 'nunjucks';
import { londonTime, sayDate, sayInstant, sayShortDate, sayTime } from '../../procedure/time/dates';
import type { Instant, IsoDate } from '../../procedure/time/time';
import { writable } from '../../procedure/written-text';
import type { View } from './answer';
import type { NavigationItem } from './navigation';

/** Values that every page shows beside its own content. */
export interface Frame {
  readonly partnership: string;
  readonly version: string;
  readonly navigation: readonly NavigationItem[];
  readonly signedInAs: { readonly name: string; readonly title: string } | undefined;
  /** True if nobody is signed in and the browser has no session: only then does an error page ask to sign in. */
  readonly maySignIn: boolean;
  readonly tryingOut: boolean;
  /**
   * The reason that cases are held back, and the address at which the visitor can answer for it; undefined if they run.
   */
  readonly heldBack: { readonly says: string; readonly answer?: string } | undefined;
  /** The token that every form sends back; empty if nobody is signed in. */
  readonly csrf: string;
  /** Changes with every release, so that a browser does not keep an old style sheet. */
  readonly assets: string;
}

/** Makes the HTML of a page. */
export type Render = (view: View, frame: Frame) => string;

const packageFolder = (name: string): string => path.dirname(require.resolve(`${name}/package.json`));

/** Templates are read once, and everything that is put into them is escaped. */
export function createRendering(): Render {
  const folders = [
    path.join(__dirname, '..'),
    path.join(packageFolder('govuk-frontend'), 'dist'),
    packageFolder('@ministryofjustice/frontend'),
  ];
  const missing = folders.find((folder) => !existsSync(folder));
  if (missing !== undefined) throw new Error(`The folder of templates ${missing} is missing.`);
  const environment = new Environment(new FileSystemLoader(folders, { noCache: false }), {
    autoescape: true,
    trimBlocks: true,
    lstripBlocks: true,
  });
  environment.addFilter('day', (date: IsoDate) => sayDate(date));
  environment.addFilter('shortDay', (date: IsoDate) => sayShortDate(date));
  environment.addFilter('moment', (at: Instant) => sayInstant(at));
  environment.addFilter('timeOfDay', (at: Instant) => sayTime(londonTime(at)));
  environment.addFilter(
    'counted',
    (count: number, one: string, several: string) => `${count.toLocaleString('en-GB')} ${count === 1 ? one : several}`,
  );
  return (view, frame) => writable(environment.render(view.template, { ...view.model, frame, title: view.title }));
}
