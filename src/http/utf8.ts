/*
 * Checks for UTF-8: other bytes would be stored as replacement characters, and nobody could say what had been written.
 */

/** Says whether bytes are UTF-8. */
export function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Says whether the percent-encoded bytes of an address or a form are UTF-8; a lone percent sign stands for itself. */
export const isUtf8Encoded = (text: string): boolean =>
  (text.match(/(?:%[0-9a-f]{2})+/gi) ?? []).every((run) => isUtf8(Buffer.from(run.replaceAll('%', ''), 'hex')));
