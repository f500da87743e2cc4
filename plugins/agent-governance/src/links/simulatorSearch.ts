import { SimulatorStart } from '@agentgov/backstage-plugin-agent-governance-react';

/** What the simulator's address says of what it starts from. */
export function simulatorSearch({ policy, ...words }: SimulatorStart): string {
  const params = new URLSearchParams(
    Object.entries(words).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
  if (policy) {
    params.append('change', `${policy.change} ${policy.ref}`);
  }
  return `?${params}`;
}
