export * from './pause';
export * from './readRetryAfter';
export * from './RetryOptions';
export * from './TransientFailure';
export * from './withRetries';
