export type {
  CompiledExpression,
  ExpressionOutcome,
} from './CompiledExpression';
export { compileExpression } from './compileExpression';
export type { CompileResult, ExpressionPlace } from './compileExpression';
export { describeFunctions } from './describeFunctions';
export type { FunctionDescription } from './describeFunctions';
export { describeFacts } from './factNames';
export type { FactDescription } from './factNames';
export { FACT_SCHEMA, FACT_SCHEMA_VERSION } from './factSchema';
export type { FactSchema, FactSchemaEntry } from './facts/FactSchema';
export { EXPRESSION_LIMITS } from './limits';
export { formatFactType } from './types';
export type {
  FactType,
  FactTypeOf,
  ListFactType,
  ObjectFactType,
  SimpleFactType,
  StringFactType,
} from './types';
