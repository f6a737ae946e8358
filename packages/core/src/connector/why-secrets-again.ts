/** Why a form asks for secrets that are already set, given the settings that moved; undefined when it does not. */
export function whySecretsAgain(moved: readonly string[]): string | undefined {
  if (moved.length === 0) return undefined;
  const what = moved.every((name) => name === 'caCertificate') ? 'certificate authority' : 'address';
  return `Enter the secrets again, because the ${what} changes.`;
}
