import {
  Delegation,
  DelegationState,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  CursorList,
  useDelegations,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { Button, VisuallyHidden } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { DelegationForm } from '../DelegationForm';
import { DelegationList } from '../DelegationList';
import { EmptyState } from '../EmptyState';
import { EntityPicker } from '../EntityPicker';
import { PageMain } from '../PageMain';
import { RevokeDelegationDialog } from '../RevokeDelegationDialog';
import { Section } from '../Section';
import styles from './DelegationsPage.module.css';

/** How the address names what is open; what is looked for stays. */
const OPEN = ['new', 'revoke'] as const;

const SECTIONS: Array<{ state: DelegationState; title: string }> = [
  { state: 'active', title: 'In force' },
  { state: 'revoked', title: 'Revoked' },
  { state: 'expired', title: 'Over' },
];

/** Only what was asked for and found to be empty is; a list that could not be read has something to say. */
function isEmpty(list: CursorList<Delegation>): boolean {
  return !list.isPending && !list.error && list.items.length === 0;
}

/** What people let agents do on their behalf. What is looked for, and what is open, is in the address. */
export function DelegationsPage() {
  const [params, setParams] = useSearchParams();
  const [said, setSaid] = useState('');
  const filter = {
    agent: params.get('agent') ?? undefined,
    grantedBy: params.get('person') ?? undefined,
  };
  const lists: Record<DelegationState, CursorList<Delegation>> = {
    active: useDelegations({ ...filter, state: 'active' }),
    revoked: useDelegations({ ...filter, state: 'revoked', limit: 20 }),
    expired: useDelegations({ ...filter, state: 'expired', limit: 20 }),
  };
  const change = (changes: Record<string, string | undefined>) => {
    const next = new URLSearchParams(params);
    OPEN.forEach(name => next.delete(name));
    Object.entries(changes).forEach(([name, value]) =>
      value === undefined ? next.delete(name) : next.set(name, value),
    );
    setParams(next);
  };
  const close = (words: string) => {
    setSaid(words);
    change({});
  };
  const revoking = params.get('revoke');

  return (
    <PageMain
      title="Delegations"
      description="What agents may do on a person's behalf. A delegation gives an agent nothing of the person's: it proves for whom it acts, and what that person may not do is denied."
      actions={
        <Button
          variant="primary"
          iconStart={<RiAddLine />}
          onPress={() => change({ new: 'true' })}
        >
          Delegate
        </Button>
      }
    >
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      <form
        className={styles.filters}
        aria-label="Filters"
        onSubmit={event => event.preventDefault()}
      >
        <EntityPicker
          label="Agent"
          kinds={['agent']}
          value={filter.agent}
          onChange={agent => change({ agent })}
        />
        <EntityPicker
          label="On behalf of"
          kinds={['user']}
          value={filter.grantedBy}
          onChange={person => change({ person })}
        />
        <Button
          className={styles.clear}
          variant="tertiary"
          onPress={() => change({ agent: undefined, person: undefined })}
        >
          Clear
        </Button>
      </form>
      {SECTIONS.every(({ state }) => isEmpty(lists[state])) ? (
        <EmptyState
          title={
            filter.agent || filter.grantedBy
              ? 'No delegation is like this, as far as you may know.'
              : 'Nothing is delegated, as far as you may know.'
          }
        />
      ) : (
        SECTIONS.filter(
          ({ state }) => state === 'active' || !isEmpty(lists[state]),
        ).map(({ state, title }) => (
          <Section key={state} title={title}>
            <DelegationList
              delegations={lists[state]}
              empty="Nothing is in force."
              onRevoke={id => change({ revoke: id })}
            />
          </Section>
        ))
      )}
      {params.has('new') && (
        <DelegationForm
          agent={filter.agent}
          onClose={() => change({})}
          onGranted={() => close('It is delegated.')}
        />
      )}
      {revoking !== null && (
        <RevokeDelegationDialog
          id={revoking}
          onClose={() => change({})}
          onRevoked={() => close('The delegation is revoked.')}
        />
      )}
    </PageMain>
  );
}
