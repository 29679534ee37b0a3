/** The parts that an email is put together from; `html` is safe already, the others are plain text. */
export interface Layout {
  readonly subject: string;
  readonly practice: boolean;
  readonly partnership: string;
  readonly reference: string;
  readonly why: string;
  readonly ask: string;
  readonly text: string;
  readonly html: string;
}

const PRACTICE = 'Practice email. This is not a real case.';

/** The whole email as text and as HTML: the partnership's name, the words, and why one gets it and whom to ask. */
export function layOut(parts: Layout): { readonly text: string; readonly html: string } {
  return { text: textOf(parts), html: htmlOf(parts) };
}

function textOf({ practice, partnership, reference, why, ask, text }: Layout): string {
  const head = practice ? `${PRACTICE}\n\n` : '';
  return `${head}${text}\n\n-- \n${partnership}\nReference: ${reference}\n${why}\n${ask}\n`;
}

/** No images, fonts, scripts or style sheets: nothing is fetched when it is opened, and nothing is lost when it is not. */
function htmlOf({ subject, practice, partnership, reference, why, ask, html }: Layout): string {
  const banner = practice
    ? `<p style="margin:0 0 16px;padding:12px 16px;border:3px solid #7a4b00;background:#fff3d6;color:#3d2600;font-weight:bold">${escapeHtml(PRACTICE)}</p>\n`
    : '';
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(subject)}</title>
</head>
<body style="margin:0;padding:0;background:#ffffff;color:#1d1d1d;font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5">
<div style="max-width:600px;margin:0 auto;padding:24px 16px">
<p style="margin:0 0 24px;padding:0 0 8px;border-bottom:2px solid #1a4f8b;font-weight:bold">${escapeHtml(partnership)}</p>
${banner}<div role="main">
${html}</div>
<div role="contentinfo" style="margin:32px 0 0;padding:12px 0 0;border-top:1px solid #767676;color:#4a4a4a;font-size:14px">
<p style="margin:0 0 8px">Reference: ${escapeHtml(reference)}</p>
<p style="margin:0 0 8px">${escapeHtml(why)}</p>
<p style="margin:0">${escapeHtml(ask)}</p>
</div>
</div>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
