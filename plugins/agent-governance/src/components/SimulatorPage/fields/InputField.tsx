import { ActionDescription } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  Fold,
  JsonView,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { Button, TextAreaField } from '@backstage/ui';
import { exampleInput } from '../exampleInput';
import styles from '../SimulatorPage.module.css';

/** What the action would be asked with, as JSON, beside what the action takes. */
export function InputField(props: {
  value: string;
  action: ActionDescription | undefined;
  /** It starts from a decision, whose input it has. */
  isRecorded: boolean;
  onChange(value: string): void;
}) {
  const { value, action, isRecorded, onChange } = props;
  return (
    <div className={styles.fields}>
      <TextAreaField
        label="Input"
        description={
          isRecorded
            ? 'JSON. Empty is the input it was decided with.'
            : 'JSON, checked as a request’s would be.'
        }
        rows={4}
        value={value}
        onChange={onChange}
      />
      {action && (
        <div className={styles.line}>
          <Button
            size="small"
            variant="secondary"
            onPress={() => onChange(exampleInput(action.inputSchema))}
          >
            Fill in what it requires
          </Button>
          <Fold summary="What the action takes">
            <JsonView label="Input schema" value={action.inputSchema} />
          </Fold>
        </div>
      )}
    </div>
  );
}
