/** Starts the Design System's parts of a page. Its script is served beside ours (src/console/http/assets.ts). */
export function initAll(): void;
