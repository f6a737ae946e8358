/* How much is kept of webhooks that no live flow listens to. Free of database code: screens use it too. */

/** Most events that are kept for a connection while no flow listens to them; the oldest make room. */
export const maxUnclaimedEvents = 1000;
/** What a system sent is kept up to this size, as JSON text; of a larger event only what it is about. */
export const maxUnclaimedBytes = 16_384;
