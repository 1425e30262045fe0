/** JSON, its generator and its parser. */
import type { LibraryRow } from './rows.ts';
import { enumRow, reference, rowsOf } from './rows.ts';

const JSON_PAGE = reference('apex_class_System_Json');
const GENERATOR_PAGE = reference('apex_class_System_JsonGenerator');
const PARSER_PAGE = reference('apex_class_System_JsonParser');

const JSON_ROWS = rowsOf('JSON', JSON_PAGE, {
  'static String serialize(Object)': [
    [
      "JSON.serialize(new Map<String, Object>{ 'a' => 1, 'b' => null, 'c' => new List<Boolean>{ true } })",
      '{"a":1,"b":null,"c":[true]}',
    ],
    ["JSON.serialize(new List<Object>{ 1, 2L, 1.50, 'x', null })", '[1,2,1.50,"x",null]'],
    ['Double d = 3; return JSON.serialize(d);', '3.0'],
    ['JSON.serialize(Date.newInstance(2026, 1, 2))', '"2026-01-02"'],
    ['JSON.serialize(Datetime.newInstanceGmt(2026, 1, 2, 3, 4, 5))', '"2026-01-02T03:04:05.000Z"'],
    ['JSON.serialize(Time.newInstance(1, 2, 3, 4))', '"01:02:03.004Z"'],
    ["JSON.serialize(Blob.valueOf('ab'))", '"YWI="'],
    ['JSON.serialize(new Point(1, 2))', '{"x":1,"y":2}'],
    [
      "JSON.serialize(new Part__c(Name = 'a', Count__c = 1))",
      '{"attributes":{"type":"Part__c"},"Name":"a","Count__c":1}',
    ],
    ['JSON.serialize(Color.RED)', '"RED"'],
    ["JSON.serialize('a\"\\\\\\n/é')", '"a\\"\\\\\\n/é"'],
  ],
  'static String serialize(Object,Boolean)': [
    'Point p = new Point(1, null); return JSON.serialize(p, true) + JSON.serialize(p, false);',
    '{"x":1}{"x":1,"y":null}',
  ],
  'static String serializePretty(Object)': [
    "JSON.serializePretty(new Map<String, Object>{ 'a' => 1, 'l' => new List<Integer>{ 1, 2 }, 'e' => new Map<String, Object>() })",
    '{\n  "a" : 1,\n  "l" : [ 1, 2 ],\n  "e" : { }\n}',
  ],
  'static String serializePretty(Object,Boolean)': [
    'JSON.serializePretty(new Point(1, null), true)',
    '{\n  "x" : 1\n}',
  ],
  'static Object deserialize(String,Type)': [
    ['((Point) JSON.deserialize(\'{"x":3,"unknown":[1]}\', Point.class)).x', '3'],
    ['((List<Point>) JSON.deserialize(\'[{"x":3}]\', List<Point>.class))[0].x', '3'],
    ["((Map<String, Integer>) JSON.deserialize('{\"a\":3}', Map<String, Integer>.class)).get('a')", '3'],
    [
      '((Part__c) JSON.deserialize(\'{"attributes":{"type":"Part__c"},"Name":"x","Due__c":"2026-01-02"}\', Part__c.class)).Due__c',
      '2026-01-02 00:00:00',
    ],
    [
      '((Box) JSON.deserialize(\'{"at":"2026-01-02T03:04:05.000+0100","color":"GREEN","open":"01:02:03.000Z"}\', Box.class)).at',
      '2026-01-02 02:04:05',
    ],
    ['JSON.deserialize(\'{"x":"abc"}\', Point.class)', '!System.JSONException: Illegal value for primitive: abc'],
    [
      "JSON.deserialize('[1]', Point.class)",
      "!System.JSONException: Malformed JSON: Expected '{' at the beginning of object",
    ],
    [
      "JSON.deserialize('{}', List<Integer>.class)",
      "!System.JSONException: Malformed JSON: Expected '[' at the beginning of List/Set",
    ],
  ],
  'static Object deserializeStrict(String,Type)': [
    ['((Point) JSON.deserializeStrict(\'{"x":3}\', Point.class)).x', '3'],
    [
      'JSON.deserializeStrict(\'{"unknown":3}\', Point.class)',
      '!System.JSONException: No such field exists in Point: unknown',
    ],
  ],
  'static Object deserializeUntyped(String)': [
    [
      'JSON.deserializeUntyped(\'{"a":[1,2.5,true,null,"s"],"l":12345678901}\')',
      '{a=(1, 2.5, true, null, s), l=12345678901}',
    ],
    ["JSON.deserializeUntyped('1') instanceof Integer", 'true'],
    ["((Map<String, Object>) JSON.deserializeUntyped('{\"n\":1.0}')).get('n') instanceof Decimal", 'true'],
    [
      "JSON.deserializeUntyped('{')",
      '!System.JSONException: Unexpected end-of-input: expected close marker for OBJECT (from [line:1, column:0]) at [line:1, column:2]',
    ],
    [
      "JSON.deserializeUntyped('[1')",
      '!System.JSONException: Unexpected end-of-input: expected close marker for ARRAY (from [line:1, column:0]) at [line:1, column:3]',
    ],
    [
      'JSON.deserializeUntyped(\'{"a":x}\')',
      "!System.JSONException: Unexpected character ('x' (code 120)): expected a valid value (number, String, array, object, 'true', 'false' or 'null') at [line:1, column:6]",
    ],
    ["JSON.deserializeUntyped('')", '!System.JSONException: No content to map to Object due to end of input'],
    ['String s; return JSON.deserializeUntyped(s);', '!System.NullPointerException: Argument cannot be null.'],
  ],
  'static JSONGenerator createGenerator(Boolean)': [
    "JSONGenerator g = JSON.createGenerator(true); g.writeStartObject(); g.writeStringField('a', 'b'); g.writeEndObject(); return g.getAsString();",
    '{\n  "a" : "b"\n}',
  ],
  'static JSONParser createParser(String)': ["JSON.createParser('[1]').nextToken()", 'START_ARRAY'],
});

