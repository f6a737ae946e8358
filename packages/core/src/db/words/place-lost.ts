/* Free of database code: screens use it too. */

/** Code of the exception, and of its run that does nothing, for each time that a system had lost our place. */
export const placeLostCode = 'TRIGGER_PLACE_LOST';
