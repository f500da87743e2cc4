import { PluginCoverage } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  Fold,
  PlainText,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { SearchField } from '@backstage/ui';
import { useAddress } from '../../address';
import { EmptyState } from '../EmptyState';
import { List } from '../List';
import { Section } from '../Section';
import { OperationFacts } from './OperationFacts';
import styles from './CoveragePage.module.css';

function inWords(plugin: PluginCoverage): string {
  const { reads, doors, routes, portalActions } = plugin;
  const counts = [
    [reads.length, 'read', 'reads'],
    [doors.length, 'open path', 'open paths'],
    [routes.length, 'mapped route', 'mapped routes'],
    [portalActions.length, 'action', 'actions'],
  ] as const;
  const some = counts.flatMap(([count, one, many]) =>
    count === 0 ? [] : [`${count} ${count === 1 ? one : many}`],
  );
  return some.length === 0 ? 'nothing is open to agents' : some.join(', ');
}

function Paths(props: { title: string; paths: string[] }) {
  const { title, paths } = props;
  return paths.length === 0 ? null : (
    <>
      <h4 className={styles.subtitle}>{title}</h4>
      <ul className={styles.paths}>
        {paths.map(path => (
          <li key={path}>
            <code>{path}</code>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What of each plugin is open to agents; everything else of it is refused. */
export function PluginList(props: { plugins: PluginCoverage[] }) {
  const [{ text }, say] = useAddress(['text'] as const);
  const shown = props.plugins.filter(({ id }) =>
    id.includes(text?.toLowerCase() ?? ''),
  );
  return (
    <Section title="Plugins and routes">
      <div className={styles.stack}>
        <SearchField
          label="Plugin"
          value={text ?? ''}
          onChange={typed => say({ text: typed || undefined })}
        />
        {shown.length === 0 && <EmptyState title="No plugin is called so." />}
        <List aria-label="Plugins">
          {shown.map(plugin => (
            <PluginItem key={plugin.id} plugin={plugin} />
          ))}
        </List>
      </div>
    </Section>
  );
}

function PluginItem(props: { plugin: PluginCoverage }) {
  const { plugin } = props;
  return (
    <li className={styles.item}>
      <Fold
        summary={
          <>
            <strong>{plugin.id}</strong>: {inWords(plugin)}
            {!plugin.installed && ', not in this process'}
          </>
        }
      >
        <Paths title="Read" paths={plugin.reads} />
        <Paths title="Open as they are" paths={plugin.doors} />
        {plugin.routes.length > 0 && (
          <>
            <h4 className={styles.subtitle}>Mapped routes</h4>
            <List>
              {plugin.routes.map(route => (
                <li key={route.actionId}>
                  <code>
                    {route.method} {route.path}
                  </code>
                  <OperationFacts operation={route} />
                </li>
              ))}
            </List>
          </>
        )}
      </Fold>
      {plugin.problems.map(problem => (
        <p key={problem} className={styles.line}>
          <PlainText text={problem} />
        </p>
      ))}
    </li>
  );
}
