/**
 * One request to a plugin, in the agent's name, that governance has decided and is about to make.
 *
 * @public
 */
export interface LiveEffect {
  /** Canonical entity ref. */
  agentRef: string;
  /** The plugin that is asked. */
  plugin: string;
  /** What {@link routeOf} says of method, plugin and path. */
  route: string;
  /** What {@link bodyDigestOf} says of body and query. */
  bodyDigest: string;
  /** Plugins that the one asked may call in the agent's name while this lasts; itself it may always. */
  calls?: readonly string[];
}

/**
 * Which effects run at this moment, so that the perimeter lets exactly them pass.
 *
 * @remarks
 *
 * Kept in memory: a claim that is gone with its process admits nothing any more. The record of what ran is the ledger.
 *
 * @public
 */
export interface LiveClaims {
  /** Announces one request, until it is released. */
  admit(effect: LiveEffect): { release(): void };
  /** Uses an admission up: true once for each that is live. */
  take(effect: Omit<LiveEffect, 'calls'>): boolean;
  /**
   * Whether a plugin may call another one in the agent's name now, because it is carrying out an effect that was taken
   * and not released: the plugin that was asked may call those the effect lists, and each of them itself.
   */
  covers(call: { agentRef: string; caller: string; plugin: string }): boolean;
}
