import { writeFileSync } from 'node:fs';
import { startEngine, referenceOf, type Engine } from './support/engine';
import { Story, tell } from './support/story';
import { emailsOf } from './support/emails';
import { ways } from './support/ways';
let engine: Engine;
beforeAll(async () => { engine = await startEngine(); }, 60000);
afterAll(async () => { await engine.stop(); });
test('straight', async () => {
  const names = Object.keys(ways) as (keyof typeof ways)[];
  const stories = names.map((name, i) => new Story(engine, referenceOf(i + 1), ways[name]));
  const t = Date.now();
  const failed = await tell(stories);
  console.log(Date.now() - t, [...failed.values()]);
  await new Promise(r => setTimeout(r, 1500));
  let out = '';
  stories.forEach((s, i) => {
    out += `\n===== ${names[i]} closed ${s.file.closedOn} ${s.file.seq} dropped ${s.known.dropped.length} notices ${s.known.notices.length} sent ${s.known.sent.length} now ${s.at}\n`;
    out += emailsOf(s.known.sent).join('\n');
    out += '\n--\n' + s.known.events.map((e) => `${e.seq} ${e.at.slice(0, 16)} ${e.kind} ${e.decision ?? ''}`).join('\n');
  });
  writeFileSync('/tmp/ways.txt', out);
  console.log(engine.world.contradictions);
}, 200000);
