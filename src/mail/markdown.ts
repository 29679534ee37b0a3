import MarkdownIt from 'markdown-it';
import { typographic } from '../procedure/typographic';

type Token = MarkdownIt.Token;

/** HTML in a template or a value is shown as text, and a bare address does not become a link by itself. */
const markdown = new MarkdownIt('commonmark', { html: false, linkify: false, typographer: false });

const styles: Readonly<Record<string, string>> = {
  p: 'margin:0 0 16px',
  ul: 'margin:0 0 16px;padding-left:24px',
  ol: 'margin:0 0 16px;padding-left:24px',
  li: 'margin:0 0 8px',
  h1: 'font-size:22px;line-height:1.3;margin:24px 0 12px',
  h2: 'font-size:19px;line-height:1.3;margin:24px 0 12px',
  a: 'color:#1a4f8b;text-decoration:underline;font-weight:bold',
};

/** The Markdown taken apart, its texts with the apostrophes and quotation marks of print. */
function read(source: string): Token[] {
  const tokens = markdown.parse(source, {});
  forEachToken(tokens, (token) => {
    if (token.type === 'text' || token.type === 'text_special') token.content = typographic(token.content);
  });
  return tokens;
}

/** Light Markdown as HTML with its style on each element, as mail programs need it. Images are never fetched. */
export function markdownToHtml(source: string): string {
  const tokens = read(source);
  forEachToken(tokens, (token) => {
    const style = styles[token.tag];
    if (token.nesting === 1 && style !== undefined) token.attrSet('style', style);
    if (token.type === 'image') {
      token.type = 'text';
      token.children = [];
    }
  });
  return markdown.renderer.render(tokens, markdown.options, {});
}

/** Light Markdown as plain text: lists with hyphens, and each link as its words and its address. */
export function markdownToText(source: string): string {
  const lines: string[] = [];
  const lists: string[] = [];
  let item = '';
  for (const token of read(source)) {
    if (token.type === 'bullet_list_open' || token.type === 'ordered_list_open') lists.push(token.tag);
    if (token.type === 'bullet_list_close' || token.type === 'ordered_list_close') {
      lists.pop();
      if (lists.length === 0) lines.push('');
    }
    if (token.type === 'list_item_open') item = lists.at(-1) === 'ol' ? `${token.info || '1'}. ` : '- ';
    if (token.type === 'inline') {
      lines.push(item + inlineText(token.children ?? []));
      if (item !== '') item = '';
      else if (lists.length > 0) lines.push('');
    }
    if (token.type === 'code_block' || token.type === 'fence') lines.push(token.content.trim(), '');
    if ((token.type === 'paragraph_close' && lists.length === 0) || token.type === 'heading_close') lines.push('');
  }
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function inlineText(tokens: readonly Token[]): string {
  const targets: string[] = [];
  let text = '';
  for (const token of tokens) {
    if (token.type === 'link_open') targets.push(String(token.attrGet('href') ?? ''));
    if (token.type === 'link_close') text += `: ${targets.pop() ?? ''}`;
    if (token.type === 'softbreak' || token.type === 'hardbreak') text += '\n';
    if (token.type === 'text' || token.type === 'text_special' || token.type === 'code_inline') text += token.content;
  }
  return text;
}

function forEachToken(tokens: readonly Token[], visit: (token: Token) => void): void {
  for (const token of tokens) {
    visit(token);
    forEachToken(token.children ?? [], visit);
  }
}
