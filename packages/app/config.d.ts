export interface Config {
  auth?: {
    providers?: {
      /** The people a visitor of the demo can sign in as; refused outside development. */
      personas?: {
        people?: Array<{
          /**
           * Entity ref of a user that exists in the catalog.
           * @visibility frontend
           */
          user: string;
          /**
           * What to call the person.
           * @visibility frontend
           */
          name: string;
          /**
           * What to call the person's team.
           * @visibility frontend
           */
          team: string;
          /**
           * One sentence: what to look at in this role.
           * @visibility frontend
           */
          invitation: string;
        }>;
      };
    };
  };
}
