export * from './ApprovalQueue';
