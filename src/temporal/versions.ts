import type { Connection } from '@temporalio/client';
import { isGrpcServiceError } from '@temporalio/client';
import type { CaseReference } from '../procedure/time/time';

/** The name and build by which the server tells workers apart. Older workers finish the cases that they began. */
export interface WorkerVersion {
  /**
   * Name of the deployment, which all versions share. It has no full stop, since Temporal separates name and build by
   * one.
   */
  readonly deploymentName: string;
  readonly buildId: string;
}

/** The versions of the workers of one Temporal server. */
export interface Versions {
  /** The build on which cases begin, and continue in a new run; undefined if none was made current. */
  current(): Promise<string | undefined>;
  /** True if a worker of this build has polled for work. */
  isKnown(buildId: string): Promise<boolean>;
  makeCurrent(buildId: string): Promise<void>;
  /** The build that a case is pinned to; undefined if the case is closed, or runs on workers without a version. */
  buildOf(reference: CaseReference): Promise<{ readonly buildId: string | undefined } | undefined>;
}

const NOT_FOUND = 5;
const RUNNING = 1;

export interface VersionsSettings {
  readonly connection: Connection;
  readonly namespace: string;
  readonly deploymentName: string;
}

/** The versions of the workers behind a connection to Temporal. */
export function versionsOn({ connection, namespace, deploymentName }: VersionsSettings): Versions {
  const { workflowService } = connection;
  const known = async <T>(ask: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await ask();
    } catch (error) {
      if (isGrpcServiceError(error) && error.code === NOT_FOUND) return undefined;
      throw error;
    }
  };
  return {
    async current() {
      const described = await known(() => workflowService.describeWorkerDeployment({ namespace, deploymentName }));
      return described?.workerDeploymentInfo?.routingConfig?.currentDeploymentVersion?.buildId ?? undefined;
    },
    async isKnown(buildId) {
      const deploymentVersion = { deploymentName, buildId };
      const described = await known(() =>
        workflowService.describeWorkerDeploymentVersion({ namespace, deploymentVersion }),
      );
      return described !== undefined;
    },
    async makeCurrent(buildId) {
      await workflowService.setWorkerDeploymentCurrentVersion({ namespace, deploymentName, buildId });
    },
    async buildOf(workflowId) {
      const described = await known(() =>
        workflowService.describeWorkflowExecution({ namespace, execution: { workflowId } }),
      );
      const info = described?.workflowExecutionInfo;
      if (info?.status !== RUNNING) return undefined;
      return { buildId: info.versioningInfo?.deploymentVersion?.buildId ?? undefined };
    },
  };
}
