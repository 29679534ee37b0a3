import type { CheerioAPI } from 'cheerio';
import { load } from 'cheerio/slim';
import { parseSetCookie } from 'cookie';

/** A page as a browser without JavaScript has it. Most are only passed through, and what nobody asks is not read. */
export class BrowsedPage {
  private read: CheerioAPI | undefined;
  private readText: string | undefined;
  private readWords: string | undefined;

  constructor(
    readonly status: number,
    /** Where it came to, redirects followed. */
    readonly path: string,
    readonly headers: Headers,
    readonly bytes: Buffer,
  ) {}

  /** The HTML. */
  get text(): string {
    return (this.readText ??= this.bytes.toString('utf8'));
  }

  get $(): CheerioAPI {
    return (this.read ??= load(this.text));
  }

  /** What a reader reads, blanks made single. Read once: a test may ask for each of a hundred words. */
  get says(): string {
    return (this.readWords ??= this.words());
  }

  private words(): string {
    const main = this.$('main');
    return inOneLine(main.length > 0 ? main.text() : this.$('body').text());
  }

  get heading(): string {
    return inOneLine(this.$('h1').first().text());
  }
}

const inOneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

export type FormFields = Readonly<Record<string, string | readonly string[]>>;

/** A browser without JavaScript: cookies, redirects, forms with their hidden fields. */
export class Browser {
  readonly cookies = new Map<string, string>();

  /** Other sites to which a redirect may lead it. */
  readonly friends: string[] = [];

  constructor(readonly address: string) {}

  async get(where: string, headers: Readonly<Record<string, string>> = {}): Promise<BrowsedPage> {
    return this.go('GET', where, undefined, headers);
  }

  /** Sends what a form at this address would, with the hidden token of the session. */
  async submit(
    where: string,
    fields: FormFields = {},
    headers: Readonly<Record<string, string>> = {},
  ): Promise<BrowsedPage> {
    const token = this.cookies.has('session') ? await this.knownToken() : '';
    return this.send(where, { _csrf: token, ...fields }, headers);
  }

  /** Sends fields and nothing else, from this site unless the headers say otherwise. */
  async send(where: string, fields: FormFields, headers: Readonly<Record<string, string>> = {}): Promise<BrowsedPage> {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(fields)) {
      for (const one of typeof value === 'string' ? [value] : value) body.append(name, one);
    }
    return this.go('POST', where, body.toString(), {
      'content-type': 'application/x-www-form-urlencoded',
      origin: this.address,
      'sec-fetch-site': 'same-origin',
      ...headers,
    });
  }

  private known: { readonly session: string | undefined; readonly token: string } | undefined;

  /** The same, looked up once a session. */
  private async knownToken(): Promise<string> {
    const session = this.cookies.get('session');
    if (this.known?.session !== session) this.known = { session, token: await this.token() };
    return this.known?.token ?? '';
  }

  /** The token that forms of this session carry. */
  async token(): Promise<string> {
    const page = await this.get('/account');
    return page.$('input[name=_csrf]').first().attr('value') ?? '';
  }

  private async go(
    method: string,
    where: string,
    body: string | undefined,
    headers: Readonly<Record<string, string>>,
    hops = 0,
  ): Promise<BrowsedPage> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(new URL(where, this.address), {
      method,
      redirect: 'manual',
      headers: { ...headers, ...(cookie === '' ? {} : { cookie }) },
      ...(body === undefined ? {} : { body }),
    });
    for (const line of response.headers.getSetCookie()) {
      const { name, value = '', maxAge } = parseSetCookie(line);
      if (maxAge === 0) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    const onward = response.headers.get('location');
    const next = onward === null ? undefined : new URL(onward, response.url);
    const goesOn = next !== undefined && [this.address, ...this.friends].includes(next.origin);
    if (goesOn && hops < 10) return this.go('GET', next.href, undefined, {}, hops + 1);
    const bytes = Buffer.from(await response.arrayBuffer());
    return new BrowsedPage(response.status, next?.href ?? where, response.headers, bytes);
  }
}
