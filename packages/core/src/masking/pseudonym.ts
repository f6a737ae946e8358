const consonants = 'bdfgklmnprstvz';
const vowels = 'aeiou';

/**
 * A number that depends only on the text, so that equal values stay equal in every field and every sample. It does not
 * protect against guessing: somebody who knows a value can find out that it was there.
 */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  }
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** An invented word of three syllables in the same case as the original. */
export function wordFor(original: string): string {
  let seed = hashOf(original.toLowerCase());
  let word = '';
  for (let syllable = 0; syllable < 3; syllable += 1) {
    word += (consonants[seed % consonants.length] ?? 'b') + (vowels[(seed >>> 4) % vowels.length] ?? 'a');
    seed = hashOf(`${seed}/${syllable}`);
  }
  if (original.length > 1 && original === original.toUpperCase()) return word.toUpperCase();
  return /^\p{Lu}/u.test(original) ? word[0]?.toUpperCase() + word.slice(1) : word;
}

/** Replaces digits and letters in place: `GB 123` becomes, for example, `KD 804`. */
export function sameShape(original: string, seedText = original): string {
  let seed = hashOf(seedText);
  const next = (count: number): number => {
    seed = hashOf(String(seed));
    return seed % count;
  };
  return original.replace(/[0-9]|[A-Z]|[a-z]/g, (character) => {
    if (character >= '0' && character <= '9') return String(1 + next(9));
    const base = character >= 'a' ? 97 : 65;
    return String.fromCharCode(base + next(26));
  });
}
