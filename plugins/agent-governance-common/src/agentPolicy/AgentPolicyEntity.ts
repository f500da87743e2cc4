import { Entity } from '@backstage/catalog-model';
import { JsonValue } from '../model';
import { AGENT_POLICY_API_VERSION, AGENT_POLICY_KIND } from './constants';

/**
 * A document that says what agents may do, where its owner has a say.
 *
 * @remarks
 *
 * The catalog looks at the fields below only as far as it relates entities by them. Rules, levels and durations
 * are judged when the policy is loaded, because the catalog would keep an earlier version of an entity it
 * refuses and nobody would see why; what is wrong is shown on the policy's page.
 *
 * It counts only when it comes from a place named in `agentGovernance.trust`, and only as far as its owner's
 * authority reaches.
 *
 * @public
 */
export interface AgentPolicyEntity extends Entity {
  apiVersion: typeof AGENT_POLICY_API_VERSION;
  kind: typeof AGENT_POLICY_KIND;
  spec: {
    /** The group or user answerable for it; kind `Group` unless given. */
    owner: string;
    /** One of `AGENT_POLICY_LEVELS`. */
    level?: JsonValue;
    /** One of `AGENT_POLICY_MODES`; `enforce` unless given. */
    mode?: JsonValue;
    /** At the service level, the one entity it speaks about; kind `Component` unless given. */
    entity?: string;
    /** What it speaks about within its authority: actions, targets, environments. Everything unless given. */
    appliesTo?: JsonValue;
    /** The rules, each with name and effect. */
    rules?: JsonValue;
    /** Fixtures that try it, as `parseFixtures` reads them; no part of the policy. */
    fixtures?: JsonValue;
  };
}
