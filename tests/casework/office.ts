import { sampleNotification } from '../../src/api/examples';
import { receiveNotification, type Notifying } from '../../src/casework/notifying';
import type { Log, Office } from '../../src/casework/office';
import { additionsTo } from '../../src/installation/current-partnership';
import { instant, londonDate } from '../../src/procedure/time/dates';
import type { Instant, PersonId } from '../../src/procedure/time/time';
import type { Profile, ProfilePerson } from '../../src/profile/load';
import { partnershipOn } from '../../src/profile/partnership';
import { FakeCases } from '../api/fake-cases';
import { profile } from '../profile/profiles';
import { freshRecords, type TestRecords } from '../support/records';

/** An office in Kirklees, on real records and with the engine in memory. */
export class TestOffice implements Office {
  profile: Profile = profile('kirklees');
  readonly limits = { recordedWithinMs: 150 };
  readonly records: Office['records'];
  /** The wall's clock, which a test may set. */
  wall: Instant = instant('2026-11-23T10:00:00.000Z');
  cases: FakeCases;
  /** What was warned of. */
  readonly warned: object[] = [];
  readonly log: Log = {
    info: () => undefined,
    warn: (what) => void this.warned.push(what),
    error: () => undefined,
  };

  private constructor(private readonly fresh: TestRecords) {
    this.records = fresh.records;
    this.cases = new FakeCases(fresh.records, () => this.wall);
  }

  /** The address of its records. */
  get url(): string {
    return this.fresh.url;
  }

  static async open(): Promise<TestOffice> {
    return new TestOffice(await freshRecords());
  }

  now = (): Instant => this.wall;

  partnership = async () => partnershipOn(londonDate(this.wall), this.profile, await additionsTo(this.records));

  async reset(): Promise<void> {
    await this.fresh.clear();
    this.wall = instant('2026-11-23T10:00:00.000Z');
    this.warned.length = 0;
    this.cases = new FakeCases(this.records, () => this.wall);
  }

  close(): Promise<void> {
    return this.fresh.close();
  }

  person(id: string): ProfilePerson {
    const found = this.profile.people.find((one) => one.id === id);
    if (found === undefined) throw new Error(`Nobody of the profile is ${id}.`);
    return found;
  }

  /** Sends the sample notification. */
  notified(more: object = {}, sending: Partial<Notifying> = {}) {
    const form = { ...sampleNotification, ...more };
    return receiveNotification(this, { form, by: 'P01' as PersonId, key: 'n', print: 'n', ...sending });
  }

  /** Opens a case from the sample and answers its reference. */
  async opened(more: object = {}): Promise<string> {
    const received = await this.notified(more);
    if (received.kind !== 'opened') throw new Error(JSON.stringify(received));
    return received.onRecord.file.reference;
  }
}
