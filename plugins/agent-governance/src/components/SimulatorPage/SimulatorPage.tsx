import {
  PlainText,
  useActions,
  useSimulation,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { Alert, VisuallyHidden } from '@backstage/ui';
import { useMemo } from 'react';
import { EmptyState } from '../EmptyState';
import { LoadState, messageOf, statusOf } from '../LoadState';
import { PageMain } from '../PageMain';
import { Asked, useSimulatorAddress } from './address/useSimulatorAddress';
import { SimulationResult } from './result/SimulationResult';
import { SimulatorFields } from './SimulatorFields';
import { toInput } from './toInput';
import styles from './SimulatorPage.module.css';

const VERDICTS = {
  allow: 'It would be allowed.',
  hold: 'It would be held.',
  deny: 'It would be refused.',
};

/** Tries out what would be decided about a request that nobody made. */
export function SimulatorPage() {
  const { asked, problem, ask } = useSimulatorAddress();
  return (
    <PageMain
      title="Simulator"
      description="What would be decided, and why, about a request that nobody made."
    >
      {problem === 'unreadable-draft' && (
        <Alert
          role="alert"
          status="warning"
          icon
          title="The draft in this link cannot be read"
          description="The link was probably cut off. What else it says is filled in."
        />
      )}
      {asked && <Simulator asked={asked} ask={ask} />}
    </PageMain>
  );
}

function Simulator(props: {
  asked: Asked;
  ask: ReturnType<typeof useSimulatorAddress>['ask'];
}) {
  const { asked, ask } = props;
  const actions = useActions();
  const action = actions.data?.find(({ id }) => id === asked.form.action);
  const outcome = useMemo(() => toInput(asked.form, action), [asked, action]);
  const isReady =
    asked.isComplete && (actions.data !== undefined || actions.isError);
  const input = isReady && 'input' in outcome ? outcome.input : undefined;
  const simulation = useSimulation(input);
  return (
    <div className={styles.page}>
      <SimulatorFields
        asked={asked.form}
        actions={actions.data ?? []}
        isPending={simulation.isFetching}
        onAsk={async form => {
          await ask(form);
          if (JSON.stringify(form) === JSON.stringify(asked.form)) {
            await simulation.refetch();
          }
        }}
      />
      <div className={styles.outcome}>
        <VisuallyHidden role="status">
          {simulation.data && VERDICTS[simulation.data.result.decision.verdict]}
        </VisuallyHidden>
        {asked.isTooLong && (
          <Alert
            role="alert"
            status="warning"
            icon
            title="This is too long for a link"
            description="The address does not hold it: a reload loses it, and it cannot be handed on. Shorten the draft or the input."
          />
        )}
        {input ? (
          <Outcome query={simulation} />
        ) : (
          <EmptyState
            title="Nothing is simulated yet."
            description="Say who asks for what, then simulate. Nothing is recorded, and nothing is authorised by it."
          />
        )}
      </div>
    </div>
  );
}

/** What the portal said to the question itself is no failure to read the answer. */
const REFUSALS: Record<number, string> = {
  400: 'This cannot be simulated as it is',
  409: 'A request would be turned away before anything is decided',
  413: 'This is more than can be simulated at once',
  429: 'You simulate more than one person may at a time',
};

function Outcome(props: { query: ReturnType<typeof useSimulation> }) {
  const { query } = props;
  const refusal = REFUSALS[statusOf(query.error) ?? 0];
  if (query.error && refusal && !query.isFetching) {
    return (
      <Alert
        role="alert"
        status="warning"
        icon
        title={refusal}
        description={<PlainText text={messageOf(query.error)} />}
      />
    );
  }
  return (
    <LoadState query={query} what="what would be decided">
      {() => <SimulationResult simulation={query.data!} />}
    </LoadState>
  );
}
