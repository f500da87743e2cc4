import { useEnvironments } from '@agentgov/backstage-plugin-agent-governance-react';
import { Select } from '@backstage/ui';

const ALL = 'all';

/** One of the portal's environments, or all of them. */
export function EnvironmentSelect(props: {
  /** By name; none stands for all of them. */
  value: string | undefined;
  onChange(environment: string | undefined): void;
  /** What all of them are called. */
  all?: string;
}) {
  const { value, onChange, all = 'All environments' } = props;
  const environments = useEnvironments();
  return (
    <Select
      label="Environment"
      options={[
        { id: ALL, label: all },
        ...(environments.data ?? []).map(({ name }) => ({
          id: name,
          label: name,
        })),
      ]}
      value={value ?? ALL}
      onChange={key => onChange(key === ALL ? undefined : String(key))}
    />
  );
}
