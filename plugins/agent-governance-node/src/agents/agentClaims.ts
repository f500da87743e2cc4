/**
 * The claim of an agent's token that names the key it signed in with, by RFC 7638 thumbprint.
 *
 * @remarks
 *
 * Only the agent's own sign-in sets it, or {@link AGENT_FEDERATED_CLAIM}. A token minted to act later for an agent has
 * neither, and is therefore worth nothing when presented over HTTP: it is good only inside the process it was minted
 * for, on the agent's behalf.
 *
 * @public
 */
export const AGENT_KEY_CLAIM = 'agk';

/**
 * The claim of an agent's token that names the federated identity it signed in with: `{ id, iss, sub }`, the issuer's
 * id in the configuration, its `iss` as it was then, and the subject.
 *
 * @public
 */
export const AGENT_FEDERATED_CLAIM = 'agf';
