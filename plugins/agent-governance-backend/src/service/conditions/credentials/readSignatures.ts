/** Signatures one may send at once: one for each secret in use, and a few to spare. */
const MAX_SIGNATURES = 8;

/** The signatures of version `v1` in a header such as `v1=4f…,v1=a0…`; others are for others to read. */
export function readSignatures(header: string): string[] {
  return header
    .split(',')
    .map(part => part.trim())
    .filter(part => part.startsWith('v1='))
    .map(part => part.slice('v1='.length).toLocaleLowerCase('en-US'))
    .slice(0, MAX_SIGNATURES);
}
