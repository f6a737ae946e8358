/**
 * Remembers which of their organisations a person chose. It is a preference, not a right: membership is looked up each
 * time.
 */
export const organisationCookie = 'throughline-organisation';

/** The key of the chosen organisation, from the header `cookie`. */
export const chosenOrganisation = (cookies: string | null): string | undefined => {
  const [, value] = new RegExp(`(?:^|;\\s*)${organisationCookie}=([a-z0-9-]{1,100})(?:;|$)`).exec(cookies ?? '') ?? [];
  return value;
};
