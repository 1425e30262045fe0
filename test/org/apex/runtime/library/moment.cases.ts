/** Date, Datetime, Time and TimeZone. The rows run at 2026-03-15T14:05:09.007Z for a user in New York. */
import type { LibraryRow } from './rows.ts';
import { reference, rowsOf } from './rows.ts';

const DATE = rowsOf('Date', reference('apex_methods_system_date'), {
  'static Date newInstance(Integer,Integer,Integer)': [
    ['Date.newInstance(1960, 2, 17)', '1960-02-17 00:00:00'],
    ['String.valueOf(Date.newInstance(2026, 2, 31))', '2026-03-03'],
  ],
  'static Date today()': ['String.valueOf(Date.today())', '2026-03-15'],
  'static Date valueOf(String)': [
    ["String.valueOf(Date.valueOf('2005-10-05 12:00:00'))", '2005-10-05'],
    ["Date.valueOf('nonsense')", '!System.TypeException: Invalid date: nonsense'],
  ],
  'static Date valueOf(Object)': [
    'Object o = Date.newInstance(2026, 1, 2); return String.valueOf(Date.valueOf(o));',
    '2026-01-02',
  ],
  'static Date parse(String)': [
    ["String.valueOf(Date.parse('12/27/2009'))", '2009-12-27'],
    ["Date.parse('27/12/2009')", '!System.TypeException: Invalid date: 27/12/2009'],
  ],
  'static Integer daysInMonth(Integer,Integer)': ['Date.daysInMonth(1960, 2) + Date.daysInMonth(2026, 2)', '57'],
  'static Boolean isLeapYear(Integer)': [
    "Date.isLeapYear(2000) + '' + Date.isLeapYear(1900) + Date.isLeapYear(2024)",
    'truefalsetrue',
  ],
  'Date addDays(Integer)': [
    ['String.valueOf(Date.newInstance(1960, 2, 17).addDays(2))', '1960-02-19'],
    ['String.valueOf(Date.newInstance(2026, 1, 1).addDays(-1))', '2025-12-31'],
  ],
  'Date addMonths(Integer)': [
    ['String.valueOf(Date.newInstance(1990, 11, 21).addMonths(12))', '1991-11-21'],
    ['String.valueOf(Date.newInstance(2026, 1, 31).addMonths(1))', '2026-02-28'],
    ['String.valueOf(Date.newInstance(2024, 3, 31).addMonths(-1))', '2024-02-29'],
  ],
  'Date addYears(Integer)': [
    ['String.valueOf(Date.newInstance(1983, 7, 15).addYears(4))', '1987-07-15'],
    ['String.valueOf(Date.newInstance(2024, 2, 29).addYears(1))', '2025-02-28'],
  ],
  'Integer day()': ['Date.newInstance(1989, 4, 21).day()', '21'],
  'Integer month()': ['Date.newInstance(2004, 11, 21).month()', '11'],
  'Integer year()': ['Date.newInstance(1988, 12, 15).year()', '1988'],
  'Integer dayOfYear()': ['Date.newInstance(1998, 10, 21).dayOfYear()', '294'],
  'Integer daysBetween(Date)': [
    ['Date.newInstance(2008, 1, 1).daysBetween(Date.newInstance(2008, 1, 31))', '30'],
    ['Date.newInstance(2008, 1, 31).daysBetween(Date.newInstance(2008, 1, 1))', '-30'],
    ['Date.newInstance(2026, 3, 1).daysBetween(Date.newInstance(2026, 3, 31))', '30'],
  ],
  'Integer monthsBetween(Date)': [
    ['Date.newInstance(2008, 1, 31).monthsBetween(Date.newInstance(2008, 2, 1))', '1'],
    ['Date.newInstance(2006, 12, 2).monthsBetween(Date.newInstance(2012, 12, 8))', '72'],
  ],
  'Boolean isSameDay(Date)': [
    "Date.newInstance(1990, 11, 21).isSameDay(Date.newInstance(1990, 11, 21)) + '' + Date.today().isSameDay(Date.today().addDays(1))",
    'truefalse',
  ],
  'String format()': ['Date.newInstance(2001, 3, 21).format()', '3/21/2001'],
  'Date toStartOfMonth()': ['String.valueOf(Date.newInstance(1987, 12, 17).toStartOfMonth())', '1987-12-01'],
  'Date toStartOfWeek()': ['String.valueOf(Date.newInstance(2026, 3, 18).toStartOfWeek())', '2026-03-15'],
});

