import {
  DraftedPolicy,
  Replay,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  EntityName,
  Fold,
  PlainText,
  Time,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { Fragment } from 'react';
import { Item, ItemLine, Quiet } from '../Item';
import { List } from '../List';
import { PolicyProblems } from '../PolicyTrouble';
import { Section } from '../Section';
import styles from './ReplayView.module.css';

const MODES = { enforce: 'enforced', shadow: 'in shadow' };

function wordsOf({ change, before, after }: DraftedPolicy): string {
  switch (change) {
    case 'added':
      return `new, ${after ? MODES[after.mode] : 'and counts for nothing'}`;
    case 'replaced':
      return before?.mode === after?.mode || !after || !before
        ? 'another text'
        : `another text, ${MODES[after.mode]} instead of ${MODES[before.mode]}`;
    case 'mode':
      return after && before
        ? `${MODES[after.mode]} instead of ${MODES[before.mode]}`
        : 'another mode';
    case 'off':
      return 'off';
    default:
      return 'as it is';
  }
}

function Names(props: { term: string; values?: string[] }) {
  const { term, values = [] } = props;
  return values.length === 0 ? null : (
    <span>
      {term}{' '}
      {values.map((value, index) => (
        <Fragment key={value}>
          {index > 0 && ', '}
          <EntityName entityRef={value} />
        </Fragment>
      ))}
    </span>
  );
}

/** What a replay tries, policy by policy, and on which decisions. */
export function WhatIsTried(props: { replay: Replay }) {
  const { policies, scope, draft } = props.replay;
  const texts = draft.changes.flatMap(change =>
    change.kind === 'text' ? [change] : [],
  );
  return (
    <Section title="What is tried">
      <div className={styles.parts}>
        <List gap="wide">
          {policies.map(policy => (
            <Item key={policy.ref}>
              <ItemLine>
                <strong>
                  <PlainText text={policy.title} />
                </strong>
                <span>{wordsOf(policy)}</span>
                <Quiet as="code">{policy.ref}</Quiet>
              </ItemLine>
              {policy.inert !== undefined && (
                <ItemLine>
                  Its text counts for nothing: <PlainText text={policy.inert} />
                </ItemLine>
              )}
              {policy.warnings.length > 0 && (
                <PolicyProblems problems={policy.warnings} />
              )}
            </Item>
          ))}
        </List>
        {texts.map(({ file, text }, index) => (
          <Fold key={index} summary={file ?? `The text of change ${index + 1}`}>
            <pre className={styles.text}>{text}</pre>
          </Fold>
        ))}
        <ItemLine>
          <span>
            Decided from <Time value={scope.from} /> until{' '}
            <Time value={scope.to} />
          </span>
          <Names term="of" values={scope.agents} />
          <Names term="about" values={scope.actions} />
          <Names term="on" values={scope.targets} />
          <Names term="in" values={scope.environments} />
        </ItemLine>
      </div>
    </Section>
  );
}
