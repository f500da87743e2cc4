import {
  ConditionKind,
  ConditionSourceType,
} from '@agentgov/backstage-plugin-agent-governance-common';

/** A source the portal listens to, configured or added by a module. */
export interface KnownConditionSource {
  id: string;
  /** For people. */
  title: string;
  type: ConditionSourceType;
  kind: ConditionKind;
  /** For how long one report is believed. */
  ttlMs: number;
  /** After how long a silence nothing it said is believed; absent when its silence says nothing. */
  quietAfterMs?: number;
}
