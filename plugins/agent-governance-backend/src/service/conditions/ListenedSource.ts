import { ConditionSourceConfig } from '../../GovernanceConfig';
import { KnownConditionSource } from '../../facts/conditions/KnownConditionSource';

/** A source with what it takes to understand it, whatever way it is heard. */
export type ListenedSource = KnownConditionSource &
  Pick<
    ConditionSourceConfig,
    'entities' | 'environment' | 'environmentLabel' | 'environmentMap'
  >;
