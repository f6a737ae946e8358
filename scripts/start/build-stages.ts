/** What each stage of a build is announced with, and how we say it. */
const stages: readonly (readonly [RegExp, string])[] = [
  [/Creating an optimized production build/, 'compiling …'],
  [/Compiled successfully/, 'compiled; collecting pages …'],
  [/Generating static pages/, 'preparing pages …'],
  [/Finalizing page optimization/, 'finishing …'],
];

/** One line for each stage that a build has reached, by all that it has written so far. */
export const buildStages = (output: string): readonly string[] =>
  stages.filter(([announced]) => announced.test(output)).map(([, line]) => line);
