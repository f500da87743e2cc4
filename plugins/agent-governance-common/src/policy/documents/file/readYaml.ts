import { Document, LineCounter, parseAllDocuments } from 'yaml';
import { PolicyProblem } from '../../PolicyProblem';
import { plainText } from '../../wording';
import { placeAt, YamlSource } from './YamlSource';
import { YamlRefusal, YamlWalk } from './YamlWalk';

/** Length of a file, in UTF-16 code units. @public */
export const MAX_POLICY_FILE_LENGTH = 512 * 1024;
const MAX_DOCUMENTS = 1_000;
/** Ends of lines, and what may begin a part of a document: reading takes time by these, and not by length alone. */
const STRUCTURE = /\n|[[{,&*]|[-?:](?=\s)/g;
const MAX_STRUCTURE = 50_000;
/** More than enough for a person to put right before trying again. */
const MAX_SYNTAX_PROBLEMS = 50;

/** One document of a file. */
export type YamlDocument =
  | { value: unknown; source: YamlSource }
  | { problems: PolicyProblem[] };

/**
 * Reads the documents of a YAML file, from whomever it is: bounded in size, in depth and in what aliases expand to;
 * only plain values, each key once, each problem with its place. Never throws.
 */
export function readYaml(text: string): YamlDocument[] {
  if (text.length > MAX_POLICY_FILE_LENGTH) {
    return refused(
      `is ${text.length} characters long; at most ${MAX_POLICY_FILE_LENGTH} are allowed`,
    );
  }
  const structure = text.match(STRUCTURE)?.length ?? 0;
  if (structure > MAX_STRUCTURE) {
    return refused(
      `has ${structure} lines, lists and fields together; at most ${MAX_STRUCTURE} are allowed`,
    );
  }
  const lines = new LineCounter();
  const documents = parse(text, lines);
  if (documents === undefined) {
    return refused('is nested too deep to be read');
  }
  if (documents.length > MAX_DOCUMENTS) {
    return refused(
      `holds ${documents.length} documents; at most ${MAX_DOCUMENTS} are allowed`,
    );
  }
  return documents
    .filter(({ contents, errors }) => contents !== null || errors.length > 0)
    .map(document => readDocument(document, { text, lines }));
}

function parse(
  text: string,
  lineCounter: LineCounter,
): Document.Parsed[] | undefined {
  try {
    const documents = parseAllDocuments(text, {
      lineCounter,
      prettyErrors: false,
      // the library compares each with each; see YamlWalk
      uniqueKeys: false,
      logLevel: 'silent',
    });
    return Array.isArray(documents) ? Array.from(documents) : [];
  } catch (error) {
    if (error instanceof RangeError) {
      return undefined;
    }
    throw error;
  }
}

function readDocument(
  document: Document.Parsed,
  { text, lines }: { text: string; lines: LineCounter },
): YamlDocument {
  const said = [...document.errors, ...document.warnings];
  if (said.length > 0) {
    return {
      problems: said.slice(0, MAX_SYNTAX_PROBLEMS).map(({ pos, message }) => ({
        field: 'document',
        ...placeAt(lines, pos[0]),
        reason: `is no YAML that is read here: ${plainText(message)}`,
      })),
    };
  }
  const version = document.directives?.yaml.version;
  if (version !== undefined && version !== '1.2') {
    return refused(`is YAML ${plainText(version)}; only 1.2 is read`)[0];
  }
  try {
    const { value, walk } = YamlWalk.of(document);
    return { value, source: new YamlSource(document, { text, lines, walk }) };
  } catch (error) {
    if (!(error instanceof YamlRefusal)) {
      throw error;
    }
    const place = placeAt(lines, error.offset);
    return {
      problems: [{ field: 'document', ...place, reason: error.message }],
    };
  }
}

function refused(reason: string): [{ problems: PolicyProblem[] }] {
  return [{ problems: [{ field: 'file', line: 1, column: 1, reason }] }];
}
