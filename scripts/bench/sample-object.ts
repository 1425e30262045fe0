/** The small object on which the engine's rates are measured: eight fields, a before and an after trigger. */
import type { MetadataComponent } from '../org/types.ts';

export const SAMPLE_OBJECT = 'Bench_Row__c';

const FIELDS = `
  <fields><fullName>Key__c</fullName><label>Key</label><type>Text</type><length>20</length><externalId>true</externalId><unique>true</unique></fields>
  <fields><fullName>City__c</fullName><label>City</label><type>Text</type><length>80</length></fields>
  <fields><fullName>Note__c</fullName><label>Note</label><type>Text</type><length>255</length></fields>
  <fields><fullName>Seats__c</fullName><label>Seats</label><type>Number</type><precision>8</precision><scale>0</scale></fields>
  <fields><fullName>Price__c</fullName><label>Price</label><type>Number</type><precision>12</precision><scale>2</scale></fields>
  <fields><fullName>Starts_On__c</fullName><label>Starts On</label><type>Date</type></fields>
  <fields><fullName>Seen_At__c</fullName><label>Seen At</label><type>DateTime</type></fields>
  <fields><fullName>Active__c</fullName><label>Active</label><type>Checkbox</type><defaultValue>false</defaultValue></fields>`;

const OBJECT = `<?xml version="1.0" encoding="UTF-8"?>
<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata">
  <label>Bench Row</label><pluralLabel>Bench Rows</pluralLabel>
  <nameField><label>Name</label><type>Text</type></nameField>
  <deploymentStatus>Deployed</deploymentStatus><sharingModel>ReadWrite</sharingModel>${FIELDS}
</CustomObject>`;

const HANDLER = `public class BenchHandler {
    public static Integer total = 0;
    public static void before(List<Bench_Row__c> rows) {
        for (Bench_Row__c row : rows) {
            if (row.Seats__c != null && row.Price__c != null && row.Seats__c > 10) {
                row.Note__c = 'Large: ' + row.City__c;
            }
        }
    }
    public static void after(List<Bench_Row__c> rows) {
        for (Bench_Row__c row : rows) {
            total += row.Seats__c == null ? 0 : row.Seats__c.intValue();
        }
    }
}`;

const TRIGGER = `trigger BenchTrigger on Bench_Row__c (before insert, after insert) {
    if (Trigger.isBefore) {
        BenchHandler.before(Trigger.new);
    } else {
        BenchHandler.after(Trigger.new);
    }
}`;

const META = '<apiVersion>66.0</apiVersion><status>Active</status>';

export const SAMPLE_COMPONENTS: readonly MetadataComponent[] = [
  { type: 'CustomObject', fullName: SAMPLE_OBJECT, path: `objects/${SAMPLE_OBJECT}.object`, content: OBJECT },
  {
    type: 'ApexClass',
    fullName: 'BenchHandler',
    path: 'classes/BenchHandler.cls',
    content: HANDLER,
    meta: `<ApexClass>${META}</ApexClass>`,
  },
  {
    type: 'ApexTrigger',
    fullName: 'BenchTrigger',
    path: 'triggers/BenchTrigger.trigger',
    content: TRIGGER,
    meta: `<ApexTrigger>${META}</ApexTrigger>`,
  },
];
