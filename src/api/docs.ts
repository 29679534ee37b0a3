import path from 'node:path';
import type { Express } from 'express';
import type { ApiDependencies } from './dependencies';
import { openapi } from './openapi';
import type { Route } from './route';

/** The files of Swagger UI that the page needs; nothing comes from the internet. */
const assets = ['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png'] as const;

const page = `<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Serious incident reviews: the API</title>
    <link rel="stylesheet" href="/docs/swagger-ui.css">
    <link rel="icon" type="image/png" href="/docs/favicon-32x32.png">
  </head>
  <body>
    <div id="swagger-ui"></div>
    <noscript>This page needs JavaScript; <a href="/openapi.json">/openapi.json</a> says the same.</noscript>
    <script src="/docs/swagger-ui-bundle.js"></script>
    <script src="/docs/initializer.js"></script>
  </body>
</html>
`;

const initializer = `window.ui = SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#swagger-ui',
  deepLinking: true,
  docExpansion: 'none',
  validatorUrl: null,
  persistAuthorization: false,
});
`;

/** The API's description, and a page to read it on; both are open to whoever reaches this address. */
export function setUpDocs(app: Express, dependencies: ApiDependencies, routes: readonly Route[]): void {
  const { publicUrl, version, profile } = dependencies;
  const description = JSON.stringify(openapi({ routes, publicUrl, version, profile }));
  app.get('/openapi.json', (_request, response) => {
    response.type('application/json').send(description);
  });
  app.get('/docs', (_request, response) => {
    response.type('html').send(page);
  });
  app.get('/docs/initializer.js', (_request, response) => {
    response.type('js').send(initializer);
  });
  const folder = path.dirname(require.resolve('swagger-ui-dist/package.json'));
  for (const asset of assets) {
    app.get(`/docs/${asset}`, (_request, response) => {
      // From its folder, because a path of its own may have a part that begins with a dot.
      response.sendFile(asset, { root: folder, cacheControl: false, etag: false, lastModified: false });
    });
  }
}
