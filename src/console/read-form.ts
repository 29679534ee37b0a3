import express, { type RequestHandler } from 'express';
import type { Fields } from './page';

/** What a form may weigh: long texts, many fields. Documents stay where they are kept. */
const largestForm = 512 * 1024;

/** Reads what a form sent: names and texts, a name perhaps several times. */
export const readForm: readonly RequestHandler[] = [
  express.urlencoded({ extended: false, limit: largestForm, parameterLimit: 2_000 }),
];

/** A text as it can be kept: line ends alike, without what PostgreSQL does not take. */
const keepable = (text: string): string =>
  text
    .replaceAll('\r\n', '\n')
    .replaceAll('\0', '')
    .replaceAll(/\p{Surrogate}/gu, '\uFFFD');

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
