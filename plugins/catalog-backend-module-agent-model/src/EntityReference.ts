/** A field of an entity's `spec` that refers to other entities. */
export type EntityReference = {
  field: string;
  defaultKind: string;
  /** Every kind when absent. */
  allowedKinds?: string[];
  /** From the entity to the other one. */
  outgoing: string;
  /** From the other one to the entity. */
  incoming: string;
};
