export type { CompiledPolicy, CompiledRule } from './CompiledPolicy';
export { compilePolicy, MAX_POLICY_COST } from './compilePolicy';
export type { CompilationResult } from './compilePolicy';
export type { HeldScope, LoadedPolicy } from './LoadedPolicy';
export type { FilePlace } from './file/FilePlace';
export { readPolicyFile } from './file/readPolicyFile';
export type {
  FilePolicy,
  PolicyFile,
  ReadPolicyFileOptions,
} from './file/readPolicyFile';
export { MAX_POLICY_FILE_LENGTH } from './file/readYaml';
export { parsePolicy } from './parsePolicy';
export type { ParsedPolicy } from './parsePolicy';
export { policyDigest, policyText } from './policyDigest';
export { DOCUMENT_LEVELS, isDocumentLevel } from './PolicyDocument';
export type {
  CheckpointSpec,
  CheckpointTermSpec,
  DocumentLevel,
  PolicyDocument,
  PolicyDocumentRule,
  PolicyScope,
} from './PolicyDocument';
export { unknownEnvironments } from './unknownEnvironments';
export { TARGET_FIELD_NAMES } from './targets';
export * from './text';
