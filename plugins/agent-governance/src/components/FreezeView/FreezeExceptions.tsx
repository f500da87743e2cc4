import { FreezeDetails } from '@agentgov/backstage-plugin-agent-governance-common';
import { Button } from '@backstage/ui';
import { useState } from 'react';
import { EmptyState } from '../EmptyState';
import { List } from '../List';
import { Section } from '../Section';
import { AskExceptionDialog } from './AskExceptionDialog';
import { ExceptionItem } from './ExceptionItem';

/** What is excepted from a freeze, was, or is asked to be. */
export function FreezeExceptions(props: {
  details: FreezeDetails;
  onSaid(words: string): void;
}) {
  const { details, onSaid } = props;
  const { freeze, exceptions, permission } = details;
  const [isAsking, setAsking] = useState(false);
  const isOver = freeze.state === 'over' || freeze.state === 'ended-early';
  return (
    <Section
      title="Exceptions"
      actions={
        !isOver &&
        permission && (
          <Button variant="secondary" onPress={() => setAsking(true)}>
            Ask for an exception
          </Button>
        )
      }
    >
      {exceptions.length === 0 && (
        <EmptyState
          title="Nothing is excepted."
          description="An exception takes something out of this freeze for a time. Others with standing over the freeze approve it, never who asked."
        />
      )}
      <List gap="wide">
        {exceptions.map(exception => (
          <ExceptionItem
            key={exception.id}
            exception={exception}
            mayDecide={permission ?? { allowed: false, because: '' }}
            onSaid={onSaid}
          />
        ))}
      </List>
      {isAsking && (
        <AskExceptionDialog
          freeze={freeze}
          onClose={() => setAsking(false)}
          onAsked={() => {
            setAsking(false);
            onSaid('The exception was asked for.');
          }}
        />
      )}
    </Section>
  );
}
