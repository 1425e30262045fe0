/** JSON both ways, generator, parser, Type. */
import type { Case } from './evaluate.ts';

export const json: readonly Case[] = [
  [
    "JSON.serialize(new Map<String, Object>{ 'a' => 1, 'b' => null, 'c' => new List<Object>{ true, 1.50 } })",
    '{"a":1,"b":null,"c":[true,1.50]}',
  ],
  ['JSON.serialize(new Point(1, null))', '{"x":1,"y":null}'],
  ['JSON.serialize(new Point(1, null), true)', '{"x":1}'],
  [
    "JSON.serializePretty(new Map<String, Object>{ 'a' => 1, 'b' => new List<Object>{ 1, 2 } })",
    '{\n  "a" : 1,\n  "b" : [ 1, 2 ]\n}',
  ],
  ['JSON.serialize(Datetime.newInstanceGmt(2026, 1, 2, 3, 4, 5))', '"2026-01-02T03:04:05.000Z"'],
  ['JSON.serialize(Date.newInstance(2026, 1, 2))', '"2026-01-02"'],
  ['JSON.serialize(Time.newInstance(1, 2, 3, 4))', '"01:02:03.004Z"'],
  ['JSON.serialize(Color.RED)', '"RED"'],
  ["JSON.serialize(Blob.valueOf('abc'))", '"YWJj"'],
  ["JSON.serialize('a\"b')", '"a\\"b"'],
  [
    "JSON.serialize(new Part__c(Name = 'n', Count__c = 2, At__c = Datetime.newInstanceGmt(2026, 1, 2, 3, 4, 5)))",
    '{"attributes":{"type":"Part__c"},"Name":"n","Count__c":2,"At__c":"2026-01-02T03:04:05.000+0000"}',
  ],
  [
    'List<Object> l = new List<Object>(); l.add(l); return JSON.serialize(l);',
    '!JSONException: Direct self-reference leading to cycle: List<Object>',
  ],
  ['JSON.deserializeUntyped(\'{"a":[1,2.5,"x",null,3000000000]}\')', '{a=(1, 2.5, x, null, 3000000000)}'],
  [
    'JSON.deserializeUntyped(\'{"a":1\')',
    '!JSONException: Unexpected end-of-input: expected close marker for OBJECT (from [line:1, column:0]) at [line:1, column:7]',
  ],
  [
    "JSON.deserializeUntyped('{a:1}')",
    "!JSONException: Unexpected character ('a' (code 97)): was expecting double-quote to start field name at [line:1, column:2]",
  ],
  ['((Point) JSON.deserialize(\'{"X":1,"y":2,"z":3}\', Point.class)).x', '1'],
  ['JSON.deserializeStrict(\'{"x":1,"z":3}\', Point.class)', '!JSONException: No such field exists in Point: z'],
  ['JSON.deserialize(\'{"x":"abc"}\', Point.class)', '!JSONException: Illegal value for primitive: abc'],
  [
    'Box b = (Box) JSON.deserialize(\'{"name":"n","points":[{"x":1}],"prices":{"a":1.50},"color":"GREEN","due":"2026-01-02","at":"2026-01-02T03:04:05.000+0000","part":{"Name":"p","Count__c":3},"anything":{"k":[1]}}\', Box.class);' +
      " return b.name + b.points[0].x + b.prices.get('a') + b.color + b.due.day() + b.at.getTime() + b.part.Name + b.anything;",
    'n11.50GREEN21767323045000p{k=(1)}',
  ],
  ['((List<Point>) JSON.deserialize(\'[{"x":4}]\', List<Point>.class))[0].x', '4'],
  [
    '((Part__c) JSON.deserialize(\'{"attributes":{"type":"Part__c"},"Due__c":"2026-01-02"}\', SObject.class)).Due__c.year()',
    '2026',
  ],
  [
    'JSON.deserialize(\'{"Nope__c":1}\', Part__c.class)',
    "!JSONException: No such column 'Nope__c' on sobject of type Part__c",
  ],
  ['JSON.deserialize(null, Point.class)', '!NullPointerException: Argument cannot be null.'],
  [
    "JSONGenerator g = JSON.createGenerator(false); g.writeStartObject(); g.writeStringField('a', 'x'); g.writeFieldName('b'); g.writeStartArray(); g.writeNumber(1); g.writeNull(); g.writeEndArray(); g.writeObjectField('p', new Point(1, 2)); g.writeEndObject(); return g.getAsString();",
    '{"a":"x","b":[1,null],"p":{"x":1,"y":2}}',
  ],
  [
    'JSONParser p = JSON.createParser(\'{"a":{"x":5},"b":7}\'); Integer sum = 0; while (p.nextToken() != null) { if (p.getText() == \'a\') { p.nextToken(); sum += ((Point) p.readValueAs(Point.class)).x; } else if (p.getCurrentToken() == JSONToken.VALUE_NUMBER_INT) { sum += p.getIntegerValue(); } } return sum;',
    '12',
  ],
  ["Type.forName('Point').newInstance() instanceof Point", 'true'],
  ["Type.forName('Nope')", 'null'],
  ["Type.forName('map<string, list<point>>').getName()", 'Map<String,List<Point>>'],
  ['Comparable.class.isAssignableFrom(Point.class)', 'true'],
  ['Point.class.isAssignableFrom(Box.class)', 'false'],
  ["Point.class == Type.forName('point')", 'true'],
];
