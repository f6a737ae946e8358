/** How the build announces each of its stages, and how we report it. */
const stages: readonly (readonly [RegExp, string])[] = [
  [/Creating an optimized production build/, 'compiling …'],
  [/Compiled successfully/, 'compiled; collecting pages …'],
  [/Generating static pages/, 'preparing pages …'],
  [/Finalizing page optimization/, 'finishing …'],
];

/** Returns one line for each stage that a build has reached according to its output so far. */
export const buildStages = (output: string): readonly string[] =>
  stages.filter(([announced]) => announced.test(output)).map(([, line]) => line);
