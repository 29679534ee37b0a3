/**
 * What may be put through the faults: `alone`, one API and one worker on the Temporal CLI's server; `compose`, what
 * docker-compose.yml has: two of each, the APIs behind a proxy, on the Temporal of its image with a PostgreSQL of its own.
 */
export const castKinds = ['alone', 'compose'] as const;
export type CastKind = (typeof castKinds)[number];
