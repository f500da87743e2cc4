import { EffectClass } from './EffectClass';
import { JsonObject } from './json';

/** A registered operation, as agents and people see it. @public */
export interface ActionDescription {
  id: string;
  title: string;
  description: string;
  effectClass: EffectClass;
  undo?: string;
  /** JSON Schema (2020-12) of the input. */
  inputSchema: JsonObject;
  /** Catalog kinds it can act on, lower case. */
  targetKinds: string[];
  /** Context fact types it requires of its target. */
  requiresContext: string[];
  /** Whether the caller is asked to quote the context it acted on. */
  quotesContext: boolean;
  tags: string[];
  /** Entity ref of the group or person who answers for it, and may stop it. */
  owner?: string;
}

/** @public */
export interface Environment {
  name: string;
  /** Entity ref. */
  owner: string;
  /** Order of promotion; higher is closer to customers. */
  rank: number;
  production: boolean;
}
