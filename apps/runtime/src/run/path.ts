/** The path of a step run: the step's id, preceded by the items of the loops around it, as in `lines[3].writeLine`. */
export const pathOf = (prefix: string, stepId: string): string => `${prefix}${stepId}`;

/** Path of one item of a loop, which also identifies the item's exception. */
export const itemPath = (loopPath: string, index: number): string => `${loopPath}[${index}]`;

/** Prefix of the steps inside an item. */
export const itemPrefix = (loopPath: string, index: number): string => `${itemPath(loopPath, index)}.`;
