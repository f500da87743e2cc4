import { RoadCoverage } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  PlainText,
  StatusTag,
  StatusTagProps,
} from '@agentgov/backstage-plugin-agent-governance-react';
import {
  RiErrorWarningLine,
  RiShieldCheckLine,
  RiShieldLine,
} from '@remixicon/react';
import { List } from '../List';
import { Section } from '../Section';
import styles from './CoveragePage.module.css';

const LOOKS: Record<
  RoadCoverage['covered'],
  Omit<StatusTagProps, 'children'> & { word: string }
> = {
  yes: { word: 'Governed', tone: 'success', icon: <RiShieldCheckLine /> },
  partly: {
    word: 'Partly governed',
    tone: 'warning',
    edge: 'dashed',
    icon: <RiShieldLine />,
  },
  no: { word: 'Not governed', tone: 'danger', icon: <RiErrorWarningLine /> },
};

/** The ways by which an agent could reach something, and whether governance stands on them. */
export function RoadList(props: { roads: RoadCoverage[] }) {
  return (
    <Section title="Roads in">
      <List>
        {props.roads.map(({ id, title, covered, because, found }) => {
          const { word, ...tag } = LOOKS[covered];
          return (
            <li key={id} className={styles.item}>
              <p className={styles.line}>
                <StatusTag {...tag}>{word}</StatusTag>
                <strong>{title}</strong>
              </p>
              <p className={styles.line}>
                <PlainText text={because} limit={600} />
              </p>
              {found.length > 0 && (
                <p className={styles.line}>
                  <span className={styles.quiet}>In this portal:</span>
                  {found.map(one => (
                    <code key={one}>{one}</code>
                  ))}
                </p>
              )}
            </li>
          );
        })}
      </List>
    </Section>
  );
}
