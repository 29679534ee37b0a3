import { DefaultFailureConverter } from '@temporalio/common';

/** Encrypts messages and stack traces of failures too, since they can contain what a person wrote. */
export const failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
