import { EntityPath, ProblemList } from '../parse/ProblemList';
import { TargetCompiler } from './TargetCompiler';
import { TargetTest } from './TargetTest';

/**
 * Makes a filter predicate, as used elsewhere in the portal, a question about the facts of the target.
 *
 * It answers like the portal's own evaluation over the entity, and *unknown* where that would need a fact that
 * is not known. Stricter in what it takes: operators and paths nobody knows are refused and not simply false.
 */
export function compileTargets(
  predicate: unknown,
  path: EntityPath,
  problems: ProblemList,
): TargetTest | undefined {
  const before = problems.problems.length;
  const test = new TargetCompiler(problems).compile(predicate, path, 0);
  return problems.problems.length === before ? test : undefined;
}
