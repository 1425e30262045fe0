import apex.common.base.Initializer;
import apex.common.base.Result;
import apex.jorje.semantic.ast.modifier.ModifierGroup;
import apex.jorje.semantic.ast.modifier.ModifierGroups;
import apex.jorje.semantic.compiler.Namespaces;
import apex.jorje.semantic.symbol.member.variable.DynamicFieldInfoFactory;
import apex.jorje.semantic.symbol.member.variable.FieldInfo;
import apex.jorje.semantic.symbol.member.variable.FieldTable;
import apex.jorje.semantic.symbol.resolver.SymbolResolver;
import apex.jorje.semantic.symbol.type.StandardTypeInfoImpl;
import apex.jorje.semantic.symbol.type.TypeInfo;
import apex.jorje.semantic.symbol.type.TypeInfos;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Types whose members are the org's names: `Schema.SObjectType.Account.fields.Name`, `AccountShare.RowCause.Manual`. */
class DescribeTypes {
  private static final Set<String> ROW_CAUSES = Set.of(
      "owner", "manual", "rule", "implicitchild", "implicitparent", "implicitperson", "team", "territory", "territorymanual",
      "territoryrule", "lpuimplicit", "arimplicit", "guestrule", "portalimplicit", "associatedguestuser",
      "associatedportaluser", "sharingset", "delegatedowner");

  private final ObjectTypes objects;
  private TypeInfo rowCause;

  DescribeTypes(ObjectTypes objects) {
    this.objects = objects;
  }

  TypeInfo fieldToken() {
    return objects.platform.apply("Schema.SObjectField");
  }

  TypeInfo objectToken() {
    return objects.platform.apply("Schema.SObjectType");
  }

  /** Of share objects: the platform's reasons, and whatever the project may declare. */
  TypeInfo rowCause() {
    if (rowCause == null) {
      rowCause = type("SObjectFieldRowCause", fieldToken(), name ->
          ROW_CAUSES.contains(Project.key(name)) || name.endsWith("__c") ? TypeInfos.STRING : null);
    }
    return rowCause;
  }

  /** Static members of Schema.SObjectType: every object. */
  FieldTable objectTable(TypeInfo owner) {
    return table(owner, ModifierGroups.GLOBAL_STATIC, name -> objects.find(name) == null ? null : describeOf(name));
  }

  private TypeInfo describeOf(String object) {
    TypeInfo parent = objects.platform.apply("Schema.DescribeSObjectResult");
    TypeInfo fields = type("SObjectTypeFields", objects.platform.apply("Schema.SObjectTypeFields"), name ->
        objects.hasField(object, name) ? objects.platform.apply("Schema.DescribeFieldResult") : null);
    TypeInfo fieldSets = type("SObjectTypeFieldSets", objects.platform.apply("Schema.SObjectTypeFieldSets"), name ->
        objects.hasFieldSet(object, name) ? objects.platform.apply("Schema.FieldSet") : null);
    return type("DescribeSObjectResult", parent, name ->
        name.equalsIgnoreCase("fields") ? fields : name.equalsIgnoreCase("fieldSets") ? fieldSets : null);
  }

  private static TypeInfo type(String name, TypeInfo parent, Function<String, TypeInfo> members) {
    Initializer<FieldTable, TypeInfo> fields = type -> table(type, ModifierGroups.ONLY_GLOBAL, members);
    return StandardTypeInfoImpl.builder()
        .setApexName("Schema." + name)
        .setBytecodeName("Schema/" + name)
        .setNamespace(Namespaces.SCHEMA)
        .setModifiers(ModifierGroups.ONLY_GLOBAL)
        .setParents(parent)
        .setFields(fields)
        .setMethods(type -> parent.methods())
        .setVirtualMethods(type -> parent.virtualMethods())
        .buildResolved();
  }

  private static FieldTable table(TypeInfo owner, ModifierGroup modifiers, Function<String, TypeInfo> members) {
    return new NamedFields(name -> {
      TypeInfo type = members.apply(name);
      return type == null ? null : field(owner, modifiers, type, name);
    });
  }

  private static FieldInfo field(TypeInfo owner, ModifierGroup modifiers, TypeInfo type, String name) {
    return modifiers == ModifierGroups.GLOBAL_STATIC
        ? DynamicFieldInfoFactory.createNoValidationOrCodeGenNeededField(owner, type, name)
        : DynamicFieldInfoFactory.createSchemaSObjectTypeFieldDescribe(owner, type, name);
  }

  /** Fields that are made when they are first asked for. */
  private static class NamedFields implements FieldTable {
    private final Function<String, FieldInfo> make;
    private final Map<String, FieldInfo> made = new HashMap<>();

    NamedFields(Function<String, FieldInfo> make) {
      this.make = make;
    }

    @Override
    public FieldInfo get(SymbolResolver symbols, TypeInfo referencing, String name, LookupMode mode) {
      return made.computeIfAbsent(Project.key(name), missing -> make.apply(name));
    }

    @Override
    public Result<Void> add(FieldInfo field) {
      throw new UnsupportedOperationException();
    }

    @Override
    public FieldTable resolve() {
      return this;
    }

    @Override
    public boolean isResolved() {
      return true;
    }

    @Override
    public Collection<FieldInfo> all() {
      return made.values();
    }
  }
}
