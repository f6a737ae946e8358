import { z } from 'zod';

/** Invisible characters, and those that can reverse a text. Joiners are allowed, because some scripts need them. */
const unseen = /(?![\u200c\u200d])[\p{Default_Ignorable_Code_Point}\u2800]/gu;

/**
 * A line that people will read as a name or title: it has at least one visible character, and no control characters.
 */
export const visibleText = (maxLength: number, missing: string) =>
  z
    .string()
    // Checked first, because the text may be huge.
    .max(2 * maxLength, `At most ${maxLength} characters.`)
    .transform((text) => text.replace(unseen, '').trim())
    .pipe(
      z
        .string()
        .regex(/[\p{L}\p{N}\p{P}\p{S}]/u, missing)
        .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u, 'It holds control characters or line breaks, usually pasted by accident.')
        .max(maxLength, `At most ${maxLength} characters.`),
    );
