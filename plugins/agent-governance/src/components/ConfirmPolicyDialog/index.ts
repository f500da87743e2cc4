export * from './ConfirmPolicyDialog';
