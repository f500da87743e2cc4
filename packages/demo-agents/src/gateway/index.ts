export * from './connectGateway';
export * from './Gateway';