const NOON = 'Datetime d = Datetime.newInstanceGmt(2026, 7, 4, 12, 30, 45); ';

const DATETIME = rowsOf('Datetime', reference('apex_methods_system_datetime'), {
  'static Datetime now()': ['Datetime.now().getTime()', '1773583509007'],
  'static Datetime newInstance(Long)': ['Datetime.newInstance(0L)', '1970-01-01 00:00:00'],
  'static Datetime newInstance(Date,Time)': [
    'Datetime.newInstance(Date.newInstance(1983, 6, 7), Time.newInstance(3, 3, 3, 0))',
    '1983-06-07 07:03:03',
  ],
  'static Datetime newInstance(Integer,Integer,Integer)': ['Datetime.newInstance(2008, 12, 1)', '2008-12-01 05:00:00'],
  'static Datetime newInstance(Integer,Integer,Integer,Integer,Integer,Integer)': [
    ['Datetime.newInstance(2008, 7, 1, 12, 30, 2)', '2008-07-01 16:30:02'],
    ['Datetime.newInstance(2026, 3, 8, 2, 30, 0)', '2026-03-08 07:30:00'],
    ['Datetime.newInstance(2026, 11, 1, 1, 30, 0)', '2026-11-01 05:30:00'],
  ],
  'static Datetime newInstanceGmt(Date,Time)': [
    'Datetime.newInstanceGmt(Date.newInstance(2013, 6, 2), Time.newInstance(4, 30, 0, 0))',
    '2013-06-02 04:30:00',
  ],
  'static Datetime newInstanceGmt(Integer,Integer,Integer)': [
    'Datetime.newInstanceGmt(1996, 3, 22)',
    '1996-03-22 00:00:00',
  ],
  'static Datetime newInstanceGmt(Integer,Integer,Integer,Integer,Integer,Integer)': [
    'Datetime.newInstanceGmt(1998, 1, 29, 2, 2, 3)',
    '1998-01-29 02:02:03',
  ],
  'static Datetime valueOf(String)': [
    ["Datetime.valueOf('2008-10-05 12:20:20')", '2008-10-05 16:20:20'],
    ["Datetime.valueOf('x')", '!System.TypeException: Invalid date/time: x'],
  ],
  'static Datetime valueOf(Object)': [
    'Object o = Datetime.newInstanceGmt(2026, 1, 2); return Datetime.valueOf(o);',
    '2026-01-02 00:00:00',
  ],
  'static Datetime valueOfGmt(String)': ["Datetime.valueOfGmt('2008-10-05 12:20:20')", '2008-10-05 12:20:20'],
  'static Datetime parse(String)': [
    ["Datetime.parse('10/14/2011, 11:46 AM')", '2011-10-14 15:46:00'],
    ["Datetime.parse('10/14/2011 11:46 PM').formatGmt('HH')", '03'],
    ["Datetime.parse('x')", '!System.TypeException: Invalid date/time: x'],
  ],
  'Datetime addDays(Integer)': [
    ['Datetime.newInstanceGmt(1960, 2, 17).addDays(2)', '1960-02-19 00:00:00'],
    ['Datetime.newInstance(2026, 3, 7, 12, 0, 0).addDays(1)', '2026-03-08 16:00:00'],
  ],
  'Datetime addHours(Integer)': [
    ['Datetime.newInstanceGmt(1997, 1, 31, 7, 8, 16).addHours(3)', '1997-01-31 10:08:16'],
    ['Datetime.newInstance(2026, 3, 7, 12, 0, 0).addHours(24)', '2026-03-08 17:00:00'],
  ],
  'Datetime addMinutes(Integer)': [
    'Datetime.newInstanceGmt(1999, 2, 11, 8, 6, 16).addMinutes(7)',
    '1999-02-11 08:13:16',
  ],
  'Datetime addSeconds(Integer)': [
    'Datetime.newInstanceGmt(1999, 2, 11, 8, 6, 16).addSeconds(7)',
    '1999-02-11 08:06:23',
  ],
  'Datetime addMonths(Integer)': [
    ['Datetime.newInstanceGmt(2000, 7, 7, 7, 8, 12).addMonths(1)', '2000-08-07 07:08:12'],
    ['Datetime.newInstanceGmt(2026, 1, 31, 12, 0, 0).addMonths(1)', '2026-02-28 12:00:00'],
  ],
  'Datetime addYears(Integer)': ['Datetime.newInstanceGmt(2024, 2, 29, 12, 0, 0).addYears(1)', '2025-02-28 12:00:00'],
  'Date date()': [
    'Datetime d = Datetime.newInstanceGmt(2026, 7, 4, 2, 0, 0); return String.valueOf(d.date());',
    '2026-07-03',
  ],
  'Date dateGmt()': [
    'Datetime d = Datetime.newInstanceGmt(2026, 7, 4, 2, 0, 0); return String.valueOf(d.dateGmt());',
    '2026-07-04',
  ],
  'Time time()': [`${NOON}return d.time();`, '08:30:45.000Z'],
  'Time timeGmt()': [`${NOON}return d.timeGmt();`, '12:30:45.000Z'],
  'Integer year()': ['Datetime.newInstanceGmt(2026, 1, 1, 2, 0, 0).year()', '2025'],
  'Integer yearGmt()': ['Datetime.newInstanceGmt(2026, 1, 1, 2, 0, 0).yearGmt()', '2026'],
  'Integer month()': ['Datetime.newInstanceGmt(2026, 1, 1, 2, 0, 0).month()', '12'],
  'Integer monthGmt()': ['Datetime.newInstanceGmt(2026, 1, 1, 2, 0, 0).monthGmt()', '1'],
  'Integer day()': ['Datetime.newInstanceGmt(2026, 1, 1, 2, 0, 0).day()', '31'],
  'Integer dayGmt()': ['Datetime.newInstanceGmt(2026, 1, 1, 2, 0, 0).dayGmt()', '1'],
  'Integer hour()': [`${NOON}return d.hour();`, '8'],
  'Integer hourGmt()': [`${NOON}return d.hourGmt();`, '12'],
  'Integer minute()': [`${NOON}return d.minute();`, '30'],
  'Integer minuteGmt()': [`${NOON}return d.minuteGmt();`, '30'],
  'Integer second()': [`${NOON}return d.second();`, '45'],
  'Integer secondGmt()': [`${NOON}return d.secondGmt();`, '45'],
  'Integer millisecond()': ['Datetime.newInstance(1234L).millisecond()', '234'],
  'Integer millisecondGmt()': ['Datetime.newInstance(1234L).millisecondGmt()', '234'],
  'Integer dayOfYear()': ['Datetime.newInstanceGmt(1999, 2, 5, 8, 6, 16).dayOfYear()', '36'],
  'Integer dayOfYearGmt()': ['Datetime.newInstanceGmt(1999, 2, 5, 8, 6, 16).dayOfYearGmt()', '36'],
  'Boolean isSameDay(Datetime)': [
    "Datetime.newInstanceGmt(2026, 7, 4, 3, 0, 0).isSameDay(Datetime.newInstanceGmt(2026, 7, 4, 5, 0, 0)) + '' + Datetime.newInstanceGmt(2026, 7, 4, 5, 0, 0).isSameDay(Datetime.newInstanceGmt(2026, 7, 5, 3, 0, 0))",
    'falsetrue',
  ],
  'Long getTime()': ['Datetime.newInstanceGmt(2007, 6, 23, 3, 3, 3).getTime()', '1182567783000'],
  'String format()': ['Datetime.newInstanceGmt(1993, 6, 6, 7, 3, 3).format()', '6/6/1993, 3:03 AM'],
  'String format(String)': [
    [`${NOON}return d.format('MMMM d, yyyy');`, 'July 4, 2026'],
    [`${NOON}return d.format('EEE, dd MMM yy HH:mm:ss');`, 'Sat, 04 Jul 26 08:30:45'],
    [`${NOON}return d.format('h:mm a');`, '8:30 AM'],
    [`${NOON}return d.format('yyyy-MM-dd\\'T\\'HH:mm:ss.SSSZ');`, '2026-07-04T08:30:45.000-0400'],
    [`${NOON}return d.format('u EEEE D k K');`, '6 Saturday 185 8 8'],
    [`${NOON}return d.format('z XXX X');`, 'EDT -04:00 -04'],
  ],
  'String format(String,String)': [
    [`${NOON}return d.format('yyyy-MM-dd HH:mm', 'Asia/Tokyo');`, '2026-07-04 21:30'],
    [`${NOON}return d.format('HH:mm', 'Asia/Kolkata');`, '18:00'],
  ],
  'String formatGmt(String)': [
    [`${NOON}return d.formatGmt('EEE, MMM d yyyy HH:mm:ss');`, 'Sat, Jul 4 2026 12:30:45'],
    [`${NOON}return d.formatGmt('yyyy-MM-dd\\'T\\'HH:mm:ss.SSS\\'Z\\'');`, '2026-07-04T12:30:45.000Z'],
  ],
  'String formatLong()': [`${NOON}return d.formatLong();`, '7/4/2026, 8:30:45 AM EDT'],
});

