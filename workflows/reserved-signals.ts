import type { WorkflowInterceptors } from '@temporalio/workflow';

/** The names that the SDK keeps for itself. */
const reserved = '__temporal_';

/**
 * Drops Signals of the SDK's reserved names, of which a case handles none. Where every other name has a handler the SDK
 * throws at them, and each task of the case would fail from then on.
 */
export const interceptors = (): WorkflowInterceptors => ({
  internals: [
    {
      activate({ activation, ...input }, next) {
        const jobs = (activation.jobs ?? []).filter(
          ({ signalWorkflow: signal }) => signal?.signalName?.startsWith(reserved) !== true,
        );
        activation.jobs?.splice(0, activation.jobs.length, ...jobs);
        next({ ...input, activation });
      },
    },
  ],
});
