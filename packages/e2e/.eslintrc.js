module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  overrides: [
    {
      // Stories are Playwright's, whose test and expect only look like Jest's.
      files: ['src/**/*.spec.ts', 'src/test.ts'],
      rules: {
        'jest/expect-expect': 'off',
        'jest/no-standalone-expect': 'off',
        'jest/no-done-callback': 'off',
        'jest/valid-title': 'off',
      },
    },
  ],
});