const TIME = rowsOf('Time', reference('apex_methods_system_time'), {
  'static Time newInstance(Integer,Integer,Integer,Integer)': ['Time.newInstance(18, 30, 2, 20)', '18:30:02.020Z'],
  'Time addHours(Integer)': [
    ['Time.newInstance(1, 2, 3, 4).addHours(4)', '05:02:03.004Z'],
    ['Time.newInstance(23, 2, 3, 4).addHours(2)', '01:02:03.004Z'],
  ],
  'Time addMinutes(Integer)': ['Time.newInstance(18, 30, 2, 20).addMinutes(40)', '19:10:02.020Z'],
  'Time addSeconds(Integer)': ['Time.newInstance(1, 2, 55, 0).addSeconds(10)', '01:03:05.000Z'],
  'Time addMilliseconds(Integer)': ['Time.newInstance(1, 2, 3, 0).addMilliseconds(400)', '01:02:03.400Z'],
  'Integer hour()': ['Time.newInstance(18, 30, 2, 20).hour()', '18'],
  'Integer minute()': ['Time.newInstance(3, 14, 1, 5).minute()', '14'],
  'Integer second()': ['Time.newInstance(3, 14, 21, 5).second()', '21'],
  'Integer millisecond()': ['Time.newInstance(3, 14, 15, 926).millisecond()', '926'],
});

