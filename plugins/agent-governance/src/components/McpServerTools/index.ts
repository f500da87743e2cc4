export * from './McpServerTools';
