import {
  CheckpointCensus,
  PolicyDetail,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  Fold,
  JsonView,
  PlainText,
  StatusTag,
  StatusTagProps,
} from '@agentgov/backstage-plugin-agent-governance-react';
import {
  RiCheckLine,
  RiForbid2Line,
  RiPauseCircleLine,
} from '@remixicon/react';
import { List } from '../List';
import { lazy } from 'react';
import { LazyPart } from '../LazyPart';
import { PolicyCheckpoint } from './PolicyCheckpoint';
import styles from './PolicyRules.module.css';

const FactsRead = lazy(() => import('./FactsRead'));

type Document = NonNullable<PolicyDetail['document']>;
type Rule = Document['rules'][number];

const EFFECTS: Record<
  Rule['effect'],
  Omit<StatusTagProps, 'children'> & { word: string; unknown: string }
> = {
  deny: {
    word: 'Denies',
    tone: 'danger',
    icon: <RiForbid2Line />,
    unknown: 'Also when that cannot be established.',
  },
  'require-approval': {
    word: 'Asks people',
    tone: 'info',
    icon: <RiPauseCircleLine />,
    unknown: 'Also when that cannot be established.',
  },
  allow: {
    word: 'Allows',
    tone: 'success',
    icon: <RiCheckLine />,
    unknown: 'Not when that cannot be established.',
  },
};

/** What a policy says, rule by rule, in words. */
export function PolicyRules(props: {
  document: Document;
  checkpoints: CheckpointCensus[];
}) {
  const { document, checkpoints } = props;
  return (
    <div className={styles.policy}>
      <Scope document={document} />
      <List gap="wide">
        {document.rules.map(rule => (
          <RuleItem
            key={rule.name}
            rule={rule}
            census={checkpoints.find(one => one.rule === rule.name)}
          />
        ))}
      </List>
    </div>
  );
}

function Scope(props: { document: Document }) {
  const { appliesTo, entity } = props.document;
  const { actions, environments, targets } = appliesTo;
  return (
    <div>
      <p className={styles.scope}>
        Speaks about{' '}
        {actions ? (
          <>
            the actions <code>{actions.join(', ')}</code>
          </>
        ) : (
          'every action'
        )}
        {entity && (
          <>
            {' '}
            on <code>{entity}</code>
          </>
        )}{' '}
        in {environments ? environments.join(' and ') : 'every environment'}
        {targets ? ', on targets like this:' : '.'}
      </p>
      {targets && <JsonView label="Targets it speaks about" value={targets} />}
    </div>
  );
}

function RuleItem(props: { rule: Rule; census?: CheckpointCensus }) {
  const { rule, census } = props;
  const { word, unknown, ...tag } = EFFECTS[rule.effect];
  return (
    <li className={styles.rule}>
      <p className={styles.line}>
        <StatusTag {...tag}>{word}</StatusTag>
        <code>{rule.name}</code>
        <PlainText text={rule.because} />
      </p>
      {rule.when === undefined ? (
        <p className={styles.quiet}>Always.</p>
      ) : (
        <>
          <pre className={styles.when}>
            <code>{rule.when}</code>
          </pre>
          <p className={styles.quiet}>{unknown}</p>
          <Fold summary="What it looks at">
            <LazyPart what="what the facts say">
              <FactsRead when={rule.when} />
            </LazyPart>
          </Fold>
        </>
      )}
      {rule.checkpoint && (
        <PolicyCheckpoint checkpoint={rule.checkpoint} census={census} />
      )}
      {!rule.checkpoint && rule.effect === 'require-approval' && (
        <p className={styles.quiet}>One of whoever owns the target.</p>
      )}
    </li>
  );
}
