import { decide, type Decided } from '../../src/casework/deciding';
import { organisationsOf } from '../../src/procedure/asking/correspondents';
import { readCorrespondents } from '../../src/records/correspondents';
import { TestOffice } from './office';

/* Organisations are asked by name and address: what is refused at the door, and what the case never holds. */

let office: TestOffice;
let reference: string;
let keys = 0;
beforeAll(async () => {
  office = await TestOffice.open();
});
afterAll(() => office.close());
beforeEach(async () => {
  await office.reset();
  reference = await office.opened();
});

const circus = { organisation: 'Thistledown Circus', name: 'Jo Quillfeather', address: 'jo@thistledown.example.org' };
const school = { organisation: 'Larkspur School', name: 'Al Quillfeather', address: 'al@larkspur.example.org' };
const taking = (name: 'askAgencies' | 'askFurther' | 'correctFact', form: object): Promise<Decided> =>
  decide(office, { reference, name, form, actor: office.person('P01'), key: `k${(keys += 1)}` });
const ask = (...organisations: readonly object[]) => taking('askAgencies', { agencies: [], organisations });
const fileNow = () => {
  const [file] = office.cases.files.values();
  if (file === undefined) throw new Error('There is no case.');
  return file;
};
const addressOf = (id: string) => office.person(id).email;
const refusedFields = (answer: Decided) =>
  answer.kind === 'refused'
    ? (answer.refusal.fields ?? []).map(({ field, sentence }) => `${field}: ${sentence}`).join()
    : answer.kind;

test('the records have the name and the address, and neither the case nor what is sent to it has them', async () => {
  expect((await ask(circus)).kind).toBe('taken');
  const file = fileNow();
  const [one] = organisationsOf(file);
  expect(await readCorrespondents(office.records, file)).toEqual([
    { id: one?.id, organisation: circus.organisation, name: circus.name, email: circus.address },
  ]);
  expect(JSON.stringify([file, office.cases.handed])).not.toMatch(/thistledown|quillfeather/i);
});

test.each<[string, () => readonly object[], RegExp]>([
  [
    'that stands in the form twice',
    () => [circus, { ...school, address: circus.address.toUpperCase() }],
    /^organisations\.1\.address: This address is in the form already\./,
  ],
  [
    'of the contact of an agency of the settings',
    () => [{ ...circus, address: addressOf('P26') }],
    /^organisations\.0\.address: This is the address of P26, who answers for gp\. Choose that agency instead$/,
  ],
  [
    'of the Business Unit',
    () => [circus, { ...school, address: addressOf('P02') }],
    /^organisations\.1\.address: This is the address of P02 of the Business Unit\./,
  ],
  [
    'of somebody else of the partnership',
    () => [{ ...circus, address: addressOf('P18') }],
    /^organisations\.0\.address: This is the address of P18, who is in the settings\. Under People/,
  ],
  ['that is none', () => [{ ...circus, address: 'jo at the circus' }], /^organisations\.0\.address: Enter one email/],
  ['that is two', () => [{ ...circus, address: 'a@b.example, c@d.example' }], /^organisations\.0\.address: Enter one/],
])('an address %s is refused, with what to do', async (_what, organisations, said) => {
  expect(refusedFields(await ask(...organisations()))).toMatch(said);
  expect(organisationsOf(fileNow())).toEqual([]);
});

test.each([
  ['a name with markup', { name: 'Jo <b>' }, /^organisations\.0\.name: Enter the name on one line/],
  ['no name of the organisation', { organisation: '' }, /^organisations\.0\.organisation: /],
])('%s is refused', async (_what, more, said) => {
  expect(refusedFields(await ask({ ...circus, ...more }))).toMatch(said);
});

test('an organisation that was asked is left out of the same request, and chosen in another', async () => {
  await ask(circus);
  const again = { ...school, address: circus.address };
  expect(refusedFields(await ask(again))).toMatch(/was asked by entry 2 already\. Leave it out/);
  const further = { agencies: [], purpose: 'More', wantedOn: '2026-12-04' };
  expect(refusedFields(await taking('askFurther', { ...further, organisations: [again] }))).toMatch(
    /was asked by entry 2\. Choose it among the agencies instead/,
  );
  const [one] = organisationsOf(fileNow());
  expect((await taking('askFurther', { ...further, agencies: [one?.id] })).kind).toBe('taken');
});

test('the address of an organisation is corrected by the same rules', async () => {
  await ask(circus, school);
  const correct = (value: unknown, field = 'organisations.0.address') =>
    taking('correctFact', { entry: 2, field, value, reason: 'Mistyped' });
  expect(refusedFields(await correct(school.address))).toMatch(/^value: This organisation was asked by entry 2/);
  expect(refusedFields(await correct({ ...circus, address: addressOf('P26') }, 'organisations.0'))).toMatch(
    /^value\.address: This is the address of P26/,
  );
  expect((await correct(circus.address.toUpperCase())).kind).toBe('taken');
  expect((await correct('jo.q@thistledown.example.org')).kind).toBe('taken');
  expect((await readCorrespondents(office.records, fileNow()))[0]?.email).toBe('jo.q@thistledown.example.org');
});
