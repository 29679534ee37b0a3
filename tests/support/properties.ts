import fc from 'fast-check';

/* Before a merge always the same cases, so that it depends on the change and not on the draw; at a desk others each time. */
if (process.env['CI'] !== undefined) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 2026 });

export { fc };
