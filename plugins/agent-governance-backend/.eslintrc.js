const { withImportZones } = require('../../scripts/lint/importZones');

module.exports = require('@backstage/cli/config/eslint-factory')(
  __dirname,
  withImportZones(__dirname),
);
