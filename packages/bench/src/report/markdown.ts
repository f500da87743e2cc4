/** A table whose first column is text and whose others are numbers. */
export function renderTable([head, ...rows]: string[][]): string[] {
  return [
    head,
    head.map((_, column) => (column === 0 ? '---' : '---:')),
    ...rows,
  ].map(cells => `| ${cells.join(' | ')} |`);
}

/** Two digits, or whole numbers where there are more. */
export function short(value: number): string {
  // from here on two digits would be written with an exponent
  return Math.abs(value) >= 99.5 ? value.toFixed(0) : value.toPrecision(2);
}

/** A multiple of something; empty where there is nothing to compare with. */
export function times(value: number | undefined): string {
  return value === undefined ? '' : `${value.toFixed(2)} ×`;
}

/** Each once, in the order they first come. */
export function unique<T>(values: T[]): T[] {
  return [...new Set(values)];
}

/** With its sign, so that nobody takes more for less. */
export function signed(value: number): string {
  return `${value > 0 ? '+' : ''}${value.toFixed(2)}`;
}
