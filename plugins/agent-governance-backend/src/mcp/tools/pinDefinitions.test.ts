import { JsonObject } from '@agentgov/backstage-plugin-agent-governance-common';
import { pinDefinitions } from './pinDefinitions';

const tool = (change: JsonObject = {}): JsonObject => ({
  name: 'close',
  inputSchema: { type: 'object' },
  ...change,
});
const digestOf = (definition: JsonObject) =>
  pinDefinitions('tickets', [definition]).tools[0].digest;

describe('pinDefinitions', () => {
  it('pins what reaches agents, and nothing else', () => {
    const first = digestOf(tool());
    expect(digestOf(tool({ _meta: { seen: 7 }, icons: [] }))).toBe(first);
    for (const change of [
      { title: 'Close' },
      { description: 'Closes' },
      { inputSchema: { type: 'object', required: ['id'] } },
      { outputSchema: { type: 'object' } },
      { annotations: { readOnlyHint: true } },
    ]) {
      expect(digestOf(tool(change))).not.toBe(first);
    }
  });

  it.each<[string, JsonObject]>([
    ['a name that does not fit', tool({ name: 'close ticket' })],
    ['a name that does not fit', tool({ name: '../close' })],
    ['a name that does not fit', tool({ name: 'clоse' })],
    ['a name that is too long', tool({ name: 'a'.repeat(128) })],
    ['a name that the gateway uses itself', tool({ name: 'resources.read' })],
    ['is no tool', { name: 'close' }],
    ['is no tool', tool({ inputSchema: 'any' })],
    ['takes no object', tool({ inputSchema: { type: 'string' } })],
    ['a definition of more than', tool({ description: 'x'.repeat(70_000) })],
    ['cannot be recorded exactly', tool({ description: 'half \ud800' })],
  ])('says of one that cannot be offered: %s', (because, raw) => {
    const { tools, problems } = pinDefinitions('tickets', [raw, tool()]);
    expect(problems).toEqual([expect.stringContaining(because)]);
    expect(tools).toHaveLength(1);
  });

  it('offers neither of two with one name', () => {
    const { tools, problems } = pinDefinitions('tickets', [
      tool(),
      tool({ description: 'Another' }),
      tool({ name: 'open' }),
    ]);
    expect(tools.map(({ definition }) => definition.name)).toEqual(['open']);
    expect(problems).toEqual([expect.stringContaining('more than once')]);
  });

  it('does not tell of a thousand problems one by one', () => {
    const { problems } = pinDefinitions(
      'tickets',
      Array.from({ length: 1_000 }, () => ({ name: ' ' })),
    );
    expect(problems).toHaveLength(51);
    expect(problems[50]).toBe('and 950 more');
  });
});
