/** Formulas over one license record (see the test): text, type of the result, value. */
import type { FieldType } from '../../../scripts/org/schema/model.ts';
import type { Raw } from '../../../scripts/org/types.ts';

export interface FormulaCase {
  readonly name: string;
  readonly text: string;
  readonly type: FieldType;
  readonly expected: Raw;
  readonly zero?: boolean;
  readonly scale?: number;
}

const row = (text: string, type: FieldType, expected: Raw, more: Partial<FormulaCase> = {}): FormulaCase => ({
  name: text,
  text,
  type,
  expected,
  ...more,
});

export const FORMULA_CASES: readonly FormulaCase[] = [
  // operators
  row('1 + 2 * 3', 'double', 7),
  row('(1 + 2) * 3', 'double', 9),
  row('2 ^ 3 ^ 2', 'double', 64),
  row('-2 ^ 2', 'double', 4),
  row('10 / 4 - 1', 'double', 1.5),
  row('0.1 + 0.2', 'double', 0.3),
  row('1 / 0', 'double', null),
  row('"a" & "b" & "c"', 'string', 'abc'),
  row('\'it\' + "s"', 'string', 'its'),
  row('"q\\"q"', 'string', 'q"q'),
  row('1 = 1.0', 'boolean', true),
  row('"a" == "A"', 'boolean', false),
  row('"a" <> "A" && 1 != 2', 'boolean', true),
  row('1 > 2 || 2 >= 2', 'boolean', true),
  row('!(1 < 2)', 'boolean', false),
  row('/* why */ 1', 'double', 1),
  // fields and blanks
  row('Name', 'string', 'L-1'),
  row('Name & ""', 'string', 'L-1'),
  row('Package__r.Name & "/" & Package__r.Owner.Username', 'string', 'Alpha/ada@example.com'),
  row('Owner:User.Name', 'string', 'Ada Admin'),
  row('Seats__c - Used__c', 'double', 6),
  row('Free_Seats__c * 2', 'double', 12),
  row('Blank__c + 1', 'double', null),
  row('Blank__c + 1', 'double', 1, { zero: true }),
  row('Blank__c > 0', 'boolean', false),
  row('Blank__c < 1', 'boolean', true, { zero: true }),
  row('ISBLANK(Blank__c)', 'boolean', true),
  row('ISBLANK(Blank__c)', 'boolean', false, { zero: true }),
  row('ISBLANK(Industry__c)', 'boolean', true),
  row('ISNULL(Industry__c)', 'boolean', false),
  row('Industry__c = ""', 'boolean', true),
  row('Industry__c & "x"', 'string', 'x'),
  row('Industry__c', 'string', null),
  row('BLANKVALUE(Industry__c, "none")', 'string', 'none'),
  row('NULLVALUE(Blank__c, 5)', 'double', 5),
  row('BLANKVALUE(Blank__c, 5)', 'double', 0, { zero: true }),
  row('Rate__c * 4', 'double', 0.5),
  row('1 / 3', 'percent', 33.33, { scale: 2 }),
  row('2.345', 'double', 2.35, { scale: 2 }),
  row('Id', 'string', 'a01000000000001'),
  row('CASESAFEID(Id)', 'string', 'a01000000000001AAA'),
  row('OwnerId = $User.Id', 'boolean', true),
  // logic
  row('IF(Seats__c > 5, "many", "few")', 'string', 'many'),
  row('IF(ISBLANK(Expires__c), NULL, Expires__c - TODAY())', 'double', 0),
  row('AND(TRUE, Seats__c > 1, NOT(FALSE))', 'boolean', true),
  row('OR(FALSE, Sandbox__c)', 'boolean', false),
  row('CASE(Status__c, "Trial", 1, "Active", 2, 3)', 'double', 2),
  row('CASE(Used__c, 1, "one", 4, "four", "other")', 'string', 'four'),
  row('ISPICKVAL(Status__c, "Active")', 'boolean', true),
  row('INCLUDES(Features__c, "B")', 'boolean', true),
  row('TEXT(Status__c)', 'string', 'Active'),
  row('ISNUMBER("12.5")', 'boolean', true),
  row('ISNUMBER("12a")', 'boolean', false),
  // text
  row('TEXT(12.50)', 'string', '12.5'),
  row('TEXT(Expires__c)', 'string', '2026-03-17'),
  row('TEXT(Installed__c)', 'string', '2026-03-17 08:00:00Z'),
  row('VALUE("12.5") * 2', 'double', 25),
  row('VALUE("x")', 'double', null),
  row('LEN("four")', 'double', 4),
  row('LEFT("abcdef", 2) & RIGHT("abcdef", 2) & MID("abcdef", 3, 2)', 'string', 'abefcd'),
  row('FIND("c", "abcabc")', 'double', 3),
  row('FIND("c", "abcabc", 4)', 'double', 6),
  row('FIND("x", "abc")', 'double', 0),
  row('SUBSTITUTE("a-b-c", "-", "+")', 'string', 'a+b+c'),
  row('TRIM("  x ")', 'string', 'x'),
  row('UPPER("aB") & LOWER("aB")', 'string', 'ABab'),
  row('CONTAINS("abc", "bc")', 'boolean', true),
  row('BEGINS("abc", "ab")', 'boolean', true),
  row('REGEX("AB-12", "[A-Z]{2}-\\\\d+")', 'boolean', true),
  row('REGEX("AB-12x", "[A-Z]{2}-\\\\d+")', 'boolean', false),
  row('LPAD("7", 3, "0") & RPAD("7", 3, "0")', 'string', '007700'),
  row('LPAD("12345", 3)', 'string', '123'),
  row('REVERSE("abc")', 'string', 'cba'),
  row('INITCAP("open lma")', 'string', 'Open Lma'),
  row('HYPERLINK("https://x.example", "X")', 'string', '<a href="https://x.example" target="_blank">X</a>'),
  row('$Label.Greeting & BR()', 'string', 'Hello<br>'),
  row('CHR(ASCII("A") + 1)', 'string', 'B'),
  row(
    'IMAGE("/a.png", "A & B", 16, 32)',
    'string',
    '<img src="/a.png" alt="A &amp; B" style="height:16px; width:32px;" border="0"/>',
  ),
  // numbers
  row('ROUND(2.5, 0)', 'double', 3),
  row('ROUND(-2.5, 0)', 'double', -3),
  row('ROUND(1.005, 2)', 'double', 1.01),
  row('ROUND(1234, -2)', 'double', 1200),
  row('CEILING(-1.2)', 'double', -2),
  row('FLOOR(-1.8)', 'double', -1),
  row('MCEILING(-1.2)', 'double', -1),
  row('MFLOOR(-1.2)', 'double', -2),
  row('ABS(-3) + MOD(7, 4) + MIN(4, 2, 3) + MAX(1, 5) + SQRT(16)', 'double', 17),
  row('TRUNC(-1.29, 1)', 'double', -1.2),
  row('ROUND(EXP(LN(5)) + LOG(1000) + PI(), 2)', 'double', 11.14),
  // dates: now is 2026-03-18 02:30 UTC, the day before in Los Angeles
  row('TODAY()', 'date', '2026-03-17'),
  row('TODAY() + 1', 'date', '2026-03-18'),
  row('TODAY() - DATE(2026, 1, 1)', 'double', 75),
  row('DATE(2026, 2, 30)', 'date', null),
  row('NOW() - Installed__c', 'double', 0.770833333333333),
  row('DATEVALUE(NOW())', 'date', '2026-03-17'),
  row('DATEVALUE("2024-02-29")', 'date', '2024-02-29'),
  row('DATETIMEVALUE("2024-02-29 10:00:00")', 'datetime', Date.UTC(2024, 1, 29, 10)),
  row('HOUR(TIMEVALUE("13:45:10.000")) * 100 + MINUTE(TIMEVALUE("13:45:10.000"))', 'double', 1345),
  row('YEAR(Expires__c) * 10000 + MONTH(Expires__c) * 100 + DAY(Expires__c)', 'double', 20260317),
  row('SECOND(TIMEVALUE("13:45:10.250")) * 1000 + MILLISECOND(TIMEVALUE("13:45:10.250"))', 'double', 10250),
  row('HOUR(TIMENOW())', 'double', 19),
  row('DAYOFYEAR(DATE(2024, 12, 31))', 'double', 366),
  row('ISOYEAR(DATE(2027, 1, 1)) * 100 + ISOWEEK(DATE(2027, 1, 1))', 'double', 202653),
  row('FROMUNIXTIME(UNIXTIMESTAMP(Installed__c) + 60)', 'datetime', Date.parse('2026-03-17T08:01:00Z')),
  row('WEEKDAY(DATE(2026, 3, 15))', 'double', 1),
  row('ADDMONTHS(DATE(2024, 2, 29), 12)', 'date', '2025-02-28'),
  row('ADDMONTHS(DATE(2025, 2, 28), 1)', 'date', '2025-03-31'),
  row('ADDMONTHS(DATE(2025, 1, 30), 1)', 'date', '2025-02-28'),
  row('Expires__c < TODAY()', 'boolean', false),
  row('Expires__c <= TODAY()', 'boolean', true),
  // the save
  row('ISNEW()', 'boolean', false),
  row('ISCHANGED(Seats__c)', 'boolean', true),
  row('ISCHANGED(Name)', 'boolean', false),
  row('PRIORVALUE(Seats__c)', 'double', 8),
  row('ISPICKVAL(PRIORVALUE(Status__c), "Trial")', 'boolean', true),
  // the org
  row('$User.Username', 'string', 'ada@example.com'),
  row('$Permission.Bypass', 'boolean', true),
  row('$Permission.Other', 'boolean', false),
  row('$System.OriginDateTime < NOW()', 'boolean', true),
];

