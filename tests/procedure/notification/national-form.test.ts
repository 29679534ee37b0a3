import { namedChildDetails } from '../../../src/procedure/notification/named-child';
import { notificationForm, notificationProblems } from '../../../src/procedure/notification/notification-form';
import { sampleNotification } from '../../../src/api/examples';
import { namesIn, readForm } from '../../../src/procedure/forms';
import { definitionOfSchema, wrappedIn } from '../../../src/procedure/schema-parts';
import { instant } from '../../../src/procedure/time/dates';

/* The form asks whatever the national form asks of an incident, so that nothing has to be found out a second time. */

const inner = (schema: object) => {
  const { shape: _shape, element: _element, options: _options, ...rest } = definitionOfSchema(schema as never);
  return wrappedIn(rest);
};

/** True if the form has a question at this path. */
function asks(path: string): boolean {
  let here: object | undefined = notificationForm();
  for (const key of path.split('.')) {
    while (here !== undefined && definitionOfSchema(here as never).shape === undefined) {
      here = definitionOfSchema(here as never).element ?? inner(here);
    }
    here = here && definitionOfSchema(here as never).shape?.[key];
  }
  return here !== undefined;
}

test.each([
  ['the notifier and their role', 'notifier.name', 'notifier.post'],
  ['the telephone number and email address of the notifier', 'notifier.telephone', 'notifier.email'],
  ['the name and date of birth of each child', 'children.name', 'children.dateOfBirth'],
  ['sex', 'children.sex'],
  ['ethnic group', 'children.ethnicGroup'],
  ['disability', 'children.disability', 'children.disabilityDetails'],
  ['address and local authority', 'children.address', 'children.localAuthority'],
  ['whether the child was looked after, and the placement', 'children.lookedAfter', 'children.placement'],
  ['a child protection plan or a child in need plan', 'children.plan'],
  ['school', 'children.school'],
  ['health: GP and NHS number', 'children.gp', 'children.nhsNumber'],
  ['the agencies to which the child is known', 'agencies'],
  ['the place, date and time of the incident', 'setting', 'incidentPlace', 'incidentOn', 'incidentTime'],
  ['the nature of the incident', 'circumstances', 'criteria', 'seriousHarm', 'abuseOrNeglect'],
])('The form asks for %s', (_item, ...fields) => {
  expect(fields.filter((field) => !asks(field))).toEqual([]);
});

test('and for nothing that is not there', () => {
  expect(asks('children.shoeSize')).toBe(false);
});

test.each(['placement', 'plan'] as const)('The %s is kept with the names, and no case carries the answer', (field) => {
  expect(namesIn(namedChildDetails()[field])).toBe(true);
});

const now = instant('2026-11-23T10:00:00Z');
const problemsWith = (child: object) => {
  const read = readForm(notificationForm(), {
    ...sampleNotification,
    children: [{ ...sampleNotification.children[0], ...child }],
  });
  if (!read.success) throw new Error('not read');
  return notificationProblems(read.data, now).map(({ field, sentence }) => `${field}: ${sentence}`);
};

test.each([
  ['of a looked after child is taken', { lookedAfter: true, placement: 'foster-care' }, []],
  ['of a looked after child may be left out', { lookedAfter: true }, []],
  [
    'of another child is refused beside its field',
    { placement: 'foster-care' },
    ['children.0.placement: Say that the child was looked after, or leave the placement out'],
  ],
])('A placement %s', (_what, child, expected) => {
  expect(problemsWith(child)).toEqual(expected);
});
