import lwc from '@salesforce/eslint-config-lwc';
import tseslint from 'typescript-eslint';

const LWC = ['force-app/**/lwc/**/*.ts'];
const SCRIPTS = ['scripts/**/*.ts', 'test/**/*.ts'];
const scope = (configs, files) => configs.map((config) => ({ ...config, files }));

export default [
  {
    ignores: [
      'node_modules/**',
      'build/**',
      'coverage/**',
      '.lma/**',
      '.cache/**',
      'force-app/**/lwc/**/*.js',
      'force-app/test/jest-mocks/**',
    ],
  },
  ...scope(lwc.configs.recommended, LWC),
  ...scope(tseslint.configs.recommendedTypeChecked, LWC),
  {
    files: LWC,
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      'no-undef': 'off',
      'no-unused-vars': 'off',
      'import/named': 'off',
      '@typescript-eslint/no-unused-vars': 'error',
    },
  },
  {
    files: ['force-app/**/__tests__/**/*.ts'],
    rules: {
      '@lwc/lwc/no-unexpected-wire-adapter-usages': 'off',
      '@lwc/lwc/no-async-operation': 'off',
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-require-imports': 'off',
    },
  },
  ...scope(tseslint.configs.recommended, SCRIPTS),
  {
    files: SCRIPTS,
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      eqeqeq: 'error',
    },
  },
];
