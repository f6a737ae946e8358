/** The part of a form that is sent. Empty texts and untouched fields are left out. */
export const filledValues = (values: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '' && value !== undefined));

/** Secret fields to set; null removes one. */
export const secretChanges = (values: Readonly<Record<string, unknown>>): Record<string, string | null> =>
  Object.fromEntries(
    Object.entries(filledValues(values)).flatMap(([name, value]) =>
      typeof value === 'string' || value === null ? [[name, value]] : [],
    ),
  );
