import { howNear } from './howNear';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'payments-api' },
  relations: [
    { type: 'ownedBy', targetRef: 'group:default/payments' },
    { type: 'partOf', targetRef: 'system:default/payments' },
    { type: 'dependsOn', targetRef: 'component:default/fraud-check' },
  ],
};

describe('howNear', () => {
  it.each([
    ['system:default/payments', 'which this is part of'],
    ['component:default/fraud-check', 'which this depends on'],
    ['Component:default/Fraud-Check', 'which this depends on'],
    ['component:default/payments-api', undefined],
    ['group:default/payments', undefined],
    ['masked:default/masked', undefined],
  ])('says of %s: %s', (ref, words) => {
    expect(howNear(entity, ref)).toBe(words);
  });
});
