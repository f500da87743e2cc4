/**
 * Rules for the whole repository; each package adds the ones of its role.
 */
module.exports = {
  root: true,
  rules: {
    // A longer file has become two things.
    'max-lines': ['error', 300],
  },
  overrides: [
    {
      files: [
        '**/*.test.*',
        '**/*.spec.*',
        '**/testUtils/**',
        '**/__*__/**',
        '**/generated/**',
        // one list of keys, each with what it means
        '**/config.d.ts',
      ],
      rules: { 'max-lines': 'off' },
    },
    {
      files: ['scripts/**'],
      extends: ['eslint:recommended', 'prettier'],
      env: { node: true, es2022: true },
      parserOptions: { ecmaVersion: 2022, sourceType: 'module' },
    },
    {
      files: ['**/*.cjs', 'scripts/lint/*.js'],
      parserOptions: { sourceType: 'script' },
    },
  ],
};
