import { EffectClass } from './EffectClass';
import { McpServer } from './Mcp';

/** What of the portal is open to agents, by which roads, and which roads governance does not see. @public */
export interface Coverage {
  /** By id. */
  plugins: PluginCoverage[];
  roads: RoadCoverage[];
  /** MCP servers behind the gateway. */
  mcpServers: McpServer[];
}

/** What of one plugin is open to agents; everything else of it is refused. @public */
export interface PluginCoverage {
  id: string;
  /** Whether it runs in the process that answers; only there the perimeter is known to stand in front of it. */
  installed: boolean;
  /** Paths agents may GET. */
  reads: string[];
  /** Paths agents may POST as they are. */
  doors: string[];
  routes: RouteCoverage[];
  portalActions: PortalActionCoverage[];
  /** What is configured and cannot be, in words. */
  problems: string[];
}

/** How something other plugins do is governed. @public */
export interface OperationCoverage {
  /** Id of the governed action that it is. */
  actionId: string;
  title: string;
  /** What it is decided about: always one entity, or where in the input it is named. */
  target: { ref: string } | { input: string };
  environment: string;
  effectClass: EffectClass;
  /** Absent when it is irreversible. */
  undo?: string;
  /** Entity ref of who answers for it. */
  owner?: string;
}

/** A mutating route that agents reach as an action. @public */
export interface RouteCoverage extends OperationCoverage {
  method: string;
  path: string;
}

/** An action of a plugin's actions registry. @public */
export interface PortalActionCoverage extends OperationCoverage {
  /** Whether the configuration says how it is governed; else it counts as strictly as can be. */
  mapped: boolean;
  /** Why it cannot be asked for, or not as configured. */
  problem?: string;
}

/** A way by which an agent could reach something, and whether it is governed. @public */
export interface RoadCoverage {
  id: string;
  title: string;
  covered: 'yes' | 'partly' | 'no';
  /** Why, in words. */
  because: string;
  /** What of this portal lies on it, such as tokens or plugins by name. */
  found: string[];
}
