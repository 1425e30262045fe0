import sfdxJest from '@salesforce/sfdx-lwc-jest/config.js';

const { jestConfig } = sfdxJest;

export default {
  ...jestConfig,
  testMatch: ['**/lwc/**/__tests__/**/*.test.ts'],
  modulePathIgnorePatterns: ['<rootDir>/build', '<rootDir>/.lma', '<rootDir>/.cache'],
  moduleNameMapper: { '^lightning/modal$': '<rootDir>/force-app/test/jest-mocks/lightning/modal' },
  setupFilesAfterEnv: [...(jestConfig.setupFilesAfterEnv ?? []), '<rootDir>/jest-setup.ts'],
  collectCoverageFrom: ['force-app/main/**/lwc/**/*.ts', '!**/__tests__/**'],
  testTimeout: 20000,
};
