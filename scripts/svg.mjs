/* Pieces of the pictures that scripts draw: docs/procedure.svg and docs/architecture.svg. */

/** Colour of text and lines where nothing else is said. */
export const ink = '#1d2a35';

/**
 * The style of a line of text.
 *
 * @typedef {object} TextStyle
 * @property {number} [size]
 * @property {number} [weight]
 * @property {string} [anchor]
 * @property {string} [colour]
 * @property {boolean} [turned] reads upwards
 */

/** @param {string} text */
export const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** @param {number} number */
export const rounded = (number) => String(Math.round(number * 10) / 10);

/**
 * Draws a line of text.
 *
 * @param {string} said
 * @param {{ x: number, y: number } & TextStyle} style
 */
export function text(said, { x, y, size = 13, weight = 400, anchor = 'start', colour = ink, turned = false }) {
  const turn = turned ? ` transform="rotate(-90 ${rounded(x)} ${rounded(y)})"` : '';
  return `<text x="${rounded(x)}" y="${rounded(y)}" font-size="${size}" font-weight="${weight}" text-anchor="${anchor}" fill="${colour}"${turn}>${escaped(said)}</text>`;
}

/**
 * Breaks a text into lines of so many characters.
 *
 * @param {string} text
 * @param {number} most
 */
export function lines(text, most) {
  /** @type {string[]} */
  const broken = [];
  for (const word of text.split(' ')) {
    const last = broken.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= most) broken[broken.length - 1] = `${last} ${word}`;
    else broken.push(word);
  }
  return broken;
}

/**
 * Draws an arrow along some points.
 *
 * @param {[x: number, y: number][]} points
 */
export const arrow = (points) =>
  `<polyline points="${points.map(([x, y]) => `${x},${y}`).join(' ')}" fill="none" stroke="#52616c" stroke-width="1.6" stroke-linejoin="round" marker-end="url(#head)"/>`;

/**
 * Puts a picture together, with the head of its arrows (`url(#head)`), and words for those who cannot see it.
 *
 * @param {{ width: number, height: number, title: string, description: string, parts: string[] }} picture
 */
export const picture = ({ width, height, title, description, parts }) =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title desc" font-family="Arial, Helvetica, sans-serif" lang="en-GB">`,
    `<title id="title">${escaped(title)}</title>`,
    `<desc id="desc">${escaped(description)}</desc>`,
    `<defs><marker id="head" viewBox="0 0 10 10" refX="9.5" refY="5" markerWidth="7" markerHeight="7" orient="auto"><path d="M0,0.5 L10,5 L0,9.5 z" fill="#52616c"/></marker></defs>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...parts,
    '</svg>',
    '',
  ].join('\n');
