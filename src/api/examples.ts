/** An invented notification; `samples/notification.json` is the same, for `npm run rehearse` and for trying things out. */
export const sampleNotification = {
  notSignificantIncidentForm: true,
  eCaseReference: 'EC-40417',
  circumstances:
    'An invented case: the child was taken to the emergency department with a head injury for which nobody had an explanation.',
  criteria: ['serious-harm'],
  seriousHarm: ['life-threatening-injury'],
  abuseOrNeglect: 'suspected',
  incidentOn: '2026-11-19',
  incidentTime: 'about 8pm',
  knownAt: '2026-11-20T09:30:00Z',
  authorityAwareOn: '2026-11-20',
  notifyingAgency: 'Calderdale and Huddersfield NHS Foundation Trust',
  notifier: {
    name: 'Ingrid Fallowmere',
    post: 'Named Nurse',
    email: 'ingrid.fallowmere@example.org',
    telephone: '01484 000000',
  },
  children: [
    {
      name: 'Wren Ashdown-Pike',
      dateOfBirth: '2024-03-09',
      sex: 'female',
      died: false,
      lookedAfter: false,
      careLeaver: false,
      address: '14 Curlew Rise, Huddersfield HD1 9ZZ',
      localAuthority: 'Kirklees Council',
      school: 'Little Curlews Nursery',
      gp: 'Curlew Rise Surgery',
      nhsNumber: '999 000 0018',
      ethnicGroup: 'white-and-asian',
      disability: 'no',
    },
  ],
  family: [
    { name: 'Maren Ashdown', relation: 'mother' },
    { name: 'Corin Pike', relation: 'father' },
  ],
  setting: 'family-home',
  incidentPlace: 'The kitchen at home',
  agencies: ['West Yorkshire Police', 'Locala Community Partnerships', "Children's Social Care"],
  immediateSafety:
    "The child is in hospital. An older brother stays with his grandmother, agreed with Children's Social Care.",
  practice: false,
} as const;

/** A JSON Schema as far as an example can be made of it. */
export interface JsonSchema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly title?: string;
  readonly pattern?: string;
  readonly format?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
}

/** Texts that satisfy the patterns of the forms: a person, a family member, a code. */
const codes = ['P07', 'family-3', 'child-3', 'A12'];

/** An example of a schema: what must be given, each text saying what it is for. */
export function exampleOf(schema: JsonSchema): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  const { pattern } = schema;
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        (schema.required ?? []).map((name) => [name, exampleOf(schema.properties?.[name] ?? {})]),
      );
    case 'array':
      return schema.items === undefined ? [] : [exampleOf(schema.items)];
    case 'boolean':
      return true;
    case 'integer':
    case 'number':
      return 6;
    case 'string':
      if (schema.format === 'date') return '2026-12-07';
      if (schema.format === 'date-time') return '2026-12-07T09:30:00Z';
      if (schema.format === 'email') return 'jo.bloggs@example.org';
      if (pattern !== undefined) return codes.find((code) => new RegExp(pattern).test(code)) ?? 'A12';
      return schema.title ?? 'text';
    default:
      return 'The right value';
  }
}
