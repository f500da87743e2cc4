import { FreezeCoverage as Coverage } from '@agentgov/backstage-plugin-agent-governance-common';
import { EntityName } from '@agentgov/backstage-plugin-agent-governance-react';
import { Fragment } from 'react';
import { EmptyState } from '../EmptyState';
import { Section } from '../Section';
import styles from './FreezeView.module.css';

/** What a freeze stops agents from changing, and whose it is. */
export function FreezeCoverage(props: { coverage: Coverage }) {
  return (
    <Section title="What and who is affected">
      <CoverageList coverage={props.coverage} />
    </Section>
  );
}

/** The same, inside something else. */
export function CoverageList(props: { coverage: Coverage }) {
  const { everything, entities, owners, complete } = props.coverage;
  if (everything) {
    return (
      <EmptyState
        title="Everything"
        description="It names no entity and no predicate: whatever agents act on in its environments is covered, whoever owns it."
      />
    );
  }
  if (entities.length === 0) {
    return (
      <EmptyState
        title="Nothing you may see is covered."
        description="It stops agents all the same, wherever it fits."
      />
    );
  }
  return (
    <div className={styles.coverage}>
      <p className={styles.state}>
        {entities.length}
        {complete ? '' : ' and more'}{' '}
        {entities.length === 1 ? 'entity' : 'entities'} of{' '}
        {owners.length === 0 && 'nobody'}
        {owners.map((owner, index) => (
          <Fragment key={owner}>
            {index > 0 && ', '}
            <EntityName entityRef={owner} />
          </Fragment>
        ))}
      </p>
      <ul className={styles.covered}>
        {entities.map(({ entityRef, owner }) => (
          <li key={entityRef}>
            <EntityName entityRef={entityRef} />{' '}
            <span className={styles.quiet}>
              {entityRef.split(':')[0]},{' '}
              {owner ? (
                <>
                  of <EntityName entityRef={owner} />
                </>
              ) : (
                'of nobody'
              )}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
