import { Fold } from '@agentgov/backstage-plugin-agent-governance-react';
import { TextAreaField, TextField } from '@backstage/ui';
import { EntityPicker } from '../EntityPicker';
import { EnvironmentSelect } from '../EnvironmentSelect';
import { FreezeDraft } from './useFreezeDraft';
import styles from './FreezeForm.module.css';

const SCOPE_KINDS = ['component', 'system', 'api', 'resource', 'domain'];

/** What a freeze is to cover. */
export function ScopeFields(props: {
  draft: FreezeDraft;
  onChange(change: Partial<FreezeDraft>): void;
}) {
  const { draft, onChange } = props;
  return (
    <>
      <EntityPicker
        label="Entity"
        description="A system covers everything that is part of it. Empty means everything in the environment."
        kinds={SCOPE_KINDS}
        value={draft.entityRef}
        onChange={entityRef => onChange({ entityRef })}
      />
      <EnvironmentSelect
        value={draft.environment}
        onChange={environment => onChange({ environment })}
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
