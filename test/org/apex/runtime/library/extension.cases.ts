/** Formulas evaluated from Apex, invocable actions by name, change events. */
import type { LibraryRow, Shown } from './rows.ts';
import { enumRow, reference, rowsOf } from './rows.ts';

const FORMULA_PAGE = reference('apex_class_FormulaEval_FormulaBuilder');
const BUILD = (formula: string, returns: string, rest = ''): string =>
  `FormulaEval.FormulaInstance f = Formula.builder().withType(Part__c.SObjectType).withReturnType(FormulaEval.FormulaReturnType.${returns}).withFormula('${formula}')${rest}.build(); `;
const ADDED: Shown = [`${BUILD('Count__c + 1', 'DECIMAL')}return f.evaluate(new Part__c(Count__c = 2));`, '3'];

const FORMULAS: readonly LibraryRow[] = [
  ...rowsOf('Formula', reference('apex_class_System_Formula'), {
    'static FormulaEval.FormulaBuilder builder()': ['Formula.builder() != null', 'true'],
  }),
  ...rowsOf('FormulaEval.FormulaBuilder', FORMULA_PAGE, {
    'FormulaEval.FormulaInstance build()': [
      ADDED,
      [
        `${BUILD('Nowhere__c + 1', 'DECIMAL')}return f;`,
        '!System.FormulaValidationException: Field Nowhere__c does not exist. Check spelling.',
      ],
    ],
    'FormulaEval.FormulaBuilder withFormula(String)': [
      `${BUILD('Name & "!"', 'STRING')}return f.evaluate(new Part__c(Name = 'a'));`,
      'a!',
    ],
    'FormulaEval.FormulaBuilder withReturnType(FormulaEval.FormulaReturnType)': [
      `${BUILD('Count__c > 1', 'BOOLEAN')}return f.evaluate(new Part__c(Count__c = 2));`,
      'true',
    ],
    'FormulaEval.FormulaBuilder withType(Type)': [
      "FormulaEval.FormulaInstance f = Formula.builder().withType(Shown.class).withReturnType(FormulaEval.FormulaReturnType.STRING).withFormula('text & \"!\"').build(); Shown s = new Shown(); s.text = 'a'; return f.evaluate(s);",
      'a!',
    ],
    'FormulaEval.FormulaBuilder withType(Schema.SObjectType)': ADDED,
    'FormulaEval.FormulaBuilder withGlobalVariables(List<FormulaEval.FormulaGlobal>)': [
      `${BUILD('1 + 1', 'INTEGER', '.withGlobalVariables(new List<FormulaEval.FormulaGlobal>())')}return f.evaluate(new Part__c());`,
      '2',
    ],
    'FormulaEval.FormulaBuilder treatNumericNullAsZero(Boolean)': [
      `${BUILD('Count__c + 1', 'DECIMAL', '.treatNumericNullAsZero(true)')}return f.evaluate(new Part__c(Count__c = null));`,
      '1',
    ],
    'FormulaEval.FormulaBuilder parseAsTemplate(Boolean)': [
      `${BUILD('1 + 1', 'INTEGER', '.parseAsTemplate(false)')}return f.evaluate(new Part__c());`,
      '2',
    ],
  }),
  ...rowsOf('FormulaEval.FormulaInstance', reference('apex_class_FormulaEval_FormulaInstance'), {
    'Object evaluate(Object)': ADDED,
    'Set<String> getReferencedFields()': [
      `${BUILD('Count__c + Price__c', 'DECIMAL')}return f.getReferencedFields();`,
      '{Count__c, Price__c}',
    ],
  }),
  ...enumRow(
    'FormulaEval.FormulaReturnType',
    reference('apex_enum_FormulaEval_FormulaReturnType'),
    'BOOLEAN DATE DATETIME DECIMAL DOUBLE ID INTEGER LONG STRING TIME',
  ),
  ...enumRow(
    'FormulaEval.FormulaGlobal',
    FORMULA_PAGE,
    'CUSTOMMETADATA LABEL ORGANIZATION PERMISSION PROFILE SETUP SYSTEM USER USERROLE',
  ),
];

const ACTION_PAGE = reference('apex_class_Invocable_Action');
const RESULT_PAGE = reference('apex_class_Invocable_Action_Result');
const ACTION =
  "Invocable.Action a = Invocable.Action.createCustomAction('apex', 'Doubler'); a.setInvocationParameter('values', 4); ";
const GOOD = `${ACTION}Invocable.Action.Result r = a.invoke()[0]; `;
const BAD =
  "Invocable.Action a = Invocable.Action.createCustomAction('flow', 'None'); a.addInvocation(); Invocable.Action.Error e = a.invoke()[0].getErrors()[0]; ";
