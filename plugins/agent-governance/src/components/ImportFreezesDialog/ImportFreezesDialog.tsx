import {
  FreezeImport,
  FreezeScope,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  useEnvironments,
  useImportFreezes,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { Select } from '@backstage/ui';
import { getLocalTimeZone } from '@internationalized/date';
import { useId, useState } from 'react';
import { EntityPicker } from '../EntityPicker';
import { FormDialog } from '../FormDialog';
import { ZonePicker } from '../ZonePicker';
import { ImportedEvents } from './ImportedEvents';
import styles from './ImportFreezesDialog.module.css';

/** Sets freezes from a calendar file: first what would come of it, then all of it. */
export function ImportFreezesDialog(props: {
  onClose(): void;
  onImported(count: number): void;
}) {
  const { onClose, onImported } = props;
  const [file, setFile] = useState<{ name: string; ics: string }>();
  const [scope, setScope] = useState<FreezeScope>({});
  const [zone, setZone] = useState(getLocalTimeZone());
  const [owner, setOwner] = useState<string>();
  const [preview, setPreview] = useState<FreezeImport>();
  const environments = useEnvironments();
  const read = useImportFreezes();
  const fileId = useId();
  const missing = whatIsMissing(file, scope);
  const news = countOf(preview, 'new');
  const hindrance = preview && whatHinders(preview);

  // whatever is changed makes what was read another thing
  const change =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      setPreview(undefined);
      read.reset();
      set(value);
    };
  const ask = (apply: boolean) =>
    read.mutate(
      {
        ics: file!.ics,
        scope,
        zone,
        ...(owner && { owner }),
        ...(apply && { apply }),
      },
      {
        onSuccess: answer =>
          answer.applied
            ? onImported(countOf(answer, 'new'))
            : setPreview(answer),
      },
    );

  return (
    <FormDialog
      title="Import freezes"
      width={720}
      missing={missing ?? hindrance}
      submit={preview ? submitOf(news) : 'Look at it'}
      isPending={read.isPending}
      error={read.error}
      errorTitle="Nothing was imported"
      onSubmit={() => ask(preview !== undefined)}
      onClose={onClose}
    >
      <div>
        <label htmlFor={fileId} className={styles.label}>
          Calendar file
        </label>
        <input
          id={fileId}
          type="file"
          accept=".ics,text/calendar"
          onChange={async event => {
            const [chosen] = event.target.files ?? [];
            change(setFile)(
              chosen && { name: chosen.name, ics: await chosen.text() },
            );
          }}
        />
      </div>
      <EntityPicker
        label="Entity"
        description="What its events freeze, with everything that is part of it."
        kinds={['component', 'system', 'api', 'resource', 'domain']}
        value={scope.entityRef}
        onChange={change(entityRef => setScope({ ...scope, entityRef }))}
      />
      <Select
        label="Environments"
        selectionMode="multiple"
        placeholder="All"
        options={(environments.data ?? []).map(({ name }) => ({
          id: name,
          label: name,
        }))}
        value={scope.environments ?? []}
        onChange={change(keys =>
          setScope({
            ...scope,
            environments:
              (keys as string[]).length > 0 ? (keys as string[]) : undefined,
          }),
        )}
      />
      <ZonePicker
        label="Time zone"
        description="Of times in the file that name none, and of whole days."
        value={zone}
        onChange={change(setZone)}
      />
      <EntityPicker
        label="Owner"
        description="Who answers for them. Empty means you."
        kinds={['group', 'user']}
        value={owner}
        onChange={change(setOwner)}
      />
      {preview && <ImportedEvents events={preview.events} />}
    </FormDialog>
  );
}

function submitOf(news: number): string {
  return news === 1 ? 'Set one freeze' : `Set ${news} freezes`;
}

function countOf(
  answer: FreezeImport | undefined,
  outcome: FreezeImport['events'][number]['outcome'],
): number {
  return answer?.events.filter(event => event.outcome === outcome).length ?? 0;
}

function whatIsMissing(
  file: object | undefined,
  scope: FreezeScope,
): string | undefined {
  if (!file) {
    return 'Choose a calendar file.';
  }
  return scope.entityRef || scope.environments
    ? undefined
    : 'Choose an entity, an environment, or both.';
}

function whatHinders(preview: FreezeImport): string | undefined {
  const refused = countOf(preview, 'refused');
  if (refused > 0) {
    return `Nothing is imported while ${refused} of ${preview.events.length} events cannot be read.`;
  }
  return countOf(preview, 'new') === 0
    ? 'There is no event in it that is new.'
    : undefined;
}
