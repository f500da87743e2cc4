import { Decision } from '@agentgov/backstage-plugin-agent-governance-common';
import { RiGhostLine } from '@remixicon/react';
import { StatusTag } from '../StatusTag';
import { LEVEL_WORDS } from './LevelPath';
import { PolicyPath } from './PolicyPath';
import styles from './DecisionPath.module.css';

const WOULD: Record<Decision['verdict'], string> = {
  allow: 'With it enforced this would have been allowed.',
  hold: 'With it enforced this would have been held.',
  deny: 'With it enforced this would have been denied.',
};

/** What policies in shadow mode would have done; apart from the levels, because none of it counted. */
export function ShadowPath(props: { shadow: Decision['shadow']; at: string }) {
  const { shadow, at } = props;
  if (shadow.length === 0) {
    return null;
  }
  return (
    <section aria-label="Policies in shadow">
      <p className={styles.line}>
        <StatusTag tone="neutral" edge="dashed" icon={<RiGhostLine />}>
          In shadow
        </StatusTag>
        <span>Evaluated and recorded, counted for nothing.</span>
      </p>
      <ul className={styles.shadow}>
        {shadow.map(({ level, policy, verdict }) => (
          <li key={policy.id} className={styles.level}>
            <p className={styles.line}>
              <strong>{LEVEL_WORDS[level]}</strong>
              <span>{WOULD[verdict]}</span>
            </p>
            <ul className={styles.policies}>
              <PolicyPath policy={policy} at={at} said="" />
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
