import { writeFileSync } from 'node:fs';
import { telling, cameTo, replay } from './support/telling';
import { ways, type WayName } from './support/ways';
const all = Object.keys(ways) as WayName[];
const half = process.env['HALF'] === '2' ? all.slice(0, 5) : all.filter((n) => !['x'].includes(n));
const t0 = Date.now();
const told = telling(process.env['ONLY'] ? (process.env['ONLY'].split('|') as WayName[]) : half);
test('dump', async () => {
  console.log('told', Date.now() - t0);
  const names = process.env['ONLY'] ? (process.env['ONLY'].split('|') as WayName[]) : half;
  const out: Record<string, unknown> = {};
  for (const name of names) {
    try {
      const p = cameTo(told.plain(name));
      out[name] = { emails: p.emails, events: told.plain(name).told.events.map((e) => `${e.seq} ${e.at.slice(0, 16)} ${e.kind} ${e.decision ?? ''}`), closed: p.closedOn, ending: p.ending };
    } catch (e) { console.log('PLAIN', name, String(e)); continue; }
    try {
      expect(cameTo(told.movedOn(name))).toEqual(cameTo(told.plain(name)));
    } catch (e) { console.log('MOVED', name, String(e).slice(0, 1500)); }
    (out[name] as Record<string, unknown>)['runs'] = told.runs(name);
  }
  writeFileSync('/tmp/ways.json', JSON.stringify(out, undefined, 1));
  console.log(told.engine().world.contradictions);
  const t = Date.now();
  console.log(await replay(told.engine(), names.slice(1, 3).map((n) => told.plain(n))), Date.now() - t);
}, 200000);
