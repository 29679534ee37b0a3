import type { Office } from '../casework/office';
import type { Needs } from '../http/readiness';

/** Dependencies of the API: those of casework, and those of the API alone. */
export interface ApiDependencies extends Office {
  /** The installation's own token. */
  readonly token: string;
  /** True where people sign in; the installation's token then works from this machine only. */
  readonly signsIn?: boolean;
  /** Proxies in front of the server, each of which adds an address to X-Forwarded-For; none, unless said otherwise. */
  readonly proxies?: number;
  /** Without a slash at the end. */
  readonly publicUrl: string;
  readonly version: string;
  /** True while the process is about to stop, so that nothing new is sent to it. */
  readonly isDraining?: () => boolean;
  /** Says whether the worker of this process polls for work; absent where the process has no worker. */
  readonly isPolling?: (() => boolean) | undefined;
  /** Returns why nothing that comes in could be stored, or undefined if it could; see src/operations/room. */
  readonly room?: Needs['room'];
  /** Time limits; `requestMs` is that of a request, in milliseconds, for tests. */
  readonly limits?: Office['limits'] & { readonly requestMs?: number };
}
