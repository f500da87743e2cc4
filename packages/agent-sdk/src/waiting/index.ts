export * from './callThrough';
export * from './waitForEnd';
export * from './WaitOptions';
