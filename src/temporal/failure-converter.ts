import { DefaultFailureConverter } from '@temporalio/common';

/** Messages and stack traces of failures are encrypted too: what went wrong can say what it was about. */
export const failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
