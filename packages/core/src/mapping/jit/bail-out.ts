/**
 * Thrown by generated code that meets something it was not made for: the closures then evaluate the same input. No error
 * object, since taking a stack trace costs more than most mappings.
 */
export const bailOut: unique symbol = Symbol('bail-out');