export interface FormulaErrorCase {
  readonly text: string;
  readonly type: FieldType;
  readonly message: string;
  readonly column: number;
}

const refused = (text: string, type: FieldType, message: string, column: number): FormulaErrorCase => ({
  text,
  type,
  message,
  column,
});

export const FORMULA_ERROR_CASES: readonly FormulaErrorCase[] = [
  refused('Sets__c + 1', 'double', 'Field Sets__c does not exist. Check spelling.', 1),
  refused('1 + Package__r.Nme', 'double', 'Field Package__r.Nme does not exist. Check spelling.', 5),
  refused('Nobody__r.Name', 'string', 'Field Nobody__r.Name does not exist. Check spelling.', 1),
  refused('$Label.Missing', 'string', 'Field $Label.Missing does not exist. Check spelling.', 1),
  refused('FOO(1)', 'double', 'Unknown function FOO. Check spelling.', 1),
  refused('IF(TRUE, 1)', 'double', "Incorrect number of parameters for function 'IF()'. Expected 3, received 2", 1),
  refused('LEN(5)', 'double', "Incorrect parameter type for function 'LEN()'. Expected Text, received Number", 5),
  refused('"a" * 2', 'double', "Incorrect parameter type for operator '*'. Expected Number, received Text", 1),
  refused(
    '1 + "a"',
    'double',
    "Incorrect parameter type for operator '+'. Expected Number, Date, DateTime, received Text",
    5,
  ),
  refused(
    'Status__c = "Active"',
    'boolean',
    'Field Status__c is a picklist field. Picklist fields are only supported in certain functions.',
    1,
  ),
  refused('"text"', 'double', 'Formula result is data type (Text), incompatible with expected data type (Number).', 1),
  refused('1 +', 'double', 'Syntax error. Found end of formula', 4),
  refused('IF(TRUE, 1, 2', 'double', "Syntax error. Missing ')'", 14),
  refused('1 2', 'double', 'Syntax error. Extra 2', 3),
  refused('1 # 2', 'double', "Syntax error. Found '#'", 3),
  refused(
    'ISCHANGED(1 + 1)',
    'boolean',
    "Incorrect parameter type for function 'ISCHANGED()'. Expected Field Reference",
    13,
  ),
];
