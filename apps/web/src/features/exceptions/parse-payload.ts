export type ParsedPayload =
  | { readonly isOk: true; readonly value: unknown }
  | { readonly isOk: false; readonly problem: string };

/** Parses JSON that a person typed. An error is a sentence with line and column. */
export const parsePayload = (text: string): ParsedPayload => {
  if (text.trim() === '') return { isOk: false, problem: 'The payload is empty. Enter JSON, or undo.' };
  try {
    return { isOk: true, value: JSON.parse(text) };
  } catch (error) {
    const position = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined;
    if (position === undefined)
      return { isOk: false, problem: 'This is not complete JSON: something is missing at the end.' };
    const before = text.slice(0, Number(position)).split('\n');
    return {
      isOk: false,
      problem: `This is not JSON: line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}. Check commas, quotes and brackets there.`,
    };
  }
};
