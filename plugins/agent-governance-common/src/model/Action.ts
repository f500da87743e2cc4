import { EffectClass } from './EffectClass';
import { JsonObject } from './json';

/** A registered operation, as agents and people see it. @public */
export interface ActionDescription {
  id: string;
  title: string;
  description: string;
  effectClass: EffectClass;
  undo?: string;
  /** JSON Schema of the input: 2020-12, or the draft it names in `$schema`. */
  inputSchema: JsonObject;
  /** Catalog kinds it can act on, lower case; `*` for any. */
  targetKinds: string[];
  /** Context fact types it requires of its target. */
  requiresContext: string[];
  /** Whether the caller is asked to quote the context it acted on. */
  quotesContext: boolean;
  /** Whether it is given secrets beside its input: then it can only be called, and never held. */
  takesSecrets: boolean;
  /** Whether target and environment follow from its input, and need not be named. */
  derivesTarget: boolean;
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
