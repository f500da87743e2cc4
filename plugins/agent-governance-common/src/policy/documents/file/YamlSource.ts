import {
  Document,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  Node,
  Pair,
} from 'yaml';
import { EntityPath } from '../parse/ProblemList';
import { FilePlace } from './FilePlace';
import { mapScalar } from './mapScalar';
import { isCollection, YamlWalk } from './YamlWalk';

/** One document of a YAML file, and where everything in it is written. */
export class YamlSource {
  readonly #text: string;
  readonly #lines: LineCounter;
  readonly #contents: Node | null;
  readonly #aliases: YamlWalk['aliases'];
  readonly #offsets = new Map<Node, number[] | undefined>();

  constructor(
    document: Document.Parsed,
    options: { text: string; lines: LineCounter; walk: YamlWalk },
  ) {
    this.#contents = document.contents;
    this.#text = options.text;
    this.#lines = options.lines;
    this.#aliases = options.walk.aliases;
  }

  /** Where the document begins. */
  get start(): FilePlace {
    return placeAt(this.#lines, this.#contents?.range?.[0] ?? 0);
  }

  /** What stands at a path, or the nearest around it that is there. */
  locate(path: EntityPath): FilePlace {
    let found = this.#contents;
    let offset = startOf(found);
    for (const step of path) {
      const next = this.#step(found, step);
      if (!next) {
        break;
      }
      found = next.node;
      offset = next.offset;
    }
    return placeAt(this.#lines, offset);
  }

  /** A character of the text that stands at a path. */
  locateIn(path: EntityPath, offset: number): FilePlace {
    const node = this.#find(path);
    if (!node || !isScalar(node)) {
      return this.locate(path);
    }
    if (!this.#offsets.has(node)) {
      this.#offsets.set(node, mapScalar(this.#text, node));
    }
    const offsets = this.#offsets.get(node);
    return offsets
      ? placeAt(this.#lines, offsets[Math.min(offset, offsets.length - 1)])
      : this.locate(path);
  }

  #find(path: EntityPath): Node | null | undefined {
    let found: Node | null | undefined = this.#contents;
    for (const step of path) {
      found = this.#step(found ?? null, step)?.node;
    }
    return found && this.#resolve(found);
  }

  #step(
    from: Node | null,
    step: string | number,
  ): { node: Node | null; offset: number } | undefined {
    const node = from && this.#resolve(from);
    if (isSeq(node) && typeof step === 'number') {
      const item = node.items[step];
      return item === undefined
        ? undefined
        : { node: item as Node, offset: startOf(item as Node) };
    }
    const pair = isMap(node)
      ? node.items.find(
          ({ key }) => isScalar(key) && String(key.value) === step,
        )
      : undefined;
    return pair && { node: pair.value as Node | null, offset: ofPair(pair) };
  }

  #resolve(node: Node): Node {
    return this.#aliases.get(node) ?? node;
  }
}

/** What is wrong with a simple value is wrong there; with a whole block, at its name. */
function ofPair({ key, value }: Pair): number {
  const said = value as Node | null;
  const isEmpty = !said?.range || said.range[0] === said.range[1];
  return startOf((isEmpty || isCollection(said) ? key : said) as Node);
}

function startOf(node: Node | null): number {
  return (isPair(node) ? undefined : node?.range?.[0]) ?? 0;
}

/** The place of a character of the file. */
export function placeAt(lines: LineCounter, offset: number): FilePlace {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}
