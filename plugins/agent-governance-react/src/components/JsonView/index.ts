export * from './JsonView';