const GENERATOR = rowsOf(
  'JSONGenerator',
  GENERATOR_PAGE,
  {
    'void writeBlob(Blob)': [
      "g.writeStartArray(); g.writeBlob(Blob.valueOf('ab')); g.writeEndArray(); return g.getAsString();",
      '["YWI="]',
    ],
    'void writeBlobField(String,Blob)': [
      "g.writeStartObject(); g.writeBlobField('b', Blob.valueOf('ab')); g.writeEndObject(); return g.getAsString();",
      '{"b":"YWI="}',
    ],
    'void writeBoolean(Boolean)': [
      'g.writeStartArray(); g.writeBoolean(true); g.writeEndArray(); return g.getAsString();',
      '[true]',
    ],
    'void writeBooleanField(String,Boolean)': [
      "g.writeStartObject(); g.writeBooleanField('b', false); g.writeEndObject(); return g.getAsString();",
      '{"b":false}',
    ],
    'void writeDate(Date)': [
      'g.writeStartArray(); g.writeDate(Date.newInstance(2026, 1, 2)); g.writeEndArray(); return g.getAsString();',
      '["2026-01-02"]',
    ],
    'void writeDateField(String,Date)': [
      "g.writeStartObject(); g.writeDateField('d', Date.newInstance(2026, 1, 2)); g.writeEndObject(); return g.getAsString();",
      '{"d":"2026-01-02"}',
    ],
    'void writeDateTime(Datetime)': [
      'g.writeStartArray(); g.writeDateTime(Datetime.newInstanceGmt(2026, 1, 2)); g.writeEndArray(); return g.getAsString();',
      '["2026-01-02T00:00:00.000Z"]',
    ],
    'void writeDateTimeField(String,Datetime)': [
      "g.writeStartObject(); g.writeDateTimeField('d', Datetime.newInstanceGmt(2026, 1, 2)); g.writeEndObject(); return g.getAsString();",
      '{"d":"2026-01-02T00:00:00.000Z"}',
    ],
    'void writeId(Id)': [
      "g.writeStartArray(); Id id = '001xa000003DIlo'; g.writeId(id); g.writeEndArray(); return g.getAsString();",
      '["001xa000003DIloAAG"]',
    ],
    'void writeIdField(String,Id)': [
      "g.writeStartObject(); Id id = '001xa000003DIlo'; g.writeIdField('i', id); g.writeEndObject(); return g.getAsString();",
      '{"i":"001xa000003DIloAAG"}',
    ],
    'void writeNumber(Decimal)': [
      'g.writeStartArray(); Decimal n = 1.50; g.writeNumber(n); g.writeEndArray(); return g.getAsString();',
      '[1.50]',
    ],
    'void writeNumberField(String,Decimal)': [
      "g.writeStartObject(); Decimal n = 1.50; g.writeNumberField('n', n); g.writeEndObject(); return g.getAsString();",
      '{"n":1.50}',
    ],
    'void writeNumber(Double)': [
      'g.writeStartArray(); Double n = 2; g.writeNumber(n); g.writeEndArray(); return g.getAsString();',
      '[2.0]',
    ],
    'void writeNumberField(String,Double)': [
      "g.writeStartObject(); Double n = 2; g.writeNumberField('n', n); g.writeEndObject(); return g.getAsString();",
      '{"n":2.0}',
    ],
    'void writeNumber(Integer)': [
      'g.writeStartArray(); g.writeNumber(7); g.writeEndArray(); return g.getAsString();',
      '[7]',
    ],
    'void writeNumberField(String,Integer)': [
      "g.writeStartObject(); g.writeNumberField('n', 7); g.writeEndObject(); return g.getAsString();",
      '{"n":7}',
    ],
    'void writeNumber(Long)': [
      'g.writeStartArray(); g.writeNumber(7L); g.writeEndArray(); return g.getAsString();',
      '[7]',
    ],
    'void writeNumberField(String,Long)': [
      "g.writeStartObject(); g.writeNumberField('n', 7L); g.writeEndObject(); return g.getAsString();",
      '{"n":7}',
    ],
    'void writeObject(Object)': ['g.writeObject(new List<Integer>{ 1 }); return g.getAsString();', '[1]'],
    'void writeObjectField(String,Object)': [
      "g.writeStartObject(); g.writeObjectField('o', new Point(1, 2)); g.writeEndObject(); return g.getAsString();",
      '{"o":{"x":1,"y":2}}',
    ],
    'void writeString(String)': [
      "g.writeStartArray(); g.writeString('a\"b'); g.writeEndArray(); return g.getAsString();",
      '["a\\"b"]',
    ],
    'void writeStringField(String,String)': [
      "g.writeStartObject(); g.writeStringField('s', 't'); g.writeEndObject(); return g.getAsString();",
      '{"s":"t"}',
    ],
    'void writeTime(Time)': [
      'g.writeStartArray(); g.writeTime(Time.newInstance(1, 2, 3, 4)); g.writeEndArray(); return g.getAsString();',
      '["01:02:03.004Z"]',
    ],
    'void writeTimeField(String,Time)': [
      "g.writeStartObject(); g.writeTimeField('t', Time.newInstance(1, 2, 3, 4)); g.writeEndObject(); return g.getAsString();",
      '{"t":"01:02:03.004Z"}',
    ],
    'void close()': ['g.writeStartArray(); g.close(); return g.isClosed();', 'true'],
    'String getAsString()': ['g.writeStartArray(); return g.getAsString();', '[]'],
    'Boolean isClosed()': ['g.isClosed()', 'false'],
    'void writeStartArray()': ['g.writeStartArray(); g.writeStartArray(); return g.getAsString();', '[[]]'],
    'void writeEndArray()': [
      'g.writeStartObject(); g.writeEndArray(); return 1;',
      '!System.JSONException: Current context not an ARRAY but OBJECT',
    ],
    'void writeStartObject()': ['g.writeStartObject(); return g.getAsString();', '{}'],
    'void writeEndObject()': [
      'g.writeStartArray(); g.writeEndObject(); return 1;',
      '!System.JSONException: Current context not an object but ARRAY',
    ],
    'void writeFieldName(String)': [
      "g.writeStartObject(); g.writeFieldName('a'); g.writeNumber(1); g.writeEndObject(); return g.getAsString();",
      '{"a":1}',
    ],
    'void writeNull()': ['g.writeStartArray(); g.writeNull(); g.writeEndArray(); return g.getAsString();', '[null]'],
    'void writeNullField(String)': [
      "g.writeStartObject(); g.writeNullField('n'); g.writeEndObject(); return g.getAsString();",
      '{"n":null}',
    ],
  },
  'JSONGenerator g = JSON.createGenerator(false); ',
);

