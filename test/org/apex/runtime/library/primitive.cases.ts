/** Object, Boolean, Id, Blob, UUID, Enum and Type. */
import type { LibraryRow } from './rows.ts';
import { reference, rowsOf } from './rows.ts';

const OBJECT_PAGE =
  'https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_collections_maps_keys_userdefined.htm';

export const PRIMITIVES: readonly LibraryRow[] = [
  ...rowsOf('Object', OBJECT_PAGE, {
    'new()': ['Object o = new Object(); return o.equals(o);', 'true'],
    'Boolean equals(Object)': [
      ["Object a = 1; return a.equals(1) + '' + a.equals(2);", 'truefalse'],
      ['Object a = new Point(1, 2); return a.equals(new Point(1, 2));', 'true'],
    ],
    'Integer hashCode()': ['Object a = new Point(1, 2); return a.hashCode();', '33'],
    'String toString()': ['Object a = new List<Integer>{ 1 }; return a.toString();', '(1)'],
  }),
  ...rowsOf('Boolean', reference('apex_methods_system_boolean'), {
    'static Boolean valueOf(String)': [
      ["Boolean.valueOf('true') + '' + Boolean.valueOf('TRUE') + Boolean.valueOf('yes')", 'truetruefalse'],
      ['String s; return Boolean.valueOf(s);', '!System.NullPointerException: Argument cannot be null.'],
    ],
    'static Boolean valueOf(Object)': ['Object o = true; return Boolean.valueOf(o);', 'true'],
  }),
  ...rowsOf('Id', reference('apex_methods_system_id'), {
    'static Id valueOf(String)': [
      ["Id.valueOf('001xa000003DIlo')", '001xa000003DIloAAG'],
      ["Id.valueOf('nonsense')", '!System.StringException: Invalid id: nonsense'],
    ],
    'static Id valueOf(String,Boolean)': ["Id.valueOf('001XA000003DILOAAG', true)", '001xa000003DIloAAG'],
    'Schema.SObjectType getSObjectType()': ["Id id = Parts.make('a').Id; return id.getSObjectType();", 'Part__c'],
    'String to15()': ["Id id = '001xa000003DIloAAG'; return id.to15();", '001xa000003DIlo'],
    'Boolean equals(Object)': ["Id id = '001xa000003DIloAAG'; return id.equals(id);", 'true'],
    'Integer hashCode()': [
      "Id a = '001xa000003DIloAAG'; Id b = '001xa000003DIlo'; return a.hashCode() == b.hashCode();",
      'true',
    ],
    'String toString()': ["Id id = '001xa000003DIlo'; return id.toString();", '001xa000003DIloAAG'],
    'void addError(String)': [
      "Part__c part = Parts.make('a'); part.Name = 'bad id'; return Database.update(part, false).getErrors()[0].getMessage();",
      'no id',
    ],
    'void addError(String,Boolean)': [
      "Part__c part = Parts.make('a'); part.Name = 'bad escaped id'; return Database.update(part, false).getErrors()[0].getMessage();",
      'no <id>',
    ],
  }),
  ...rowsOf('Blob', reference('apex_methods_system_blob'), {
    'static Blob valueOf(String)': ["Blob b = Blob.valueOf('StringToBlob'); return b;", 'Blob[12]'],
    'Integer size()': ["Blob.valueOf('é').size()", '2'],
    'String toString()': [
      ["Blob.valueOf('é').toString()", 'é'],
      ["EncodingUtil.convertFromHex('ff').toString()", '!System.StringException: BLOB is not a valid UTF-8 string'],
    ],
  }),
  ...rowsOf('Enum', 'https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_enums.htm', {
    'String name()': ['Color.GREEN.name() + TriggerOperation.BEFORE_INSERT.name()', 'GREENBEFORE_INSERT'],
    'Integer ordinal()': ['Color.GREEN.ordinal() + Color.RED.ordinal()', '1'],
  }),
  ...rowsOf('UUID', reference('apex_class_System_UUID'), {
    'static UUID randomUUID()': ['UUID.randomUUID().toString().length()', '36'],
    'static UUID fromString(String)': [
      ["UUID.fromString('B5B7D4A2-0B6E-4F4E-8A4C-1D1B0E4B7A10')", 'b5b7d4a2-0b6e-4f4e-8a4c-1d1b0e4b7a10'],
      ["UUID.fromString('x')", '!System.IllegalArgumentException: Invalid UUID string: x'],
    ],
    'Boolean equals(Object)': [
      "UUID u = UUID.randomUUID(); return u.equals(UUID.fromString(u.toString())) + '' + u.equals(UUID.randomUUID());",
      'truefalse',
    ],
    'Integer hashCode()': [
      'UUID u = UUID.randomUUID(); return u.hashCode() == UUID.fromString(u.toString()).hashCode();',
      'true',
    ],
    'String toString()': [
      "UUID.fromString('b5b7d4a2-0b6e-4f4e-8a4c-1d1b0e4b7a10').toString()",
      'b5b7d4a2-0b6e-4f4e-8a4c-1d1b0e4b7a10',
    ],
  }),
  ...rowsOf('Type', reference('apex_methods_system_type'), {
    'static Type forName(String)': [
      ["Type.forName('point')", 'Point'],
      ["Type.forName('Nowhere') == null", 'true'],
      ["Type.forName('Map<String, List<Part__c>>')", 'Map<String,List<Part__c>>'],
    ],
    'static Type forName(String,String)': [
      "Type.forName('', 'Point') + '' + Type.forName(null, 'Point')",
      'PointPoint',
    ],
    'Boolean equals(Object)': [
      "Point.class.equals(Type.forName('Point')) + '' + Point.class.equals(Box.class)",
      'truefalse',
    ],
    'String getName()': ['Part__c.class.getName() + List<Integer>.class.getName()', 'Part__cList<Integer>'],
    'Integer hashCode()': ["Point.class.hashCode() == Type.forName('Point').hashCode()", 'true'],
    'Boolean isAssignableFrom(Type)': [
      "Comparable.class.isAssignableFrom(Point.class) + '' + Point.class.isAssignableFrom(Box.class) + SObject.class.isAssignableFrom(Part__c.class)",
      'truefalsetrue',
    ],
    'Object newInstance()': [
      ['((Point) Point.class.newInstance()).x', 'null'],
      ['((List<Integer>) List<Integer>.class.newInstance()).size()', '0'],
      ["((Part__c) Type.forName('Part__c').newInstance()).getSObjectType()", 'Part__c'],
    ],
    'String toString()': ['Point.class.toString()', 'Point'],
  }),
];
