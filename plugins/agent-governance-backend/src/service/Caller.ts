import { BackstageCredentials } from '@backstage/backend-plugin-api';

/**
 * Who is asking. Exactly one kind each: an agent is never a person, and a service is neither.
 */
export type Caller =
  | { kind: 'agent'; ref: string; credentials: BackstageCredentials }
  | { kind: 'person'; ref: string; credentials: BackstageCredentials }
  | { kind: 'service'; subject: string; credentials: BackstageCredentials };

export type AgentCaller = Extract<Caller, { kind: 'agent' }>;
export type PersonCaller = Extract<Caller, { kind: 'person' }>;
export type ServiceCaller = Extract<Caller, { kind: 'service' }>;
