import {
  Fold,
  useEnvironments,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { Select, TextAreaField, TextField } from '@backstage/ui';
import { EntityPicker } from '../EntityPicker';
import { FreezeDraft } from './useFreezeDraft';
import styles from './FreezeForm.module.css';

const ALL = 'all';
const SCOPE_KINDS = ['component', 'system', 'api', 'resource', 'domain'];

/** What a freeze is to cover. */
export function ScopeFields(props: {
  draft: FreezeDraft;
  onChange(change: Partial<FreezeDraft>): void;
}) {
  const { draft, onChange } = props;
  const environments = useEnvironments();
  return (
    <>
      <EntityPicker
        label="Entity"
        description="A system covers everything that is part of it. Empty means everything in the environment."
        kinds={SCOPE_KINDS}
        value={draft.entityRef}
        onChange={entityRef => onChange({ entityRef })}
      />
      <Select
        label="Environment"
        options={[
          { id: ALL, label: 'All environments' },
          ...(environments.data ?? []).map(({ name }) => ({
            id: name,
            label: name,
          })),
        ]}
        value={draft.environment ?? ALL}
        onChange={key =>
          onChange({ environment: key === ALL ? undefined : String(key) })
        }
      />
      <Fold summary="Only some actions or targets">
        <div className={styles.fields}>
          <TextField
            label="Actions"
            description="Such as deployments:*, tickets:close. Empty means all."
            value={draft.actions}
            onChange={actions => onChange({ actions })}
          />
          <TextAreaField
            label="Targets"
            description='A filter predicate over catalog entities: { "spec.type": "service" }'
            value={draft.targets}
            onChange={targets => onChange({ targets })}
          />
        </div>
      </Fold>
    </>
  );
}
