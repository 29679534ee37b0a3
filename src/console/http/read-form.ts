import express, { type RequestHandler } from 'express';
import { isUtf8, isUtf8Encoded } from '../../http/utf8';
import { writable } from '../../procedure/written-text';
import type { Fields } from './page';

/** A form or an address whose bytes are not UTF-8. */
export class NotUtf8 extends Error {
  override readonly name = 'NotUtf8';
  readonly status = 400;
}

/** The largest form, in bytes: room for long texts and many fields. Documents are kept elsewhere and are not sent. */
const largestForm = 512 * 1024;

/** Reads what a form sent: names and texts, a name perhaps several times. */
export const readFormBody: readonly RequestHandler[] = [
  express.urlencoded({
    extended: false,
    limit: largestForm,
    parameterLimit: 2_000,
    verify: (_request, _response, bytes) => {
      if (!isUtf8(bytes) || !isUtf8Encoded(bytes.toString('latin1'))) throw new NotUtf8();
    },
  }),
];

/** Refuses an address in which something is percent-encoded that is not UTF-8. */
export const refuseNonUtf8Address: RequestHandler = (request, _response, next) => {
  if (!isUtf8Encoded(request.originalUrl)) throw new NotUtf8();
  next();
};

/** Returns a text fit for keeping: all line ends alike, without characters that no XML file can hold. */
const keepable = (text: string): string => writable(text.replaceAll(/\r\n?|\v|\f/g, '\n'));

/** The values by name; anything else than texts is left out. */
export function valuesOf(given: unknown): Fields {
  if (typeof given !== 'object' || given === null) return {};
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]: [string, unknown]): [string, string | readonly string[]][] => {
      if (typeof value === 'string') return [[name, keepable(value)]];
      if (!Array.isArray(value)) return [];
      return [[name, value.filter((text): text is string => typeof text === 'string').map(keepable)]];
    }),
  );
}
