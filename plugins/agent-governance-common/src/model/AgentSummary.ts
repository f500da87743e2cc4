import { AutonomyCeiling } from './AutonomyCeiling';

/** An agent as the portal sees it: whether it counts, and if not, why. @public */
export interface AgentSummary {
  ref: string;
  title: string;
  owner: string;
  autonomy: AutonomyCeiling;
  lifecycle: string;
  standing: 'active' | 'untrusted' | 'inactive' | 'no-keys' | 'invalid';
  because: string;
}
