export interface Config {
  agentGovernance?: {
    /**
     * Entity refs of users and groups who may read everything that was recorded about agents, whoever's it is.
     * Only read by the ready permission policy; a policy of your own decides `agent-governance.ledger.read` itself.
     * Defaults to none.
     */
    auditors?: string[];
    /**
     * Entity refs of users and groups who run agent governance in this portal. They may read what auditors may.
     * Defaults to none.
     */
    admins?: string[];
  };
}
