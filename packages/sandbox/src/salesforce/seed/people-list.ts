/** Users of the org. The first is the one integrations run as. */
export const seedUsers = [
  ['Integration', 'User', 'integration@haldenpike.example', 'Integration'],
  ['Eleanor', 'Marsh', 'eleanor.marsh@haldenpike.example', 'Client Partner'],
  ['Rajan', 'Mehta', 'rajan.mehta@haldenpike.example', 'Client Partner'],
  ['Katrin', 'Vogel', 'katrin.vogel@haldenpike.example', 'Client Partner'],
  ['Lukas', 'Brandt', 'lukas.brandt@haldenpike.example', 'Account Director'],
  ['Danielle', 'Ortiz', 'danielle.ortiz@haldenpike.example', 'Client Partner'],
  ['Marcus', 'Whitfield', 'marcus.whitfield@haldenpike.example', 'Account Director'],
  ['Sofia', 'Lindqvist', 'sofia.lindqvist@haldenpike.example', 'Sales Operations'],
] as const;

/** Positions in `seedUsers` of those who own the accounts of a legal entity. */
export const ownersByEntity = { 'HP-UK': [1, 2], 'HP-DE': [3, 4], 'HP-US': [5, 6] } as const;

export const contactNames: readonly (readonly [first: string, last: string])[] = [
  ['Amelia', 'Hartley'],
  ['Jonas', 'Keller'],
  ['Priya', 'Raman'],
  ['Thomas', 'Okafor'],
  ['Claire', 'Dubois'],
  ['Stefan', 'Huber'],
  ['Megan', 'Sullivan'],
  ['Oliver', 'Prentice'],
  ['Hannah', 'Weiss'],
  ['Victor', 'Alvarez'],
  ['Isla', 'Drummond'],
  ['Nina', 'Petrov'],
  ['Samuel', 'Grant'],
  ['Lena', 'Fischer'],
  ['Grace', 'Nakamura'],
  ['Patrick', 'Byrne'],
  ['Ursula', 'Zimmermann'],
  ['Daniel', 'Foster'],
  ['Yasmin', 'Haddad'],
  ['Peter', 'Lang'],
  ['Rosa', 'Moretti'],
  ['Edward', 'Langley'],
  ['Miriam', 'Adler'],
  ['Kwame', 'Boateng'],
];

export const contactTitles = [
  'Chief Financial Officer',
  'Head of Procurement',
  'Programme Director',
  'Chief Information Officer',
  'Finance Manager',
  'Director of Operations',
] as const;
