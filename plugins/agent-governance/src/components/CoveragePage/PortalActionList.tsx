import {
  PluginCoverage,
  PortalActionCoverage,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  PlainText,
  StatusTag,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { SearchField } from '@backstage/ui';
import {
  RiErrorWarningLine,
  RiMapPinLine,
  RiQuestionLine,
} from '@remixicon/react';
import { useAddress } from '../../address';
import { EmptyState } from '../EmptyState';
import { List } from '../List';
import { OneOf } from '../OneOf';
import { Section } from '../Section';
import { OperationFacts } from './OperationFacts';
import styles from './CoveragePage.module.css';

const MAPPINGS = [
  { id: 'mapped', label: 'Mapped' },
  { id: 'unmapped', label: 'Unmapped' },
  { id: 'problem', label: 'With a problem' },
];

function isLike(action: PortalActionCoverage, mapping: string | undefined) {
  switch (mapping) {
    case 'mapped':
      return action.mapped;
    case 'unmapped':
      return !action.mapped;
    case 'problem':
      return action.problem !== undefined;
    default:
      return true;
  }
}

/** The actions of every plugin, and whether the configuration says how each is governed. */
export function PortalActionList(props: { plugins: PluginCoverage[] }) {
  const [{ text = '', mapping }, say] = useAddress([
    'text',
    'mapping',
  ] as const);
  const all = props.plugins.flatMap(({ portalActions }) => portalActions);
  const shown = all.filter(
    action =>
      isLike(action, mapping) &&
      `${action.actionId} ${action.title}`
        .toLowerCase()
        .includes(text.toLowerCase()),
  );
  return (
    <Section title="Portal actions">
      <div className={styles.stack}>
        <div className={styles.filters}>
          <SearchField
            label="Action"
            value={text}
            onChange={typed => say({ text: typed || undefined })}
          />
          <OneOf
            label="Mapping"
            choices={MAPPINGS}
            value={mapping}
            onChange={chosen => say({ mapping: chosen })}
          />
        </div>
        {shown.length === 0 && (
          <EmptyState
            title={
              all.length === 0
                ? 'No plugin offers actions.'
                : 'No action is like this.'
            }
          />
        )}
        <List aria-label="Portal actions">
          {shown.map(action => (
            <li key={action.actionId} className={styles.item}>
              <p className={styles.line}>
                <MappingTag action={action} />
                <strong>
                  <PlainText text={action.title} limit={100} />
                </strong>
                <code>{action.actionId}</code>
              </p>
              <OperationFacts operation={action} />
              {action.problem !== undefined && (
                <p className={styles.line}>
                  <PlainText text={action.problem} />
                </p>
              )}
            </li>
          ))}
        </List>
      </div>
    </Section>
  );
}

function MappingTag(props: { action: PortalActionCoverage }) {
  const { mapped, problem } = props.action;
  if (problem !== undefined) {
    return (
      <StatusTag tone="danger" icon={<RiErrorWarningLine />}>
        Problem
      </StatusTag>
    );
  }
  return mapped ? (
    <StatusTag tone="success" icon={<RiMapPinLine />}>
      Mapped
    </StatusTag>
  ) : (
    <StatusTag tone="warning" edge="dashed" icon={<RiQuestionLine />}>
      Unmapped
    </StatusTag>
  );
}
