import { PolicyOrder } from '@agentgov/backstage-plugin-agent-governance-common';
import { usePolicies } from '@agentgov/backstage-plugin-agent-governance-react';
import { Button, SortDescriptor, Table, Text } from '@backstage/ui';
import { useSearchParams } from 'react-router-dom';
import { CheckpointCoverage } from '../CheckpointCoverage';
import { EmptyState } from '../EmptyState';
import { PolicyView } from '../EntityPolicyContent';
import { LoadState } from '../LoadState';
import { PageMain } from '../PageMain';
import { PendingPolicies } from '../PendingPolicies';
import { useIsNarrow } from '../RequestsTable/useIsNarrow';
import { ViewTabs } from '../ViewTabs';
import { policyColumns } from './columns';
import { PolicyFilters } from './PolicyFilters';
import { isNarrowed, usePolicyFilter } from './usePolicyFilter';
import styles from './PoliciesPage.module.css';

/** Every policy a person may see, and what became of it. */
export function PoliciesPage() {
  const [filter, setFilter] = usePolicyFilter();
  const [params] = useSearchParams();
  const chosen = params.get('policy');
  return chosen === null ? (
    <PageMain
      title="Policies"
      description="What the organization, environments, teams and services say agents may do, and what became of each document."
    >
      <ViewTabs
        label="Policies"
        views={[
          {
            id: 'documents',
            title: 'Documents',
            render: () => <PolicyTable filter={filter} onChange={setFilter} />,
          },
          {
            id: 'coverage',
            title: 'Coverage',
            render: () => <CheckpointCoverage />,
          },
        ]}
      />
    </PageMain>
  ) : (
    <PageMain title="Policy" description={chosen}>
      <PolicyView policyRef={chosen} />
    </PageMain>
  );
}

function PolicyTable(props: {
  filter: ReturnType<typeof usePolicyFilter>[0];
  onChange: ReturnType<typeof usePolicyFilter>[1];
}) {
  const { filter, onChange } = props;
  const list = usePolicies({
    ...filter,
    state: filter.state.length > 0 ? filter.state : undefined,
  });
  const isNarrow = useIsNarrow();
  const isFiltered = isNarrowed(filter);
  return (
    <>
      <PendingPolicies />
      <PolicyFilters filter={filter} onChange={onChange} />
      <LoadState query={list} what="the policies">
        <div className={styles.table}>
          <Table
            columnConfig={policyColumns(isNarrow)}
            data={list.items.map(policy => ({ ...policy, id: policy.ref }))}
            emptyState={
              <EmptyState
                title={
                  isFiltered
                    ? 'No policy is like this.'
                    : 'There are no policies you may see.'
                }
                description={
                  isFiltered
                    ? 'Loosen the filters.'
                    : 'A policy is an entity of kind AgentPolicy in the catalog, from a place the portal trusts.'
                }
              />
            }
            sort={{
              descriptor: toDescriptor(filter.order),
              onSortChange: sort => onChange({ order: toOrder(sort) }),
            }}
            pagination={{ type: 'none' }}
          />
        </div>
        {list.items.length > 0 && (
          <Text as="p" variant="body-small" color="secondary" role="status">
            {list.items.length}
            {list.hasNextPage ? ' and more' : ''}{' '}
            {list.items.length === 1 ? 'policy' : 'policies'}
          </Text>
        )}
        {list.hasNextPage && (
          <Button
            variant="secondary"
            isPending={list.isFetchingNextPage}
            onPress={list.fetchNextPage}
          >
            Show more
          </Button>
        )}
      </LoadState>
    </>
  );
}

function toDescriptor(order: PolicyOrder = 'ref'): SortDescriptor {
  return {
    column: order.replace('-', ''),
    direction: order.startsWith('-') ? 'descending' : 'ascending',
  };
}

/** The columns that can be sorted by are named as the orders are. */
function toOrder({ column, direction }: SortDescriptor): PolicyOrder {
  return `${direction === 'descending' ? '-' : ''}${String(
    column,
  )}` as PolicyOrder;
}
