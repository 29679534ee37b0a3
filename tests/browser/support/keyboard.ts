import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';

const inPage = readFileSync(path.join(__dirname, 'focus-in-page.js'), 'utf8');

/** What the keyboard is at. */
export interface Stop {
  readonly name: string;
  readonly tag: string;
  /** The name under which a field is sent, and the value of this one of several. */
  readonly field: string;
  readonly value: string;
  readonly id: string;
  readonly href: string;
  readonly isSeen: boolean;
  readonly looksFocused: boolean;
  /** Whether it comes after the stop before it in the document. */
  readonly follows: 'after' | 'before';
  readonly box: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
  /** Whether it is in a list that goes on at the top of a next column. */
  readonly column: boolean;
}

/** Text as it is typed, or several ticks, by the name of the field. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;

/** Somebody who has a keyboard and nothing else. What they could not see or would not expect is noted as a fault. */
export class Keyboard {
  readonly faults: string[] = [];

  constructor(readonly page: Page) {}

  /** What the keyboard is at now; undefined at nothing. */
  async stop(): Promise<Stop | undefined> {
    return this.page.evaluate<Stop | undefined>(`${inPage}
window.focusInPage.stop()`);
  }

  /** How many stops the page has. */
  async stops(): Promise<number> {
    return this.page.evaluate<number>(`${inPage}\nwindow.focusInPage.stops()`);
  }

  /** Presses Tab, or Shift and Tab, and looks at where that leads. */
  async step(key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<Stop | undefined> {
    const before = await this.stop();
    await this.page.keyboard.press(key);
    const stop = await this.stop();
    if (stop !== undefined) this.look(stop, key === 'Tab' ? before : undefined);
    return stop;
  }

  private look(stop: Stop, before: Stop | undefined): void {
    const fault = (what: string) =>
      this.faults.push(`${new URL(this.page.url()).pathname}: ${stop.tag} "${stop.name}" ${what}`);
    if (!stop.isSeen) fault('is not in sight');
    if (!stop.looksFocused) fault('looks as if the keyboard were elsewhere');
    if (before === undefined) return;
    if (stop.follows === 'before') fault(`comes after "${before.name}", and stands before it`);
    const isAbove = stop.box.bottom <= before.box.top && stop.box.left < before.box.right;
    if (isAbove && !stop.column) fault(`comes after "${before.name}", and is drawn above it`);
  }

  /** Goes on to the first stop that is meant; there is an error where the page has none. */
  async to(meant: string | ((stop: Stop) => boolean), key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<Stop> {
    const isMeant = typeof meant === 'string' ? ({ name }: Stop) => name === meant : meant;
    const passed: string[] = [];
    // Once past the end of the page, and through all of it from its beginning.
    for (let ends = 0; ends < 2;) {
      const stop = await this.step(key);
      if (stop === undefined) ends += 1;
      else if (isMeant(stop)) return stop;
      else passed.push(stop.name);
    }
    throw new Error(`${this.page.url()}: no stop is ${String(meant)}; there are: ${passed.join(' | ')}`);
  }

  /** Presses a key that leads to another page, and waits for it. */
  async onward(key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    const there = this.page.waitForEvent('load');
    await this.page.keyboard.press(key);
    await there;
  }

  /** Goes to a link or a button and presses it. */
  async follow(meant: string | ((stop: Stop) => boolean), key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    await this.to(meant);
    await this.onward(key);
  }

  /** Fills in what the page asks for, in the order in which the page asks. */
  async fill(typed: Typed): Promise<void> {
    for (const [field, value] of Object.entries(typed)) {
      if (typeof value === 'string') await this.fillOne(field, value);
      else for (const one of value) await this.tick(field, one);
    }
  }

  private async tick(field: string, value: string): Promise<void> {
    await this.to((stop) => stop.field === field && stop.value === value);
    await this.page.keyboard.press('Space');
  }

  private async fillOne(field: string, value: string): Promise<void> {
    const { tag } = await this.to((stop) => stop.field === field);
    if ((await this.page.locator(`input[type=radio][name="${field}"]`).count()) > 0) return this.choose(value);
    if ((await this.page.locator(`input[type=checkbox][name="${field}"]`).count()) > 0)
      return this.page.keyboard.press('Space');
    if (tag !== 'select') await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.keyboard.type(value);
  }

  /** Of radios the first is chosen with Space, and others with the arrows. */
  private async choose(value: string): Promise<void> {
    await this.page.keyboard.press('Space');
    for (let steps = 0; steps < 40; steps += 1) {
      if ((await this.stop())?.value === value) return;
      await this.page.keyboard.press('ArrowDown');
    }
    throw new Error(`${this.page.url()}: the arrows do not lead to ${value}.`);
  }
}
