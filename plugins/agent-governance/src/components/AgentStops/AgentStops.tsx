import { StopSections } from '../StopSections';

/** The stops that one agent feels and felt, with the way to agree to a release. */
export function AgentStops(props: { agentRef: string }) {
  return (
    <StopSections
      covering={props.agentRef}
      what="the stops that this agent feels"
      words={{
        'in-force': {
          title: 'Stops in force',
          empty: 'Nothing stops this agent.',
        },
        released: {
          title: 'Released stops',
          empty: 'No stop that this agent felt was ever released.',
        },
      }}
    />
  );
}
