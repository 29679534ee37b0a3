import { receivedBefore, receiveNotification, type NotificationOutcome } from '../../casework/notifying';
import { notificationForm } from '../../procedure/notification/notification-form';
import type { Viewer } from '../../procedure/permissions';
import { whoMay } from '../../http/access';
import type { ApiDependencies } from '../dependencies';
import { sampleNotification } from '../examples';
import { pageFor } from '../page-for';
import { problemOfRefusal } from '../problems';
import { post, type Reply, type Route } from '../route';

/** Step 1: a notification becomes a case. */
export function notificationRoutes(dependencies: ApiDependencies): readonly Route[] {
  async function answered(received: NotificationOutcome, actor: Viewer): Promise<Reply> {
    switch (received.kind) {
      case 'opened': {
        const { reference } = received.onRecord.file;
        const body = (await pageFor(dependencies, received.onRecord, actor)) ?? { reference };
        return received.recorded ? { status: 201, body } : { status: 202, body, forNow: true };
      }
      case 'refused':
        throw problemOfRefusal(received.refusal, { begun: false });
    }
  }

  return [
    post({
      path: '/api/notifications',
      access: whoMay('notify'),
      tag: 'Cases',
      summary: 'Send a Serious Incident Notification; a case opens',
      description:
        'Step 1. Any person of the partnership may send one, and the Business Unit and the IT officer one for practice. It is answered with the case as whoever sent it sees it, without names; with its `reference` alone where they see nothing of it. Names, dates of birth and what people wrote go to the records; the case carries references to them. The same form under the same key is one case.',
      body: notificationForm(),
      examples: { sample: sampleNotification },
      replies: {
        201: { description: 'The case is open.', schema: 'Opened' },
        202: { description: 'The case is open, and still being written to the records.', schema: 'Opened' },
      },
      answer: async ({ body, actor, key, print }) =>
        answered(await receiveNotification(dependencies, { form: body, by: actor.id, key, print }), actor),
      async again({ actor, key, print }) {
        const onRecord = await receivedBefore(dependencies, { key, print });
        return onRecord && answered({ kind: 'opened', recorded: true, onRecord }, actor);
      },
    }),
  ];
}
