/* Bytes that are no UTF-8 would be kept as replacement characters, and nobody could say what had been written. */

/** Whether bytes are UTF-8. */
export function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Whether what is percent-encoded in an address or a form is UTF-8; a percent sign that encodes nothing is itself. */
export const isUtf8Encoded = (text: string): boolean =>
  (text.match(/(?:%[0-9a-f]{2})+/gi) ?? []).every((run) => isUtf8(Buffer.from(run.replaceAll('%', ''), 'hex')));
