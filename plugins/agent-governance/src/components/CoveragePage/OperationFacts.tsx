import { OperationCoverage } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  EntityName,
  PlainText,
} from '@agentgov/backstage-plugin-agent-governance-react';
import styles from './CoveragePage.module.css';

/** How something another plugin does is governed: what it is decided about, where, and what its effect is. */
export function OperationFacts(props: { operation: OperationCoverage }) {
  const { target, environment, effectClass, owner, undo } = props.operation;
  return (
    <p className={styles.line}>
      <span>
        Decided about{' '}
        {'ref' in target ? (
          <EntityName entityRef={target.ref} />
        ) : (
          <>
            the entity its input names (<PlainText text={target.input} />)
          </>
        )}{' '}
        in {environment}
      </span>
      <span className={styles.quiet}>
        effect {effectClass}, {undo ? `undone by ${undo}` : 'irreversible'}
      </span>
      {owner && (
        <span className={styles.quiet}>
          owner <EntityName entityRef={owner} />
        </span>
      )}
    </p>
  );
}
