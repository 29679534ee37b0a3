import type { Case } from './stages';

/** Steps 17 and 18, and the reasons to the Panel and the Secretary of State where not the whole report is published. */
export async function publication(c: Case): Promise<void> {
  await Promise.all([c.done('reasons-sent'), published(c)]);
}

async function published(c: Case): Promise<void> {
  await c.done('notice-of-intent');
  await c.done('publication');
}
