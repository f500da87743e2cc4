import { PlainEditor } from '../PlainEditor';

/**
 * Brings the editor, or what stands in for it. The editor measures what it shows; where a browser cannot tell it where
 * text stands it would be there and not work, so that counts as not having arrived.
 */
export async function loadCodeEditor() {
  if (typeof Range.prototype.getClientRects !== 'function') {
    return { default: PlainEditor };
  }
  try {
    return await import('./CodeEditor');
  } catch {
    return { default: PlainEditor };
  }
}
