import { setTimeout as pause } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import type { CaseEvent } from '../../src/procedure/case/record';
import type { CaseReference } from '../../src/procedure/time/time';
import { openRecords } from '../../src/records/records';
import { virtualNow } from '../../src/temporal/time-skipping';
import type { CarefulCaller } from './careful-caller';
import { mailFrom, type Site } from './cast/cast';
import { ask } from './cast/full-disk';
import { jumpsIn, type Jump } from './jumps';
import type { CaseSeen, NoticeSeen, Observed, ReadingSeen, WorkflowSeen } from './observed';
import type { Told } from './play';
import { reader } from './reading-while-full';

/** How often in a row nothing is seen to wait before nothing waits: what was moved on puts out its reminders a little later. */
const looks = 5;

/**
 * Waits until no email waits any more, for minutes if need be: the next try of one that failed often may be that far
 * away. What waits then is a violation.
 */
export async function untilSent(site: Site, withinMs: number): Promise<void> {
  let atRest = 0;
  for (const until = Date.now() + withinMs; Date.now() < until && atRest < looks; await pause(1_000)) {
    const [row] = await ask(site.recordsUrl(), `SELECT count(*)::int AS waiting FROM notices WHERE state = 'waiting'`);
    atRest = row?.['waiting'] === 0 ? atRest + 1 : 0;
  }
}

/** The readings of whoever wanted to read while nothing could be written. */
async function readingsOf(site: Site): Promise<readonly ReadingSeen[]> {
  const rows = await ask(
    site.recordsUrl(),
    `SELECT reference, extract(epoch FROM at) * 1000 AS at FROM readings, unnest(cases) AS reference WHERE person = '${reader}'`,
  );
  return rows.map((row) => ({ reference: String(row['reference']), at: Number(row['at']) }));
}

/** Everything that is to be seen after a run, from where it is to be seen. */
export async function observe(
  site: Site,
  caller: CarefulCaller,
  { told, stuck }: { readonly told: Told; readonly stuck: ReadonlyMap<string, string> },
): Promise<Observed> {
  const listed = await listedBy(caller);
  const connection = await Connection.connect({ address: site.temporalAddress });
  try {
    const client = new Client({ connection });
    return {
      ...{ opened: told.opened, acknowledged: told.acknowledged, contests: told.contests, unexpected: told.unexpected },
      ...{ disks: told.disks, copies: told.copies, readWhileFull: told.readWhileFull },
      readings: await readingsOf(site),
      cases: await casesOf(site, { caller, client, poisoned: told.poisoned }),
      listed,
      mail: site.relay.seen,
      workflows: await workflowsOf(client, stuck),
      contradicted: site
        .printed()
        .split('\n')
        .filter((line) => line.includes('on the record already with another content')),
      mailFrom,
    };
  } finally {
    await connection.close();
  }
}

/** What Temporal's SDK warned of in the programs, and how often. */
export function warningsOf(site: Site): Readonly<Record<string, number>> {
  const counted: Record<string, number> = {};
  for (const line of site.printed().split('\n')) {
    const warning = /"msg":"(Temporal: [^,"\\]*)/.exec(line)?.[1]?.replace(/[0-9a-f-]{20,}/g, '…');
    if (warning !== undefined) counted[warning] = (counted[warning] ?? 0) + 1;
  }
  return counted;
}

async function listedBy(caller: CarefulCaller): Promise<readonly string[]> {
  const listed: string[] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    const { body } = await caller.get(
      `/api/cases?limit=200${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
    );
    listed.push(...(body['cases'] as readonly { readonly reference: string }[]).map(({ reference }) => reference));
    cursor = (body['next'] as string | null) ?? undefined;
  }
  return listed;
}

async function eventsBy(caller: CarefulCaller, reference: string): Promise<readonly CaseEvent[]> {
  const events: CaseEvent[] = [];
  for (let after: number | null = 0; after !== null;) {
    const { body } = await caller.get(`/api/cases/${reference}/events?limit=500&after=${after}`);
    events.push(...(body['events'] as readonly CaseEvent[]));
    after = body['next'] as number | null;
  }
  return events;
}

interface Looking {
  readonly caller: CarefulCaller;
  readonly client: Client;
  readonly poisoned: ReadonlySet<string>;
}

async function casesOf(site: Site, { caller, client, poisoned }: Looking): Promise<readonly CaseSeen[]> {
  const url = site.recordsUrl();
  const records = await openRecords({ url });
  const rows = await ask(url, `SELECT reference FROM cases ORDER BY reference`);
  const times = await ask(url, `SELECT reference, seq, extract(epoch FROM recorded_at) * 1000 AS at FROM case_events`);
  try {
    const seen: CaseSeen[] = [];
    for (const row of rows) {
      const reference = String(row['reference']) as CaseReference;
      const known = await records.cases.get(reference);
      if (known === undefined) continue;
      const { file } = known;
      const events = await eventsBy(caller, reference);
      const last = events.at(-1)?.at ?? file.openedAt;
      seen.push({
        ...{ reference, file, events, jumps: await jumpsOf(client, reference), poisoned: poisoned.has(reference) },
        asOf: file.closedOn === undefined ? await virtualNow(client, reference).catch(() => last) : last,
        recordedAt: new Map(
          times.filter((one) => one['reference'] === reference).map((one) => [Number(one['seq']), Number(one['at'])]),
        ),
        notices: (await records.notices.noticesOf(reference)).map(({ notice, standing }): NoticeSeen => {
          const { state } = standing;
          return state === 'sent' ? { notice, state, messageId: standing.messageId } : { notice, state };
        }),
      });
    }
    return seen;
  } finally {
    await records.close();
  }
}

async function jumpsOf(client: Client, workflowId: string): Promise<readonly Jump[]> {
  const jumps: Jump[] = [];
  for await (const { runId } of client.workflow.list({ query: `WorkflowId = "${workflowId}"` })) {
    const { events } = await client.workflow.getHandle(workflowId, runId).fetchHistory();
    jumps.push(...jumpsIn(events ?? []));
  }
  return jumps.sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** Every case that Temporal knows of, by the standing of its last run. What it lists lags behind, so it is asked each. */
async function workflowsOf(client: Client, stuck: ReadonlyMap<string, string>): Promise<readonly WorkflowSeen[]> {
  await pause(2_000);
  const known = new Set<string>();
  for await (const { workflowId } of client.workflow.list({ query: `WorkflowType = "incident"` }))
    known.add(workflowId);
  const seen: WorkflowSeen[] = [];
  for (const reference of known) {
    const { status } = await client.workflow.getHandle(reference).describe();
    const why = stuck.get(reference);
    seen.push({
      reference,
      status: status.name === 'RUNNING' ? 'running' : status.name === 'COMPLETED' ? 'completed' : 'other',
      ...(why === undefined ? {} : { stuck: why }),
    });
  }
  return seen;
}
