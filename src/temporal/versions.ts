import type { Connection } from '@temporalio/client';
import { isGrpcServiceError } from '@temporalio/client';
import type { CaseReference } from '../procedure/time/time';

/** By which a worker is known among several of which the older ones finish what they began. */
export interface WorkerVersion {
  /** All versions of one program. Without a full stop, which Temporal puts between the two. */
  readonly deploymentName: string;
  readonly buildId: string;
}

/** The versions of the workers of one Temporal server. */
export interface Versions {
  /** The build on which cases begin, and go on in a new run; nothing where none was made current. */
  current(): Promise<string | undefined>;
  /** A worker of this build has asked for work. */
  isKnown(buildId: string): Promise<boolean>;
  makeCurrent(buildId: string): Promise<void>;
  /** The build that a case is pinned to; nothing where it is on workers without a version, or closed. */
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
