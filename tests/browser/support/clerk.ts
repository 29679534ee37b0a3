import type { Cookie, Page } from 'playwright-core';
import { typedOf } from '../../../src/console/forms/typed';
import { confirmationOf } from '../../../src/console/wording/confirmation';
import type { DecisionName } from '../../../src/procedure/case/case-file';
import { definitionOf } from '../../../src/procedure/catalogue';

/** Text as it is typed, or several ticks, by the name of the field. */
export type Typed = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Somebody at the console who clicks and types, and knows nothing else. */
export class Clerk {
  private is = '';
  private readonly sessions = new Map<string, Cookie[]>();

  constructor(
    readonly page: Page,
    private readonly address: string,
    private readonly nameOf: (person: string) => string,
  ) {}

  /**
   * Becomes a person: by the page that lists them, and from then on with the session that they have. Signing out and in
   * again for every decision of a case would be half of all the pages that are looked at.
   */
  async be(person: string): Promise<void> {
    if (this.is === person) return;
    const context = this.page.context();
    if (this.is !== '') this.sessions.set(this.is, await context.cookies());
    this.is = person;
    await this.page.goto('about:blank');
    await context.clearCookies();
    const known = this.sessions.get(person);
    if (known !== undefined) return context.addCookies(known);
    await this.page.goto(`${this.address}/sign-in`);
    await this.signIn();
  }

  private signIn(): Promise<void> {
    return this.page.getByRole('button', { name: `Sign in as ${this.nameOf(this.is)}`, exact: true }).click();
  }

  /** Signs out and in again as the same person, by the buttons on the pages. */
  async comeBack(): Promise<void> {
    await this.page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await this.page.getByRole('link', { name: 'Sign in again' }).click();
    await this.signIn();
  }

  /** Opens the case from the list of all cases. */
  async open(reference: string): Promise<void> {
    if (new URL(this.page.url()).pathname === `/cases/${reference}`) return;
    await this.page.goto(`${this.address}/cases/${reference}`);
    await this.page.getByRole('heading', { level: 1 }).waitFor();
  }

  /** Follows a link to exactly this address. */
  async follow(href: string): Promise<void> {
    await this.page.locator(`a[href="${href}"]`).first().click();
  }

  async heading(): Promise<string> {
    return (await this.page.getByRole('heading', { level: 1 }).first().innerText()).trim();
  }

  /** Types into the form that is shown; rows that are not there yet are asked for by its own button. */
  async type(typed: Typed): Promise<void> {
    await this.isShownWhole();
    for (const [name, value] of Object.entries(typed)) {
      if (value === undefined) continue;
      if (name.endsWith('._rows')) await this.haveRows(name.slice(0, -'._rows'.length), Number(value));
    }
    for (const [name, value] of Object.entries(typed)) {
      if (value === undefined || name.endsWith('._rows')) continue;
      await this.fill(name, typeof value === 'string' ? [value] : value);
    }
  }

  private async haveRows(name: string, wanted: number): Promise<void> {
    for (let shown = await this.rows(name); shown < wanted; shown = await this.rows(name)) {
      await this.page.locator(`button[name="_add"][value="${name}"]`).click();
      await this.isShownWhole();
    }
  }

  /** A page that has come may still be on its way, and its scripts with it. */
  private isShownWhole(): Promise<void> {
    return this.page.waitForLoadState('domcontentloaded');
  }

  private async rows(name: string): Promise<number> {
    const field = this.page.locator(`[name="${name}._rows"]`);
    return (await field.count()) === 0 ? Number.MAX_SAFE_INTEGER : Number(await field.first().inputValue());
  }

  private async fill(name: string, values: readonly string[]): Promise<void> {
    const field = await this.field(name);
    const first = this.page.locator(`[name="${name}"]`).first();
    switch (field.kind) {
      case 'hidden':
        return;
      case 'radio':
      case 'checkbox':
        for (const value of values) await this.page.locator(`[name="${name}"][value="${value}"]`).check();
        return;
      case 'select-one':
        await first.selectOption(values[0] ?? '');
        return;
      default:
        // What is only shown once another answer is given is out of sight where scripts run, and then not typed.
        if (!field.isOutOfSight) await first.fill(values[0] ?? '');
    }
  }

  /** What kind of field it is, asked in one go: a form has dozens. */
  private async field(name: string): Promise<{ readonly kind: string; readonly isOutOfSight: boolean }> {
    const field = await this.page.evaluate<{ kind: string; isOutOfSight: boolean } | null>(`(() => {
      const field = document.getElementsByName(${JSON.stringify(name)})[0];
      if (field === undefined) return null;
      const scriptsRun = document.body.classList.contains('js-enabled');
      return { kind: field.type, isOutOfSight: scriptsRun && !field.checkVisibility() };
    })()`);
    if (field === null) throw new Error(`The page at ${this.page.url()} has no field "${name}".`);
    return field;
  }

  /** Takes a decision, from the link on the case's page to "recorded". */
  async decide(reference: string, decision: DecisionName, form: unknown, typedMore: Typed = {}): Promise<void> {
    const path = `/cases/${reference}/decisions/${decision}`;
    if (decision === 'arrangeRapidReviewMeeting') {
      // The case leads to its meetings in place of this form, which those who have its address can still send.
      await this.page.goto(`${this.address}${path}`);
    } else {
      await this.open(reference);
      await this.follow(path);
    }
    await this.type({ ...typedOf(definitionOf(decision).form, form), ...typedMore });
    await this.page.getByRole('button', { name: 'Continue' }).click();
    await this.expectHeading('Check your answers', decision);
    // What passes a limit asks why.
    const why = this.page.locator('textarea[name="reasonForPassing"]');
    if ((await why.count()) > 0) await why.fill('There was no other day');
    await this.page.getByRole('button', { name: 'Record this decision' }).click();
    await this.expectHeading(confirmationOf(definitionOf(decision)), decision);
  }

  private async expectHeading(expected: string, what: string): Promise<void> {
    const found = await this.heading();
    if (found.startsWith(expected)) return;
    const said = (await this.page.locator('main').innerText()).slice(0, 800);
    throw new Error(`${what}: expected "${expected}" at ${this.page.url()} and found "${found}".\n${said}`);
  }
}
