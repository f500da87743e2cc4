import { createHash } from 'node:crypto';
import { hashLeaf } from './hashLeaf';

describe('hashLeaf', () => {
  it('is the RFC 6962 leaf hash of the known vectors', () => {
    // The empty leaf and 'L123456', as transparency logs publish them.
    expect(hashLeaf('')).toBe(
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    );
    expect(hashLeaf('L123456')).toBe(
      '395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56',
    );
  });

  it('agrees with an independent implementation, for text and for bytes', () => {
    const text = '{"purpose":"Grüße 🚀"}';
    const expected = createHash('sha256')
      .update(Buffer.concat([Buffer.of(0), Buffer.from(text)]))
      .digest('hex');

    expect(hashLeaf(text)).toBe(expected);
    expect(hashLeaf(new TextEncoder().encode(text))).toBe(expected);
  });
});
