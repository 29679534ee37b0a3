import { Api } from './api';
import { describeCase } from '../../src/procedure/describe';
test('x', async () => {
  const api = await Api.start();
  try {
    const r = await api.opened();
    const file = [...api.cases.files.values()][0]!;
    const t = (n: string, f: () => unknown) => { for (let i = 0; i < 3; i++) { const a = performance.now(); f(); console.log(n, Math.round(performance.now() - a)); } };
    t('describe', () => describeCase(file, api.wall));
    for (let i = 0; i < 3; i++) { const a = performance.now(); await api.dependencies.partnership(); console.log('partnership', Math.round(performance.now() - a)); }
    for (let i = 0; i < 3; i++) { const a = performance.now(); const x = await api.get('/api/cases/' + r); console.log('get', Math.round(performance.now() - a), x.text.length); }
    for (let i = 0; i < 3; i++) { const a = performance.now(); await api.decide(r, 'addNote', {note: 'x'}); console.log('decide', Math.round(performance.now() - a)); }
    for (let i = 0; i < 3; i++) { const a = performance.now(); await api.opened(); console.log('open', Math.round(performance.now() - a)); }
  } finally { await api.stop(); }
});
