import type { Api } from './api';

/** What Express keeps of its routes. */
interface Layer {
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
}

/** A route as the router has it. */
export interface Found {
  readonly method: 'GET' | 'POST';
  readonly pattern: string;
}

/** Every route that the application has, from its router rather than from our own list of them. */
export const everyRoute = ({ app }: Api): readonly Found[] =>
  (app.router as unknown as { readonly stack: readonly Layer[] }).stack.flatMap(({ route }) => {
    const methods = Object.keys(route?.methods ?? {});
    // What takes every method says which of them the address has.
    return route === undefined || methods.length > 2 || methods.includes('_all')
      ? []
      : methods.map((method) => ({
          method: method === 'get' ? ('GET' as const) : ('POST' as const),
          pattern: route.path,
        }));
  });

/** What is answered without a token. */
export const openPatterns: readonly string[] = [
  '/docs',
  '/docs/initializer.js',
  '/docs/swagger-ui.css',
  '/docs/swagger-ui-bundle.js',
  '/docs/favicon-32x32.png',
  '/openapi.json',
  '/health/live',
  '/health/ready',
];
