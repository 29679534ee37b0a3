import { load, type CheerioAPI } from 'cheerio';
import { parseSetCookie } from 'cookie';

/** A page as a browser without JavaScript has it. */
export interface BrowsedPage {
  readonly status: number;
  /** Where it came to, redirects followed. */
  readonly path: string;
  readonly headers: Headers;
  /** The HTML. */
  readonly text: string;
  readonly bytes: Buffer;
  readonly $: CheerioAPI;
  /** What a reader reads, blanks made single. */
  readonly says: string;
  readonly heading: string;
}

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
    const token = this.cookies.has('session') ? await this.token() : '';
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
    const text = bytes.toString('utf8');
    const $ = load(text);
    const main = $('main').length > 0 ? $('main').text() : $('body').text();
    return {
      status: response.status,
      path: next?.href ?? where,
      headers: response.headers,
      text,
      bytes,
      $,
      says: main.replaceAll(/\s+/g, ' ').trim(),
      heading: $('h1').first().text().replaceAll(/\s+/g, ' ').trim(),
    };
  }
}
