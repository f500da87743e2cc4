import { FactType } from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { Select, TextAreaField, TextField } from '@backstage/ui';
import { isWrittenPlainly } from '../factText';

const DESCRIPTIONS: Record<string, string> = {
  int: 'A whole number',
  double: 'A number',
  string: 'Text',
  timestamp: 'A moment with its zone, such as 2026-11-20T10:00:00Z',
};

/** A value of the type of the fact. */
export function FactValueField(props: {
  type: FactType;
  text: string;
  onChange(text: string): void;
}) {
  const { type, text, onChange } = props;
  const words = wordsOf(type);
  if (words) {
    return (
      <Select
        label="Value"
        placeholder="Choose one"
        options={words}
        value={text === '' ? null : text}
        onChange={key => onChange(String(key))}
      />
    );
  }
  return isWrittenPlainly(type) ? (
    <TextField
      label="Value"
      description={DESCRIPTIONS[type.kind]}
      value={text}
      onChange={onChange}
    />
  ) : (
    <TextAreaField
      label="Value"
      description="JSON"
      rows={4}
      value={text}
      onChange={onChange}
    />
  );
}

function wordsOf(
  type: FactType,
): Array<{ id: string; label: string }> | undefined {
  if (type.kind === 'bool') {
    return [
      { id: 'true', label: 'yes' },
      { id: 'false', label: 'no' },
    ];
  }
  return type.kind === 'string' && 'oneOf' in type && type.oneOf
    ? type.oneOf.map(word => ({ id: word, label: word }))
    : undefined;
}
