/* Lists to choose from about a child. "Not known" is an answer: nobody is kept from notifying by what they do not know. */

/** Sexes, as the national notification form asks for them. */
export const sexWords = { female: 'Female', male: 'Male', 'not-known': 'Not known' } as const;

/**
 * Ethnic groups. Source: Office for National Statistics, Census 2021 for England and Wales, 19 groups in five broad
 * ones, in the order of GOV.UK's "List of ethnic groups".
 */
export const ethnicGroupWords = {
  'not-known': 'Not known',
  indian: 'Asian or Asian British: Indian',
  pakistani: 'Asian or Asian British: Pakistani',
  bangladeshi: 'Asian or Asian British: Bangladeshi',
  chinese: 'Asian or Asian British: Chinese',
  'other-asian': 'Asian or Asian British: any other Asian background',
  caribbean: 'Black, Black British, Caribbean or African: Caribbean',
  african: 'Black, Black British, Caribbean or African: African',
  'other-black': 'Black, Black British, Caribbean or African: any other Black, Black British or Caribbean background',
  'white-and-black-caribbean': 'Mixed or multiple ethnic groups: White and Black Caribbean',
  'white-and-black-african': 'Mixed or multiple ethnic groups: White and Black African',
  'white-and-asian': 'Mixed or multiple ethnic groups: White and Asian',
  'other-mixed': 'Mixed or multiple ethnic groups: any other mixed or multiple ethnic background',
  british: 'White: English, Welsh, Scottish, Northern Irish or British',
  irish: 'White: Irish',
  'gypsy-or-irish-traveller': 'White: Gypsy or Irish Traveller',
  roma: 'White: Roma',
  'other-white': 'White: any other White background',
  arab: 'Other ethnic group: Arab',
  'any-other': 'Other ethnic group: any other ethnic group',
} as const;

/** Placements of a looked after child, as the national notification form asks for them. */
export const placementWords = {
  'own-home': 'With a parent or somebody else with parental responsibility',
  'friends-or-family': 'With friends or family, as foster carers',
  'foster-care': 'With other foster carers',
  adoption: 'Placed for adoption',
  'children-s-home': 'In a children’s home',
  'secure-unit': 'In a secure unit or a young offender institution',
  'supported-accommodation': 'In supported accommodation, or living independently',
  'other-placement': 'In another placement',
  'not-known': 'Not known',
} as const;

/** Plans that a child may have, as the national notification form asks for them. */
export const planWords = {
  'child-protection': 'A child protection plan',
  'child-in-need': 'A child in need plan',
  none: 'Neither',
  'not-known': 'Not known',
} as const;

/** Answers to whether a child has a disability. */
export const disabilityWords = { yes: 'Yes', no: 'No', 'not-known': 'Not known' } as const;
