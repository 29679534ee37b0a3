/**
 * True where everything is tried: `npm run check:full` asks for that. `npm test` tries one of each kind where the others differ
 * in nothing but their words, and less often what is tried at random.
 */
export const isFullCheck = process.env['CHECK'] === 'full';
