/** Two digits, or whole numbers where there are more. */
export function short(value) {
  return Math.abs(value) >= 100
    ? Math.round(value).toLocaleString('en')
    : String(Number(value.toPrecision(2)));
}

/** A multiple of something; empty where there was nothing to compare with. */
export function times(value) {
  if (value === undefined) {
    return '';
  }
  return value >= 100
    ? `${Math.round(value).toLocaleString('en')} ×`
    : `${value.toFixed(2)} ×`;
}

/** With its sign. */
export function signed(value) {
  return `${value > 0 ? '+' : ''}${value.toFixed(2)}`;
}

export function metOrMissed(isMet) {
  return isMet ? 'met' : '**missed**';
}

/** When and on what it was measured, and where all of it is. */
export function measuredOn({ at, machine, rounds }, { report, more = '' }) {
  const { processors, loadBefore } = machine;
  return `Measured ${at.slice(
    0,
    10,
  )} on ${processors} shared virtual cores, with a load of ${loadBefore.toFixed(
    1,
  )} before it began; ${rounds} rounds${more}. [The whole report](${report}).`;
}

export const NOT_YET = 'Not measured yet.';
