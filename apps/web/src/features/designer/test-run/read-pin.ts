/** Longer outputs are refused where they are written, before a test refuses them. */
const longestPin = 200_000;

export interface ReadPin {
  readonly value?: unknown;
  readonly problem?: string;
}

/** A pinned output from its text. */
export function readPin(text: string): ReadPin {
  if (text.trim() === '') return { problem: 'Write a JSON value, {} for an empty record.' };
  if (text.length > longestPin) {
    return {
      problem: `This is longer than ${longestPin.toLocaleString('en')} characters. Keep what later steps read.`,
    };
  }
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    return { problem: `This is no JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
}
