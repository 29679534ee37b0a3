import { whereTheRecordsAre } from './backup';
import { runCommand } from './command';
import { answerPlace } from '../installation/place';
import { fromMillis } from '../procedure/time/dates';
import { BackupProblem } from '../records/backup/manifest';
import { openRecords } from '../records/records';

const usage = `npm run place -- here   these records go on here; their copy elsewhere must not be started again
npm run place -- copy   these records are a copy to look at: no emails, no cases, no decisions`;

/** Answers whether records that were started elsewhere go on here, or are a copy to look at. */
export const main = ([said]: readonly string[]): Promise<void> =>
  runCommand(async (starting) => {
    if (said !== 'here' && said !== 'copy') throw new BackupProblem(usage);
    const records = await openRecords({ url: await whereTheRecordsAre(starting) });
    try {
      await answerPlace(starting.config, records, { said, at: fromMillis(Date.now()) });
    } finally {
      await records.close();
    }
    starting.say(
      said === 'here'
        ? 'The records go on here. Start the application again.'
        : 'This is a copy to look at from now on.',
    );
  });

if (require.main === module) void main(process.argv.slice(2));
