export * from './LinksWrapper';
