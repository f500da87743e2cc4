/**
 * What a recurrence may ask for. Whatever is within these is answered with bounded work at any moment, however long
 * ago it began; whatever is not is refused when it is set, or when its calendar is read.
 */
export const MAX_COUNT = 1_000;
export const MAX_INTERVAL = 400;
/** Starts on one day. */
export const MAX_STARTS_A_DAY = 24;
/** Of one occurrence. */
export const MAX_DURATION_DAYS = 92;
/** Starts within one duration: that many may be in force at once, and are looked at to answer about a moment. */
export const MAX_AT_ONCE = 100;
export const MAX_EXDATES = 500;
export const MAX_RULE_LENGTH = 500;
/** Periods that the search for one occurrence goes through before it gives up. */
export const MAX_PERIODS = 10_000;
/** Moments that one question may look at. */
export const MAX_CANDIDATES = 100_000;
