export * from './attempt';
export * from './PortalConnection';
