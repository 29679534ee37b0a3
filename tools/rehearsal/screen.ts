/** Output of a rehearsal: a terminal, or a file that is read afterwards. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Lines one below the other, with a bar at the foot of a terminal; in a file, a line at every quarter. */
export interface Screen {
  line(text?: string): void;
  /** Further lines begin below the text of the first, not below its date. */
  under(indent: number, text: string): void;
  progress(done: number, of: number, where: string): void;
  /** Takes the bar away. */
  end(): void;
}

const barWidth = 24;
const narrowest = 60;

/** Breaks a line between words, the rest of it indented. */
export function wrapped(text: string, width: number, indent: number): readonly string[] {
  const lines: string[] = [];
  let rest = text;
  while (rest.length > width) {
    const at = rest.lastIndexOf(' ', width);
    if (at <= indent) break;
    lines.push(rest.slice(0, at));
    rest = `${' '.repeat(indent)}${rest.slice(at + 1)}`;
  }
  return [...lines, rest];
}

export const bar = (done: number, of: number): string => {
  const full = of === 0 ? barWidth : Math.round((barWidth * done) / of);
  return `[${'#'.repeat(full)}${'.'.repeat(barWidth - full)}] ${Math.round((100 * done) / Math.max(of, 1))} %`;
};

export function screenOn(output: Output): Screen {
  const terminal = output.isTTY === true;
  let shown = '';
  let quarter = 0;
  const clear = () => {
    if (shown !== '') output.write('\r\u001b[2K');
  };
  const put = (lines: readonly string[]) => {
    clear();
    output.write(`${lines.join('\n')}\n`);
    if (shown !== '') output.write(shown);
  };
  const fit = (text: string, indent: number) =>
    terminal ? wrapped(text, Math.max(narrowest, (output.columns ?? 120) - 1), indent) : [text];

  return {
    line: (text = '') => put(fit(text, 0)),
    under: (indent, text) => put(fit(text, indent)),
    progress(done, of, where) {
      if (terminal) {
        clear();
        shown = `${bar(done, of)}  ${where}`.slice(0, (output.columns ?? 120) - 1);
        output.write(shown);
        return;
      }
      const reached = Math.floor((4 * done) / Math.max(of, 1));
      if (reached > quarter) put([`${bar(done, of)}  ${where}`]);
      quarter = reached;
    },
    end() {
      clear();
      shown = '';
      quarter = 0;
    },
  };
}
