import { RetryOptions } from '../retry';

/** Retries without a test noticing. */
export const quickly: RetryOptions = { firstPauseMs: 1, longestPauseMs: 4 };
