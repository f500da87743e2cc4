import { FactPath } from '../facts';
import { ExpressionType } from './types';

/** A value in the facts that an expression names: a fact, or constant steps into its value. */
export interface FactSlot {
  path: FactPath;
  steps: ReadonlyArray<string | number>;
  type: ExpressionType;
  /** As it is written, and what tells it from other slots: `conditions.freeze.active`. */
  name: string;
}

export type ComprehensionMacro = 'all' | 'exists' | 'exists_one';

interface Typed {
  type: ExpressionType;
  /** Where it stands in the source. */
  offset: number;
}

/** An expression after checking: only what the subset has, every name resolved, every part typed. */
export type ExpressionNode = Typed &
  (
    | { kind: 'literal'; value: boolean | bigint | number | string }
    | { kind: 'fact'; slot: FactSlot }
    | { kind: 'variable'; name: string }
    | { kind: 'select'; operand: ExpressionNode; field: string }
    | { kind: 'index'; operand: ExpressionNode; index: string | bigint }
    | { kind: 'and' | 'or'; args: ExpressionNode[] }
    | { kind: 'not'; arg: ExpressionNode }
    | {
        kind: 'conditional';
        condition: ExpressionNode;
        then: ExpressionNode;
        otherwise: ExpressionNode;
      }
    | { kind: 'list'; items: ExpressionNode[] }
    /** An operator or function of the library, by the library's name for it. */
    | { kind: 'call'; name: string; args: ExpressionNode[]; method: boolean }
    | {
        kind: 'comprehension';
        macro: ComprehensionMacro;
        range: ExpressionNode;
        variable: string;
        body: ExpressionNode;
      }
  );

export type NodeOf<K extends ExpressionNode['kind']> = Extract<
  ExpressionNode,
  { kind: K }
>;