const TIME_ZONE = rowsOf('TimeZone', reference('apex_methods_system_timezone'), {
  'static TimeZone getTimeZone(String)': [
    ["TimeZone.getTimeZone('America/Los_Angeles').getID()", 'America/Los_Angeles'],
    ["TimeZone.getTimeZone('Nowhere/Land').getID()", 'GMT'],
  ],
  'String getID()': ['UserInfo.getTimeZone().getID()', 'America/New_York'],
  'String getDisplayName()': [
    "TimeZone.getTimeZone('America/Los_Angeles').getDisplayName()",
    '(GMT-07:00) Pacific Daylight Time (America/Los_Angeles)',
  ],
  'Integer getOffset(Datetime)': [
    "TimeZone.getTimeZone('America/Los_Angeles').getOffset(Datetime.newInstanceGmt(2012, 10, 23, 12, 0, 0)) + ' ' + TimeZone.getTimeZone('America/Los_Angeles').getOffset(Datetime.newInstanceGmt(2012, 12, 23))",
    '-25200000 -28800000',
  ],
  'String toString()': ["TimeZone.getTimeZone('Asia/Tokyo').toString()", 'Asia/Tokyo'],
});

export const MOMENTS: readonly LibraryRow[] = [...DATE, ...DATETIME, ...TIME, ...TIME_ZONE];
