const browsers = [
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrom(e|ium)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const;

/** A browser and its operating system in a few words, from its user agent. */
export const describeBrowser = (userAgent: string | null): string => {
  if (userAgent === null) return 'Unknown program';
  const browser = browsers.find(([pattern]) => pattern.test(userAgent))?.[1];
  const [system] = /Windows|Android|iPhone|iPad|Mac OS X|Linux/.exec(userAgent) ?? [];
  if (browser === undefined) return userAgent.slice(0, 40);
  return system === undefined ? browser : `${browser} on ${system === 'Mac OS X' ? 'macOS' : system}`;
};
