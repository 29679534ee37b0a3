import { CannotDeploy, deploy, type Deployment } from '../../src/upgrades/deploy';
import { instant } from '../../src/procedure/time/dates';
import { receiptNumberOf, type ReceiptNumber } from '../../src/procedure/outside-notification/receipt-number';
import type { CaseReference } from '../../src/procedure/time/time';
import { aCase } from '../support/a-case';

/* What `npm run deploy` does and where it stops; the same with real processes is in deploy.test.ts. */

const reference = 'SIN-2026-0007' as CaseReference;

/** A server with one open case on the build `first`, which goes on onto the current build when it is asked. */
function aServer(
  differences: {
    readonly polls?: boolean;
    readonly goesOn?: boolean | 'later';
    readonly file?: unknown;
    readonly waiting?: readonly ReceiptNumber[];
  } = {},
) {
  const { polls = true, goesOn = true, file = aCase().file, waiting = [] } = differences;
  const did: string[] = [];
  let current = 'first';
  let on = 'first';
  const deployment: Deployment = {
    buildId: 'second',
    versions: {
      current: () => Promise.resolve(current),
      isKnown: () => Promise.resolve(polls),
      makeCurrent: async (buildId) => {
        did.push(`make ${buildId} current`);
        current = buildId;
      },
      buildOf: () => Promise.resolve({ buildId: on }),
    },
    cases: {
      takeUpCurrentCode: async (references) => {
        did.push(`ask ${references.join()}`);
        if (goesOn === true || (goesOn === 'later' && did.length > 3)) on = current;
        return references.length;
      },
      outside: {
        begin: async () => undefined,
        beginAnew: async (number) => void did.push(`begin ${number} anew`),
        changed: async () => undefined,
      },
    },
    records: {
      cases: {
        openReferences: () => Promise.resolve([reference]),
        get: () => Promise.resolve({ file }),
      },
      outsideNotifications: { toWatch: () => Promise.resolve(waiting) },
    } as unknown as Deployment['records'],
    now: () => instant('2026-11-24T10:00:00.000Z'),
    say: () => undefined,
    startNew: async () => void did.push('start the new worker'),
    stopOld: async () => void did.push('stop the old worker'),
    limits: { workerMs: 20, casesMs: 20, againMs: 5, pollMs: 1 },
  };
  return { did, deployment };
}

test('The new worker comes first, the cases after it, and the old worker goes last', async () => {
  const { did, deployment } = aServer();
  await deploy(deployment);
  expect(did).toEqual(['start the new worker', 'make second current', `ask ${reference}`, 'stop the old worker']);
});

test('Notifications that wait to be taken are begun anew on the new build', async () => {
  const number = receiptNumberOf(new Uint8Array(8));
  const { did, deployment } = aServer({ waiting: [number] });
  await deploy(deployment);
  expect(did.slice(2, 4)).toEqual([`ask ${reference}`, `begin ${number} anew`]);
});

test('Without a worker of the new build nothing changes', async () => {
  const { did, deployment } = aServer({ polls: false });
  await expect(deploy(deployment)).rejects.toThrow(
    'No worker of second has asked for work. Start one, with WORKER_BUILD_ID=second and the same Temporal server; nothing has changed.',
  );
  expect(did).toEqual(['start the new worker']);
});

test('Where the new build cannot read the file of an open case, nothing changes', async () => {
  const { policy, ...file } = aCase().file;
  const { did, deployment } = aServer({ file: { ...file, policy: { ...policy, windows: {} } } });
  await expect(deploy(deployment)).rejects.toThrow(CannotDeploy);
  expect(did).toEqual(['start the new worker']);
});

test('While a case is still on the old build, its worker is left running', async () => {
  const { did, deployment } = aServer({ goesOn: false });
  await expect(deploy(deployment)).rejects.toThrow(
    `Still on another version: ${reference}. Leave the old worker running`,
  );
  expect(did).not.toContain('stop the old worker');
});

test('A case that went on before the server knew of the new build everywhere is asked once more', async () => {
  const { did, deployment } = aServer({ goesOn: 'later' });
  await deploy({ ...deployment, limits: { ...deployment.limits, casesMs: 10_000 } });
  const asked = `ask ${reference}`;
  expect(did).toEqual(['start the new worker', 'make second current', asked, asked, 'stop the old worker']);
});

test('Doing it again goes on where it broke off', async () => {
  const { did, deployment } = aServer();
  await deploy(deployment);
  await deploy(deployment);
  expect(did.filter((one) => one === 'make second current')).toHaveLength(1);
});
