import fc from 'fast-check';
import { allowedStory, approvedStory } from './__testUtils__/stories';
import { writeLedger } from './__testUtils__/writeLedger';
import { RawLedgerEntry } from './RawLedgerEntry';
import { verifyLedger } from './verifyLedger';

const toBytes = (text: string) => new TextEncoder().encode(text);
/** Hex is ASCII: a flipped bit of one of its characters stays one character. */
const toLatin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

/** Everything of an entry that lies in the database, as bytes, each with the way back. */
function partsOf(entry: RawLedgerEntry) {
  const { payloads } = entry;
  return [
    {
      name: 'envelope',
      bytes: toBytes(String(entry.bytes)),
      put: (bytes: Uint8Array) => ({ ...entry, bytes }),
    },
    {
      name: 'leaf hash',
      bytes: toBytes(entry.leafHash!),
      put: (bytes: Uint8Array) => ({ ...entry, leafHash: toLatin(bytes) }),
    },
    ...payloads.flatMap((payload, index) => {
      const put = (change: Partial<typeof payload>) => ({
        ...entry,
        payloads: payloads.map((other, position) =>
          position === index ? { ...other, ...change } : other,
        ),
      });
      return [
        {
          name: `payload ${payload.name}`,
          bytes: toBytes(String(payload.bytes)),
          put: (bytes: Uint8Array) => put({ bytes }),
        },
        {
          name: `salt of ${payload.name}`,
          bytes: toBytes(payload.saltHex),
          put: (bytes: Uint8Array) => put({ saltHex: toLatin(bytes) }),
        },
        {
          name: `name of ${payload.name}`,
          bytes: toBytes(payload.name),
          put: (bytes: Uint8Array) => put({ name: toLatin(bytes) }),
        },
      ];
    }),
  ];
}

const ledger = writeLedger([
  ...approvedStory().drafts,
  ...allowedStory().drafts,
]);
const places = ledger.flatMap((entry, index) =>
  partsOf(entry).map(part => ({ index, part })),
);

function flip(bytes: Uint8Array, bit: number): Uint8Array {
  const flipped = Uint8Array.from(bytes);
  flipped[bit >> 3] ^= 1 << bit % 8;
  return flipped;
}

describe('invariant 10: verifyLedger', () => {
  it('finds any single flipped bit, in any entry, any hash, any payload and any salt', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...places),
        fc.nat({ max: 1 << 20 }),
        async ({ index, part }, seed) => {
          const bit = seed % (part.bytes.length * 8);
          const changed = [...ledger];
          changed[index] = part.put(flip(part.bytes, bit));

          const { ok, findings } = await verifyLedger(changed);
          expect(ok).toBe(false);
          expect(findings.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('finds every flipped bit of a hash and of a salt', async () => {
    const [entry] = ledger;
    const hashes = partsOf(ledger[1]).filter(
      ({ name }) => name === 'leaf hash' || name === 'salt of review',
    );
    for (const part of hashes) {
      for (let bit = 0; bit < part.bytes.length * 8; bit++) {
        const changed = part.put(flip(part.bytes, bit));
        expect((await verifyLedger([entry, changed])).ok).toBe(false);
      }
    }
  });
});
