import { ContextFact } from '@agentgov/backstage-plugin-agent-governance-common';
import { useContextFacts } from '@agentgov/backstage-plugin-agent-governance-react';
import { VisuallyHidden } from '@backstage/ui';
import { useState } from 'react';
import { EmptyState } from '../EmptyState';
import { List } from '../List';
import { LoadState } from '../LoadState';
import { Section } from '../Section';
import { SignOffDialog } from '../SignOffDialog';
import { ContextFactItem } from './ContextFactItem';

/** What agents act on here: each fact, where it is from, and its age against its standard. */
export function ContextFreshness(props: { entityRef: string }) {
  const { entityRef } = props;
  const context = useContextFacts(entityRef);
  const [signing, setSigning] = useState<ContextFact>();
  const [said, setSaid] = useState('');
  return (
    <Section title="What agents act on here">
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      <LoadState query={context} what="the context facts">
        {context.data?.facts.length === 0 && (
          <EmptyState
            title="Nothing is known about this entity."
            description="Facts come from the catalog and from the sources the portal is configured to trust."
          />
        )}
        <List gap="wide">
          {context.data?.facts.map(fact => (
            <ContextFactItem
              key={`${fact.factType}/${fact.source}`}
              fact={fact}
              onSignOff={() => setSigning(fact)}
            />
          ))}
        </List>
      </LoadState>
      {signing && (
        <SignOffDialog
          fact={signing}
          current={context.data?.facts.find(
            fact => fact.factType === signing.factType,
          )}
          onLookAgain={setSigning}
          refetch={() => context.refetch()}
          onClose={() => setSigning(undefined)}
          onSigned={() => {
            setSaid(`You signed off ${signing.title}.`);
            setSigning(undefined);
          }}
        />
      )}
    </Section>
  );
}
