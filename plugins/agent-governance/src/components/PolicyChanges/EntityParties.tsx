import { EntityName } from '@agentgov/backstage-plugin-agent-governance-react';
import { Fragment } from 'react';

/** Groups and people, any of them. */
export function EntityParties(props: { refs: string[] }) {
  return (
    <>
      {props.refs.map((ref, index) => (
        <Fragment key={ref}>
          {index > 0 && ' or '}
          <EntityName entityRef={ref} defaultKind="group" />
        </Fragment>
      ))}
    </>
  );
}
