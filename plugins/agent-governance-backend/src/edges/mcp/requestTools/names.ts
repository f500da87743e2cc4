/** Waits for a request; no action has a name like it, since this plugin registers none under its own. */
export const WAIT_TOOL = 'agent-governance.wait-for-request';
/** Takes a request back. */
export const WITHDRAW_TOOL = 'agent-governance.withdraw-request';
