import { HumanDuration } from '@backstage/types';

export interface Config {
  /** Who may act through the portal besides people, on what, and how good it must be what they act on. */
  agentGovernance?: {
    /**
     * Where actions run. At least one: every action request names one.
     */
    environments: Array<{
      /** Lower-case letters, digits and dashes; unique. */
      name: string;
      /** Entity ref of the group or person who answers for it, and may freeze it. */
      owner: string;
      /** Order of promotion; higher is closer to customers. The position in the list by default. */
      rank?: number;
      /** Whether customers are on it. */
      production: boolean;
    }>;

    /**
     * Places agents and policies count from. Nothing configured, nothing counts.
     */
    trust?: Array<{
      /**
       * Pattern over the annotation `backstage.io/managed-by-origin-location`; `*` stands for any text.
       */
      originLocation: string;
      /** Kinds that count from there. */
      kinds: Array<'Agent' | 'AgentPolicy'>;
      /** Entity refs; only entities with one of these owners count. Everybody's by default. */
      owners?: string[];
      /** Levels that policies from there may speak at. All of them by default. */
      levels?: Array<'organization' | 'environment' | 'team' | 'service'>;
    }>;

    /**
     * Entity refs of the groups and people whose policies may speak at the level of the organization. Nobody by
     * default: then no policy does.
     */
    policyAdmins?: string[];

    policies?: {
      /**
       * How often the catalog is asked for its policies, over all replicas together; half of it passes on average until a
       * change is known. Two seconds by default, ten at most.
       */
      poll?: string | HumanDuration;
      /**
       * Topics of the events service on which the catalog is asked at once, such as the one of a source control's webhook. A
       * convenience: what an event says is not looked at. None by default.
       */
      topics?: string[];
    };

    policyChanges?: {
      /**
       * Changes of policies that may loosen wait until so many people agree; until then the text before decides. Judged
       * from the texts; what cannot be shown not to loosen may. Nobody is asked by default.
       */
      quorum?: {
        /** At which levels. All that is possible, and the default: `['organization']`. */
        levels?: Array<'organization'>;
        /** Entity ref of the group whose members agree. `policyAdmins` by default. */
        from?: string;
        /** How many distinct people. 2 by default, 10 at most. */
        count?: number;
      };
      /**
       * How long after governance was first started with an empty database new policies take effect without a quorum, so
       * that a portal can be filled; on record as such. Until all were listed once, by default. At most a day.
       */
      adoptWithin?: string | HumanDuration;
    };

    /**
     * Issuers of tokens that agents may prove themselves with. The sign-in module has its keys. Nobody by default.
     */
    federation?: object;

    /**
     * The authorization server for agents. The sign-in module has its keys. There is none by default.
     */
    oauth?: object;

    perimeter?: {
      /**
       * What agents may GET outside agent governance; replaces the default, the catalog's entities, as a whole.
       */
      reads?: Array<{
        /** Plugin id. */
        plugin: string;
        /** Path under the plugin; `*` stands for exactly one segment. */
        path: string;
      }>;
      /**
       * What agents may POST outside agent governance as it is. Only for routes whose every effect comes back through the
       * perimeter in the agent's name, such as `/v1` of `mcp-actions`. None by default.
       */
      doors?: Array<{
        /** Plugin id. */
        plugin: string;
        /** Path under the plugin; `*` stands for exactly one segment. */
        path: string;
      }>;
      /**
       * Mutating routes of other plugins that agents reach as actions, `route:<id>`. What is not listed is refused. Never
       * possible: `auth`, `permission` and `agent-governance` themselves, and the platform's own routes below `/.`.
       */
      routes?: Array<{
        /** Lower-case letters, digits and dashes; unique. */
        id: string;
        /** For people. Method, plugin and path by default. */
        title?: string;
        /** Plugin id. */
        plugin: string;
        method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
        /** Path under the plugin, such as `/locations/:id`; a name stands for exactly one segment. */
        path: string;
        /** Exactly one of `entityRef`, `path` and `body`. */
        target: {
          /** Always this entity. */
          entityRef?: string;
          /** The name of a segment that is an entity ref. */
          path?: string;
          /** Where the body has an entity ref, such as `spec.entityRef`. */
          body?: string;
          /** Kind of a ref that says none. */
          kind?: string;
          /** Namespace of a ref that says none. */
          namespace?: string;
        };
        /** Name of an environment. The one of the highest rank by default. */
        environment?: string;
        /**
         * What a machine may do when an outcome is unknown. `once` by default: nothing. `keyed` only for a route that drops
         * repeats with the same `Idempotency-Key` header.
         */
        effectClass?: 'read' | 'idempotent' | 'keyed' | 'once';
        /** Id of the action that undoes it. Irreversible by default. */
        undo?: string;
        /** Entity ref of the group or person who answers for it, and may stop it. */
        owner?: string;
        /** Context fact types of the target that must meet their standard. */
        requiresContext?: string[];
        /** Plugins that this one may call in the agent's name meanwhile, beside itself. None by default. */
        calls?: string[];
      }>;
    };

    /**
     * How the actions in the actions registries of the portal's plugins are governed; the first entry that fits counts. What
     * a plugin says about its own actions' effects is not believed. An action without an entry: target is the entity its
     * input names (`entityRef`, or `kind`, `namespace` and `name`), the environment of the highest rank, `once`, no undo.
     */
    portalActions?: Array<{
      /** Id such as `catalog:refresh-catalog-entity`, or a pattern; `*` stands for any text. */
      id: string;
      /** One of `entityRef` and `input`. The entity the input names by default. */
      target?: {
        /** Always this entity. */
        entityRef?: string;
        /** Where the input has an entity ref, such as `templateRef`. */
        input?: string;
        /** Kind of a ref that says none. */
        kind?: string;
        /** Namespace of a ref that says none. */
        namespace?: string;
      };
      /** Name of an environment. The one of the highest rank by default. */
      environment?: string;
      /** What a machine may do when an outcome is unknown. `once` by default: nothing. */
      effectClass?: 'read' | 'idempotent' | 'once';
      /** Id of the action that undoes it. Irreversible by default. */
      undo?: string;
      /** Entity ref of the group or person who answers for it, and may stop it. */
      owner?: string;
      /** Context fact types of the target that must meet their standard. */
      requiresContext?: string[];
      /** Plugins that the action's own may call in the agent's name meanwhile, beside itself. None by default. */
      calls?: string[];
    }>;

    /** Entity refs of the groups and people who may freeze and stop anything, and review where nobody else may. */
    admins?: string[];

    /** Entity refs of the groups and people who may read everything that was recorded. Read by the ready policy. */
    auditors?: string[];

    /** Entity refs of those who review when the target's owner has too few people. Nobody by default: then it is denied. */
    fallbackReviewers?: string[];

    /** Levels that must each have granted a mutating action. None by default; any one grant is enough. */
    requiredLevels?: Array<
      'portal' | 'organization' | 'environment' | 'team' | 'service'
    >;

    limits?: {
      /** How many requests of one agent may be unfinished at a time; one more is answered 429. 50 by default. */
      openRequestsPerAgent?: number;
      /** Of an action's input. 65536 by default, 1048576 at most. */
      inputBytes?: number;
      /** Of one reported context value. 65536 by default, 1048576 at most. */
      contextValueBytes?: number;
    };

    /** Times of a review where no policy names others. */
    checkpoint?: {
      /** How long a hold waits for reviews before it expires. Four hours by default. */
      decideWithin?: HumanDuration | string;
      /** How long an authorised request may wait before it lapses. Half an hour by default. */
      executeWithin?: HumanDuration | string;
    };

    execution?: {
      /** How long a worker may be silent before another may take its work on. 30 seconds by default. */
      lease?: HumanDuration | string;
      /** How long one attempt may take. Five minutes by default. */
      timeout?: HumanDuration | string;
      /** How often a worker looks for work. One second by default. */
      poll?: HumanDuration | string;
      /** How often a machine tries, where the effect class lets it try again. 5 by default. */
      maxAttempts?: number;
      /** How many executions one process runs at a time. 4 by default. */
      concurrency?: number;
    };

    context?: {
      /** How good facts must be, by fact type. A fact type without a standard is as good as it is present. */
      standards?: {
        [factType: string]: {
          /** For people. The fact type by default. */
          title?: string;
          /** Age from which a fact is ageing. */
          warnAfter?: HumanDuration | string;
          /** Age from which a fact is stale and no longer good enough. */
          errorAfter?: HumanDuration | string;
          /** Who may vouch for it: `target-owner`, or the ref of a group or person. Nobody by default. */
          signOffBy?: string;
        };
      };
      /** Who may state facts, by source id: service principals only, never agents or people. */
      sources?: {
        [sourceId: string]: {
          /** Subject of the service principal that speaks for the source, such as `acme-registry`. */
          subject: string;
          /** What it may state. `owner`, `lifecycle` and `system` are the catalog's. */
          factTypes: string[];
        };
      };
      /** How long a snapshot an agent fetched may be quoted. One hour by default. */
      snapshotTtl?: HumanDuration | string;
      /** How far in the future a source's clock may be. 30 seconds by default. */
      clockSkew?: HumanDuration | string;
    };

    mcp?: {
      /** How many calls one agent may make through the gateway in a minute, at each process. 600 by default. */
      callsPerMinute?: number;
      /** The MCP servers behind the gateway, by an id of lower-case letters, digits and dashes. */
      servers?: {
        [serverId: string]: {
          /** Entity ref of its `API`, of type `mcp-server`. Whoever owns it accepts its tools. */
          entityRef: string;
          /** Where it speaks streamable HTTP. Either this or `command`. */
          url?: string;
          /** Program that speaks MCP over its standard input and output; it runs as a process of its own. */
          command?: string;
          args?: string[];
          /**
           * Environment of the command, beside its path and home directory: it gets nothing else of the portal's.
           *
           * @deepVisibility secret
           */
          env?: { [name: string]: string };
          /**
           * Headers the server wants to see, by name, such as `Authorization`. No agent ever sees them.
           *
           * @deepVisibility secret
           */
          credentials?: { [header: string]: string };
          /** How long one call may take. 30 seconds by default. */
          timeout?: HumanDuration | string;
          /** How often its tools are listed, to see whether they changed. A minute by default. */
          refresh?: HumanDuration | string;
          /** A larger answer is an error. 1048576 by default, 16777216 at most. */
          maxResultBytes?: number;
          /** Where its tools act. The highest production environment by default. */
          environment?: string;
          /** What is known of its tools, by name. What they say about themselves is not believed. */
          tools?: {
            [toolName: string]: {
              /**
               * What a call is decided about: an entity ref; or where in the input the name or ref of an entity of this
               * kind stands (`component` and `default` when absent). The server's own entity by default.
               */
              target?:
                | string
                | { input: string; kind?: string; namespace?: string };
              /** The server's by default. */
              environment?: string;
              /** `once` by default: then an unknown outcome is never tried again by a machine. */
              effectClass?: 'read' | 'idempotent' | 'keyed' | 'once';
              /** Id of the action that undoes it, such as `mcp-tickets:reopen_ticket`. None by default. */
              undo?: string;
              /** Context fact types that must meet their standard. */
              requiresContext?: string[];
              /** Entity ref of the group or person who answers for it, and may stop it. The owner of its server by default. */
              owner?: string;
            };
          };
        };
      };
    };

    delegations?: {
      /** How far ahead a person's delegation to an agent may end. Seven days by default. */
      maxDuration?: HumanDuration | string;
    };

    replays?: {
      /**
       * How many replays of drafts run at a time, in the whole portal; the others wait. Each has a thread of its own. 1 by
       * default, 8 at most.
       */
      atOnce?: number;
      /** How many flips are kept of each replay, to be looked at; all are counted. 5000 by default, 50000 at most. */
      flips?: number;
      /** How long a replay is kept after it ended. 30 days by default. */
      keep?: HumanDuration | string;
      /** How many replays are kept at most; the oldest go first. 500 by default, 10000 at most. */
      keepMost?: number;
    };

    stops?: {
      /**
       * How many people must agree before a stop is released: owners of what it brakes, and administrators. 2 by
       * default, 10 at most. Where there are fewer people than this, nobody can release a stop.
       */
      releaseQuorum?: number;
    };

    /**
     * The tiers that entities may have, highest first, as in `['tier-1', 'tier-2', 'tier-3']`. None by default: then an
     * entity's tier is what it says, and which of several is the highest is unknown.
     */
    tiers?: string[];

    /** In which weekday and hour are told to policies: an IANA name such as `Europe/Berlin`. `UTC` by default. */
    timeZone?: string;

    /** Who reports what is going on: incidents, health, deployments. Without a source of a kind it is unknown. */
    conditions?: {
      sources?: Array<{
        /** Lower-case letters, digits and dashes; unique. It reports to `/api/agent-governance/v1/condition-reports/<id>`. */
        id: string;
        /** For people. The id by default. */
        title?: string;
        /** The shape of what it sends, and how it proves that it is the one. */
        type: 'generic' | 'pagerduty' | 'alertmanager';
        /** What it reports. `pagerduty` reports incidents, `alertmanager` incidents or health. */
        kind: 'incident' | 'health' | 'deployment';
        /**
         * What a `generic` or `pagerduty` source signs with; two while they are changed. At least 16 characters each.
         * @deepVisibility secret
         */
        secrets?: string[];
        /**
         * Bearer tokens of an `alertmanager` source; two while they are changed. At least 16 characters each.
         * @deepVisibility secret
         */
        tokens?: string[];
        /** For how long one report is believed. A day for incidents, ten minutes for health, an hour for deployments. */
        ttl?: HumanDuration | string;
        /**
         * After how long a silence nothing it said, or did not say, is believed; `never` where its silence says nothing.
         * The ttl by default.
         */
        quietAfter?: HumanDuration | string | 'never';
        /** How far the time a `generic` source signs may be from the portal's clock. Five minutes by default. */
        tolerance?: HumanDuration | string;
        /** How the source names what it reports about, where it does not name it by entity ref. */
        entities?: {
          /** Entity refs, or lists of them, by what the source calls them. */
          map?: { [name: string]: string | string[] };
          /** Annotation of entities that says what the source calls them, such as `pagerduty.com/service-id`. */
          annotation?: string;
          /** Label of an alert that names the entity. `entity` by default. */
          label?: string;
        };
        /** The environment everything it says is about. All of them by default. */
        environment?: string;
        environments?: {
          /** Label of an alert that names the environment. */
          label?: string;
          /** Names of environments by what the source calls them. */
          map?: { [name: string]: string };
        };
        /** Topics of the events service it is heard on besides; whoever publishes there is trusted. */
        topics?: string[];
      }>;
      /** How far in the future a source's clock may be. 30 seconds by default. */
      clockSkew?: HumanDuration | string;
    };

    freezes?: {
      /** How many people it takes to end a freeze early, and to except something from one. 1 by default, 10 at most. */
      exceptionQuorum?: number;
      /** Calendars that freezes are read from. Whether something is frozen there is unknown when one is not read for too long. */
      calendars?: Array<{
        /** Lower-case letters, digits and dashes; unique. */
        id: string;
        /**
         * Address of an iCalendar file, read through the portal's URL readers: allow it in `backend.reading.allow`.
         * @visibility secret
         */
        url: string;
        /** What its events freeze; at least one of `entityRef`, `targets` and `environments`. */
        scope: {
          /** Entity ref; with everything that is part of it. */
          entityRef?: string;
          /** Filter predicate over catalog entities, such as `{ kind: component }`. */
          targets?: object;
          /** Action ids, with a `*` at most at the end. Every action by default. */
          actions?: string[];
          /** Names of environments. All of them by default. */
          environments?: string[];
        };
        /** Entity ref of the group or person who answers for its freezes. */
        owner: string;
        /** IANA name of the zone of times that name none, and of whole days. */
        zone: string;
        /** How often it is read. A quarter of an hour by default, a minute at least. */
        refresh?: HumanDuration | string;
        /** How long it may be believed that it says nothing else. Four times `refresh` by default. */
        ttl?: HumanDuration | string;
      }>;
    };

    /**
     * Bounds of the walks around a target: to what the agent operates, and to all that depends on it. Beyond them what
     * was asked for is unknown.
     */
    topology?: {
      /** Hops. 6 by default, 20 at most. */
      maxDepth?: number;
      /** Entities. 500 by default, 10000 at most. */
      maxNodes?: number;
    };
  };
}
