const longestName = 120;

/** What is wrong with the name of a definition; undefined when nothing is. */
export const nameProblem = (name: string): string | undefined => {
  const { length } = name.trim();
  if (length === 0) return 'Give it a name.';
  return length > longestName ? `A name has ${longestName} characters at most. This one has ${length}.` : undefined;
};
