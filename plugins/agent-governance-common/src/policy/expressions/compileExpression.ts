import { PolicyProblem } from '../PolicyProblem';
import { plainText } from '../wording';
import { checkExpression } from './checkExpression';
import { CompiledExpression } from './CompiledExpression';
import { PlannedExpression } from './evaluate/PlannedExpression';
import { planExpression } from './evaluate/planExpression';
import { EXPRESSION_LIMITS } from './limits';
import { SourceProblem } from './parseExpression';
import { SharedByText } from './SharedByText';

/** Room for what is wrong and for what is allowed, whatever the author wrote. */
const MAX_REASON = 400;

/** Many policies ask the same; what an expression comes to depends on nothing but its text. */
const expressions = new SharedByText<CompiledExpression>();

/** Where an expression stands, to say where its problems are. @public */
export interface ExpressionPlace {
  /** Of the policy document; `when` if not given. */
  field?: string;
  file?: string;
  /** Finds a character of the expression in the file, if it is from one. */
  locate?: (offset: number) => { line: number; column: number } | undefined;
}

/** @public */
export type CompileResult =
  | { ok: true; expression: CompiledExpression }
  | { ok: false; problems: PolicyProblem[] };

/**
 * Checks an expression over the facts and makes it ready to be evaluated.
 *
 * The language is a subset of CEL (Common Expression Language): literals, the facts of `FACT_SCHEMA`,
 * comparison, arithmetic, logic, `?:`, `in`, lists, functions of texts, `exists`, `all` and `exists_one`
 * over lists, `timestamp()` and `duration()`. Everything that can be known to be wrong is said here,
 * with line and column; never throws.
 *
 * @public
 */
export function compileExpression(
  source: string,
  place: ExpressionPlace = {},
): CompileResult {
  const shared = expressions.find(source);
  if (shared) {
    return { ok: true, expression: shared };
  }
  const checked = checkExpression(source);
  if ('problems' in checked) {
    return { ok: false, problems: inPlace(checked.problems, source, place) };
  }
  const { root, paths, cost } = checked;
  const expression = new PlannedExpression(
    source,
    paths,
    cost,
    planExpression(root),
  );
  return { ok: true, expression: expressions.share(source, expression) };
}

/** The problems as an author finds them: in which field, which file, on which line. */
function inPlace(
  problems: SourceProblem[],
  source: string,
  {
    field = 'when',
    file,
    locate = offset => within(source, offset),
  }: ExpressionPlace,
): PolicyProblem[] {
  return problems.map(({ offset, reason, suggestion }) => ({
    field,
    ...(file !== undefined && { file }),
    ...locate(offset),
    expression: source.slice(0, EXPRESSION_LIMITS.sourceLength),
    reason: plainText(reason, MAX_REASON),
    ...(suggestion !== undefined && { suggestion: plainText(suggestion) }),
  }));
}

/** The place in the expression itself. */
function within(
  source: string,
  offset: number,
): { line: number; column: number } {
  const before = source.slice(0, offset).split(/\r\n|\r|\n/);
  return {
    line: before.length,
    column: before[before.length - 1].length + 1,
  };
}
