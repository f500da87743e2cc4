import { Combobox } from '@backstage/ui';

/** Every zone this browser knows, and UTC, which it does not list. */
const ZONES = ['UTC', ...Intl.supportedValuesOf('timeZone')];

/** Chooses a time zone by its IANA name. */
export function ZonePicker(props: {
  label: string;
  description?: string;
  value: string;
  onChange(zone: string): void;
}) {
  const { label, description, value, onChange } = props;
  const zones = ZONES.includes(value) ? ZONES : [value, ...ZONES];
  return (
    <Combobox
      label={label}
      description={description}
      options={zones.map(zone => ({ id: zone, label: zone }))}
      value={value}
      onChange={zone => zone && onChange(String(zone))}
    />
  );
}
