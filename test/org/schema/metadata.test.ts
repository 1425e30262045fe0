import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildSchema } from '../../../scripts/org/schema/index.ts';
import type { MetadataComponent } from '../../../scripts/org/types.ts';
import { component, customObject, field } from './files.ts';

const thing = customObject('Thing__c', {
  fields:
    field('Size__c', 'Number', '<precision>5</precision><scale>0</scale>') +
    field('Must__c', 'Date', '<required>true</required>'),
  more: `<compactLayoutAssignment>Short</compactLayoutAssignment><compactLayouts><fullName>Short</fullName><fields>Name</fields><label>Short</label></compactLayouts>
<listViews><fullName>Big</fullName><columns>NAME</columns><columns>Size__c</columns><filterScope>Mine</filterScope><filters><field>Size__c</field><operation>greaterThan</operation><value>3</value></filters><label>Big ones</label></listViews>
<recordTypes><fullName>Small</fullName><active>true</active><label>Small one</label></recordTypes>`,
});

function build(...components: MetadataComponent[]): ReturnType<typeof buildSchema> {
  return buildSchema([thing, ...components], { version: 1 });
}

describe('metadata models', () => {
  it('list views and compact layouts', () => {
    const { metadata } = build().schema;
    assert.deepEqual(metadata.listViews.get('thing__c.big'), {
      object: 'Thing__c',
      name: 'Big',
      label: 'Big ones',
      scope: 'Mine',
      columns: ['NAME', 'Size__c'],
      filters: [{ field: 'Size__c', operation: 'greaterThan', value: '3' }],
    });
    assert.equal(metadata.compactLayouts.get('thing__c.short')?.isDefault, true);
  });

  it('record types bring their field', () => {
    const object = build().schema.requireObject('Thing__c');
    assert.deepEqual(object.recordTypes, [{ developerName: 'Small', label: 'Small one', active: true }]);
    assert.ok(object.field('RecordTypeId'));
  });

  it('labels without regard to case', () => {
    const labels = component(
      'CustomLabels',
      'CustomLabels',
      '<labels><fullName>Hello</fullName><language>en_US</language><protected>true</protected><shortDescription>h</shortDescription><value>Hello &amp; welcome</value></labels>',
    );
    assert.equal(build(labels).schema.label('hELLO'), 'Hello & welcome');
  });

  it('permission sets', () => {
    const set = component(
      'PermissionSet',
      'Keeper',
      `<label>Keeper</label><hasActivationRequired>false</hasActivationRequired>
<objectPermissions><allowCreate>true</allowCreate><allowDelete>false</allowDelete><allowEdit>false</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>Thing__c</object><viewAllRecords>true</viewAllRecords></objectPermissions>
<fieldPermissions><editable>true</editable><field>Thing__c.Size__c</field><readable>true</readable></fieldPermissions>
<classAccesses><apexClass>A</apexClass><enabled>true</enabled></classAccesses><classAccesses><apexClass>B</apexClass><enabled>false</enabled></classAccesses>
<userPermissions><enabled>true</enabled><name>ApiEnabled</name></userPermissions>
<tabSettings><tab>Thing__c</tab><visibility>Visible</visibility></tabSettings>
<applicationVisibilities><application>App</application><visible>true</visible></applicationVisibilities>`,
    );
    const { schema, problems } = build(set);
    assert.deepEqual(problems, []);
    const found = schema.metadata.permissionSets.get('keeper');
    assert.deepEqual(found?.objectPermissions, [
      { object: 'Thing__c', read: true, create: true, edit: false, delete: false, viewAll: true, modifyAll: false },
    ]);
    assert.deepEqual(found.fieldPermissions, [{ field: 'Thing__c.Size__c', read: true, edit: true }]);
    assert.deepEqual(found.classAccesses, ['A']);
    assert.deepEqual(found.userPermissions, ['ApiEnabled']);
    assert.deepEqual(found.applicationVisibilities, [{ application: 'App', visible: true, isDefault: false }]);
  });

  const refused: readonly { name: string; input: string; message: RegExp }[] = [
    {
      name: 'unknown object',
      input: '<objectPermissions><allowRead>true</allowRead><object>Gone__c</object></objectPermissions>',
      message: /no CustomObject named Gone__c found/,
    },
    {
      name: 'unknown field',
      input:
        '<fieldPermissions><editable>false</editable><field>Thing__c.Gone__c</field><readable>true</readable></fieldPermissions>',
      message: /no CustomField named Thing__c.Gone__c found/,
    },
    {
      name: 'required field',
      input:
        '<fieldPermissions><editable>false</editable><field>Thing__c.Must__c</field><readable>true</readable></fieldPermissions>',
      message: /You cannot deploy to a required field: Thing__c.Must__c/,
    },
    {
      name: 'edit without read',
      input:
        '<objectPermissions><allowEdit>true</allowEdit><allowRead>false</allowRead><object>Thing__c</object></objectPermissions>',
      message: /edit on Thing__c depends on permission\(s\): read/,
    },
    {
      name: 'unknown custom permission',
      input: '<customPermissions><enabled>true</enabled><name>Gone</name></customPermissions>',
      message: /no CustomPermission named Gone found/,
    },
    { name: 'unknown element', input: '<objectRights/>', message: /Element objectRights invalid/ },
  ];
  for (const { name, input, message } of refused) {
    it(`permission set with ${name} is refused`, () => {
      const { problems } = build(component('PermissionSet', 'Bad', `<label>Bad</label>${input}`));
      assert.equal(problems.length, 1, JSON.stringify(problems));
      assert.match(problems[0]?.message ?? '', message);
    });
  }

  it('pages, tabs, applications, layouts', () => {
    const { schema, problems } = build(
      component(
        'FlexiPage',
        'Thing_Record',
        `<masterLabel>Thing</masterLabel><sobjectType>Thing__c</sobjectType><template><name>flexipage:recordHomeTemplateDesktop</name></template><type>RecordPage</type>
<flexiPageRegions><name>main</name><type>Region</type><itemInstances><componentInstance><componentInstanceProperties><name>title</name><value>Hi</value></componentInstanceProperties><componentName>thingPanel</componentName><identifier>c1</identifier></componentInstance></itemInstances></flexiPageRegions>`,
      ),
      component('CustomTab', 'Thing__c', '<customObject>true</customObject><motif>Custom53: Bell</motif>'),
      component(
        'CustomTab',
        'Home_Page',
        '<label>Home</label><lwcComponent>thingHome</lwcComponent><motif>Custom53: Bell</motif>',
      ),
      component(
        'CustomApplication',
        'App',
        '<label>App</label><navType>Standard</navType><uiType>Lightning</uiType><tabs>Thing__c</tabs><tabs>Home_Page</tabs>',
      ),
      component(
        'Layout',
        'Thing__c-Thing Layout',
        '<layoutSections><label>Info</label><style>OneColumn</style><layoutColumns><layoutItems><behavior>Required</behavior><field>Name</field></layoutItems></layoutColumns></layoutSections>',
      ),
    );
    assert.deepEqual(problems, []);
    const { metadata } = schema;
    const item = metadata.flexiPages.get('thing_record')?.regions[0]?.items[0];
    assert.deepEqual(item, {
      kind: 'component',
      component: { name: 'thingPanel', identifier: 'c1', properties: { title: 'Hi' } },
    });
    assert.equal(metadata.tabs.get('thing__c')?.kind, 'object');
    assert.deepEqual(
      [metadata.tabs.get('home_page')?.kind, metadata.tabs.get('home_page')?.target],
      ['lwc', 'thingHome'],
    );
    assert.deepEqual(metadata.applications.get('app')?.tabs, ['Thing__c', 'Home_Page']);
    assert.deepEqual(metadata.layouts.get('thing__c-thing layout')?.sections[0]?.columns, [
      [{ field: 'Name', emptySpace: false, behavior: 'Required' }],
    ]);
  });

  it('a page of a missing object is refused', () => {
    const { problems } = build(
      component(
        'FlexiPage',
        'P',
        '<masterLabel>P</masterLabel><sobjectType>Gone__c</sobjectType><type>RecordPage</type>',
      ),
    );
    assert.match(problems[0]?.message ?? '', /no CustomObject named Gone__c/);
  });

  it('queues, roles and certificates', () => {
    const certificate: MetadataComponent = {
      type: 'Certificate',
      fullName: 'Key',
      path: 'certs/Key.crt',
      content: 'PEM',
      meta: '<Certificate><caSigned>false</caSigned><keySize>4096</keySize><masterLabel>Key</masterLabel><privateKeyExportable>true</privateKeyExportable></Certificate>',
    };
    const { schema, problems } = build(
      component(
        'Queue',
        'Q',
        '<name>The queue</name><queueSobject><sobjectType>Lead</sobjectType></queueSobject><queueMembers><users><user>a@b.c</user></users></queueMembers>',
      ),
      component('Role', 'Boss', '<name>Boss</name>'),
      certificate,
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(schema.metadata.queues.get('q'), {
      name: 'Q',
      label: 'The queue',
      objects: ['Lead'],
      users: ['a@b.c'],
      groups: [],
      roles: [],
      rolesAndSubordinates: [],
      includesBosses: true,
    });
    assert.deepEqual(schema.metadata.certificates.get('key'), {
      name: 'Key',
      label: 'Key',
      caSigned: false,
      keySize: 4096,
      exportable: true,
      content: 'PEM',
    });
  });
});
