import { readResult } from './McpCaller';

const message = { jsonrpc: '2.0', id: 1, result: { tools: [] } };

describe('readResult', () => {
  it.each([
    ['application/json; charset=utf-8', JSON.stringify(message)],
    [
      'text/event-stream',
      `event: message\ndata: ${JSON.stringify(message)}\n\n`,
    ],
  ])('finds what was asked for in %s', (contentType, text) => {
    expect(readResult(text, contentType)).toEqual({ tools: [] });
  });

  it('takes an error of the protocol for none', () => {
    const error = { code: -32601, message: 'Method not found' };
    const text = JSON.stringify({ jsonrpc: '2.0', id: 1, error });
    expect(() => readResult(text, 'application/json')).toThrow(
      'Method not found',
    );
  });
});
