/* eslint-disable */
// Generated from ../openapi.yaml by "yarn generate". Do not edit.

import type { JsonObject, JsonValue } from "@agentgov/backstage-plugin-agent-governance-common";
export interface paths {
    "/v1/action-calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask to run one action, and wait on the line
         * @description For agents. What is allowed is carried out before the answer, in the caller's presence; hanging up cuts it off.
         *     A denial, a hold, a failure and an unknown outcome are successful answers: `request.state` says which.
         *     The same call again joins the one that is open: a held one stays held, a running one is waited for, and one that
         *     was approved meanwhile runs now. There is never a second effect.
         */
        post: operations["callAction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/action-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List action requests
         * @description For everybody, as far as they may see: agents their own requests, people those whose target and agent
         *     they may read. There are no totals.
         */
        get: operations["listActionRequests"];
        put?: never;
        /**
         * Ask to run one action on one target
         * @description For agents. The request is decided before anything happens and recorded with the decision.
         *     A denial is a successful answer: the request exists, with the verdict `deny` and what would turn it.
         *     The same key with the same body answers with the same request; with another body it is a conflict.
         */
        post: operations["createActionRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/action-requests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * Look at one request, or wait until it changes
         * @description For everybody who may see it. With `waitSeconds` the answer comes when the state has changed since
         *     `sinceRevision`, or when the time is up; hang up to stop waiting.
         */
        get: operations["getActionRequest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/action-requests/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a request back
         * @description For the agent that asked, until the execution starts.
         */
        post: operations["withdrawActionRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/action-requests/{id}/outcome": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say what was seen of an action whose outcome is unknown
         * @description For the agent that asked, only while the request is `unknown`: in any other state the portal knows the
         *     outcome itself, or will. A claim: nothing moves by it, and it is shown to the person who finds out. A later
         *     report takes the place of an earlier one, up to ten; the same again changes nothing. `evidence` is at most
         *     4 KiB of canonical JSON.
         */
        post: operations["reportOutcome"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/action-requests/{id}/reconcile": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say what came of an action whose outcome is unknown
         * @description For people who own the target, and administrators; never for the person it was asked for, or who started its
         *     run. It ends the request: `succeeded` says that it happened, `failed` that it did not. Quotes the revision the
         *     person looked at; where the request has moved on, or its agent said more meanwhile, nothing is recorded.
         */
        post: operations["reconcileActionRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/action-requests/{id}/explanation": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * Everything about one request, in the order it happened
         * @description For everybody who may see the request. Entities that are named in it and that the caller may not read
         *     are masked.
         */
        get: operations["explainActionRequest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/action-requests/{id}/review-view": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * What a reviewer votes on
         * @description For people. Rendered for the person asking and remembered as shown to them: a review quotes its digest.
         */
        get: operations["getReviewPresentation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/action-requests/{id}/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Vote on a held request
         * @description For people with standing. The vote binds to one hold decision and to the presentation the person looked
         *     at; when the hold has changed or ended, nothing is recorded and the new state is in the message.
         */
        post: operations["submitReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The actions the caller may ask for
         * @description For everybody; people see all of them.
         */
        get: operations["listActions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/context/{kind}/{namespace}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["parameters"]["Kind"];
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        /**
         * What is known about an entity, and how good it is
         * @description For everybody who may read the entity. Agents get a snapshot with an id to quote in a request;
         *     people get the same without one.
         */
        get: operations["getContext"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/outlooks/{kind}/{namespace}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["parameters"]["Kind"];
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        /**
         * What an agent may do to an entity now
         * @description What would be decided if the agent asked just now: a forecast, nothing of it is recorded. For people who may
         *     read both the agent and the entity, and for the agent itself. With `action` and `environment` one verdict,
         *     and what would turn it.
         */
        get: operations["getOutlook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/context/{kind}/{namespace}/{name}/sign-offs": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["parameters"]["Kind"];
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Vouch for the present value of a fact
         * @description For people with standing. Bound to the digest of the value the person looked at; when the value has
         *     changed meanwhile, it is a conflict.
         */
        post: operations["signOffContext"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/context-reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * State facts about entities
         * @description For services that `agentGovernance.context.sources` names as the voice of a source. All facts of a
         *     report are taken, or none.
         */
        post: operations["reportContext"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/conditions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is going on around an entity
         * @description For everybody who may read the entity: incidents, health and deployments in every environment, exactly as
         *     decisions see them. Each is known, stale or unknown, and says since when and from whom.
         */
        get: operations["getConditions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/condition-sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who reports what is going on, and whether they are heard
         * @description For people with the permission `agent-governance.condition-source.read`.
         */
        get: operations["listConditionSources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/condition-reports/{source}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say what is going on
         * @description For the systems in `agentGovernance.conditions.sources`, which are no principals of the portal: each signs what
         *     it sends with its own secret, over the bytes of the body, and the answer comes once it is committed. The shape
         *     of the body is the one of the source's type:
         *
         *     - `generic`: `ConditionReports` below. `X-Agent-Governance-Timestamp` holds the time of sending in seconds since
         *       1970, and `X-Agent-Governance-Signature` holds `v1=` and the HMAC-SHA256, in hexadecimal, over that
         *       timestamp, a dot and the body. The same delivery is taken in once; what is sent again is signed again.
         *     - `pagerduty`: a V3 webhook, with `X-PagerDuty-Signature`.
         *     - `alertmanager`: a webhook of version 4, with `Authorization: Bearer`.
         *
         *     Signatures may be several, separated by commas, while secrets are changed. Everything in a delivery is taken in
         *     or nothing. An observation never gives way to an older one, which is ignored and answered as such.
         */
        post: operations["receiveConditionReports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/freezes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List freezes
         * @description For everybody, as far as they may read what a freeze covers.
         */
        get: operations["listFreezes"];
        put?: never;
        /**
         * Say that nothing may change in a scope for a time, once or again and again
         * @description For people who own the scope, and platform admins.
         */
        post: operations["createFreeze"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/freezes/agenda": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is in force when
         * @description For everybody, as far as they may read what a freeze covers. At most 93 days.
         */
        get: operations["getFreezeAgenda"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/freezes/calendars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The calendars that freezes are read from, and how reading them went
         * @description For people.
         */
        get: operations["listFreezeCalendars"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/freezes/permission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the person asking may set or end freezes over a scope
         * @description For people. At least one of the two parameters is needed.
         */
        get: operations["mayFreeze"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/freezes/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a freeze would cover and when, without setting it
         * @description For people.
         */
        post: operations["previewFreeze"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/freezes/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read an iCalendar file, and set what it says
         * @description For people who own the scope, and platform admins. Without `apply` it only says what would be set.
         *     Nothing is set while one event is refused.
         */
        post: operations["importFreezes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/freezes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * A freeze with everything around it
         * @description For everybody who may read what it covers.
         */
        get: operations["getFreeze"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/freezes/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a freeze early
         * @description For people who own its scope, and platform admins. Where it takes several, the freeze is still in force in
         *     the answer and says who agreed.
         */
        post: operations["endFreeze"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/freezes/{id}/exceptions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for an exception from a freeze
         * @description For people who may read the freeze. Nothing is excepted before enough others approve.
         */
        post: operations["askFreezeException"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/freezes/{id}/exceptions/{exceptionId}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
                exceptionId: components["parameters"]["ExceptionId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve an exception
         * @description For people who own the scope of the freeze, and platform admins; not for whoever asked.
         */
        post: operations["approveFreezeException"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/freezes/{id}/exceptions/{exceptionId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
                exceptionId: components["parameters"]["ExceptionId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End an exception, or refuse it
         * @description For people who own the scope of the freeze, platform admins, and whoever asked.
         */
        post: operations["endFreezeException"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/mcp-servers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the MCP servers behind the gateway
         * @description For people, as far as they may read the servers' entities in the catalog.
         */
        get: operations["listMcpServers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/mcp-servers/{server}/tools": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                server: components["parameters"]["McpServerId"];
            };
            cookie?: never;
        };
        /**
         * List the tools of one server, and whether each may be called
         * @description For people who may read the server's entity in the catalog.
         */
        get: operations["listMcpTools"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/mcp-servers/{server}/tools/{tool}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                server: components["parameters"]["McpServerId"];
                tool: components["parameters"]["McpToolName"];
            };
            cookie?: never;
        };
        /**
         * One tool, as it was accepted and as it was seen last
         * @description For people who may read the server's entity in the catalog.
         */
        get: operations["getMcpTool"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/mcp-servers/{server}/tools/{tool}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                server: components["parameters"]["McpServerId"];
                tool: components["parameters"]["McpToolName"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let agents ask for a tool exactly as it was seen
         * @description For owners of the server's entity, and platform admins.
         */
        post: operations["acceptMcpTool"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the policies of the catalog, and what became of each
         * @description For people with `agent-governance.policy.read`, as far as they may read the policies in the catalog.
         */
        get: operations["listPolicies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policies/{namespace}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        /**
         * Everything there is to know about one policy
         * @description For people with `agent-governance.policy.read` who may read it in the catalog.
         */
        get: operations["getPolicy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policies/{namespace}/{name}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm that a vanished policy is gone, and end what it still forbids
         * @description For people with the authority of its level, and platform admins.
         */
        post: operations["confirmPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policies/{namespace}/{name}/effects": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        /**
         * What a policy did in the last days, or would have done in shadow mode
         * @description For people with `agent-governance.policy.read` who may read it in the catalog. Counts are of the decisions that they may see, and of no others.
         */
        get: operations["getPolicyEffects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policies/{namespace}/{name}/texts/{digest}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
                digest: string;
            };
            cookie?: never;
        };
        /**
         * A text that decided once, decides, or was proposed, by the digest its history names
         * @description For people with `agent-governance.policy.read` who may read the policy in the catalog.
         */
        get: operations["getPolicyText"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policies/{namespace}/{name}/pending/approve": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Agree to a change of a policy that waits for people
         * @description For the people that `agentGovernance.policyChanges.quorum` names. Binds to exactly the change that is quoted back: another revision or another text is a conflict.
         */
        post: operations["approvePolicyChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policies/{namespace}/{name}/pending/reject": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say no to a change of a policy that waits for people
         * @description For the people that `agentGovernance.policyChanges.quorum` names. Binds to exactly the change that is quoted back: another revision or another text is a conflict.
         */
        post: operations["rejectPolicyChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organization": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who may speak for what, to judge policies away from the portal
         * @description For people with `agent-governance.policy.read`. Groups and entities that the caller may not read in the catalog are left out, the same as if they did not exist.
         */
        get: operations["exportOrganization"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/checkpoint-coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What policy documents say of every action that changes something, in every environment
         * @description For people with `agent-governance.policy.read`. States are the same for everybody; rules of policies that the caller may not see are not named.
         */
        get: operations["getCheckpointCoverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/replays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List replays
         * @description For people with `agent-governance.policy.replay`, their own; for auditors, all. The newest first.
         */
        get: operations["listReplays"];
        put?: never;
        /**
         * Try a draft of policies on recorded decisions
         * @description For people with `agent-governance.policy.replay`, over decisions about agents and targets that they may both
         *     read; for auditors, over all. It goes on by itself. A draft that cannot be compiled is refused, with `problems`
         *     in the error, and nothing is kept of it. While another one of the same person is under way it is a conflict,
         *     with its id as `replayId` in the error.
         */
        post: operations["startReplay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/replays/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * Where a replay is, and its report
         * @description For who started it, and for auditors; one that the portal started, for those it was started for. With
         *     `waitSeconds` the answer comes when its revision is another than `revision`, or when the time is up; hang up to
         *     stop waiting.
         */
        get: operations["getReplay"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/replays/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop a replay
         * @description For who started it. Nothing is left of what was counted; one that has ended stays as it is.
         */
        post: operations["cancelReplay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/replays/{id}/flips": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * The decisions that a draft would turn
         * @description For whoever may see the replay, as far as they may read the target and the agent of each. In the order they were decided, up to a number; `notKept` says how many are not.
         */
        get: operations["listReplayFlips"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/replays/{id}/report.md": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * The report of a replay as Markdown, for a pull request
         * @description For whoever may see the replay. Text of others is escaped.
         */
        get: operations["getReplayMarkdown"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stops": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List stops
         * @description For everybody, as far as they may read what a stop brakes. The latest pulled first.
         */
        get: operations["listStops"];
        put?: never;
        /**
         * Stop an agent, a target, an action or everything, at once
         * @description For people who own what it brakes, and platform admins. When this is answered, nothing in the scope starts any more. Pulling what is pulled changes nothing, except that a release under way begins anew.
         */
        post: operations["pullStop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stops/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the person asking may pull a stop, and what it would do now
         * @description For people.
         */
        get: operations["previewStop"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stops/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * One stop, and whether the person asking may agree to its release
         * @description For people who may read what it brakes, or release it.
         */
        get: operations["getStop"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stops/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Agree to release a stop
         * @description For people who own what it brakes, and platform admins. It is released when as many of them have agreed as its quorum asks for, each counted once.
         */
        post: operations["releaseStop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/delegations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List delegations of people to agents
         * @description For people: their own, those to agents they own, and for platform admins all. For agents: those to them. The latest granted first.
         */
        get: operations["listDelegations"];
        put?: never;
        /**
         * Let an agent do certain things on one's behalf, until a moment
         * @description For people, on their own behalf. The agent quotes the id. It gets nothing of the person's: what it may is decided as before, and denied where the person may not do it themselves.
         */
        post: operations["grantDelegation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/delegations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * One delegation, and whether the caller may revoke it
         * @description For the person, the agent, those who own the agent, platform admins and auditors.
         */
        get: operations["getDelegation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/delegations/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke a delegation, at once
         * @description For the person, those who own the agent, and platform admins. When this is answered, nothing starts under it any more, and what waited under it is voided.
         */
        post: operations["revokeDelegation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/agents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The agents of the portal, and whether they count
         * @description For everybody, as far as they may read the agents.
         */
        get: operations["listAgents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/agents/{kind}/{namespace}/{name}/identity": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["parameters"]["Kind"];
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        /**
         * What an agent proves itself with
         * @description For people who may read the agent. When each key and identity was used is told to the agent's owners, to
         *     administrators and to auditors; when the auth plugin does not answer, that is said, and nothing is made up.
         */
        get: operations["getAgentIdentity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/agents/{kind}/{namespace}/{name}/reach": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["parameters"]["Kind"];
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        /**
         * What an agent may do to many entities now
         * @description What would be decided if the agent asked just now: a forecast, nothing of it is recorded. For people who may
         *     read both the agent and the entities, and for the agent itself; entities the caller may not read are left out.
         *     Nothing more is found out once the caller hangs up.
         */
        get: operations["getReach"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/simulations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What would be decided about a request that nobody made
         * @description For people with `agent-governance.policy.simulate`, about agents and targets that they may both read. Decided
         *     exactly as a request would be, on facts gathered now or on those of a recorded decision, any of which may be
         *     overridden. Nothing is recorded, and nothing is authorised. A conflict says that a request would be turned
         *     away before anything is decided.
         */
        post: operations["simulate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What of the portal is open to agents, and what of it governance does not see
         * @description For people who may read the whole record (`agent-governance.ledger.read`). Reading it is audited.
         */
        get: operations["getCoverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/environments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The configured environments
         * @description For everybody.
         */
        get: operations["listEnvironments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was recorded, newest first
         * @description Auditors see everything. Others name the stream of a request they may see.
         */
        get: operations["listLedgerEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check the record
         * @description Hashes, order and meaning, and what the check cannot show. Auditors check everything; others name the
         *     stream of a request they may see.
         */
        get: operations["verifyLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        JsonObject: JsonObject;
        /** @description Any JSON, null included */
        JsonValue: JsonValue;
        /** @description Entity ref, `[kind:][namespace/]name` */
        EntityRef: string;
        EntityRefPart: string;
        ShortText: string;
        /** @description Plain text of a person or an agent; shown as such, never interpreted */
        FreeText: string;
        /** @description SHA-256 in lower-case hex */
        Digest: string;
        /**
         * Format: date-time
         * @description ISO 8601 with offset or Z
         */
        Instant: string;
        Permission: {
            allowed: boolean;
            because: string;
        };
        Error: {
            error: {
                name: string;
                message: string;
            };
            request?: Record<string, never>;
            response?: Record<string, never>;
        };
        /** @enum {string} */
        EffectClass: "read" | "idempotent" | "keyed" | "probeable" | "once";
        ActionDescription: {
            id: string;
            title: string;
            description: string;
            effectClass: components["schemas"]["EffectClass"];
            undo?: string;
            inputSchema: components["schemas"]["JsonObject"];
            targetKinds: string[];
            requiresContext: string[];
            quotesContext: boolean;
            takesSecrets: boolean;
            derivesTarget: boolean;
            tags: string[];
            owner?: string;
        };
        Environment: {
            name: string;
            owner: string;
            rank: number;
            production: boolean;
        };
        Organization: {
            /** @enum {integer} */
            schemaVersion: 1;
            exportedAt: string;
            policyAdmins: string[];
            environments: components["schemas"]["Environment"][];
            requiredLevels: components["schemas"]["PolicyLevel"][];
            groups: components["schemas"]["OrganizationGroup"][];
            entities: components["schemas"]["OrganizationEntity"][];
            actions: components["schemas"]["OrganizationAction"][];
        };
        OrganizationGroup: {
            ref: string;
            parent?: string;
        };
        OrganizationEntity: {
            ref: string;
            owner?: string;
        };
        OrganizationAction: {
            id: string;
            title: string;
            effectClass: components["schemas"]["EffectClass"];
            mutates: boolean;
            undo?: string;
            targetKinds: string[];
            quotesContext: boolean;
            takesSecrets: boolean;
            tags: string[];
            place?: {
                target: string;
                environment: string;
            };
        };
        /** @enum {string} */
        AutonomyCeiling: "observe" | "propose" | "supervised" | "autonomous";
        AgentSummary: {
            ref: string;
            title: string;
            owner: string;
            autonomy: components["schemas"]["AutonomyCeiling"];
            lifecycle: string;
            /** @enum {string} */
            standing: "active" | "untrusted" | "inactive" | "no-keys" | "invalid";
            because: string;
        };
        /** @enum {string} */
        Verdict: "allow" | "hold" | "deny";
        /** @enum {string} */
        DecisionReason: "granted" | "denied" | "not-granted" | "could-not-evaluate";
        /** @enum {string} */
        ActionRequestState: "proposed" | "held" | "authorised" | "executing" | "denied" | "rejected" | "expired" | "withdrawn" | "voided" | "lapsed" | "stopped" | "succeeded" | "failed" | "unknown" | "reconciled";
        CreateActionRequestInput: {
            /** @description Id of a registered action */
            action: string;
            /** @description Entity ref of the target; left out, or the same, where the action derives it */
            target?: components["schemas"]["EntityRef"];
            /** @description Name of a configured environment; left out, or the same, where the action derives it */
            environment?: string;
            input: components["schemas"]["JsonObject"];
            purpose?: components["schemas"]["FreeText"];
            /** @description Entity ref of the person this is done for, who must be in the catalog */
            onBehalfOf?: components["schemas"]["EntityRef"];
            /** @description Id of a delegation that this agent was granted, is in force and is for this; the person who granted it is then the one this is done for */
            delegation?: string;
            /** @description Id of the task this belongs to */
            run?: string;
            /** @description Which step of the run this is; only with `run` */
            runStep?: number;
            /** @description When the run began, not in the future; only with `run` */
            runStartedAt?: components["schemas"]["Instant"];
            /** @description Entity ref of the person who started the run, who must be in the catalog; only with `run` */
            runStartedBy?: components["schemas"]["EntityRef"];
            /** @description Id of a context snapshot this agent fetched of this target */
            contextSnapshot?: string;
        };
        ActionCallInput: {
            /** @description Id of a registered action */
            action: string;
            /** @description Entity ref of the target; left out, or the same, where the action derives it */
            target?: components["schemas"]["EntityRef"];
            /** @description Name of a configured environment; left out, or the same, where the action derives it */
            environment?: string;
            input: components["schemas"]["JsonObject"];
            purpose?: components["schemas"]["FreeText"];
            /** @description Entity ref of the person this is done for, who must be in the catalog */
            onBehalfOf?: components["schemas"]["EntityRef"];
            /** @description Id of a delegation that this agent was granted, is in force and is for this */
            delegation?: string;
            /** @description Id of the task this belongs to */
            run?: string;
            /** @description Which step of the run this is; only with `run` */
            runStep?: number;
            /** @description When the run began, not in the future; only with `run` */
            runStartedAt?: components["schemas"]["Instant"];
            /** @description Entity ref of the person who started the run, who must be in the catalog; only with `run` */
            runStartedBy?: components["schemas"]["EntityRef"];
            /** @description Id of a context snapshot this agent fetched of this target */
            contextSnapshot?: string;
            /** @description For actions that take them, beside the input; never stored */
            secrets?: components["schemas"]["JsonObject"];
        };
        ActionCall: {
            request: components["schemas"]["ActionRequest"];
            /** @description What the executor returned, when it ran and that is known here */
            output?: components["schemas"]["JsonObject"];
        };
        UnblockStep: {
            /** @enum {string} */
            kind: "stop-released" | "freeze-ends" | "incident-resolved" | "health-recovers" | "deployment-ends" | "owner-delegates" | "context-renewed" | "context-requoted" | "wait" | "policy-changed" | "review" | "grant" | "retry";
            message: string;
            about?: components["schemas"]["UnblockSubject"];
            who: string[];
            at?: components["schemas"]["Instant"];
            verdict: components["schemas"]["Verdict"];
        };
        UnblockSubject: {
            /** @enum {string} */
            kind: "freeze" | "stop" | "policy" | "entity";
            ref: string;
        };
        Outlook: {
            agentRef: string;
            targetRef: string;
            decidedAt: components["schemas"]["Instant"];
            environments: string[];
            actions: components["schemas"]["OutlookAction"][];
        };
        OutlookAction: {
            actionId: string;
            actionTitle: string;
            effectClass: components["schemas"]["EffectClass"];
            verdicts: components["schemas"]["OutlookVerdict"][];
        };
        OutlookVerdict: {
            environment: string;
            verdict: components["schemas"]["Verdict"];
            reason: components["schemas"]["DecisionReason"];
            because: string;
            unblock: components["schemas"]["UnblockStep"][];
        };
        ExecutionView: {
            /** @enum {string} */
            state: "running" | "succeeded" | "failed" | "unknown";
            attempt: number;
            idempotencyKey: string;
            startedAt: components["schemas"]["Instant"];
            endedAt?: components["schemas"]["Instant"];
            output?: components["schemas"]["JsonObject"];
            error?: string;
        };
        /**
         * @description `succeeded`: it happened. `failed`: it did not.
         * @enum {string}
         */
        KnownOutcome: "succeeded" | "failed";
        OutcomeReport: {
            outcome: components["schemas"]["KnownOutcome"];
            note?: string;
            evidence?: components["schemas"]["JsonObject"];
            number: number;
            reportedAt: components["schemas"]["Instant"];
        };
        Reconciliation: {
            outcome: components["schemas"]["KnownOutcome"];
            comment: string;
            reconciledBy: string;
            /** @enum {string} */
            standing: "target-owner" | "platform-admin";
            via: string;
            reconciledAt: components["schemas"]["Instant"];
        };
        ReportOutcomeInput: {
            outcome: components["schemas"]["KnownOutcome"];
            note?: components["schemas"]["FreeText"];
            evidence?: components["schemas"]["JsonObject"];
        };
        ReconcileInput: {
            outcome: components["schemas"]["KnownOutcome"];
            comment: components["schemas"]["FreeText"];
            /** @description The revision the person looked at */
            revision: number;
        };
        ActionRequest: {
            id: string;
            agentRef: string;
            actionId: string;
            actionTitle: string;
            effectClass: components["schemas"]["EffectClass"];
            undo?: string;
            targetRef: string;
            environment: string;
            onBehalfOf?: string;
            delegationId?: string;
            purpose?: string;
            runId?: string;
            runStep?: number;
            runStartedAt?: components["schemas"]["Instant"];
            runStartedBy?: string;
            contextSnapshotId?: string;
            input: components["schemas"]["JsonObject"];
            actionDigest: components["schemas"]["Digest"];
            state: components["schemas"]["ActionRequestState"];
            verdict: components["schemas"]["Verdict"];
            reason: components["schemas"]["DecisionReason"];
            because: string;
            retryable: boolean;
            awaitsCaller?: boolean;
            decisionId: string;
            holdDecisionId?: string;
            decideBy?: components["schemas"]["Instant"];
            executeBy?: components["schemas"]["Instant"];
            progress?: components["schemas"]["ReviewSummary"];
            unblock: components["schemas"]["UnblockStep"][];
            execution?: components["schemas"]["ExecutionView"];
            outcomeReport?: components["schemas"]["OutcomeReport"];
            reconciliation?: components["schemas"]["Reconciliation"];
            revision: number;
            createdAt: components["schemas"]["Instant"];
            updatedAt: components["schemas"]["Instant"];
        };
        ActionRequestPage: {
            items: components["schemas"]["ActionRequest"][];
            nextCursor?: string;
        };
        /** @enum {string} */
        FactState: "known" | "stale" | "unknown";
        Fact: {
            value?: components["schemas"]["JsonValue"];
            state: components["schemas"]["FactState"];
            source: string;
            observedAt?: string;
            ttlSeconds?: number;
            note?: string;
        };
        Facts: {
            /** @enum {number} */
            schemaVersion: 1;
            agent: {
                ref: components["schemas"]["Fact"];
                uid: components["schemas"]["Fact"];
                owner: components["schemas"]["Fact"];
                lifecycle: components["schemas"]["Fact"];
                autonomy: components["schemas"]["Fact"];
                operates: components["schemas"]["Fact"];
                model: components["schemas"]["Fact"];
                tags: components["schemas"]["Fact"];
            };
            subject: {
                ref: components["schemas"]["Fact"];
                groups: components["schemas"]["Fact"];
                delegation: components["schemas"]["Fact"];
            };
            action: {
                id: components["schemas"]["Fact"];
                definitionDigest: components["schemas"]["Fact"];
                effectClass: components["schemas"]["Fact"];
                mutates: components["schemas"]["Fact"];
                reversible: components["schemas"]["Fact"];
                quotesContext: components["schemas"]["Fact"];
                takesSecrets: components["schemas"]["Fact"];
                tags: components["schemas"]["Fact"];
            };
            input: components["schemas"]["Fact"];
            target: {
                ref: components["schemas"]["Fact"];
                uid: components["schemas"]["Fact"];
                etag: components["schemas"]["Fact"];
                kind: components["schemas"]["Fact"];
                type: components["schemas"]["Fact"];
                lifecycle: components["schemas"]["Fact"];
                owner: components["schemas"]["Fact"];
                system: components["schemas"]["Fact"];
                domain: components["schemas"]["Fact"];
                tier: components["schemas"]["Fact"];
                dataClass: components["schemas"]["Fact"];
                owners: components["schemas"]["Fact"];
                agents: components["schemas"]["Fact"];
                tags: components["schemas"]["Fact"];
                labels: components["schemas"]["Fact"];
                annotations: components["schemas"]["Fact"];
            };
            topology: {
                ownedByAgentOwner: components["schemas"]["Fact"];
                operates: components["schemas"]["Fact"];
                sameSystem: components["schemas"]["Fact"];
                sameDomain: components["schemas"]["Fact"];
                distance: components["schemas"]["Fact"];
                dependents: components["schemas"]["Fact"];
                highestTier: components["schemas"]["Fact"];
            };
            environment: {
                name: components["schemas"]["Fact"];
                owner: components["schemas"]["Fact"];
                rank: components["schemas"]["Fact"];
                production: components["schemas"]["Fact"];
            };
            conditions: {
                freeze: components["schemas"]["Fact"];
                incident: components["schemas"]["Fact"];
                health: components["schemas"]["Fact"];
                deployInProgress: components["schemas"]["Fact"];
                stops: components["schemas"]["Fact"];
            };
            context: {
                required: components["schemas"]["Fact"];
                floorMet: components["schemas"]["Fact"];
                quoted: components["schemas"]["Fact"];
            };
            run: {
                id: components["schemas"]["Fact"];
                step: components["schemas"]["Fact"];
                startedAt: components["schemas"]["Fact"];
                startedBy: components["schemas"]["Fact"];
                mutations: components["schemas"]["Fact"];
                failures: components["schemas"]["Fact"];
                unknownOutcomes: components["schemas"]["Fact"];
            };
            history: {
                mutations: components["schemas"]["Fact"];
                sameActionOnTarget: components["schemas"]["Fact"];
                sameActionOnKind: components["schemas"]["Fact"];
                lastDenialAt: components["schemas"]["Fact"];
                novel: components["schemas"]["Fact"];
            };
            reviews: components["schemas"]["Fact"];
            time: {
                now: components["schemas"]["Fact"];
                weekday: components["schemas"]["Fact"];
                hour: components["schemas"]["Fact"];
                zone: components["schemas"]["Fact"];
            };
        };
        /** @description True, false, or the text `unknown`, which is neither */
        Ternary: boolean | "unknown";
        FactRead: {
            path: string;
            value?: components["schemas"]["JsonValue"];
            state: components["schemas"]["FactState"];
            source: string;
            observedAt?: string;
            note?: string;
        };
        CriteriaTrace: {
            /** @enum {string} */
            kind: "allOf" | "anyOf";
            result: components["schemas"]["Ternary"];
            children: components["schemas"]["CriteriaTrace"][];
        } | {
            /** @enum {string} */
            kind: "not";
            result: components["schemas"]["Ternary"];
            children: components["schemas"]["CriteriaTrace"][];
        } | {
            /** @enum {string} */
            kind: "rule";
            rule: string;
            params: components["schemas"]["JsonObject"];
            result: components["schemas"]["Ternary"];
            because: string;
            reads: components["schemas"]["FactRead"][];
        };
        RuleResult: {
            name: string;
            /** @enum {string} */
            effect: "deny" | "require-approval" | "allow";
            matched: components["schemas"]["Ternary"];
            because: string;
            reads: components["schemas"]["FactRead"][];
            criteria?: components["schemas"]["CriteriaTrace"];
        };
        PolicyResult: {
            id: string;
            title: string;
            digest?: components["schemas"]["Digest"];
            owner?: string;
            standing?: components["schemas"]["PolicyStanding"];
            rules: components["schemas"]["RuleResult"][];
        };
        /** @enum {string} */
        PolicyStanding: "current" | "last-good" | "vanished" | "no-good-text";
        /** @enum {string} */
        PolicyLevel: "portal" | "organization" | "environment" | "team" | "service" | "agent";
        /** @enum {string} */
        PolicyEffect: "deny" | "require-approval" | "allow" | "none";
        ShadowResult: {
            level: components["schemas"]["PolicyLevel"];
            policy: components["schemas"]["PolicyResult"];
            effect: components["schemas"]["PolicyEffect"];
            verdict: components["schemas"]["Verdict"];
        };
        LevelResult: {
            /** @enum {string} */
            level: "stops" | "delegation" | "portal" | "organization" | "environment" | "team" | "service" | "agent";
            granted: boolean;
            effect: components["schemas"]["PolicyEffect"];
            couldNotEvaluate?: string;
            openGrant?: string;
            because: string;
            policies: components["schemas"]["PolicyResult"][];
        };
        CheckpointTerm: {
            from: string;
            resolved: string[];
            count: number;
        };
        CheckpointAlternative: {
            allOf: components["schemas"]["CheckpointTerm"][];
        };
        Checkpoint: {
            id: string;
            policy?: string;
            rule?: string;
            anyOf: components["schemas"]["CheckpointAlternative"][];
            notes?: string[];
            decideWithin: string;
            executeWithin: string;
        };
        ReviewerLookup: {
            from: string;
            refs: string[];
            eligible: number;
        };
        ReviewersFound: {
            lookups: components["schemas"]["ReviewerLookup"][];
            people: {
                standsFor: string[];
                count: number;
            }[];
        };
        Decision: {
            id: string;
            requestId: string;
            /** @enum {string} */
            purpose: "proposal" | "review" | "effect";
            verdict: components["schemas"]["Verdict"];
            reason: components["schemas"]["DecisionReason"];
            because: string;
            effectiveAt: components["schemas"]["Instant"];
            factsDigest: components["schemas"]["Digest"];
            policySetDigest: components["schemas"]["Digest"];
            requestDigest: components["schemas"]["Digest"];
            engineVersion: string;
            levels: components["schemas"]["LevelResult"][];
            shadow: components["schemas"]["ShadowResult"][];
            checkpoints: components["schemas"]["Checkpoint"][];
            reviewers?: components["schemas"]["ReviewersFound"];
        };
        /** @description A decision without what ties it to one request */
        DecisionCore: {
            verdict: components["schemas"]["Verdict"];
            reason: components["schemas"]["DecisionReason"];
            because: string;
            effectiveAt: components["schemas"]["Instant"];
            policySetDigest: components["schemas"]["Digest"];
            engineVersion: string;
            levels: components["schemas"]["LevelResult"][];
            shadow: components["schemas"]["ShadowResult"][];
            checkpoints: components["schemas"]["Checkpoint"][];
            reviewers?: components["schemas"]["ReviewersFound"];
        };
        /** @description What is tried instead of the policies that decide; its changes are made one after the other */
        PolicyDraft: {
            changes: components["schemas"]["PolicyDraftChange"][];
        };
        PolicyDraftChange: {
            /** @enum {string} */
            kind: "text";
            /** @description YAML with one or more AgentPolicy documents */
            text: string;
            file?: string;
        } | {
            /** @enum {string} */
            kind: "off";
            policyRef: components["schemas"]["EntityRef"];
        } | {
            /** @enum {string} */
            kind: "mode";
            policyRef: components["schemas"]["EntityRef"];
            mode: components["schemas"]["PolicyMode"];
        };
        DraftedPolicy: {
            ref: string;
            title: string;
            /** @enum {string} */
            change: "added" | "replaced" | "mode" | "off" | "unchanged";
            before?: {
                digest?: components["schemas"]["Digest"];
                mode: components["schemas"]["PolicyMode"];
            };
            after?: {
                digest: components["schemas"]["Digest"];
                mode: components["schemas"]["PolicyMode"];
            };
            /** @description Why its text counts for nothing */
            inert?: string;
            warnings: components["schemas"]["PolicyProblem"][];
        };
        /** @enum {string} */
        ReplayState: "queued" | "running" | "succeeded" | "cancelled" | "failed";
        /**
         * @description Whether the draft loosens or tightens the verdict, or holds as before and asks others, or otherwise
         * @enum {string}
         */
        ReplayFlipKind: "loosened" | "tightened" | "checkpoint";
        /** @description Which recorded decisions; every list that is left out means all */
        ReplayScope: {
            from: string;
            to: string;
            agents?: components["schemas"]["EntityRef"][];
            /** @description Ids; one may end in `*` to stand for all that start so */
            actions?: string[];
            targets?: components["schemas"]["EntityRef"][];
            environments?: string[];
        };
        StartReplayInput: {
            title?: string;
            draft: components["schemas"]["PolicyDraft"];
            scope: components["schemas"]["ReplayScope"];
        };
        Replay: {
            id: string;
            title: string;
            /** @description Absent for one that the portal started by itself */
            createdBy?: string;
            createdAt: components["schemas"]["Instant"];
            endedAt?: components["schemas"]["Instant"];
            state: components["schemas"]["ReplayState"];
            /** @description In recorded decisions; the total is counted when it begins to run */
            progress: {
                total: number;
                done: number;
            };
            scope: components["schemas"]["ReplayScope"];
            draft: components["schemas"]["PolicyDraft"];
            policies: components["schemas"]["DraftedPolicy"][];
            report?: components["schemas"]["ReplayReport"];
            /** @description Why it failed */
            error?: string;
            /** @description Whether the caller may stop it */
            mayCancel: boolean;
            revision: number;
        };
        ReplayPage: {
            items: components["schemas"]["Replay"][];
            nextCursor?: string;
        };
        ReplayCount: {
            key: string;
            replayed: number;
            loosened: number;
            tightened: number;
            checkpoint: number;
        };
        ReplayCounts: {
            items: components["schemas"]["ReplayCount"][];
            /** @description The rest together; absent where all are listed */
            others?: {
                keys: number;
                replayed: number;
                loosened: number;
                tightened: number;
                checkpoint: number;
            };
        };
        VerdictPairs: {
            from: components["schemas"]["Verdict"];
            to: components["schemas"]["Verdict"];
            count: number;
        }[];
        /** @description What a draft would change; the same decisions, policies and draft give the same report, byte for byte */
        ReplayReport: {
            /** @enum {integer} */
            schemaVersion: 1;
            scope: components["schemas"]["ReplayScope"];
            base: components["schemas"]["Digest"];
            drafted: components["schemas"]["Digest"];
            engineVersion: string;
            rulesVersion: string;
            /** @description In scope, as far as they may be seen */
            decisions: number;
            replayed: number;
            notReplayable: {
                /** @enum {string} */
                because: "facts-gone" | "facts-altered" | "facts-version" | "policy-set-gone" | "policy-set-altered" | "portal-rules" | "unreadable";
                count: number;
            }[];
            flips: components["schemas"]["VerdictPairs"];
            loosened: number;
            tightened: number;
            checkpoint: number;
            drift: components["schemas"]["VerdictPairs"];
            otherRules: number;
            byAgent: components["schemas"]["ReplayCounts"];
            byTeam: components["schemas"]["ReplayCounts"];
            byAction: components["schemas"]["ReplayCounts"];
            byPolicy: components["schemas"]["ReplayCounts"];
            byPurpose: components["schemas"]["ReplayCounts"];
            digest: components["schemas"]["Digest"];
        };
        ReplayVerdict: {
            verdict: components["schemas"]["Verdict"];
            reason: components["schemas"]["DecisionReason"];
            because: string;
            /** @description Who would have to look, in words */
            asks: string[];
        };
        ReplayFlip: {
            decisionId: string;
            requestId: string;
            decidedAt: components["schemas"]["Instant"];
            /** @enum {string} */
            purpose: "proposal" | "review" | "effect";
            agentRef: string;
            team?: string;
            actionId: string;
            targetRef: string;
            environment: string;
            kind: components["schemas"]["ReplayFlipKind"];
            recorded: components["schemas"]["Verdict"];
            before: components["schemas"]["ReplayVerdict"];
            after: components["schemas"]["ReplayVerdict"];
            policies: string[];
        };
        ReplayFlips: {
            items: components["schemas"]["ReplayFlip"][];
            nextCursor?: string;
            /** @description How many flips are counted and not kept; absent for none */
            notKept?: number;
        };
        FactOverride: {
            /** @description A fact of the fact schema, such as `conditions.freeze`; a whole fact, never a field of one */
            path: string;
            state: components["schemas"]["FactState"];
            /** @description Of the type the fact schema says; a known fact without one is known to be none */
            value?: components["schemas"]["JsonValue"];
        };
        /**
         * @description Who asks for what, here or with `decisionId`; then whatever else is named must be the same as was recorded, but
         *     for input and time.
         */
        SimulationInput: {
            agentRef?: components["schemas"]["EntityRef"];
            actionId?: components["schemas"]["ShortText"];
            targetRef?: components["schemas"]["EntityRef"];
            environment?: components["schemas"]["ShortText"];
            input?: components["schemas"]["JsonObject"];
            onBehalfOf?: components["schemas"]["EntityRef"];
            /** @description Whether the agent quotes the context of the target as it is now; where absent, if the action asks for it */
            quotesContext?: boolean;
            /** @description When it is asked; now where absent */
            at?: string;
            /** @description In which time zone policies are told weekday and hour; the portal's where absent */
            zone?: string;
            facts?: components["schemas"]["FactOverride"][];
            draft?: components["schemas"]["PolicyDraft"];
            /** @description A recorded decision; its facts, as they were sealed then, instead of gathered ones */
            decisionId?: string;
        };
        SimulatedDecision: {
            decision: components["schemas"]["DecisionCore"];
            unblock: components["schemas"]["UnblockStep"][];
        };
        Simulation: {
            facts: components["schemas"]["Facts"];
            /** @description Paths of the facts that are as they were given, and not as they are */
            overridden: string[];
            moments: {
                gatheredAt: components["schemas"]["Instant"];
                decidedFor: components["schemas"]["Instant"];
                /** @description Paths of the facts that are as of `decidedFor` where that is another moment */
                factsOfThen: string[];
            };
            /** @description Levels that must each have granted an action that changes something */
            requiredLevels: components["schemas"]["PolicyLevel"][];
            result: components["schemas"]["SimulatedDecision"];
            drafted?: components["schemas"]["SimulatedDecision"];
            /** @description What became of each policy that the draft speaks about */
            policies?: components["schemas"]["DraftedPolicy"][];
        };
        DecisionWithFacts: {
            id: string;
            requestId: string;
            /** @enum {string} */
            purpose: "proposal" | "review" | "effect";
            verdict: components["schemas"]["Verdict"];
            reason: components["schemas"]["DecisionReason"];
            because: string;
            effectiveAt: components["schemas"]["Instant"];
            factsDigest: components["schemas"]["Digest"];
            policySetDigest: components["schemas"]["Digest"];
            requestDigest: components["schemas"]["Digest"];
            engineVersion: string;
            levels: components["schemas"]["LevelResult"][];
            shadow: components["schemas"]["ShadowResult"][];
            checkpoints: components["schemas"]["Checkpoint"][];
            reviewers?: components["schemas"]["ReviewersFound"];
            facts: components["schemas"]["Facts"];
        };
        FactChange: {
            path: string;
            then: string;
            now: string;
        };
        ReviewSummary: {
            met: boolean;
            approved: number;
            needed: number;
            /** @description In words, for example `1 of 2: one of group:default/sre still needed` */
            because: string;
        };
        ReviewProgress: {
            met: boolean;
            approved: number;
            needed: number;
            because: string;
            helps: string[];
            checkpoints: components["schemas"]["CheckpointProgress"][];
        };
        CheckpointProgress: {
            id: string;
            policy?: string;
            rule?: string;
            notes?: string[];
            met: boolean;
            anyOf: components["schemas"]["AlternativeProgress"][];
        };
        AlternativeProgress: {
            met: boolean;
            terms: {
                from: string;
                resolved: string[];
                count: number;
                approvedBy: string[];
            }[];
            missing: {
                count: number;
                from: string[];
                resolved: string[];
            }[];
        };
        /** @enum {string} */
        ReviewVerdict: "approve" | "reject";
        SubmitReviewInput: {
            holdDecisionId: string;
            presentationDigest: components["schemas"]["Digest"];
            verdict: components["schemas"]["ReviewVerdict"];
            comment?: components["schemas"]["FreeText"];
        };
        Review: {
            id: string;
            requestId: string;
            holdDecisionId: string;
            presentationDigest: components["schemas"]["Digest"];
            reviewerRef: string;
            verdict: components["schemas"]["ReviewVerdict"];
            comment?: string;
            standing: string;
            counts: boolean;
            consideredMs: number;
            createdAt: components["schemas"]["Instant"];
        };
        ReviewPresentation: {
            requestId: string;
            holdDecisionId: string;
            digest: components["schemas"]["Digest"];
            renderedAt: components["schemas"]["Instant"];
            content: components["schemas"]["ReviewPresentationContent"];
        };
        ReviewPresentationContent: {
            request: {
                id: string;
                agentRef: string;
                actionId: string;
                actionTitle: string;
                effectClass: components["schemas"]["EffectClass"];
                undo?: string;
                targetRef: string;
                environment: string;
                purpose?: string;
                onBehalfOf?: string;
                delegationId?: string;
                runId?: string;
                runStep?: number;
                runStartedAt?: components["schemas"]["Instant"];
                runStartedBy?: string;
                input: components["schemas"]["JsonObject"];
                actionDigest: components["schemas"]["Digest"];
            };
            decision: components["schemas"]["Decision"];
            facts: components["schemas"]["Facts"];
            changedSince: components["schemas"]["FactChange"][];
            heldBefore?: {
                decidedAt: components["schemas"]["Instant"];
                approvedBy: string[];
                changes: components["schemas"]["FactChange"][];
            };
            reviews: {
                reviewerRef: string;
                verdict: components["schemas"]["ReviewVerdict"];
                createdAt: components["schemas"]["Instant"];
            }[];
        };
        Explanation: {
            request: components["schemas"]["ActionRequest"];
            decisions: components["schemas"]["DecisionWithFacts"][];
            reviews: components["schemas"]["Review"][];
            entries: components["schemas"]["LedgerEntryView"][];
            progress?: components["schemas"]["ReviewProgress"];
            eligibleReviewers: string[];
            mayReview: {
                allowed: boolean;
                because: string;
                helps: boolean;
            };
            mayReconcile: {
                allowed: boolean;
                because: string;
            };
            mayWithdraw: boolean;
        };
        /** @enum {string} */
        ContextFreshness: "fresh" | "ageing" | "stale" | "unknown";
        ContextStandard: {
            factType: string;
            title: string;
            warnAfterSeconds?: number;
            errorAfterSeconds?: number;
            signOffBy?: string;
        };
        ContextSignOff: {
            id: string;
            entityRef: string;
            factType: string;
            digest: components["schemas"]["Digest"];
            personRef: string;
            standing: string;
            comment?: string;
            signedOffAt: components["schemas"]["Instant"];
            valid: boolean;
            lapsedBecause?: string;
        };
        ContextFact: {
            entityRef: string;
            factType: string;
            title: string;
            value?: components["schemas"]["JsonValue"];
            digest?: components["schemas"]["Digest"];
            source: string;
            sourceRevision?: string;
            observedAt?: components["schemas"]["Instant"];
            acquiredAt?: components["schemas"]["Instant"];
            freshness: components["schemas"]["ContextFreshness"];
            verifiedAt?: components["schemas"]["Instant"];
            ageSeconds?: number;
            standard?: components["schemas"]["ContextStandard"];
            signOff?: components["schemas"]["ContextSignOff"];
            maySignOff: boolean;
            note?: string;
        };
        ContextSnapshot: {
            id?: string;
            entityRef: string;
            digest: components["schemas"]["Digest"];
            takenAt: components["schemas"]["Instant"];
            expiresAt?: components["schemas"]["Instant"];
            facts: components["schemas"]["ContextFact"][];
            freezes: {
                id: string;
                reason: string;
                owner: string;
                from: components["schemas"]["Instant"];
                to: components["schemas"]["Instant"];
                scope: components["schemas"]["FreezeScope"];
            }[];
        };
        SignOffInput: {
            factType: components["schemas"]["FactType"];
            digest: components["schemas"]["Digest"];
            comment?: components["schemas"]["FreeText"];
        };
        FactType: string;
        ContextReportInput: {
            /** @description Id of a configured source the caller speaks for */
            source: string;
            facts: {
                entity: components["schemas"]["EntityRef"];
                factType: components["schemas"]["FactType"];
                value: components["schemas"]["JsonValue"];
                observedAt: components["schemas"]["Instant"];
                revision?: components["schemas"]["ShortText"];
            }[];
        };
        /** @enum {string} */
        StopState: "in-force" | "released";
        /** @enum {string} */
        StopKind: "agent" | "target" | "action" | "everything";
        StopScope: {
            kind: components["schemas"]["StopKind"];
            ref?: components["schemas"]["ShortText"];
            on?: components["schemas"]["EntityRef"];
        };
        PullStopInput: {
            scope: components["schemas"]["StopScope"];
            reason: components["schemas"]["FreeText"];
        };
        ReleaseStopInput: {
            /** @description The revision the person looked at */
            revision: number;
            comment?: components["schemas"]["FreeText"];
        };
        StopApproval: {
            id: string;
            approvedBy: string;
            comment?: string;
            approvedAt: components["schemas"]["Instant"];
        };
        StopRelease: {
            quorum: number;
            approvals: components["schemas"]["StopApproval"][];
        };
        Stop: {
            id: string;
            scope: components["schemas"]["StopScope"];
            reason: string;
            pulledBy: string;
            pulledAt: components["schemas"]["Instant"];
            state: components["schemas"]["StopState"];
            revision: number;
            release: components["schemas"]["StopRelease"];
            releasedAt?: components["schemas"]["Instant"];
        };
        StopDetails: {
            id: string;
            scope: components["schemas"]["StopScope"];
            reason: string;
            pulledBy: string;
            pulledAt: components["schemas"]["Instant"];
            state: components["schemas"]["StopState"];
            revision: number;
            release: components["schemas"]["StopRelease"];
            releasedAt?: components["schemas"]["Instant"];
            mayRelease: components["schemas"]["Permission"];
            eligible: number;
        };
        StopImpact: {
            held: number;
            authorised: number;
            cutOff: number;
            finishing: number;
        };
        StopPreview: {
            allowed: boolean;
            because: string;
            inForce?: components["schemas"]["Stop"];
            impact?: components["schemas"]["StopImpact"];
        };
        StopPage: {
            items: components["schemas"]["Stop"][];
            nextCursor?: string;
        };
        /** @enum {string} */
        DelegationState: "active" | "expired" | "revoked";
        GrantDelegationInput: {
            agent: components["schemas"]["EntityRef"];
            /** @description Ids of registered actions; one may end in *, and stands for all that start so */
            actions: components["schemas"]["ShortText"][];
            /** @description The only targets it is for; any when absent */
            targets?: components["schemas"]["EntityRef"][];
            /** @description The only environments it is for; any when absent */
            environments?: components["schemas"]["ShortText"][];
            /** @description In the future, at most `agentGovernance.delegations.maxDuration` ahead */
            until: components["schemas"]["Instant"];
            reason: components["schemas"]["FreeText"];
        };
        Delegation: {
            id: string;
            agentRef: string;
            grantedBy: string;
            actions: string[];
            targets?: string[];
            environments?: string[];
            reason: string;
            until: components["schemas"]["Instant"];
            state: components["schemas"]["DelegationState"];
            revokedAt?: components["schemas"]["Instant"];
            revokedBy?: string;
            createdAt: components["schemas"]["Instant"];
        };
        DelegationDetails: {
            id: string;
            agentRef: string;
            grantedBy: string;
            actions: string[];
            targets?: string[];
            environments?: string[];
            reason: string;
            until: components["schemas"]["Instant"];
            state: components["schemas"]["DelegationState"];
            revokedAt?: components["schemas"]["Instant"];
            revokedBy?: string;
            createdAt: components["schemas"]["Instant"];
            mayRevoke: components["schemas"]["Permission"];
        };
        DelegationPage: {
            items: components["schemas"]["Delegation"][];
            nextCursor?: string;
        };
        /** @enum {string} */
        FreezeState: "planned" | "in-force" | "over" | "ended-early";
        /** @description What every given part says. An entity, a filter predicate over targets or an environment must be given. */
        FreezeScope: {
            entityRef?: components["schemas"]["EntityRef"];
            targets?: components["schemas"]["JsonObject"];
            actions?: components["schemas"]["ActionPatterns"];
            environments?: components["schemas"]["EnvironmentNames"];
        };
        /** @description Action ids, with a `*` at most at the end */
        ActionPatterns: components["schemas"]["ShortText"][];
        EnvironmentNames: components["schemas"]["ShortText"][];
        FreezeRecurrence: {
            /** @description The value of an RRULE (RFC 5545) */
            rule: string;
            /** @description First start on the wall clock, without offset */
            start: string;
            /** @description How long one occurrence lasts, ISO 8601 */
            duration: string;
            /** @description IANA name */
            zone: string;
            /** @description Starts that are left out; a date alone leaves out the whole day */
            exdates?: string[];
        };
        FreezeOccurrence: {
            from: components["schemas"]["Instant"];
            to: components["schemas"]["Instant"];
        };
        /** @description Either `from` and `to`, or `recurrence` */
        CreateFreezeInput: {
            scope: components["schemas"]["FreezeScope"];
            from?: components["schemas"]["Instant"];
            to?: components["schemas"]["Instant"];
            recurrence?: components["schemas"]["FreezeRecurrence"];
            reason: components["schemas"]["FreeText"];
            owner?: components["schemas"]["EntityRef"];
        };
        FreezeStepInput: {
            /** @description The revision the person looked at */
            revision: number;
            comment?: components["schemas"]["FreeText"];
        };
        ImportFreezesInput: {
            ics: string;
            scope: components["schemas"]["FreezeScope"];
            zone: string;
            owner?: components["schemas"]["EntityRef"];
            apply?: boolean;
        };
        FreezeAgreement: {
            agreedBy: string[];
            required: number;
        };
        Freeze: {
            id: string;
            scope: components["schemas"]["FreezeScope"];
            from: components["schemas"]["Instant"];
            to: components["schemas"]["Instant"];
            recurrence?: {
                rule: string;
                start: string;
                duration: string;
                zone: string;
                exdates?: string[];
                words: string;
            };
            reason: string;
            owner: string;
            createdBy: string;
            origin?: {
                calendar?: string;
                uid: string;
                recurrenceId?: string;
            };
            endedAt?: components["schemas"]["Instant"];
            endedBy?: string;
            ending?: components["schemas"]["FreezeAgreement"];
            exceptions?: components["schemas"]["FreezeException"][];
            state: components["schemas"]["FreezeState"];
            revision: number;
            createdAt: components["schemas"]["Instant"];
        };
        FreezePage: {
            items: components["schemas"]["Freeze"][];
            nextCursor?: string;
        };
        FreezeAgenda: {
            from: components["schemas"]["Instant"];
            to: components["schemas"]["Instant"];
            freezes: components["schemas"]["Freeze"][];
            occurrences: {
                freezeId: string;
                from: components["schemas"]["Instant"];
                to: components["schemas"]["Instant"];
            }[];
            truncated: boolean;
        };
        FreezeCoverage: {
            everything: boolean;
            entities: {
                entityRef: string;
                owner?: string;
            }[];
            owners: string[];
            complete: boolean;
        };
        FreezeDetails: {
            freeze: components["schemas"]["Freeze"];
            next: components["schemas"]["FreezeOccurrence"][];
            coverage: components["schemas"]["FreezeCoverage"];
            exceptions: components["schemas"]["FreezeException"][];
            permission?: components["schemas"]["Permission"];
        };
        FreezePreview: {
            scope: string;
            words?: string;
            occurrences: components["schemas"]["FreezeOccurrence"][];
            coverage: components["schemas"]["FreezeCoverage"];
            permission: components["schemas"]["Permission"];
        };
        /** @description What every given part says; at least one must be given */
        FreezeExceptionScope: {
            entityRef?: components["schemas"]["EntityRef"];
            actions?: components["schemas"]["ActionPatterns"];
            environments?: components["schemas"]["EnvironmentNames"];
            agentRef?: components["schemas"]["EntityRef"];
        };
        AskFreezeExceptionInput: {
            scope: components["schemas"]["FreezeExceptionScope"];
            from: components["schemas"]["Instant"];
            to: components["schemas"]["Instant"];
            reason: components["schemas"]["FreeText"];
        };
        FreezeException: {
            id: string;
            freezeId: string;
            scope: components["schemas"]["FreezeExceptionScope"];
            from: components["schemas"]["Instant"];
            to: components["schemas"]["Instant"];
            reason: string;
            requestedBy: string;
            /** @enum {string} */
            state: "requested" | "active" | "expired" | "ended";
            approvals: components["schemas"]["FreezeAgreement"];
            endedBy?: string;
            revision: number;
            createdAt: components["schemas"]["Instant"];
        };
        FreezeImport: {
            events: components["schemas"]["FreezeImportEvent"][];
            applied: boolean;
        };
        FreezeImportEvent: {
            position: number;
            uid?: string;
            recurrenceId?: string;
            title: string;
            /** @enum {string} */
            outcome: "new" | "known" | "over" | "cancelled" | "refused";
            problem?: string;
            from?: components["schemas"]["Instant"];
            to?: components["schemas"]["Instant"];
            words?: string;
        };
        FreezeCalendar: {
            id: string;
            scope: components["schemas"]["FreezeScope"];
            owner: string;
            zone: string;
            refreshSeconds: number;
            /** @enum {string} */
            state: "fresh" | "failing" | "stale" | "unread";
            events: number;
            problems: string[];
            readAt?: components["schemas"]["Instant"];
            triedAt?: components["schemas"]["Instant"];
        };
        /** @enum {string} */
        CheckpointCoverageState: "denied" | "held" | "allowed" | "uncovered";
        CheckpointCoverage: {
            numbers: components["schemas"]["CheckpointCoverageNumbers"];
            environments: {
                name: string;
                production: boolean;
                numbers: components["schemas"]["CheckpointCoverageNumbers"];
            }[];
            cells: components["schemas"]["CheckpointCoverageCell"][];
            policies: components["schemas"]["CoveringPolicy"][];
            outside: components["schemas"]["CoverageLimit"][];
        };
        CheckpointCoverageNumbers: {
            cells: number;
            denied: number;
            held: number;
            allowed: number;
            uncovered: number;
            partly: number;
        };
        CheckpointCoverageCell: {
            actionId: string;
            environment: string;
            state: components["schemas"]["CheckpointCoverageState"];
            /** @enum {string} */
            extent?: "always" | "partly";
            rules: components["schemas"]["CoveringRule"][];
            moreRules: number;
            shadow: components["schemas"]["CoveringRule"][];
            moreShadow: number;
        };
        CoveringRule: {
            /** @description Absent when it is of a policy that the caller may not see */
            policyRef?: string;
            rule?: string;
            /** @enum {string} */
            effect: "deny" | "require-approval" | "allow";
            /** @enum {string} */
            extent: "always" | "partly";
            dependsOn: components["schemas"]["CoverageDependency"][];
            /** @enum {string} */
            grants: "alone" | "with-another-level" | "never";
        };
        CoverageDependency: {
            /** @enum {string} */
            on: "owner";
            owner: string;
        } | {
            /** @enum {string} */
            on: "target";
            target: string;
            owner: string;
        } | {
            /** @enum {string} */
            on: "filter";
            filter: components["schemas"]["JsonObject"];
        } | {
            /** @enum {string} */
            on: "when";
            when: string;
        };
        CoveringPolicy: {
            ref: string;
            title: string;
            level: components["schemas"]["DocumentLevel"];
            mode: components["schemas"]["PolicyMode"];
            owner?: string;
            /** @enum {string} */
            standing?: "current" | "last-good" | "vanished" | "no-good-text";
        };
        CoverageLimit: {
            /** @enum {string} */
            id: "portal" | "agent" | "target" | "required-levels" | "conditions";
            because: string;
        };
        /** @enum {string} */
        PolicyEffectInDecision: "deny" | "require-approval" | "allow" | "could-not-evaluate" | "none";
        PolicyEffectCounts: {
            decisions: number;
            denied: number;
            held: number;
            allowed: number;
            notEvaluated: number;
            changed: number;
            wouldDeny: number;
            wouldHold: number;
            wouldAllow: number;
        };
        PolicyEffectModes: {
            enforce: components["schemas"]["PolicyEffectCounts"];
            shadow: components["schemas"]["PolicyEffectCounts"];
        };
        PolicyEffects: {
            policyRef: string;
            from: components["schemas"]["Day"];
            to: components["schemas"]["Day"];
            total: components["schemas"]["PolicyEffectModes"];
            days: {
                day: components["schemas"]["Day"];
                enforce: components["schemas"]["PolicyEffectCounts"];
                shadow: components["schemas"]["PolicyEffectCounts"];
            }[];
            agents: {
                agentRef: string;
                enforce: components["schemas"]["PolicyEffectCounts"];
                shadow: components["schemas"]["PolicyEffectCounts"];
            }[];
            rules: {
                name: string;
                mode: components["schemas"]["PolicyMode"];
                decisions: number;
            }[];
            latest: components["schemas"]["PolicyEffectSample"][];
            catchingUp: boolean;
            partial: boolean;
        };
        PolicyEffectSample: {
            requestId: string;
            decisionId: string;
            at: components["schemas"]["Instant"];
            agentRef: string;
            targetRef: string;
            actionId: string;
            environment: string;
            verdict: components["schemas"]["Verdict"];
            mode: components["schemas"]["PolicyMode"];
            effect: components["schemas"]["PolicyEffectInDecision"];
            rules: string[];
            wouldBe?: components["schemas"]["Verdict"];
        };
        /** @description A day, UTC */
        Day: string;
        PolicyLately: {
            since: components["schemas"]["Day"];
            matched: number;
            changed: number;
        };
        /** @enum {string} */
        DocumentLevel: "organization" | "environment" | "team" | "service";
        /** @enum {string} */
        PolicyState: "enforcing" | "shadow" | "untrusted" | "out-of-authority" | "broken" | "vanished" | "proposed";
        /** @enum {string} */
        PolicyMode: "enforce" | "shadow";
        PolicyProblem: {
            field: string;
            file?: string;
            line?: number;
            column?: number;
            expression?: string;
            reason: string;
            suggestion?: string;
        };
        /** @description Whether there are people enough; `unknown` where it depends on the target */
        Satisfiable: boolean | "unknown";
        CheckpointCensus: {
            rule: string;
            satisfiable: components["schemas"]["Satisfiable"];
            anyOf: {
                satisfiable: components["schemas"]["Satisfiable"];
                because?: string;
                allOf: {
                    from: string;
                    count: number;
                    people?: number;
                }[];
            }[];
        };
        PolicySummary: {
            ref: string;
            title: string;
            state: components["schemas"]["PolicyState"];
            because: string;
            /** @enum {string} */
            standing?: "current" | "last-good" | "vanished" | "no-good-text";
            owner?: string;
            level?: components["schemas"]["DocumentLevel"];
            mode?: components["schemas"]["PolicyMode"];
            digest?: string;
            problemCount: number;
            unsatisfiableCount: number;
            changedAt: components["schemas"]["Instant"];
            lately?: components["schemas"]["PolicyLately"];
            revision: number;
            /** @description Whether a change of it waits for people to agree, because it may loosen */
            pending: boolean;
        };
        /** @enum {string} */
        McpToolState: "new" | "changed" | "accepted" | "gone";
        AgentIdentity: {
            agentRef: string;
            keys: components["schemas"]["AgentKeyUse"][];
            identities: components["schemas"]["AgentIdentityUse"][];
            signIns: components["schemas"]["SignInKnowledge"];
        };
        SignInKnowledge: {
            /** @enum {string} */
            state: "known" | "hidden" | "unreachable";
            because?: string;
        };
        SignInUse: {
            firstAt: components["schemas"]["Instant"];
            lastAt: components["schemas"]["Instant"];
            tokenExpiresAt: components["schemas"]["Instant"];
        };
        AgentKeyUse: {
            thumbprint: string;
            /** @enum {string} */
            algorithm?: "ES256" | "EdDSA" | "RS256";
            keyId?: string;
            isInEntity: boolean;
            use?: components["schemas"]["SignInUse"];
        };
        AgentIdentityUse: {
            issuerId: string;
            issuer?: string;
            subject: string;
            isInEntity: boolean;
            isBelieved: boolean;
            use?: components["schemas"]["SignInUse"];
        };
        Reach: {
            agentRef: string;
            decidedAt: components["schemas"]["Instant"];
            environment: string;
            actions: components["schemas"]["ReachAction"][];
            targets: components["schemas"]["ReachTarget"][];
        };
        ReachAction: {
            actionId: string;
            actionTitle: string;
            effectClass: components["schemas"]["EffectClass"];
        };
        ReachTarget: {
            targetRef: string;
            verdicts: components["schemas"]["ReachVerdict"][];
        };
        ReachVerdict: {
            actionId: string;
            verdict: components["schemas"]["Verdict"];
            reason: components["schemas"]["DecisionReason"];
            because: string;
        };
        Coverage: {
            plugins: components["schemas"]["PluginCoverage"][];
            roads: components["schemas"]["RoadCoverage"][];
            mcpServers: components["schemas"]["McpServer"][];
        };
        PluginCoverage: {
            id: string;
            installed: boolean;
            reads: string[];
            doors: string[];
            routes: components["schemas"]["RouteCoverage"][];
            portalActions: components["schemas"]["PortalActionCoverage"][];
            problems: string[];
        };
        RouteCoverage: {
            actionId: string;
            title: string;
            method: string;
            path: string;
            target: components["schemas"]["OperationTarget"];
            environment: string;
            effectClass: components["schemas"]["EffectClass"];
            undo?: string;
            owner?: string;
        };
        PortalActionCoverage: {
            actionId: string;
            title: string;
            mapped: boolean;
            target: components["schemas"]["OperationTarget"];
            environment: string;
            effectClass: components["schemas"]["EffectClass"];
            undo?: string;
            owner?: string;
            problem?: string;
        };
        OperationTarget: {
            ref: string;
        } | {
            input: string;
        };
        RoadCoverage: {
            id: string;
            title: string;
            /** @enum {string} */
            covered: "yes" | "partly" | "no";
            because: string;
            found: string[];
        };
        McpServer: {
            id: string;
            entityRef: string;
            owner?: string;
            /** @enum {string} */
            transport: "http" | "stdio";
            /** @enum {string} */
            state: "connecting" | "connected" | "down";
            because?: string;
            implementation?: {
                name: string;
                version: string;
            };
            protocolVersion?: string;
            listedAt?: components["schemas"]["Instant"];
            /** @description How many of them are in each state */
            tools: {
                new: number;
                changed: number;
                accepted: number;
                gone: number;
            };
            problems: string[];
        };
        McpToolDefinition: {
            name: string;
            title?: string;
            description?: string;
            inputSchema: components["schemas"]["JsonObject"];
            outputSchema?: components["schemas"]["JsonObject"];
            annotations?: components["schemas"]["JsonObject"];
        };
        McpTool: {
            server: string;
            name: string;
            actionId: string;
            title: string;
            description: string;
            state: components["schemas"]["McpToolState"];
            digest: string;
            acceptedDigest?: string;
            acceptedBy?: string;
            acceptedAt?: components["schemas"]["Instant"];
            firstSeenAt: components["schemas"]["Instant"];
            changedAt: components["schemas"]["Instant"];
            effectClass: components["schemas"]["EffectClass"];
            undo?: string;
            target: {
                ref: string;
            } | {
                input: string;
            };
            environment: string;
            problems: string[];
        };
        McpToolDetail: {
            server: string;
            name: string;
            actionId: string;
            title: string;
            description: string;
            state: components["schemas"]["McpToolState"];
            digest: string;
            acceptedDigest?: string;
            acceptedBy?: string;
            acceptedAt?: components["schemas"]["Instant"];
            firstSeenAt: components["schemas"]["Instant"];
            changedAt: components["schemas"]["Instant"];
            effectClass: components["schemas"]["EffectClass"];
            undo?: string;
            target: {
                ref: string;
            } | {
                input: string;
            };
            environment: string;
            problems: string[];
            seen: components["schemas"]["McpToolDefinition"];
            accepted?: components["schemas"]["McpToolDefinition"];
            differences: {
                path: string;
                before?: components["schemas"]["JsonValue"];
                after?: components["schemas"]["JsonValue"];
            }[];
            acceptors: string[];
            mayAccept: boolean;
        };
        McpToolPage: {
            items: components["schemas"]["McpTool"][];
            nextCursor?: string;
        };
        AcceptMcpToolInput: {
            digest: string;
            comment?: components["schemas"]["FreeText"];
        };
        PolicyPage: {
            items: components["schemas"]["PolicySummary"][];
            nextCursor?: string;
            /** @description When the policies of the catalog were last listed completely; absent before the first time */
            listedAt?: string;
        };
        PolicyScope: {
            actions?: string[];
            targets?: components["schemas"]["JsonObject"];
            environments?: string[];
        };
        CheckpointSpec: {
            anyOf: {
                allOf: {
                    from: string;
                    count: number;
                }[];
            }[];
            decideWithin: string;
            executeWithin: string;
        };
        PolicyDocument: {
            /** @enum {integer} */
            schemaVersion: 1;
            ref: string;
            title: string;
            owner: string;
            level: components["schemas"]["DocumentLevel"];
            mode: components["schemas"]["PolicyMode"];
            entity?: string;
            appliesTo: components["schemas"]["PolicyScope"];
            rules: {
                name: string;
                /** @enum {string} */
                effect: "deny" | "require-approval" | "allow";
                when?: string;
                /** @enum {string} */
                onUnknown?: "match" | "no-match";
                because: string;
                checkpoint?: components["schemas"]["CheckpointSpec"];
            }[];
        };
        PolicyChange: {
            entryId: string;
            at: components["schemas"]["Instant"];
            /** @enum {string} */
            type: "policy.changed" | "policy.confirmed" | "policy.change-proposed" | "policy.change-withdrawn" | "policy.change-approved" | "policy.change-rejected";
            before?: string;
            after?: string;
            /** @enum {string} */
            state: "enforcing" | "shadow" | "untrusted" | "out-of-authority" | "broken" | "vanished" | "proposed" | "gone";
            modeBefore?: components["schemas"]["PolicyMode"];
            modeAfter?: components["schemas"]["PolicyMode"];
            /** @description Where the catalog had it from; who changed it there, the catalog does not know */
            originLocation?: string;
            sourceUrl?: string;
            changed: string[];
            confirmedBy?: string;
            votedBy?: string;
            changeId?: string;
            approvals?: number;
            /** @enum {string} */
            judged?: "does-not-loosen" | "adopted" | "configuration" | "approved";
            comment?: string;
        };
        PolicyDetail: {
            ref: string;
            title: string;
            state: components["schemas"]["PolicyState"];
            because: string;
            /** @enum {string} */
            standing?: "current" | "last-good" | "vanished" | "no-good-text";
            owner?: string;
            level?: components["schemas"]["DocumentLevel"];
            mode?: components["schemas"]["PolicyMode"];
            digest?: string;
            problemCount: number;
            unsatisfiableCount: number;
            changedAt: components["schemas"]["Instant"];
            lately?: components["schemas"]["PolicyLately"];
            revision: number;
            pending: boolean;
            document?: components["schemas"]["PolicyDocument"];
            /** @description What the catalog holds of it, as an entity: version, kind, name, title and spec; entities that the caller may not read are masked. Absent where it was not read, for what comes from a place that is not trusted, and where the catalog holds it no more */
            source?: {
                [key: string]: unknown;
            };
            problems: components["schemas"]["PolicyProblem"][];
            warnings: components["schemas"]["PolicyProblem"][];
            checkpoints: components["schemas"]["CheckpointCensus"][];
            authority: string;
            originLocation?: string;
            confirmers: string[];
            mayConfirm: boolean;
            changes: components["schemas"]["PolicyChange"][];
            pendingChange?: components["schemas"]["PendingPolicyChange"];
        };
        /** @description A change that may loosen, and waits for people; until enough agree, what decided before decides */
        PendingPolicyChange: {
            id: string;
            /** @enum {string} */
            state: "waiting" | "rejected";
            proposedAt: components["schemas"]["Instant"];
            from?: string;
            to?: string;
            document?: components["schemas"]["PolicyDocument"];
            /** @enum {string} */
            becomes: "enforcing" | "shadow" | "untrusted" | "out-of-authority" | "broken" | "vanished" | "proposed" | "gone";
            because: string;
            originLocation?: string;
            sourceUrl?: string;
            findings: {
                rule?: string;
                what: string;
                because: string;
            }[];
            quorum: {
                from: string[];
                count: number;
            };
            /** @description How many people may vote, counted now */
            eligible: number;
            votes: {
                person: string;
                /** @enum {string} */
                verdict: "approve" | "reject";
                at: components["schemas"]["Instant"];
                comment?: string;
            }[];
            mayVote: {
                allowed: boolean;
                because: string;
            };
            hasAgreed: boolean;
            replayId?: string;
        };
        VotePolicyChangeInput: {
            /** @description The revision of the policy the person looked at */
            revision: number;
            /** @description Digest of the text that decides; absent where none does */
            from?: string;
            /** @description Digest of the text that would; absent where none would */
            to?: string;
            comment?: components["schemas"]["FreeText"];
        };
        ConfirmPolicyInput: {
            /** @description The revision the person looked at */
            revision: number;
            comment?: components["schemas"]["FreeText"];
        };
        /** @enum {string} */
        ConditionKind: "incident" | "health" | "deployment";
        /** @enum {string} */
        ConditionStatus: "open" | "resolved" | "healthy" | "degraded" | "unhealthy" | "withdrawn" | "started" | "finished";
        ConditionReport: {
            key: string;
            entityRef: string;
            environment?: string;
            status: components["schemas"]["ConditionStatus"];
            title?: string;
            severity?: string;
            openedAt?: components["schemas"]["Instant"];
            observedAt: components["schemas"]["Instant"];
        };
        /** @description An empty list says that the source is there, and has nothing to say */
        ConditionReports: {
            reports: components["schemas"]["ConditionReport"][];
        };
        ConditionReportResult: {
            key: string;
            /** @enum {string} */
            outcome: "recorded" | "unchanged" | "ignored";
            message?: string;
        };
        ConditionReportResults: {
            results: components["schemas"]["ConditionReportResult"][];
        };
        EnvironmentConditions: {
            environment: string;
            incident: components["schemas"]["Fact"];
            health: components["schemas"]["Fact"];
            deployInProgress: components["schemas"]["Fact"];
        };
        EntityConditions: {
            entityRef: string;
            asOf: components["schemas"]["Instant"];
            environments: components["schemas"]["EnvironmentConditions"][];
        };
        UnmatchedReport: {
            key: string;
            title: string;
            because: string;
            receivedAt: components["schemas"]["Instant"];
        };
        ConditionSourceSummary: {
            id: string;
            title: string;
            /** @enum {string} */
            type: "generic" | "pagerduty" | "alertmanager" | "polled";
            kind: components["schemas"]["ConditionKind"];
            /** @enum {string} */
            state: "reporting" | "quiet" | "unheard";
            heardAt?: components["schemas"]["Instant"];
            deliveredAt?: components["schemas"]["Instant"];
            ttlSeconds: number;
            quietAfterSeconds?: number;
            current: number;
            unmatched: components["schemas"]["UnmatchedReport"][];
        };
        ConditionSourceList: {
            items: components["schemas"]["ConditionSourceSummary"][];
        };
        LedgerEnvelope: {
            /** @enum {number} */
            schemaVersion: 1;
            id: string;
            time: components["schemas"]["Instant"];
            stream: string;
            streamIndex: number;
            previous: string | null;
            /** @enum {string} */
            type: "action-request.decided" | "action-request.redecided" | "action-request.reviewed" | "action-request.transitioned" | "execution.claimed" | "execution.settled" | "execution.deferred" | "execution.reported" | "execution.reconciled" | "freeze.created" | "freeze.ended" | "freeze.end-agreed" | "freeze.exception-requested" | "freeze.exception-approved" | "freeze.excepted" | "freeze.exception-ended" | "condition.reported" | "stop.pulled" | "stop.release-approved" | "stop.released" | "context.reported" | "context.signed-off" | "delegation.granted" | "delegation.revoked" | "agent.changed" | "policy.changed" | "policy.confirmed" | "policy.change-proposed" | "policy.change-withdrawn" | "policy.change-approved" | "policy.change-rejected" | "policy-changes.governed" | "tool.seen" | "tool.changed" | "tool.accepted";
            body: components["schemas"]["JsonObject"];
            payloads: {
                name: string;
                commitment: components["schemas"]["Digest"];
            }[];
        };
        LedgerEntryView: {
            envelope: components["schemas"]["LedgerEnvelope"];
            leafHash: components["schemas"]["Digest"];
            leafIndex: number | null;
            payloads: {
                name: string;
                content?: components["schemas"]["JsonValue"];
                /** @enum {string} */
                state: "present" | "erased" | "withheld";
            }[];
        };
        LedgerEntryPage: {
            items: components["schemas"]["LedgerEntryView"][];
            nextCursor?: string;
        };
        LedgerVerification: {
            ok: boolean;
            entries: number;
            streams: number;
            findings: {
                entryId?: string;
                stream?: string;
                /** @enum {string} */
                problem: "not-canonical" | "bytes-changed" | "leaf-hash-mismatch" | "chain-broken" | "index-gap" | "duplicate-index" | "commitment-mismatch" | "payload-missing" | "bad-envelope" | "effect-without-decision" | "effect-twice" | "effect-under-stop" | "effect-without-delegation" | "illegal-transition" | "review-not-bound" | "quorum-not-met" | "reconciled-without-standing";
                message: string;
            }[];
            limits: string[];
        };
    };
    responses: {
        /** @description Something about the question is wrong; every failing path is named */
        InputError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Nobody, or an agent that does not count */
        AuthenticationError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Not for this caller; the message says for whom */
        NotAllowedError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description It does not exist, or the caller may not see it */
        NotFoundError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description It has changed since, or can no longer be done; the message says how it stands */
        ConflictError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The body is larger than the portal takes; the message says how large it may be */
        PayloadTooLargeError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The agent has too many requests open; close some, then ask again */
        TooManyOpenRequestsError: {
            headers: {
                /** @description Seconds; sooner, the answer is hardly another */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The person simulates more than one person may at a time; try again in a moment */
        TooManySimulationsError: {
            headers: {
                /** @description Seconds; sooner, the answer is hardly another */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Reports come faster than they are taken in; send it again later */
        TooManyReportsError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Something the portal needs does not answer; nothing was recorded, ask again with the same key */
        ServiceUnavailableError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
    };
    parameters: {
        Id: string;
        ExceptionId: string;
        Kind: components["schemas"]["EntityRefPart"];
        Namespace: components["schemas"]["EntityRefPart"];
        Name: components["schemas"]["EntityRefPart"];
        McpServerId: string;
        McpToolName: string;
        /** @description Chosen by the agent, one for each thing it wants done; 1 to 255 visible ASCII characters */
        IdempotencyKey: string;
        /** @description How many items at most */
        Limit: number;
        /** @description From the previous page, unchanged */
        Cursor: string;
        /** @description What entries belong to, for example `action-request:<id>` */
        Stream: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    callAction: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActionCallInput"];
            };
        };
        responses: {
            /** @description What came of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionCall"];
                };
            };
            400: components["responses"]["InputError"];
            401: components["responses"]["AuthenticationError"];
            403: components["responses"]["NotAllowedError"];
            404: components["responses"]["NotFoundError"];
            413: components["responses"]["PayloadTooLargeError"];
            429: components["responses"]["TooManyOpenRequestsError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
    listActionRequests: {
        parameters: {
            query?: {
                /** @description Entity ref of the target */
                target?: components["schemas"]["EntityRef"];
                /** @description Entity ref of the agent */
                agent?: components["schemas"]["EntityRef"];
                /** @description Id of the action */
                action?: components["schemas"]["ShortText"];
                environment?: components["schemas"]["ShortText"];
                /** @description Id of the agent's task */
                run?: components["schemas"]["ShortText"];
                /** @description Any of these states; may be repeated */
                state?: components["schemas"]["ActionRequestState"][];
                /** @description Any of these verdicts; may be repeated */
                verdict?: components["schemas"]["Verdict"][];
                /** @description Only held requests that the person asking may review */
                waitingForMe?: boolean;
                /** @description Newest first when absent */
                order?: "newest" | "oldest";
                /** @description How many items at most */
                limit?: components["parameters"]["Limit"];
                /** @description From the previous page, unchanged */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionRequestPage"];
                };
            };
            400: components["responses"]["InputError"];
            401: components["responses"]["AuthenticationError"];
            403: components["responses"]["NotAllowedError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
    createActionRequest: {
        parameters: {
            query?: never;
            header: {
                /** @description Chosen by the agent, one for each thing it wants done; 1 to 255 visible ASCII characters */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateActionRequestInput"];
            };
        };
        responses: {
            /** @description The request, decided */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionRequest"];
                };
            };
            400: components["responses"]["InputError"];
            401: components["responses"]["AuthenticationError"];
            403: components["responses"]["NotAllowedError"];
            404: components["responses"]["NotFoundError"];
            409: components["responses"]["ConflictError"];
            413: components["responses"]["PayloadTooLargeError"];
            429: components["responses"]["TooManyOpenRequestsError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
    getActionRequest: {
        parameters: {
            query?: {
                /** @description How long to wait for a change */
                waitSeconds?: number;
                /** @description Answer at once when the revision is already past this one */
                sinceRevision?: number;
            };
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request as it stands */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionRequest"];
                };
            };
            400: components["responses"]["InputError"];
            401: components["responses"]["AuthenticationError"];
            403: components["responses"]["NotAllowedError"];
            404: components["responses"]["NotFoundError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
    withdrawActionRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request, withdrawn */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionRequest"];
                };
            };
            400: components["responses"]["InputError"];
            401: components["responses"]["AuthenticationError"];
            403: components["responses"]["NotAllowedError"];
            404: components["responses"]["NotFoundError"];
            409: components["responses"]["ConflictError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
    reportOutcome: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportOutcomeInput"];
            };
        };
        responses: {
            /** @description The request, as unknown as before */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionRequest"];
                };
            };
            400: components["responses"]["InputError"];
            401: components["responses"]["AuthenticationError"];
            403: components["responses"]["NotAllowedError"];
            404: components["responses"]["NotFoundError"];
            409: components["responses"]["ConflictError"];
            413: components["responses"]["PayloadTooLargeError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
    reconcileActionRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReconcileInput"];
            };
        };
        responses: {
            /** @description The request, reconciled */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionRequest"];
                };
            };
            400: components["responses"]["InputError"];
            401: components["responses"]["AuthenticationError"];
            403: components["responses"]["NotAllowedError"];
            404: components["responses"]["NotFoundError"];
            409: components["responses"]["ConflictError"];
            413: components["responses"]["PayloadTooLargeError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
    explainActionRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Decisions with their facts, reviews and ledger entries */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Explanation"];
                };
            };
            400: components["responses"]["InputError"];
            401: components["responses"]["AuthenticationError"];
            403: components["responses"]["NotAllowedError"];
            404: components["responses"]["NotFoundError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
    getReviewPresentation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The presentation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewPresentation"];
                };
            };
            400: components["responses"]["InputError"];
            401: components["responses"]["AuthenticationError"];
            403: components["responses"]["NotAllowedError"];
            404: components["responses"]["NotFoundError"];
            409: components["responses"]["ConflictError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
    submitReview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmitReviewInput"];
            };
        };
        responses: {
            /** @description The vote */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Review"];
                };
            };
            400: components["responses"]["InputError"];
            401: components["responses"]["AuthenticationError"];
            403: components["responses"]["NotAllowedError"];
            404: components["responses"]["NotFoundError"];
            409: components["responses"]["ConflictError"];
            413: components["responses"]["PayloadTooLargeError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
    listActions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Registered actions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ActionDescription"][];
                    };
                };
            };
            400: components["responses"]["InputError"];
            401: components["responses"]["AuthenticationError"];
            403: components["responses"]["NotAllowedError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
    getContext: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["parameters"]["Kind"];
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The facts, each measured against its standard */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContextSnapshot"];
                };
            };
            400: components["responses"]["InputError"];
            401: components["responses"]["AuthenticationError"];
            403: components["responses"]["NotAllowedError"];
            404: components["responses"]["NotFoundError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
    getOutlook: {
        parameters: {
            query: {
                agent: components["schemas"]["EntityRef"];
                action?: components["schemas"]["ShortText"];
                environment?: components["schemas"]["ShortText"];
            };
            header?: never;
            path: {
                kind: components["parameters"]["Kind"];
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A verdict for every action that is for such an entity, in every environment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outlook"];
                };
            };
            400: components["responses"]["InputError"];
            401: components["responses"]["AuthenticationError"];
            403: components["responses"]["NotAllowedError"];
            404: components["responses"]["NotFoundError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
    signOffContext: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["parameters"]["Kind"];
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignOffInput"];
            };
        };
        responses: {
            /** @description The sign-off */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContextSignOff"];
                };
            };
            400: components["responses"]["InputError"];
            401: components["responses"]["AuthenticationError"];
            403: components["responses"]["NotAllowedError"];
            404: components["responses"]["NotFoundError"];
            409: components["responses"]["ConflictError"];
            413: components["responses"]["PayloadTooLargeError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
    reportContext: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContextReportInput"];
            };
        };
        responses: {
            /** @description How many facts were taken */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accepted: number;
                    };
                };
            };
            400: components["responses"]["InputError"];
            401: components["responses"]["AuthenticationError"];
            403: components["responses"]["NotAllowedError"];
            404: components["responses"]["NotFoundError"];
            409: components["responses"]["ConflictError"];
            413: components["responses"]["PayloadTooLargeError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
    getConditions: {
        parameters: {
            query: {
                /** @description Entity ref */
                entity: components["schemas"]["EntityRef"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What holds now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntityConditions"];
                };
            };
            400: components["responses"]["InputError"];
            401: components["responses"]["AuthenticationError"];
            403: components["responses"]["NotAllowedError"];
            404: components["responses"]["NotFoundError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
    listConditionSources: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every source */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConditionSourceList"];
                };
            };
            401: components["responses"]["AuthenticationError"];
            403: components["responses"]["NotAllowedError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
    receiveConditionReports: {
        parameters: {
            query?: never;
            header?: {
                "X-Agent-Governance-Timestamp"?: string;
                "X-Agent-Governance-Signature"?: string;
                "X-PagerDuty-Signature"?: string;
            };
            path: {
                /** @description Id of the source */
                source: components["schemas"]["ShortText"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConditionReports"];
            };
        };
        responses: {
            /** @description Committed; what became of each report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConditionReportResults"];
                };
            };
            400: components["responses"]["InputError"];
            401: components["responses"]["AuthenticationError"];
            404: components["responses"]["NotFoundError"];
            409: components["responses"]["ConflictError"];
            413: components["responses"]["PayloadTooLargeError"];
            429: components["responses"]["TooManyReportsError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
    listFreezes: {
        parameters: {
            query?: {
                /** @description Entity ref; only freezes that cover it (its own, its system's, environment-wide ones) */
                covering?: components["schemas"]["EntityRef"];
                /** @description Any of these states; may be repeated */
                state?: components["schemas"]["FreezeState"][];
                /** @description How many items at most */
                limit?: components["parameters"]["Limit"];
                /** @description From the previous page, unchanged */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FreezePage"];
                };
            };
            400: components["responses"]["InputError"];
            401: components["responses"]["AuthenticationError"];
            403: components["responses"]["NotAllowedError"];
            404: components["responses"]["NotFoundError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
    createFreeze: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateFreezeInput"];
            };
        };
        responses: {
            /** @description The freeze */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Freeze"];
                };
            };
            400: components["responses"]["InputError"];
            401: components["responses"]["AuthenticationError"];
            403: components["responses"]["NotAllowedError"];
            404: components["responses"]["NotFoundError"];
            413: components["responses"]["PayloadTooLargeError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
    getFreezeAgenda: {
        parameters: {
            query: {
                from: components["schemas"]["Instant"];
                to: components["schemas"]["Instant"];
                /** @description Entity ref; only freezes that cover it (its own, its system's, environment-wide ones) */
                covering?: components["schemas"]["EntityRef"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Freezes and their occurrences in the window */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FreezeAgenda"];
                };
            };
            400: components["responses"]["InputError"];
            401: components["responses"]["AuthenticationError"];
            403: components["responses"]["NotAllowedError"];
            404: components["responses"]["NotFoundError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
    listFreezeCalendars: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Calendars */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["FreezeCalendar"][];
                    };
                };
            };
            400: components["responses"]["InputError"];
            401: components["responses"]["AuthenticationError"];
            403: components["responses"]["NotAllowedError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
    mayFreeze: {
        parameters: {
            query?: {
                entityRef?: components["schemas"]["EntityRef"];
                /** @description Names of environments; may be repeated */
                environments?: components["schemas"]["ShortText"][];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, with its reason */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Permission"];
                };
            };
            400: components["responses"]["InputError"];
            401: components["responses"]["AuthenticationError"];
            403: components["responses"]["NotAllowedError"];
            404: components["responses"]["NotFoundError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
    previewFreeze: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateFreezeInput"];
            };
        };
        responses: {
            /** @description Scope and recurrence in words, the next occurrences, and what is covered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FreezePreview"];
                };
            };
            400: components["responses"]["InputError"];
            401: components["responses"]["AuthenticationError"];
            403: components["responses"]["NotAllowedError"];
            404: components["responses"]["NotFoundError"];
            413: components["responses"]["PayloadTooLargeError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
    importFreezes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportFreezesInput"];
            };
        };
        responses: {
            /** @description Each event, and what becomes of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FreezeImport"];
                };
            };
            400: components["responses"]["InputError"];
            401: components["responses"]["AuthenticationError"];
            403: components["responses"]["NotAllowedError"];
            404: components["responses"]["NotFoundError"];
            413: components["responses"]["PayloadTooLargeError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
    getFreeze: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What it covers, when it comes next, and exceptions from it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FreezeDetails"];
                };
            };
            400: components["responses"]["InputError"];
            401: components["responses"]["AuthenticationError"];
            403: components["responses"]["NotAllowedError"];
            404: components["responses"]["NotFoundError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
    endFreeze: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FreezeStepInput"];
            };
        };
        responses: {
            /** @description The freeze, ended or nearer to it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Freeze"];
                };
            };
            400: components["responses"]["InputError"];
            401: components["responses"]["AuthenticationError"];
            403: components["responses"]["NotAllowedError"];
            404: components["responses"]["NotFoundError"];
            409: components["responses"]["ConflictError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
    askFreezeException: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskFreezeExceptionInput"];
            };
        };
        responses: {
            /** @description The exception, asked for */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FreezeException"];
                };
            };
            400: components["responses"]["InputError"];
            401: components["responses"]["AuthenticationError"];
            403: components["responses"]["NotAllowedError"];
            404: components["responses"]["NotFoundError"];
            409: components["responses"]["ConflictError"];
            413: components["responses"]["PayloadTooLargeError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
    approveFreezeException: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
                exceptionId: components["parameters"]["ExceptionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FreezeStepInput"];
            };
        };
        responses: {
            /** @description The exception, active or nearer to it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FreezeException"];
                };
            };
            400: components["responses"]["InputError"];
            401: components["responses"]["AuthenticationError"];
            403: components["responses"]["NotAllowedError"];
            404: components["responses"]["NotFoundError"];
            409: components["responses"]["ConflictError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
    endFreezeException: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
                exceptionId: components["parameters"]["ExceptionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FreezeStepInput"];
            };
        };
        responses: {
            /** @description The exception, ended */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FreezeException"];
                };
            };
            400: components["responses"]["InputError"];
            401: components["responses"]["AuthenticationError"];
            403: components["responses"]["NotAllowedError"];
            404: components["responses"]["NotFoundError"];
            409: components["responses"]["ConflictError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
    listMcpServers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Servers, by id */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["McpServer"][];
                    };
                };
            };
            401: components["responses"]["AuthenticationError"];
            403: components["responses"]["NotAllowedError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
    listMcpTools: {
        parameters: {
            query?: {
                /** @description Any of these states; may be repeated */
                state?: components["schemas"]["McpToolState"][];
                /** @description Part of the name or the title */
                text?: components["schemas"]["ShortText"];
                /** @description How many items at most */
                limit?: components["parameters"]["Limit"];
                /** @description From the previous page, unchanged */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                server: components["parameters"]["McpServerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page, by name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["McpToolPage"];
                };
            };
            400: components["responses"]["InputError"];
            401: components["responses"]["AuthenticationError"];
            403: components["responses"]["NotAllowedError"];
            404: components["responses"]["NotFoundError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
    getMcpTool: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                server: components["parameters"]["McpServerId"];
                tool: components["parameters"]["McpToolName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tool */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["McpToolDetail"];
                };
            };
            400: components["responses"]["InputError"];
            401: components["responses"]["AuthenticationError"];
            403: components["responses"]["NotAllowedError"];
            404: components["responses"]["NotFoundError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
    acceptMcpTool: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                server: components["parameters"]["McpServerId"];
                tool: components["parameters"]["McpToolName"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptMcpToolInput"];
            };
        };
        responses: {
            /** @description The tool, accepted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["McpToolDetail"];
                };
            };
            400: components["responses"]["InputError"];
            401: components["responses"]["AuthenticationError"];
            403: components["responses"]["NotAllowedError"];
            404: components["responses"]["NotFoundError"];
            409: components["responses"]["ConflictError"];
            413: components["responses"]["PayloadTooLargeError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
    listPolicies: {
        parameters: {
            query?: {
                level?: components["schemas"]["DocumentLevel"];
                /** @description Entity ref of the group or person who answers for them */
                owner?: components["schemas"]["EntityRef"];
                /** @description Any of these states; may be repeated */
                state?: components["schemas"]["PolicyState"][];
                /** @description Entity ref; only policies that decide and could have a say about it */
                covering?: components["schemas"]["EntityRef"];
                /** @description Part of the title or the ref */
                text?: components["schemas"]["ShortText"];
                /** @description With a minus the other way round. Levels go from the widest to the narrowest, changes from the oldest to the newest, and what is alike by ref */
                order?: "ref" | "-ref" | "level" | "-level" | "owner" | "-owner" | "changed" | "-changed";
                /** @description Only policies a change of which waits for people to agree */
                pending?: boolean;
                /** @description How many items at most */
                limit?: components["parameters"]["Limit"];
                /** @description From the previous page, unchanged */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyPage"];
                };
            };
            400: components["responses"]["InputError"];
            401: components["responses"]["AuthenticationError"];
            403: components["responses"]["NotAllowedError"];
            404: components["responses"]["NotFoundError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
    getPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The policy */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyDetail"];
                };
            };
            400: components["responses"]["InputError"];
            401: components["responses"]["AuthenticationError"];
            403: components["responses"]["NotAllowedError"];
            404: components["responses"]["NotFoundError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
    confirmPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmPolicyInput"];
            };
        };
        responses: {
            /** @description The policy as it was until now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicySummary"];
                };
            };
            400: components["responses"]["InputError"];
            401: components["responses"]["AuthenticationError"];
            403: components["responses"]["NotAllowedError"];
            404: components["responses"]["NotFoundError"];
            409: components["responses"]["ConflictError"];
            413: components["responses"]["PayloadTooLargeError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
    getPolicyEffects: {
        parameters: {
            query?: {
                /** @description How many days, today included, in UTC; thirty when absent */
                days?: number;
            };
            header?: never;
            path: {
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Counts by day, agent and rule, and some of the latest decisions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyEffects"];
                };
            };
            400: components["responses"]["InputError"];
            401: components["responses"]["AuthenticationError"];
            403: components["responses"]["NotAllowedError"];
            404: components["responses"]["NotFoundError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
    getPolicyText: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
                digest: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The text */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyDocument"];
                };
            };
            400: components["responses"]["InputError"];
            401: components["responses"]["AuthenticationError"];
            403: components["responses"]["NotAllowedError"];
            404: components["responses"]["NotFoundError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
    approvePolicyChange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VotePolicyChangeInput"];
            };
        };
        responses: {
            /** @description The policy as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyDetail"];
                };
            };
            400: components["responses"]["InputError"];
            401: components["responses"]["AuthenticationError"];
            403: components["responses"]["NotAllowedError"];
            404: components["responses"]["NotFoundError"];
            409: components["responses"]["ConflictError"];
            413: components["responses"]["PayloadTooLargeError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
    rejectPolicyChange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VotePolicyChangeInput"];
            };
        };
        responses: {
            /** @description The policy as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyDetail"];
                };
            };
            400: components["responses"]["InputError"];
            401: components["responses"]["AuthenticationError"];
            403: components["responses"]["NotAllowedError"];
            404: components["responses"]["NotFoundError"];
            409: components["responses"]["ConflictError"];
            413: components["responses"]["PayloadTooLargeError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
    exportOrganization: {
        parameters: {
            query?: {
                /** @description Refs of entities whose owners are wanted, besides those that policies speak about already; may be repeated */
                entity?: components["schemas"]["EntityRef"][];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The organization as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
            400: components["responses"]["InputError"];
            401: components["responses"]["AuthenticationError"];
            403: components["responses"]["NotAllowedError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
    getCheckpointCoverage: {
        parameters: {
            query?: {
                /** @description Only cells of any of these environments; may be repeated. Numbers are of all */
                environment?: components["schemas"]["ShortText"][];
                /** @description Only cells in any of these states; may be repeated. Numbers are of all */
                state?: components["schemas"]["CheckpointCoverageState"][];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Numbers and cells */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckpointCoverage"];
                };
            };
            400: components["responses"]["InputError"];
            401: components["responses"]["AuthenticationError"];
            403: components["responses"]["NotAllowedError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
    listReplays: {
        parameters: {
            query?: {
                /** @description Any of these states; may be repeated */
                state?: components["schemas"]["ReplayState"][];
                /** @description How many items at most */
                limit?: components["parameters"]["Limit"];
                /** @description From the previous page, unchanged */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayPage"];
                };
            };
            400: components["responses"]["InputError"];
            401: components["responses"]["AuthenticationError"];
            403: components["responses"]["NotAllowedError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
    startReplay: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartReplayInput"];
            };
        };
        responses: {
            /** @description It waits for its turn, or has begun */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Replay"];
                };
            };
            400: components["responses"]["InputError"];
            401: components["responses"]["AuthenticationError"];
            403: components["responses"]["NotAllowedError"];
            409: components["responses"]["ConflictError"];
            413: components["responses"]["PayloadTooLargeError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
    getReplay: {
        parameters: {
            query?: {
                /** @description How long to wait for a change */
                waitSeconds?: number;
                /** @description The revision that is known */
                revision?: number;
            };
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The replay */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Replay"];
                };
            };
            400: components["responses"]["InputError"];
            401: components["responses"]["AuthenticationError"];
            403: components["responses"]["NotAllowedError"];
            404: components["responses"]["NotFoundError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
    cancelReplay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The replay */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Replay"];
                };
            };
            400: components["responses"]["InputError"];
            401: components["responses"]["AuthenticationError"];
            403: components["responses"]["NotAllowedError"];
            404: components["responses"]["NotFoundError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
    listReplayFlips: {
        parameters: {
            query?: {
                agent?: components["schemas"]["EntityRef"];
                /** @description Owner of the target */
                team?: components["schemas"]["EntityRef"];
                action?: components["schemas"]["ShortText"];
                /** @description A policy of the draft that had something to say, now or under the draft */
                policy?: components["schemas"]["EntityRef"];
                kind?: components["schemas"]["ReplayFlipKind"];
                /** @description Verdict under the policies that decide */
                from?: components["schemas"]["Verdict"];
                /** @description Verdict under the draft */
                to?: components["schemas"]["Verdict"];
                /** @description How many items at most */
                limit?: components["parameters"]["Limit"];
                /** @description From the previous page, unchanged */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayFlips"];
                };
            };
            400: components["responses"]["InputError"];
            401: components["responses"]["AuthenticationError"];
            403: components["responses"]["NotAllowedError"];
            404: components["responses"]["NotFoundError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
    getReplayMarkdown: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/markdown": string;
                };
            };
            400: components["responses"]["InputError"];
            401: components["responses"]["AuthenticationError"];
            403: components["responses"]["NotAllowedError"];
            404: components["responses"]["NotFoundError"];
            409: components["responses"]["ConflictError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
    listStops: {
        parameters: {
            query?: {
                /** @description Entity ref; only stops felt there: of it, of what it is part of, of agents that act on it, of actions, of everything. For an agent: of it, of actions, of everything */
                covering?: components["schemas"]["EntityRef"];
                state?: components["schemas"]["StopState"];
                /** @description How many items at most */
                limit?: components["parameters"]["Limit"];
                /** @description From the previous page, unchanged */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StopPage"];
                };
            };
            400: components["responses"]["InputError"];
            401: components["responses"]["AuthenticationError"];
            403: components["responses"]["NotAllowedError"];
            404: components["responses"]["NotFoundError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
    pullStop: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PullStopInput"];
            };
        };
        responses: {
            /** @description The stop that is in force */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Stop"];
                };
            };
            400: components["responses"]["InputError"];
            401: components["responses"]["AuthenticationError"];
            403: components["responses"]["NotAllowedError"];
            404: components["responses"]["NotFoundError"];
            413: components["responses"]["PayloadTooLargeError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
    previewStop: {
        parameters: {
            query: {
                kind: components["schemas"]["StopKind"];
                /** @description Entity ref of the agent or target, or id of the action */
                ref?: components["schemas"]["ShortText"];
                on?: components["schemas"]["EntityRef"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer, with its reason; what it would do only for those who may */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StopPreview"];
                };
            };
            400: components["responses"]["InputError"];
            401: components["responses"]["AuthenticationError"];
            403: components["responses"]["NotAllowedError"];
            404: components["responses"]["NotFoundError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
    getStop: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stop */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StopDetails"];
                };
            };
            400: components["responses"]["InputError"];
            401: components["responses"]["AuthenticationError"];
            403: components["responses"]["NotAllowedError"];
            404: components["responses"]["NotFoundError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
    releaseStop: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReleaseStopInput"];
            };
        };
        responses: {
            /** @description The stop, released or still in force */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Stop"];
                };
            };
            400: components["responses"]["InputError"];
            401: components["responses"]["AuthenticationError"];
            403: components["responses"]["NotAllowedError"];
            404: components["responses"]["NotFoundError"];
            409: components["responses"]["ConflictError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
    listDelegations: {
        parameters: {
            query?: {
                /** @description Entity ref; only those to this agent */
                agent?: components["schemas"]["EntityRef"];
                /** @description Entity ref; only those by this person */
                grantedBy?: components["schemas"]["EntityRef"];
                state?: components["schemas"]["DelegationState"];
                /** @description How many items at most */
                limit?: components["parameters"]["Limit"];
                /** @description From the previous page, unchanged */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DelegationPage"];
                };
            };
            400: components["responses"]["InputError"];
            401: components["responses"]["AuthenticationError"];
            403: components["responses"]["NotAllowedError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
    grantDelegation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GrantDelegationInput"];
            };
        };
        responses: {
            /** @description The delegation, in force */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delegation"];
                };
            };
            400: components["responses"]["InputError"];
            401: components["responses"]["AuthenticationError"];
            403: components["responses"]["NotAllowedError"];
            404: components["responses"]["NotFoundError"];
            413: components["responses"]["PayloadTooLargeError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
    getDelegation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delegation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DelegationDetails"];
                };
            };
            400: components["responses"]["InputError"];
            401: components["responses"]["AuthenticationError"];
            403: components["responses"]["NotAllowedError"];
            404: components["responses"]["NotFoundError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
    revokeDelegation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delegation, revoked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delegation"];
                };
            };
            400: components["responses"]["InputError"];
            401: components["responses"]["AuthenticationError"];
            403: components["responses"]["NotAllowedError"];
            404: components["responses"]["NotFoundError"];
            409: components["responses"]["ConflictError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
    listAgents: {
        parameters: {
            query?: {
                /** @description Entity ref; only agents that say they operate it */
                operating?: components["schemas"]["EntityRef"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Agents */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AgentSummary"][];
                    };
                };
            };
            400: components["responses"]["InputError"];
            401: components["responses"]["AuthenticationError"];
            403: components["responses"]["NotAllowedError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
    getAgentIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["parameters"]["Kind"];
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Keys and identities */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentIdentity"];
                };
            };
            400: components["responses"]["InputError"];
            401: components["responses"]["AuthenticationError"];
            403: components["responses"]["NotAllowedError"];
            404: components["responses"]["NotFoundError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
    getReach: {
        parameters: {
            query: {
                /** @description Entity refs; repeated */
                target: components["schemas"]["EntityRef"][];
                /** @description Ids of registered actions; repeated */
                action: components["schemas"]["ShortText"][];
                environment: components["schemas"]["ShortText"];
            };
            header?: never;
            path: {
                kind: components["parameters"]["Kind"];
                namespace: components["parameters"]["Namespace"];
                name: components["parameters"]["Name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A verdict for every action on every target it is for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reach"];
                };
            };
            400: components["responses"]["InputError"];
            401: components["responses"]["AuthenticationError"];
            403: components["responses"]["NotAllowedError"];
            404: components["responses"]["NotFoundError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
    simulate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SimulationInput"];
            };
        };
        responses: {
            /** @description The decision as it would be */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Simulation"];
                };
            };
            400: components["responses"]["InputError"];
            401: components["responses"]["AuthenticationError"];
            403: components["responses"]["NotAllowedError"];
            404: components["responses"]["NotFoundError"];
            409: components["responses"]["ConflictError"];
            413: components["responses"]["PayloadTooLargeError"];
            429: components["responses"]["TooManySimulationsError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
    getCoverage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Plugins, roads and servers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Coverage"];
                };
            };
            401: components["responses"]["AuthenticationError"];
            403: components["responses"]["NotAllowedError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
    listEnvironments: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Environments, by rank */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Environment"][];
                    };
                };
            };
            400: components["responses"]["InputError"];
            401: components["responses"]["AuthenticationError"];
            403: components["responses"]["NotAllowedError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
    listLedgerEntries: {
        parameters: {
            query?: {
                /** @description What entries belong to, for example `action-request:<id>` */
                stream?: components["parameters"]["Stream"];
                /** @description How many items at most */
                limit?: components["parameters"]["Limit"];
                /** @description From the previous page, unchanged */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerEntryPage"];
                };
            };
            400: components["responses"]["InputError"];
            401: components["responses"]["AuthenticationError"];
            403: components["responses"]["NotAllowedError"];
            404: components["responses"]["NotFoundError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
    verifyLedger: {
        parameters: {
            query?: {
                /** @description What entries belong to, for example `action-request:<id>` */
                stream?: components["parameters"]["Stream"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerVerification"];
                };
            };
            400: components["responses"]["InputError"];
            401: components["responses"]["AuthenticationError"];
            403: components["responses"]["NotAllowedError"];
            404: components["responses"]["NotFoundError"];
            503: components["responses"]["ServiceUnavailableError"];
        };
    };
}
