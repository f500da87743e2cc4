import { useAgentIdentity } from '@agentgov/backstage-plugin-agent-governance-react';
import { Alert } from '@backstage/ui';
import { AgentDelegations } from '../AgentDelegations';
import { EmptyState } from '../EmptyState';
import { List } from '../List';
import { LoadState } from '../LoadState';
import { Section } from '../Section';
import { IdentityItem } from './IdentityItem';
import { KeyItem } from './KeyItem';

/** What an agent proves itself with, when it last did, and who lets it act on their behalf. */
export function AgentIdentity(props: { agentRef: string }) {
  const { agentRef } = props;
  const identity = useAgentIdentity(agentRef);
  return (
    <>
      <LoadState query={identity} what="what this agent proves itself with">
        {() => {
          const { keys, identities, signIns } = identity.data!;
          return (
            <>
              {signIns.state !== 'known' && (
                <Alert
                  status={signIns.state === 'hidden' ? 'info' : 'warning'}
                  icon
                  title={
                    signIns.state === 'hidden'
                      ? 'You are not told when these were used'
                      : 'It is not known when these were used'
                  }
                  description={signIns.because}
                />
              )}
              <Section title="Keys">
                {keys.length === 0 && (
                  <EmptyState
                    title="It has no key."
                    description="Keys are in spec.identity.keys of its entity."
                  />
                )}
                <List>
                  {keys.map(key => (
                    <KeyItem
                      key={key.thumbprint}
                      agentKey={key}
                      isUseKnown={signIns.state === 'known'}
                    />
                  ))}
                </List>
              </Section>
              <Section title="Who it is to other issuers">
                {identities.length === 0 && (
                  <EmptyState
                    title="It is nobody elsewhere."
                    description="Issuers and subjects are in spec.identity.federated of its entity."
                  />
                )}
                <List>
                  {identities.map(one => (
                    <IdentityItem
                      key={`${one.issuerId} ${one.issuer} ${one.subject}`}
                      identity={one}
                      isUseKnown={signIns.state === 'known'}
                    />
                  ))}
                </List>
              </Section>
            </>
          );
        }}
      </LoadState>
      <Section title="Delegations to it">
        <AgentDelegations agentRef={agentRef} />
      </Section>
    </>
  );
}
