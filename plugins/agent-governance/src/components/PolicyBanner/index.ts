export * from './PolicyBanner';
