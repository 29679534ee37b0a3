import type { Office } from '../casework/office';
import type { Needs } from '../http/readiness';

/** Everything the API is built from: what casework is done with, and what belongs to this surface. */
export interface Dependencies extends Office {
  /** The installation's own token. */
  readonly token: string;
  /** Whether people sign in; the installation's token then works from this machine only. */
  readonly signsIn?: boolean;
  /** Proxies in front of the server, each of which adds an address to X-Forwarded-For; none, unless said otherwise. */
  readonly proxies?: number;
  /** Without a slash at the end. */
  readonly publicUrl: string;
  readonly version: string;
  /** What the types of problems begin with; without it, `/problems` under the public address. */
  readonly problemBase?: string;
  /** True while the process is about to stop, so that nothing new is sent to it. */
  readonly isDraining?: () => boolean;
  /** Whether the worker of this process asks for work; absent where there is none. */
  readonly isPolling?: (() => boolean) | undefined;
  /** Why nothing that comes in could be kept, if anything stands in the way; see src/operations/room. */
  readonly room?: Needs['room'];
  /** How long a request may take, in milliseconds; for tests. */
  readonly limits?: Office['limits'] & { readonly requestMs?: number };
}
