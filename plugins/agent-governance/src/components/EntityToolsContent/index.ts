export * from './EntityToolsContent';
