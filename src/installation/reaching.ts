import { Connection, isGrpcServiceError } from '@temporalio/client';
import type { OutsideTemporalConfig } from '../config/outside-temporal';
import { openRecords } from '../records/records';
import { asRecordsError, RecordsUnavailable } from '../records/unavailable';
import { CannotStart } from './lifecycle';

/* Checks that the servers of the settings answer, before anything else starts; the error names the setting. */

const answersWithinMs = 10_000;

/** Makes sure that the database of DATABASE_URL answers. Throws `CannotStart`, which names the setting. */
export async function reachDatabase(url: string): Promise<void> {
  try {
    await (await openRecords({ url })).close();
  } catch (error) {
    throw new CannotStart(whyNoDatabase(error));
  }
}

/** Says why the database of DATABASE_URL cannot be used, in a sentence that names the setting and holds no password. */
export function whyNoDatabase(error: unknown): string {
  const known = asRecordsError(error);
  const why =
    known instanceof RecordsUnavailable
      ? known.message
      : `The records cannot be opened: ${error instanceof Error ? error.message : String(error)}.`;
  return `${why} Correct DATABASE_URL, or start the database and give its user what it needs.`;
}

const grpc = { notFound: 5, permissionDenied: 7, unauthenticated: 16 } as const;

/** Connects to the Temporal server of TEMPORAL_ADDRESS. Throws `CannotStart`, which names the setting that is wrong. */
export async function reachTemporal({
  address,
  namespace,
  connectionOptions,
}: OutsideTemporalConfig): Promise<Connection> {
  let connection: Connection | undefined;
  try {
    const connected = await Connection.connect(connectionOptions);
    connection = connected;
    await connected.withDeadline(Date.now() + answersWithinMs, () =>
      connected.workflowService.describeNamespace({ namespace }),
    );
    return connected;
  } catch (error) {
    await connection?.close();
    throw new CannotStart(whyNoTemporal(error, { address, namespace }));
  }
}

function whyNoTemporal(
  error: unknown,
  { address, namespace }: Pick<OutsideTemporalConfig, 'address' | 'namespace'>,
): string {
  const code = codeIn(error);
  if (code === grpc.notFound) {
    return `Temporal at ${address} has no namespace ${namespace}. Make it, or correct TEMPORAL_NAMESPACE.`;
  }
  if (code === grpc.permissionDenied || code === grpc.unauthenticated) {
    return `Temporal at ${address} does not let us in. Correct TEMPORAL_API_KEY or TEMPORAL_TLS_…, or TEMPORAL_NAMESPACE.`;
  }
  return `Temporal does not answer at ${address}. Start it, or correct TEMPORAL_ADDRESS.`;
}

/** The error's own code, or that of what caused it. */
function codeIn(error: unknown): number | undefined {
  if (isGrpcServiceError(error)) return error.code;
  return error instanceof Error && error.cause !== undefined ? codeIn(error.cause) : undefined;
}
