/** Where formulon and the platform part, with the reason. A row that disagrees without an entry fails; so does an entry that no row needs. */

/** Functions that formulon does not have, or has wrong in every use. */
export const FUNCTIONS: Readonly<Record<string, string>> = {
  ACOS: 'not there',
  ASCII: 'not there',
  ASIN: 'not there',
  ATAN: 'not there',
  ATAN2: 'not there',
  BR: 'a line break instead of the element',
  CHR: 'not there',
  COS: 'not there',
  DAYOFYEAR: 'not there',
  FORMATDURATION: 'not there',
  FROMUNIXTIME: 'not there',
  HOUR: 'takes a Datetime where the platform takes a Time',
  IMAGE: 'other attributes than the platform writes',
  INITCAP: 'not there',
  ISCHANGED: 'not there',
  ISCLONE: 'not there',
  ISNEW: 'not there',
  ISNUMBER: 'throws',
  ISOWEEK: 'not there',
  ISOYEAR: 'not there',
  MILLISECOND: 'takes a Datetime where the platform takes a Time',
  MINUTE: 'takes a Datetime where the platform takes a Time',
  PI: 'not there',
  PICKLISTCOUNT: 'not there',
  PRIORVALUE: 'not there',
  REVERSE: 'not there',
  SECOND: 'takes a Datetime where the platform takes a Time',
  SIN: 'not there',
  TAN: 'not there',
  TIMENOW: 'in UTC, not in the zone of the user',
  TODAY: 'in UTC, not in the zone of the user',
  TRUNC: 'not there',
  UNIXTIMESTAMP: 'not there',
};

/** Ways of writing that formulon does not read. */
export const SYNTAX: readonly { readonly pattern: RegExp; readonly reason: string }[] = [
  { pattern: /\$\w+/, reason: 'no global variables' },
  { pattern: /\w:\w/, reason: 'no object names in paths to polymorphic parents' },
  { pattern: /\/\*/, reason: 'no comments' },
  { pattern: /\\/, reason: 'no escaped characters' },
  { pattern: /^[-+]\w+__c/, reason: 'no sign before a field' },
  { pattern: /Free_Seats__c/, reason: 'no formula fields' },
];

const BLANK_ARITHMETIC = 'refuses blanks where the platform answers blank';
const BLANK_TEXT = 'text is null in formulon, empty on the platform';
const NO_ERROR_VALUE = 'throws where the platform shows an error value, which is blank to what reads it';
const UTC = 'days are those of UTC, not of the zone of the user';
const CALENDAR = 'runs over into the next month or year where there is no such day';
const MONTH_END = 'does not keep the end of the month';
const FROM_START = 'counts from the start position instead of the first character';

/** Single rows. */
export const ROWS: Readonly<Record<string, string>> = {
  'Blank__c + 1': BLANK_ARITHMETIC,
  'Blank__c * 2': BLANK_ARITHMETIC,
  'Seats__c + Blank__c': BLANK_ARITHMETIC,
  'Seats__c / Blank__c': BLANK_ARITHMETIC,
  'Expires__c + Blank__c': BLANK_ARITHMETIC,
  'DISTANCE(GEOLOCATION(Blank__c, 1), GEOLOCATION(1, 1), "km")': 'takes a blank for zero',
  'MAX(Blank__c, 2)': 'takes a blank for zero',
  'Seats__c > Blank__c': 'takes a blank for zero',
  'TEXT(Blank__c)': 'writes the word NULL',
  'ISNULL(Industry__c)': BLANK_TEXT,
  'Industry__c = ""': BLANK_TEXT,
  'Industry__c & "x"': BLANK_TEXT,
  'Industry__c & "x" & Name': BLANK_TEXT,
  'LEN(Industry__c)': BLANK_TEXT,
  'CASE(Industry__c, "", 1, 2)': BLANK_TEXT,
  'NULLVALUE(Industry__c, "other")': BLANK_TEXT,
  'ISBLANK(Features__c)': 'refuses picklists',
  'ISBLANK(Status__c)': 'refuses picklists',
  'FIND("c", "abcabc", 4)': FROM_START,
  'FIND("b", "abcb", 3)': FROM_START,
  'LPAD("12345", 3)': 'leaves text alone when nothing is said to pad with',
  'LPAD("abc", 6, "xy")': 'repeats the padding from its end',
  'HYPERLINK("https://x.example", "X")': 'no default target',
  'CASESAFEID("short")': 'throws for text that is no id',
  'UPPER("title", "en")': 'takes no locale',
  'REGEX("ABC", "(?i)abc")': 'no flags at the head of a pattern',
  'VALUE("1a")': 'reads the digits before other characters',
  'ROUND(1.005, 2)': 'rounds the binary fraction',
  '4 ^ 0.5': 'whole exponents alone',
  'DATEVALUE(NOW())': UTC,
  'DATEVALUE(DATETIMEVALUE("2026-03-18 02:30:00"))': UTC,
  'DATE(2026, 2, 30)': CALENDAR,
  'DATE(2026, 13, 1)': CALENDAR,
  'DATE(2025, 2, 29)': CALENDAR,
  'DATEVALUE("nothing")': NO_ERROR_VALUE,
  'DATETIMEVALUE("nothing")': NO_ERROR_VALUE,
  'BLANKVALUE(DATEVALUE(""), DATE(2026, 1, 1))': NO_ERROR_VALUE,
  'ADDMONTHS(DATE(2025, 2, 28), 1)': MONTH_END,
  'ADDMONTHS(DATE(2026, 2, 28), 1)': MONTH_END,
  'ADDMONTHS(DATETIMEVALUE("2026-01-31 10:00:00"), 1)': 'answers a date for an instant',
};
