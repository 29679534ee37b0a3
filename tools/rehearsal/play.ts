import { setTimeout as pause } from 'node:timers/promises';
import type { Calendar } from '../../src/procedure/time/calendar';
import type { DecisionName, Meetings } from '../../src/procedure/case/case-file';
import { reasonField } from '../../src/procedure/case/passing';
import { later, londonDate, parseIsoDate, sayDate, sayShortDate } from '../../src/procedure/time/dates';
import type { ReminderLine } from '../../src/procedure/case/record';
import type { StepId } from '../../src/procedure/step-ids';
import type { Instant, IsoDate, PersonId } from '../../src/procedure/time/time';
import { isRefused, type Caller } from './caller';
import type { ScriptedAct } from './script';
import type { Screen } from './screen';
import { beginning, emailLines, reminderLines, textAt, type NoticeOnList } from './sentences';
import { Situation, Unexpected, type RehearsedCase, type Directory } from './situation';

/** Entry of a decision in the API's catalogue: its names, and the step to which it belongs. */
export interface CatalogueEntry {
  readonly name: DecisionName;
  readonly title: string;
  readonly step: StepId | null;
}

/** Result of a rehearsed case. */
export interface Played {
  readonly page: RehearsedCase;
  readonly notices: readonly NoticeOnList[];
  readonly decisions: number;
  readonly refusals: number;
  readonly conflicts: number;
  readonly reminders: Readonly<Record<ReminderLine['tone'], number>>;
}

interface Cast {
  readonly caller: Caller;
  readonly screen: Screen;
  readonly directory: Directory;
  readonly calendar: Calendar;
  readonly meetings: Meetings;
  readonly catalogue: readonly CatalogueEntry[];
  readonly page: RehearsedCase;
}

interface Decided {
  readonly case: RehearsedCase;
  readonly recorded: boolean;
}

interface Advanced {
  readonly now: Instant;
}

/** Fields of forms that tell one decision from another of the same name. */
const told: readonly string[] = [
  ...['outcome', 'reply', 'reviewType', 'partner', 'agency', 'member', 'familyMember'],
  ...['meetingOn', 'publishOn', 'deadline', 'action', 'to', 'lookAgainOn'],
];

const patience = 15_000;

/** Plays one practice case: takes acts, moves time forward, and prints what happens. */
export class Play {
  #page: RehearsedCase;
  #notices: readonly NoticeOnList[] = [];
  readonly #told = new Set<string>();
  readonly #conflicts = new Set<string>();
  readonly #sent = new Map<DecisionName, object>();
  #decisions = 0;
  #refusals = 0;

  constructor(private readonly cast: Cast) {
    this.#page = cast.page;
  }

  /** The case opened: by whom, and who was told. */
  async opened(by: PersonId): Promise<void> {
    this.say(
      this.today,
      'notification',
      `The case ${this.#page.reference} opens: ${this.nameOf(by)}, ${this.cast.directory.roleTitles['business-manager']}`,
    );
    await this.tellNews();
  }

  /** The case's own day, in words. */
  where(): string {
    return `${sayDate(this.today)}, day ${this.situation.dayOf(this.today)}`;
  }

  /** Moves time to the day of the act, and takes it, or sees it refused. */
  async take(act: ScriptedAct): Promise<void> {
    if (act.onlyIf?.(this.situation) === false) return;
    const { when } = act;
    const day = typeof when === 'number' ? this.situation.day(when) : when(this.situation);
    await this.until(later(day, this.today));
    for (const form of act.forms(this.situation)) await this.send(act, form);
  }

