import {
  CheckpointCoverage,
  CheckpointCoverageCell,
  CoveringRule,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { Text } from '@backstage/ui';
import { CoveringRules } from './CoveringRules';
import { coverageWords } from './CoverageMark';
import styles from './CheckpointCoverage.module.css';

/** Which rules say so of one action in one environment, and what each depends on. */
export function CellDetail(props: {
  coverage: CheckpointCoverage;
  cell: CheckpointCoverageCell;
}) {
  const { coverage, cell } = props;
  const { actionId, environment, rules, moreRules, shadow, moreShadow } = cell;
  return (
    <section
      className={styles.detail}
      aria-label={`${actionId} in ${environment}`}
    >
      <Text as="p" variant="body-medium" weight="bold">
        {`${actionId} in ${environment}: ${coverageWords(cell)}`}
      </Text>
      <Text as="p" variant="body-medium">
        {meaningOf(cell)}
      </Text>
      <CoveringRules
        label="Rules that say so"
        rules={rules}
        more={moreRules}
        policies={coverage.policies}
      />
      {shadow.length > 0 && (
        <>
          <Text as="p" variant="body-medium">
            In shadow mode, and counting for nothing:
          </Text>
          <CoveringRules
            label="Rules in shadow mode"
            rules={shadow}
            more={moreShadow}
            policies={coverage.policies}
          />
        </>
      )}
    </section>
  );
}

function meaningOf({ state, extent, rules }: CheckpointCoverageCell): string {
  if (state === 'uncovered') {
    return 'No rule of any policy document could say anything about it. It runs only if the portal’s own policy grants it.';
  }
  const always = extent === 'always';
  switch (state) {
    case 'denied':
      return always
        ? 'Every request is denied.'
        : 'Some requests are denied. Of the others nobody decided.';
    case 'held':
      return always
        ? 'A person looks at every request, unless it is denied.'
        : 'A person looks at some requests. Of the others nobody decided.';
    default:
      return `${
        always
          ? 'It is let through, unless something stricter applies.'
          : 'Some requests are let through. Of the others nobody decided.'
      }${
        needsOthers(rules) ? ' It takes the yes of another level as well.' : ''
      }`;
  }
}

/** A yes of the environment level alone is none. */
function needsOthers(rules: CoveringRule[]): boolean {
  return rules.every(({ grants }) => grants !== 'alone');
}
