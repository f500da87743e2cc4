/** One request in an agent's name, as it was seen. @public */
export interface SeenCall {
  /** Canonical entity ref. */
  agentRef: string;
  /** The plugin that is asked. */
  plugin: string;
  route: string;
  bodyDigest: string;
}

/**
 * Says whether governance is carrying out an effect just now: asked of this process first, and of governance itself where
 * that runs elsewhere.
 *
 * @public
 */
export interface LiveEffects {
  /**
   * Whether governance announced exactly this request; then it is used up.
   *
   * @throws ServiceUnavailableError when that could not be found out
   */
  take(call: SeenCall): Promise<boolean>;
  /**
   * Whether a plugin calls another one, or itself, in the agent's name while it carries out an effect.
   *
   * @throws ServiceUnavailableError when that could not be found out
   */
  covers(call: {
    agentRef: string;
    caller: string;
    plugin: string;
  }): Promise<boolean>;
}
