import { FactPath, FactValueAt } from '../../facts';
import { FactType, FactTypeOf } from '../types';

/** What policies may know of one fact. @public */
export interface FactSchemaEntry<V = unknown, T = FactType> {
  type: T;
  /** What it says, in one sentence for the author of a policy. */
  description: string;
  /** A value it may hold. */
  example: V;
}

/** An entry for every fact of `Facts`, of the type that it has there. @public */
export type FactSchema = FactSchemaOf<FactPath>;

/** The entries of one group of facts. */
export type FactGroupSchema<G extends string> = FactSchemaOf<
  Extract<FactPath, `${G}.${string}`>
>;

type FactSchemaOf<P extends FactPath> = {
  readonly [K in P]: FactSchemaEntry<
    FactValueAt<K>,
    FactTypeOf<FactValueAt<K>>
  >;
};
