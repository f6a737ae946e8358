/** In place of a cell with a formula: what it shows, if anything, is not what somebody wrote. */
export const formulaCell = Symbol('formula');