const ACTIONS: readonly LibraryRow[] = [
  ...rowsOf('Invocable.Action', ACTION_PAGE, {
    'static Invocable.Action createCustomAction(String,String)': [`${ACTION}return a.getName();`, 'Doubler'],
    'static Invocable.Action createCustomAction(String,String,String)': [
      "Invocable.Action.createCustomAction('apex', 'ns', 'Doubler').getNamespace()",
      'ns',
    ],
    'static Invocable.Action createStandardAction(String)': [
      "Invocable.Action.createStandardAction('emailSimple').getName()",
      'emailSimple',
    ],
    'Invocable.Action addInvocation()': [
      `${ACTION}a.addInvocation(); a.setInvocationParameter('values', 5); return a.invoke()[1].getOutputParameters();`,
      '{output=10}',
    ],
    'Invocable.Action clearInvocations()': [`${ACTION}a.clearInvocations(); return a.invoke().size();`, '0'],
    'Invocable.Action setInvocationParameter(String,Object)': [
      `${ACTION}return a.invoke()[0].getOutputParameters();`,
      '{output=8}',
    ],
    'Invocable.Action setInvocations(List<Map<String,Object>>)': [
      `${ACTION}a.setInvocations(new List<Map<String, Object>>{ new Map<String, Object>{ 'values' => 1 } }); return a.invoke()[0].getOutputParameters();`,
      '{output=2}',
    ],
    'List<Invocable.Action.Result> invoke()': [`${ACTION}return a.invoke().size();`, '1'],
    'String getName()': [`${ACTION}return a.getName();`, 'Doubler'],
    'String getNamespace()': [`${ACTION}return a.getNamespace();`, 'null'],
    'String getType()': [`${ACTION}return a.getType();`, 'apex'],
    'Boolean isStandard()': [
      `${ACTION}return a.isStandard() + '' + Invocable.Action.createStandardAction('x').isStandard();`,
      'falsetrue',
    ],
  }),
  ...rowsOf('Invocable.Action.Result', RESULT_PAGE, {
    'Invocable.Action getAction()': [`${GOOD}return r.getAction().getName();`, 'Doubler'],
    'List<Invocable.Action.Error> getErrors()': [`${GOOD}return r.getErrors().size();`, '0'],
    'Map<String,Object> getInvocationParameters()': [`${GOOD}return r.getInvocationParameters();`, '{values=4}'],
    'Map<String,Object> getOutputParameters()': [`${GOOD}return r.getOutputParameters();`, '{output=8}'],
    'Boolean isSuccess()': [`${GOOD}return r.isSuccess();`, 'true'],
  }),
  ...rowsOf('Invocable.Action.Error', reference('apex_class_Invocable_Action_Error'), {
    'String getCode()': [`${BAD}return e.getCode();`, 'NOT_FOUND'],
    'String getMessage()': [`${BAD}return e.getMessage();`, 'The flow action None does not exist in the local org'],
  }),
];

const HEADER_PAGE = reference('apex_class_eventbus_ChangeEventHeader');
/** Properties of the header: type, a value, how it prints. */
const HEADER: Readonly<Record<string, readonly [type: string, value: string, printed: string]>> = {
  changeOrigin: ['String', "'api'", 'api'],
  changeType: ['String', "'CREATE'", 'CREATE'],
  changedFields: ['List<String>', "new List<String>{ 'Name' }", '(Name)'],
  commitNumber: ['Long', '5L', '5'],
  commitTimestamp: ['Long', '7L', '7'],
  commitUser: ['String', "'005'", '005'],
  diffFields: ['List<String>', "new List<String>{ 'Name' }", '(Name)'],
  entityName: ['String', "'Account'", 'Account'],
  nulledFields: ['List<String>', 'new List<String>()', '()'],
  recordIds: ['List<String>', "new List<String>{ '001' }", '(001)'],
  sequenceNumber: ['Integer', '2', '2'],
  transactionKey: ['String', "'key'", 'key'],
};
const HEADERS: readonly LibraryRow[] = rowsOf('EventBus.ChangeEventHeader', HEADER_PAGE, {
  'new()': ['new EventBus.ChangeEventHeader().changeType', 'null'],
  ...Object.fromEntries(
    Object.entries(HEADER).flatMap(([name, [type, value, printed]]): [string, Shown][] => {
      const given = `EventBus.ChangeEventHeader h = new EventBus.ChangeEventHeader(); h.${name} = ${value}; `;
      const getter = `get${name.charAt(0).toUpperCase()}${name.slice(1)}`;
      return [
        [`${type} ${name}`, [`${given}return h.${name};`, printed]],
        [`${type} ${getter}()`, [`${given}return h.${getter}();`, printed]],
      ];
    }),
  ),
});

const SAVED: Readonly<Record<string, string>> = {
  SaveResult: "Database.insert(new Part__c(Name = 'a'))",
  DeleteResult: "Database.delete(Parts.make('a'))",
  UndeleteResult: 'Database.undelete(gone())',
  UpsertResult: "Database.upsert(new Part__c(Name = 'a'))",
  MergeResult: 'Database.merge(a, b)',
};
const GIVEN: Readonly<Record<string, string>> = {
  UndeleteResult: "Part__c p = Parts.make('a'); delete p; ",
  MergeResult:
    "Account a = new Account(Name = 'a'); Account b = new Account(Name = 'b'); insert new List<Account>{ a, b }; ",
};
const RESULTS: readonly LibraryRow[] = Object.entries(SAVED).flatMap(([name, call]) =>
  rowsOf(
    `Database.${name}`,
    reference(`apex_methods_system_database_${name.toLowerCase()}`),
    {
      'Id id': ['r.id == r.getId()', 'true'],
      'Boolean success': ['r.success', 'true'],
      'List<Database.Error> errors': ['r.errors.size()', '0'],
    },
    `${GIVEN[name] ?? ''}Database.${name} r = ${call.replace('gone()', 'p')}; `,
  ),
);

const NETWORK: readonly LibraryRow[] = rowsOf('Network', reference('apex_methods_system_network'), {
  'static Id getNetworkId()': ['Network.getNetworkId()', 'null'],
});

export const EXTENSIONS: readonly LibraryRow[] = [...NETWORK, ...FORMULAS, ...ACTIONS, ...HEADERS, ...RESULTS];
