import {
  Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Node,
  Pair,
  ParsedNode,
  YAMLMap,
} from 'yaml';
import { plainText, quoteText } from '../../wording';

/** Nobody writes a policy that is nested deeper, and recursion must end somewhere. */
const MAX_DEPTH = 64;
/** Parts of one document, each alias counted as often as what it stands for has parts. */
export const MAX_YAML_PARTS = 20_000;

/** Thrown at the first thing that a document may not have. */
export class YamlRefusal extends Error {
  readonly offset: number;

  constructor(reason: string, at: { range?: readonly number[] | null }) {
    super(reason);
    this.name = 'YamlRefusal';
    this.offset = at.range?.[0] ?? 0;
  }
}

interface Walked {
  value: unknown;
  /** How many parts it has, with what aliases stand for. */
  parts: number;
}

/**
 * Turns a document into plain values by itself, and not by the library, so that nothing in it takes more time or room
 * than its text: aliases are shared and counted as what they stand for, keys are unique, only plain values are made.
 */
export class YamlWalk {
  /** What each alias stands for. */
  readonly aliases = new Map<Node, Node>();
  readonly #anchors = new Map<string, { node: Node; walked?: Walked }>();

  /** @throws YamlRefusal */
  static of(document: Document.Parsed): { value: unknown; walk: YamlWalk } {
    const walk = new YamlWalk();
    return { value: walk.#visit(document.contents, 0).value, walk };
  }

  #visit(node: ParsedNode | null, depth: number): Walked {
    if (node === null) {
      return { value: null, parts: 1 };
    }
    if (depth > MAX_DEPTH) {
      throw new YamlRefusal(`is nested deeper than ${MAX_DEPTH}`, node);
    }
    if (isAlias(node)) {
      return this.#standsFor(node);
    }
    const anchor: { node: Node; walked?: Walked } = { node };
    if (node.anchor !== undefined) {
      this.#anchors.set(node.anchor, anchor);
    }
    const walked = this.#valueOf(node, depth);
    if (walked.parts > MAX_YAML_PARTS) {
      throw new YamlRefusal(
        `has more than ${MAX_YAML_PARTS} parts, each alias counted as what it stands for`,
        node,
      );
    }
    anchor.walked = walked;
    return walked;
  }

  #standsFor(alias: Node & { source: string }): Walked {
    const anchor = this.#anchors.get(alias.source);
    const name = plainText(alias.source);
    if (!anchor) {
      throw new YamlRefusal(`there is no anchor ${name} before this`, alias);
    }
    if (!anchor.walked) {
      throw new YamlRefusal(`${name} would contain itself`, alias);
    }
    this.aliases.set(alias, anchor.node);
    return anchor.walked;
  }

  #valueOf(node: ParsedNode, depth: number): Walked {
    if (isScalar(node)) {
      return { value: node.value, parts: 1 };
    }
    if (isSeq(node)) {
      const items = node.items.map(item =>
        this.#visit(item as ParsedNode, depth + 1),
      );
      return { value: items.map(({ value }) => value), parts: sumOf(items) };
    }
    return this.#map(node as YAMLMap.Parsed, depth);
  }

  #map(map: YAMLMap.Parsed, depth: number): Walked {
    const value: Record<string, unknown> = {};
    const walked = map.items.map(pair => {
      const key = keyOf(pair, map);
      if (Object.hasOwn(value, key)) {
        throw new YamlRefusal(
          `${quoteText(key)} is here twice; only one could count`,
          pair.key,
        );
      }
      const part = this.#visit(pair.value, depth + 1);
      // by definition, so that no name of a key means anything
      Object.defineProperty(value, key, {
        value: part.value,
        enumerable: true,
        configurable: true,
        writable: true,
      });
      return part;
    });
    return { value, parts: sumOf(walked) };
  }
}

/** The name of a key. */
export function keyOf(pair: Pair<unknown, unknown>, map: YAMLMap): string {
  if (!isScalar(pair.key)) {
    throw new YamlRefusal(
      'has a key that is no plain text',
      (pair.key as Node | null) ?? map,
    );
  }
  return String(pair.key.value);
}

/** Whether a node holds others. */
export function isCollection(node: unknown): boolean {
  return isMap(node) || isSeq(node);
}

function sumOf(parts: readonly Walked[]): number {
  return parts.reduce((sum, part) => sum + part.parts, 1);
}
