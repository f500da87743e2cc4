import { Select } from '@backstage/ui';

const ANY = 'any';

/** Something that can be chosen. */
export interface Choice {
  id: string;
  label: string;
}

/** One of the known values or any; a value from a link stays choosable when it is not known. */
export function OneOf(props: {
  label: string;
  choices: Choice[];
  value: string | undefined;
  onChange(value: string | undefined): void;
}) {
  const { label, choices, value, onChange } = props;
  const isKnown = !value || choices.some(choice => choice.id === value);
  const options = [
    { id: ANY, label: 'Any' },
    ...choices,
    ...(isKnown ? [] : [{ id: value, label: value }]),
  ];
  return (
    <Select
      label={label}
      options={options}
      value={value ?? ANY}
      onChange={key => onChange(key === ANY ? undefined : String(key))}
    />
  );
}
