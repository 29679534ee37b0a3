import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { ParsedMail } from 'mailparser';
import type { MailCatcher } from '../../e2e/mail-catcher';
import { isFullCheck } from '../../support/full-check';
import { Clerk, type Typed } from './clerk';
import { violations } from './looking';

/** The parts of a play that everybody in it shares. */
export interface Stage {
  readonly url: string;
  readonly mail: MailCatcher;
  readonly nameOf: (person: string) => string;
}

/** A person of the partnership, as the play needs them. */
export interface Player {
  readonly id: string;
  readonly email: string;
}

const inEmail = /https?:\/\/[^\s)\]]+/g;

/** Keeps what somebody saw: everything that may stand on a page or in an email that only others are to read. */
export class Reader {
  /** The text of every page that was looked at. */
  readonly seen: string[] = [];
  /** The addresses of those pages. */
  readonly addresses: string[] = [];
  pages = 0;
  presses = 0;
  private readonly clerk: Clerk;
  private readonly readAlready = new Set<ParsedMail>();

  constructor(
    readonly page: Page,
    private readonly stage: Stage,
    readonly who: Player,
    /** Axe needs scripts in the page. */
    private readonly scripts: boolean,
  ) {
    this.clerk = new Clerk(page, stage.url, stage.nameOf);
  }

  /** The emails that came for this person, first to last. */
  get post(): readonly ParsedMail[] {
    return this.stage.mail.caught.filter(({ to }) =>
      [to].flat().some((one) => one?.value.some(({ address }) => address === this.who.email)),
    );
  }

  /** Waits for an email with these words in its subject that was not read yet, and reads the newest. */
  async email(about: string): Promise<ParsedMail> {
    for (let tries = 0; tries < 600; tries += 1) {
      const found = this.post.filter((one) => !this.readAlready.has(one) && (one.subject ?? '').includes(about)).at(-1);
      if (found !== undefined) {
        this.readAlready.add(found);
        return found;
      }
      await pause(100);
    }
    const came = this.post.map(({ subject }) => subject).join('\n');
    throw new Error(`No email about "${about}" came for ${this.who.email}. These came:\n${came}`);
  }

  /** Follows the first link of the newest email about this, and signs in where the page asks. */
  async follow(about: string): Promise<void> {
    const { text = '' } = await this.email(about);
    const [link] = text.match(inEmail) ?? [];
    if (link === undefined) throw new Error(`The email about "${about}" has no link:\n${text}`);
    await this.open(link);
  }

  /** Opens an address, signing in where the page asks. */
  async open(address: string): Promise<void> {
    await this.page.goto(new URL(address, this.stage.url).href);
    const signIn = this.page.getByRole('button', { name: `Sign in as ${this.stage.nameOf(this.who.id)}`, exact: true });
    if (this.page.url().includes('/sign-in')) await signIn.click();
    await this.look();
  }

  /** Opens Today. */
  today(): Promise<void> {
    return this.open('/');
  }

  /** Presses a button. */
  async press(name: string | RegExp): Promise<void> {
    this.presses += 1;
    const button = this.page
      .locator('main')
      .getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) });
    await button.first().click();
    await this.look();
  }

  /** Follows a link of the page. */
  async go(name: string | RegExp): Promise<void> {
    const main = this.page.locator('main');
    // A link that looks like a button says that it is one.
    const found = main.getByRole('link', { name }).or(main.locator('a').filter({ hasText: name }));
    await found.first().click();
    await this.look();
  }

  /** Follows the button of a card on Today. */
  async act(name: string): Promise<void> {
    await this.page.locator('main a.govuk-button').filter({ hasText: name }).first().click();
    await this.look();
  }

  type(typed: Typed): Promise<void> {
    return this.clerk.type(typed);
  }

  heading(): Promise<string> {
    return this.clerk.heading();
  }

  get text(): string {
    return this.seen.at(-1) ?? '';
  }

  /** Takes note of the page that is shown, and holds it to the rules of accessibility. */
  private async look(): Promise<void> {
    await this.page.waitForLoadState('domcontentloaded');
    this.pages += 1;
    this.addresses.push(this.page.url());
    this.seen.push(`${await this.page.title()}\n${await this.page.locator('body').innerText()}`);
    // Every page of the console is held to them elsewhere, too.
    if (!this.scripts || !isFullCheck) return;
    const found = await violations(this.page);
    if (found.length > 0) throw new Error(`${this.page.url()}: ${JSON.stringify(found, undefined, 1)}`);
  }
}
