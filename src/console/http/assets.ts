import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import express, { type Router } from 'express';

const packaged = (name: string, ...parts: string[]): string =>
  path.join(path.dirname(require.resolve(`${name}/package.json`)), ...parts);

/** The build puts the compiled style sheet beside the compiled code, which is elsewhere when the source runs as it is. */
const styles = [
  path.join(__dirname, '..', 'assets', 'console.css'),
  path.join(__dirname, '..', '..', '..', 'dist', 'src', 'console', 'assets', 'console.css'),
];

/** Address below /assets, and the file. */
const files: Readonly<Record<string, string>> = {
  'console.css': styles.find((file) => existsSync(file)) ?? '',
  'begin.js': path.join(__dirname, '..', 'assets', 'begin.js'),
  'console.mjs': path.join(__dirname, '..', 'assets', 'console.mjs'),
  'icon.svg': path.join(__dirname, '..', 'assets', 'icon.svg'),
  'govuk-frontend.min.js': packaged('govuk-frontend', 'dist', 'govuk', 'govuk-frontend.min.js'),
};

const mojImages = packaged('@ministryofjustice/frontend', 'moj', 'assets', 'images');

/** Changes whenever one of the files does. */
export const assetsVersion: string = Object.values(files)
  .reduce((hash, file) => (file !== '' ? hash.update(readFileSync(file)) : hash), createHash('sha256'))
  .digest('hex')
  .slice(0, 12);

/** Style sheets, scripts and pictures: the only things of the console that a browser may keep. */
export function assetRoutes(): Router {
  const router = express.Router();
  const cached = { 'Cache-Control': 'public, max-age=86400' };
  for (const [name, file] of Object.entries(files)) {
    if (file === '') continue;
    router.get(`/assets/${name}`, (_request, response, next) => {
      response.set(cached).sendFile(file, { cacheControl: false }, (error: unknown) => {
        // Express also calls this without an error, once the file is sent.
        if (error !== undefined && error !== null) next(error);
      });
    });
  }
  router.use('/assets/moj', express.static(mojImages, { index: false, maxAge: 86_400_000 }));
  return router;
}