const PARSER = rowsOf('JSONParser', PARSER_PAGE, {
  'void clearCurrentToken()': [
    "JSONParser p = JSON.createParser('[1]'); p.nextToken(); p.clearCurrentToken(); return p.getCurrentToken();",
    'null',
  ],
  'Blob getBlobValue()': [
    'JSONParser p = JSON.createParser(\'"YWI="\'); p.nextToken(); return p.getBlobValue().toString();',
    'ab',
  ],
  'Boolean getBooleanValue()': [
    ["JSONParser p = JSON.createParser('[true]'); p.nextToken(); p.nextToken(); return p.getBooleanValue();", 'true'],
    [
      "JSONParser p = JSON.createParser('[true]'); p.nextToken(); return p.getBooleanValue();",
      '!System.JSONException: Current token (START_ARRAY) not of boolean type',
    ],
  ],
  'String getCurrentName()': [
    'JSONParser p = JSON.createParser(\'{"a":1}\'); p.nextToken(); p.nextToken(); p.nextToken(); return p.getCurrentName();',
    'a',
  ],
  'JSONToken getCurrentToken()': [
    "JSONParser p = JSON.createParser('{}'); String before = String.valueOf(p.getCurrentToken()); p.nextToken(); return before + p.getCurrentToken();",
    'nullSTART_OBJECT',
  ],
  'Datetime getDatetimeValue()': [
    'JSONParser p = JSON.createParser(\'"2026-01-02T03:04:05Z"\'); p.nextToken(); return p.getDatetimeValue();',
    '2026-01-02 03:04:05',
  ],
  'Date getDateValue()': [
    'JSONParser p = JSON.createParser(\'"2026-01-02"\'); p.nextToken(); return String.valueOf(p.getDateValue());',
    '2026-01-02',
  ],
  'Decimal getDecimalValue()': [
    "JSONParser p = JSON.createParser('1.50'); p.nextToken(); return p.getDecimalValue();",
    '1.50',
  ],
  'Double getDoubleValue()': [
    "JSONParser p = JSON.createParser('1.5'); p.nextToken(); return p.getDoubleValue();",
    '1.5',
  ],
  'Id getIdValue()': [
    'JSONParser p = JSON.createParser(\'"001xa000003DIlo"\'); p.nextToken(); return p.getIdValue();',
    '001xa000003DIloAAG',
  ],
  'Integer getIntegerValue()': [
    "JSONParser p = JSON.createParser('7'); p.nextToken(); return p.getIntegerValue() + 1;",
    '8',
  ],
  'JSONToken getLastClearedToken()': [
    "JSONParser p = JSON.createParser('[1]'); p.nextToken(); p.clearCurrentToken(); return p.getLastClearedToken();",
    'START_ARRAY',
  ],
  'Long getLongValue()': [
    "JSONParser p = JSON.createParser('12345678901'); p.nextToken(); return p.getLongValue();",
    '12345678901',
  ],
  'String getText()': [
    'JSONParser p = JSON.createParser(\'{"a":"x"}\'); String all = \'\'; while (p.nextToken() != null) { all += p.getText(); } return all;',
    '{ax}',
  ],
  'Time getTimeValue()': [
    'JSONParser p = JSON.createParser(\'"01:02:03.004Z"\'); p.nextToken(); return p.getTimeValue();',
    '01:02:03.004Z',
  ],
  'Boolean hasCurrentToken()': [
    "JSONParser p = JSON.createParser('1'); Boolean before = p.hasCurrentToken(); p.nextToken(); return before + '' + p.hasCurrentToken();",
    'falsetrue',
  ],
  'JSONToken nextToken()': [
    "JSONParser p = JSON.createParser('{\"a\":[1,2.5,\"s\",true,false,null]}'); String all = ''; while (p.nextToken() != null) { all += p.getCurrentToken() + ' '; } return all;",
    'START_OBJECT FIELD_NAME START_ARRAY VALUE_NUMBER_INT VALUE_NUMBER_FLOAT VALUE_STRING VALUE_TRUE VALUE_FALSE VALUE_NULL END_ARRAY END_OBJECT ',
  ],
  'JSONToken nextValue()': [
    'JSONParser p = JSON.createParser(\'{"a":5}\'); p.nextToken(); p.nextValue(); return p.getIntegerValue();',
    '5',
  ],
  'Object readValueAs(Type)': [
    'JSONParser p = JSON.createParser(\'{"p":{"x":5,"z":1}}\'); p.nextToken(); p.nextToken(); p.nextToken(); Point read = (Point) p.readValueAs(Point.class); return read.x + \' \' + p.getCurrentToken();',
    '5 END_OBJECT',
  ],
  'Object readValueAsStrict(Type)': [
    'JSONParser p = JSON.createParser(\'{"z":1}\'); p.nextToken(); return p.readValueAsStrict(Point.class);',
    '!System.JSONException: No such field exists in Point: z',
  ],
  'void skipChildren()': [
    "JSONParser p = JSON.createParser('[[1,[2]],3]'); p.nextToken(); p.nextToken(); p.skipChildren(); p.nextToken(); return p.getIntegerValue();",
    '3',
  ],
});

export const JSON_FORMATS: readonly LibraryRow[] = [
  ...JSON_ROWS,
  ...GENERATOR,
  ...PARSER,
  ...enumRow(
    'JSONToken',
    reference('apex_class_System_JsonParser'),
    'END_ARRAY END_OBJECT FIELD_NAME NOT_AVAILABLE START_ARRAY START_OBJECT VALUE_EMBEDDED_OBJECT VALUE_FALSE VALUE_NULL VALUE_NUMBER_FLOAT VALUE_NUMBER_INT VALUE_STRING VALUE_TRUE',
  ),
];
