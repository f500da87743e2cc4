import {
  Outlook,
  OutlookVerdict,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  Time,
  VerdictBadge,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { VisuallyHidden } from '@backstage/ui';
import styles from './AgentOutlook.module.css';

interface Cell {
  action: string;
  environment: string;
}

/** A verdict for every action in every environment; each opens to why. */
export function OutlookMatrix(props: {
  outlook: Outlook;
  chosen: Partial<Cell>;
  onChoose(cell: Partial<Cell>): void;
}) {
  const { outlook, chosen, onChoose } = props;
  return (
    <div
      className={styles.scroll}
      role="group"
      // a wide matrix scrolls on its own, so the keyboard must reach it
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-label="Verdicts"
    >
      <table className={styles.matrix}>
        <caption className={styles.caption}>
          As of <Time value={outlook.decidedAt} />, if the agent quotes the
          context as it is now. What depends on the input counts as unknown.
        </caption>
        <thead>
          <tr>
            <th scope="col">Action</th>
            {outlook.environments.map(environment => (
              <th key={environment} scope="col">
                {environment}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {outlook.actions.map(action => (
            <tr key={action.actionId}>
              <th scope="row">
                {action.actionTitle}
                <span className={styles.quiet}>{action.actionId}</span>
              </th>
              {action.verdicts.map(verdict => (
                <td key={verdict.environment}>
                  <VerdictButton
                    verdict={verdict}
                    label={`${action.actionTitle} in ${verdict.environment}`}
                    isChosen={
                      chosen.action === action.actionId &&
                      chosen.environment === verdict.environment
                    }
                    onToggle={isChosen =>
                      onChoose(
                        isChosen
                          ? {
                              action: action.actionId,
                              environment: verdict.environment,
                            }
                          : {},
                      )
                    }
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function VerdictButton(props: {
  verdict: OutlookVerdict;
  label: string;
  isChosen: boolean;
  onToggle(isChosen: boolean): void;
}) {
  const { verdict, label, isChosen, onToggle } = props;
  return (
    <button
      type="button"
      className={styles.verdict}
      aria-expanded={isChosen}
      title={verdict.because}
      onClick={() => onToggle(!isChosen)}
    >
      <VisuallyHidden>{label}: </VisuallyHidden>
      <VerdictBadge verdict={verdict.verdict} reason={verdict.reason} />
    </button>
  );
}
