/**
 * Thrown by generated code that meets something for which it was not made. The closures then evaluate the same input.
 * It is not an error object, because taking a stack trace costs more than most mappings.
 */
export const bailOut: unique symbol = Symbol('bail-out');