  /** Waits until the case has closed by itself and its last emails are out. */
  async closed(): Promise<Played> {
    const until = Date.now() + patience;
    for (;;) {
      await this.read();
      this.#notices = await this.listed();
      const waiting = this.#notices.some(({ state }) => state === 'waiting');
      if (this.#page.closedOn !== null && !waiting) break;
      if (Date.now() > until) throw new Unexpected(this.notClosed());
      await pause(200);
    }
    this.say(this.#page.closedOn, undefined, 'The case closes');
    await this.tellNews(true);
    const lines = this.#notices.flatMap((one) => one.lines);
    const count = (tone: ReminderLine['tone']) => lines.filter((line) => line.tone === tone).length;
    return {
      page: this.#page,
      notices: this.#notices,
      decisions: this.#decisions,
      refusals: this.#refusals,
      conflicts: this.#conflicts.size,
      reminders: { coming: count('coming'), overdue: count('overdue'), breach: count('breach') },
    };
  }

  private get today(): IsoDate {
    return londonDate(this.#page.asOf);
  }

  private get situation(): Situation {
    const { calendar, meetings, directory } = this.cast;
    return new Situation({ page: this.#page, calendar, meetings, directory, today: this.today, sent: this.#sent });
  }

  private get route(): string {
    return `/api/cases/${this.#page.reference}`;
  }

  /** Moves the case's clock to the end of a day, everything due on the way happening. */
  private async until(day: IsoDate): Promise<void> {
    if (day <= this.today) return;
    const by = this.situation.holder('business-manager');
    const moved = await this.cast.caller.send<Advanced>(`${this.route}/practice/advance`, by, { until: day });
    if (isRefused(moved)) throw new Unexpected(`Time could not be moved to ${sayDate(day)}: ${moved.detail}`);
    await this.read();
    if (this.today < day)
      throw new Unexpected(`Time was to move to ${sayDate(day)}, and it is ${sayDate(this.today)}.`);
    await this.tellNews();
  }

  private async send(act: ScriptedAct, form: object): Promise<void> {
    const by = this.situation.holder(act.by);
    const { title, step } = this.entry(act.decision);
    const who = `${this.nameOf(by)}, ${this.cast.directory.roleTitles[act.by]}`;
    const decide = (body: object) =>
      this.cast.caller.send<Decided>(`${this.route}/decisions/${act.decision}`, by, body);
    let answer = await decide(form);
    if (act.because !== undefined && isRefused(answer) && answer.code === 'passes-a-limit') {
      this.say(this.today, step, `It passes a limit, and goes on the record with the reason: ${title}`);
      this.add(answer.detail);
      answer = await decide({ ...form, [reasonField]: act.because });
    }
    if (act.refusedAs === undefined) {
      if (isRefused(answer))
        throw new Unexpected(`${this.where()}: "${title}" by ${who} was refused: ${answer.detail}`);
      this.#decisions += 1;
      this.#sent.set(act.decision, form);
      this.#page = answer.case;
      this.say(this.today, step, `${title}${this.about(form)}: ${who}`);
      await this.tellNews();
      return;
    }
    if (!isRefused(answer))
      throw new Unexpected(`${this.where()}: "${title}" by ${who} was to be refused, and was taken.`);
    if (answer.code !== act.refusedAs) {
      throw new Unexpected(
        `${this.where()}: "${title}" by ${who} was to be refused as ${act.refusedAs}: ${answer.detail}`,
      );
    }
    this.#refusals += 1;
    this.say(this.today, step, `Refused, as it should be: ${title}: ${who}`);
    this.add(answer.detail);
  }

  private entry(decision: DecisionName): CatalogueEntry {
    const found = this.cast.catalogue.find(({ name }) => name === decision);
    if (found === undefined) throw new Unexpected(`The installation has no decision "${decision}".`);
    return found;
  }

  private async read(): Promise<void> {
    this.#page = await this.cast.caller.get<RehearsedCase>(this.route);
  }

  private async listed(): Promise<readonly NoticeOnList[]> {
    const { notices } = await this.cast.caller.get<{ readonly notices: readonly NoticeOnList[] }>(
      `${this.route}/notices`,
    );
    return notices;
  }

  /** Says what was not said before: reminders with their day, emails, conflicts. */
  private async tellNews(closing = false): Promise<void> {
    this.#notices = await this.listed();
    // The case may close in the same breath as its last decision; that has a line of its own.
    const news = this.#notices.filter(({ key, kind }) => !this.#told.has(key) && (closing || kind !== 'case-closed'));
    news.forEach(({ key }) => this.#told.add(key));
    const mornings = new Map<IsoDate, NoticeOnList[]>();
    for (const one of news.filter(({ kind }) => kind === 'reminders')) {
      const day = londonDate(one.at);
      mornings.set(day, [...(mornings.get(day) ?? []), one]);
    }
    for (const [day, notices] of mornings) for (const line of reminderLines(notices)) this.say(day, undefined, line);
    for (const line of emailLines(news.filter(({ kind }) => kind !== 'reminders'))) this.add(line);
    for (const { id, sentence } of this.#page.conflicts) {
      if (this.#conflicts.has(id)) continue;
      this.#conflicts.add(id);
      this.add(`conflict: ${sentence}`);
    }
  }

  private say(date: IsoDate | null, step: StepId | null | undefined, text: string): void {
    const day = date ?? this.today;
    this.cast.screen.under(textAt, `${beginning(day, this.situation.dayOf(day), step ?? undefined)}${text}`);
  }

  private add(text: string): void {
    this.cast.screen.under(textAt + 2, `${' '.repeat(textAt)}${text}`);
  }

  private nameOf(person: PersonId): string {
    return this.cast.directory.people.find(({ id }) => id === person)?.name ?? person;
  }

  /** Returns the words of a form that tell one decision from another: "(notify)", "(police)", "(7 December 2026)". */
  private about(form: object): string {
    const said = Object.entries(form).flatMap(([field, value]: [string, unknown]) => {
      if (field === 'months') return [`${String(value)} months`];
      if (!told.includes(field) || typeof value !== 'string') return [];
      const date = parseIsoDate(value);
      if (field === 'to' && date === undefined) return [];
      return [date === undefined ? this.nameOf(value as PersonId) : sayShortDate(date)];
    });
    return said.length === 0 ? '' : ` (${said.join(', ')})`;
  }

  private notClosed(): string {
    const { reference, steps } = this.#page;
    const left = steps.filter(({ status }) => status !== 'done' && status !== 'not-required').map(({ title }) => title);
    const waiting = this.#notices.filter(({ state }) => state === 'waiting').length;
    return `${reference} did not close: still to be done are ${left.join(', ') || 'no steps'}; ${waiting} emails wait.`;
  }
}
