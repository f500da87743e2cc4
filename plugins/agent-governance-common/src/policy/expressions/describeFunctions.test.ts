import { FUNCTION_NAMES } from './check/signatures';
import { checkExpression } from './checkExpression';
import { describeFunctions } from './describeFunctions';

describe('describeFunctions', () => {
  it('knows every function that the checker knows, and no other', () => {
    expect(
      describeFunctions()
        .map(({ name }) => name)
        .sort(),
    ).toEqual([...FUNCTION_NAMES].sort());
  });

  it.each(describeFunctions().map(one => [one.name, one.example]))(
    '%s has an example that is right: %s',
    (name, example) => {
      expect(example).toContain(`${name}(`);
      expect(checkExpression(example)).not.toHaveProperty('problems');
    },
  );
});
