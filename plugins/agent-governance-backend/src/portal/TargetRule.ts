/** How the target of a foreign operation follows from its configuration or from what was asked. */
export type TargetRule =
  /** Always the same entity. */
  | { entityRef: string }
  /** What the input says at this path. */
  | {
      /** Names from the top of the input. */
      path: readonly string[];
      /** Kind of a ref that says none. */
      kind?: string;
      /** Namespace of a ref that says none. */
      namespace?: string;
    }
  /** The entity the input names: `entityRef`, or `kind`, `namespace` and `name`. */
  | 'named';
