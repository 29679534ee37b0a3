import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { toMillis } from '../procedure/time/dates';
import type { Instant } from '../procedure/time/time';
import type { Records } from '../records/records';
import type { TimedAnswer } from '../http/web';

/** Sources of the metrics; a process gives those that it has. */
export interface Sources {
  readonly version: string;
  now(): Instant;
  /** Records, for the metrics of the whole installation; given by a process that serves people. */
  readonly records?: Pick<Records, 'figures'>;
  /**
   * Returns how long the oldest entry has waited to be recorded, in milliseconds; given by a process that runs cases.
   */
  readonly unrecordedMs?: () => number | undefined;
  /** Address of the metrics of Temporal's SDK, if this process runs a worker. */
  readonly sdkAt?: string | undefined;
}

/** Figures for Prometheus. No label says anything of a person; a case is named alone where it stands still, by its reference. */
export interface Metrics {
  timed(answer: TimedAnswer): void;
  /** All of them, as Prometheus reads them. */
  text(): Promise<string>;
}

const sdkAnswersWithinMs = 2_000;

/** Makes the figures of this process. */
export function metricsOf({ version, now, records, unrecordedMs, sdkAt }: Sources): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const gauge = <Label extends string = never>(name: string, help: string, labelNames: readonly Label[] = []) =>
    new Gauge({ name: `reviews_${name}`, help, labelNames: [...labelNames], registers });
  gauge('build_info', 'The release that runs.', ['version']).set({ version }, 1);
  const http = new Histogram({
    name: 'reviews_http_seconds',
    help: 'How long answers took, by what was asked.',
    labelNames: ['surface', 'method', 'status'] as const,
    buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers,
  });
  const installation = records === undefined ? undefined : figuresOfInstallation(gauge, records);
  const unrecorded =
    unrecordedMs === undefined
      ? undefined
      : gauge(
          'unrecorded_oldest_seconds',
          'For how long the oldest entry waits to be put on the record; 0: none does.',
        );
  return {
    timed({ surface, method, status, seconds }) {
      http.observe({ surface, method, status: `${Math.floor(status / 100)}xx` }, seconds);
    },
    async text() {
      await installation?.(now());
      unrecorded?.set((unrecordedMs?.() ?? 0) / 1000);
      return `${await registry.metrics()}${sdkAt === undefined ? '' : await readSdk(sdkAt)}`;
    },
  };
}

type MakeGauge = <Label extends string = never>(
  name: string,
  help: string,
  labelNames?: readonly Label[],
) => Gauge<Label>;

function figuresOfInstallation(gauge: MakeGauge, { figures }: Pick<Records, 'figures'>) {
  const up = gauge('records_up', 'Whether the records answer: 1 or 0.');
  const open = gauge('open_cases', 'Cases that are not closed, practice cases apart.');
  const overdue = gauge('overdue_steps', 'Turns of open cases whose day has passed, by step.', ['step']);
  const waiting = gauge('notices_waiting', 'Emails that are to be sent.');
  const oldest = gauge('notices_oldest_waiting_seconds', 'For how long the oldest of them waits.');
  const refused = gauge('notices_refused', 'Emails that were refused for good, since the beginning.');
  const backup = gauge('last_backup_timestamp_seconds', 'When a backup was last made; 0: never.');
  const stillInAll = gauge('cases_standing_still', 'Open cases that did not go on when they were last looked at.');
  const still = gauge(
    'case_stands_still',
    'An open case that did not go on when it was last looked at, by what was found; none: every one goes on.',
    ['reference', 'found'],
  );
  const faults = gauge('rule_faults', 'What could not be worked out in cases, and is still to be put right.');
  const connections = gauge('records_connections', 'Connections of this process to the records.', ['state']);
  return async (now: Instant): Promise<void> => {
    const { open: opened, idle, waiting: wanted } = figures.pool();
    connections.set({ state: 'open' }, opened);
    connections.set({ state: 'idle' }, idle);
    connections.set({ state: 'waiting' }, wanted);
    try {
      const read = await figures.read(now);
      const since = read.notices.waitingSince;
      up.set(1);
      open.set(read.openCases);
      overdue.reset();
      for (const [step, count] of read.overdue) overdue.set({ step }, count);
      waiting.set(read.notices.waiting);
      oldest.set(since === undefined ? 0 : Math.max(0, toMillis(now) - toMillis(since)) / 1000);
      refused.set(read.notices.refused);
      stillInAll.set(read.standingStill.length);
      faults.set(read.ruleFaults);
      still.reset();
      for (const { reference, found } of read.standingStill) still.set({ reference, found }, 1);
      backup.set(read.backedUpAt === undefined ? 0 : toMillis(read.backedUpAt) / 1000);
    } catch {
      up.set(0);
    }
  };
}

/** Returns the metrics of the SDK, under its own names; "" if the SDK does not answer. */
async function readSdk(address: string): Promise<string> {
  try {
    const signal = AbortSignal.timeout(sdkAnswersWithinMs);
    return await (await fetch(`http://${address}/metrics`, { signal })).text();
  } catch {
    return '';
  }
}
