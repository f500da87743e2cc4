import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Entity } from '@backstage/catalog-model';
import { parse } from 'yaml';
import { TemplateProcessor } from './TemplateProcessor';

const processor = new TemplateProcessor();
const template: Entity = parse(
  readFileSync(
    resolve(__dirname, '../../../../examples/acme/templates.yaml'),
    'utf8',
  ),
);

describe('TemplateProcessor', () => {
  it('takes the templates of the demo, and says whose they are', async () => {
    expect(await processor.validateEntityKind(template)).toBe(true);
    const emit = jest.fn();
    await processor.postProcessEntity(
      template,
      { type: 'file', target: 'x' },
      emit,
    );
    const group = { kind: 'group', namespace: 'default', name: 'payments' };
    const self = { kind: 'Template', namespace: 'default', name: 'read-again' };
    expect(emit.mock.calls.map(([{ relation }]) => relation)).toEqual([
      { type: 'ownedBy', source: self, target: group },
      { type: 'ownerOf', source: group, target: self },
    ]);
  });

  it('leaves other kinds to others', async () => {
    const component = { ...template, apiVersion: 'v1', kind: 'Component' };
    expect(await processor.validateEntityKind(component)).toBe(false);
    const emit = jest.fn();
    await processor.postProcessEntity(
      component,
      { type: 'file', target: 'x' },
      emit,
    );
    expect(emit).not.toHaveBeenCalled();
  });
});
