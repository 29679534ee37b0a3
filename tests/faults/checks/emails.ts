import { messageIdOf } from '../../../src/mail/message';
import type { Notice } from '../../../src/procedure/case/record';
import { isStillTrue } from '../../../src/procedure/reminders/still-true';
import type { CaseSeen, MailSeen, NoticeSeen, Observed, Violation } from '../observed';
import { repeats } from './events';
import type { Replayed } from './replay';

/** Between the last look whether a notice is true and the relay having it: an email's own time limit, and a little. */
const onItsWayMs = 50_000;

/** Notices are those of the rules, each decided once, and sent at least once under one Message-ID, while it was true. */
export function checkEmails(
  { cases, mail, mailFrom }: Pick<Observed, 'cases' | 'mail' | 'mailFrom'>,
  replays: ReadonlyMap<string, Replayed>,
): readonly Violation[] {
  const byId = new Map<string, MailSeen[]>();
  for (const one of mail) byId.set(one.messageId, [...(byId.get(one.messageId) ?? []), one]);
  const owed = new Set(cases.flatMap(({ notices }) => notices.map(({ notice }) => messageIdOf(notice.key, mailFrom))));
  return [
    ...cases.flatMap((seen) => {
      const replayed = replays.get(seen.reference);
      return [
        ...(replayed === undefined ? [] : againstTheRules(seen, replayed)),
        ...seen.notices.flatMap((one) => {
          const messageId = messageIdOf(one.notice.key, mailFrom);
          const messages = byId.get(messageId) ?? [];
          return [
            ...fate(seen.reference, one, { messageId, messages }),
            ...(replayed === undefined ? [] : untrue(seen, one.notice, { messages, replayed })),
          ];
        }),
      ];
    }),
    ...[...byId.keys()]
      .filter((messageId) => !owed.has(messageId))
      .map((messageId): Violation => {
        const sentence = `The relay was given ${messageId}, the Message-ID of no notice on the record: some notice had two.`;
        return { kind: 'Message-ID', reference: '', sentence };
      }),
  ];
}

/** What is said, in a word: two notices that say this are the same notice. */
const saying = ({ kind, to, step, values, at, lines }: Notice): string =>
  JSON.stringify([
    kind,
    to,
    // The database keeps the names of values in an order of its own.
    kind === 'reminders' ? [at.slice(0, 10)] : [step, Object.entries(values).sort(), at],
    lines.map(lineSaying),
  ]);
const lineSaying = ({ deadline, tone, due }: Notice['lines'][number]) => [deadline, tone, due];

function againstTheRules({ reference, notices }: CaseSeen, replayed: Replayed): readonly Violation[] {
  const recorded = new Map(notices.map(({ notice }) => [notice.key, notice]));
  const expected = new Map(replayed.notices.map((notice) => [notice.key, notice]));
  const missing = [...expected.values()].filter(({ key }) => !recorded.has(key));
  return [
    ...repeats(notices.map(({ notice }) => notice.key)).map((key): Violation => {
      return { kind: 'notice twice', reference, sentence: `${key} was decided twice.` };
    }),
    ...missing.map(({ key, kind }): Violation => {
      const sentence = `${key} is due by the rules, and is not on the record.`;
      return { kind: kind === 'reminders' ? 'reminder missing' : 'notice missing', reference, sentence };
    }),
    ...[...recorded.values()].flatMap((notice): readonly Violation[] => {
      const rule = expected.get(notice.key);
      const twin = [...expected.values()].find((one) => saying(one) === saying(notice));
      if (rule === undefined && twin !== undefined)
        return [
          { kind: 'notice twice', reference, sentence: `${notice.key} says what ${twin.key} says, under another key.` },
        ];
      if (rule === undefined)
        return [
          {
            kind: 'notice not of the rules',
            reference,
            sentence: `${notice.key} is on the record, and no rule asks for it.`,
          },
        ];
      return saying(rule) === saying(notice)
        ? []
        : [
            {
              kind: 'notice not of the rules',
              reference,
              sentence: `${notice.key} says something else than the rules do.`,
            },
          ];
    }),
  ];
}

interface Arrived {
  readonly messageId: string;
  readonly messages: readonly MailSeen[];
}

function fate(
  reference: string,
  { notice: { key }, state, messageId: noted }: NoticeSeen,
  { messageId, messages }: Arrived,
): readonly Violation[] {
  const say = (kind: Violation['kind'], sentence: string): readonly Violation[] => [{ kind, reference, sentence }];
  switch (state) {
    case 'sent': {
      const other = noted === messageId ? [] : say('Message-ID', `${key} was sent as ${noted ?? 'nothing'}.`);
      const arrived = messages.some(({ answer }) => answer === 'taken');
      return arrived ? other : [...other, ...say('not sent', `${key} counts as sent, and the relay never took it.`)];
    }
    case 'waiting':
      return say('not sent', `${key} waits still.`);
    case 'refused':
      return messages.some(({ answer }) => answer === 'refused for good')
        ? []
        : say('not sent', `${key} counts as refused, and the relay did not refuse it for good.`);
    case 'no-longer-true':
      return [];
  }
}

/** A notice that arrived was true at some moment shortly before: the last look at the case cannot have been earlier. */
function untrue(
  { reference, recordedAt }: CaseSeen,
  notice: Notice,
  { messages, replayed }: { readonly messages: readonly MailSeen[]; readonly replayed: Replayed },
): readonly Violation[] {
  const { files } = replayed;
  return messages.flatMap(({ at }): readonly Violation[] => {
    const stood = files.filter(({ seq }, index) => {
      const next = files[index + 1];
      const until = next === undefined ? Infinity : (recordedAt.get(next.seq) ?? Infinity);
      return (recordedAt.get(seq) ?? 0) <= at && until >= at - onItsWayMs;
    });
    if (stood.length === 0 || stood.some(({ file }) => isStillTrue(notice, file))) return [];
    const sentence = `${notice.key} reached the relay ${new Date(at).toISOString()}, and had not been true for ${onItsWayMs / 1_000} s.`;
    return [{ kind: 'reminder untrue', reference, sentence }];
  });
}
