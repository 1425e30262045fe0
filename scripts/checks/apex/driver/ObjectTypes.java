import apex.common.base.Initializer;
import apex.jorje.semantic.ast.modifier.ModifierGroups;
import apex.jorje.semantic.bcl.DmlOperation;
import apex.jorje.semantic.symbol.member.variable.DynamicFieldInfoFactory;
import apex.jorje.semantic.symbol.member.variable.FieldTable;
import apex.jorje.semantic.symbol.member.variable.MultipleFieldTable;
import apex.jorje.semantic.symbol.member.variable.SObjectFieldInfo;
import apex.jorje.semantic.symbol.type.GenericTypeInfoFactory;
import apex.jorje.semantic.symbol.type.SObjectMetadata;
import apex.jorje.semantic.symbol.type.SObjectMetadata.CustomEntitySObjectType;
import apex.jorje.semantic.symbol.type.SObjectTypeInfo;
import apex.jorje.semantic.symbol.type.TypeInfo;
import apex.jorje.semantic.symbol.type.TypeInfos;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Objects of one org as the compiler wants them: the platform's standard ones and the project's, which may add fields to a
 * standard object. A type is built when a source first names it, and its fields when they are first looked at.
 */
class ObjectTypes {
  record Field(String role, String name, String type) {}

  private static class Definition {
    final String name;
    final String kind;
    final List<Field> fields = new ArrayList<>();
    final Set<String> fieldSets = new HashSet<>();

    Definition(String name, String kind) {
      this.name = name;
      this.kind = kind;
    }
  }

  private final StandardObjects standard;
  /** Of the project's own names, with its two underscores; empty where the project has no namespace. */
  private final String prefix;
  private final Map<String, Definition> definitions = new HashMap<>();
  private final Map<String, TypeInfo> types = new HashMap<>();
  private Definition current;

  /** Platform types that fields may have, by name, such as System.Address; set by whoever can look them up. */
  Function<String, TypeInfo> platform = name -> TypeInfos.OBJECT;

  final DescribeTypes describe = new DescribeTypes(this);

  ObjectTypes(StandardObjects standard, String namespace) {
    this.standard = standard;
    this.prefix = namespace.isEmpty() ? "" : Project.key(namespace) + "__";
  }

  void add(String name, String kind) {
    current = definitions.computeIfAbsent(Project.key(name), missing -> new Definition(name, kind));
  }

  void addField(String role, String name, String type) {
    current.fields.add(new Field(role, name, type));
  }

  void addFieldSet(String name) {
    current.fieldSets.add(Project.key(name));
  }

  boolean hasFieldSet(String object, String name) {
    Definition definition = definitions.get(Project.key(object));
    return definition != null && definition.fieldSets.contains(Project.key(name));
  }

  boolean hasField(String object, String name) {
    TypeInfo type = find(object);
    return type != null && memberNames(object).contains(Project.key(name));
  }

  private Set<String> memberNames(String object) {
    String key = withoutNamespace(Project.key(object));
    Set<String> found = new HashSet<>();
    Definition own = definitions.get(key);
    if (own != null) for (Field field : own.fields) found.add(Project.key(field.name));
    String standardName = standard.nameOf(key);
    if (standardName != null) for (Field field : standard.fieldsOf(standardName)) found.add(Project.key(field.name));
    return found;
  }

  /** The object of this name, with or without the namespace of the project; null when there is none. */
  TypeInfo find(String name) {
    String key = withoutNamespace(Project.key(name));
    if (types.containsKey(key)) return types.get(key);
    Definition own = definitions.get(key);
    String standardName = standard.nameOf(key);
    TypeInfo type = own == null && standardName == null ? null : build(key, own, standardName);
    types.put(key, type);
    return type;
  }

  private String withoutNamespace(String key) {
    return !prefix.isEmpty() && key.startsWith(prefix) ? key.substring(prefix.length()) : key;
  }

  private SObjectTypeInfo build(String key, Definition own, String standardName) {
    String kind = own == null ? "record" : own.kind;
    SObjectMetadata.Builder metadata = SObjectMetadata.builder()
        .setTriggerable(!kind.equals("metadata"))
        .setEditable(true)
        .setPlatformEvent(kind.equals("event"))
        .setLookupFieldPredicate((field, type) -> true)
        .setSupportedDml(DmlOperation.ALL);
    CustomEntitySObjectType entity = switch (kind) {
      case "list" -> CustomEntitySObjectType.LIST_CUSTOM_SETTING;
      case "hierarchy" -> CustomEntitySObjectType.HIERARCHY_CUSTOM_SETTING;
      case "metadata" -> CustomEntitySObjectType.CUSTOM_METADATA_TYPE;
      default -> null;
    };
    if (entity != null) metadata.setCustomEntitySObjectType(entity);
    Initializer<FieldTable, TypeInfo> table = type -> fieldsOf(own, standardName, type);
    String name = standardName != null ? standardName : own.name;
    return (SObjectTypeInfo)
        SObjectTypeInfo.builder().setApexBytecodeName(name).setMetadata(metadata.build()).setFields(table).buildResolved();
  }

  private FieldTable fieldsOf(Definition own, String standardName, TypeInfo type) {
    Map<String, Field> fields = new HashMap<>();
    if (standardName != null) for (Field field : standard.fieldsOf(standardName)) fields.put(Project.key(field.name), field);
    if (own != null) for (Field field : own.fields) addNames(field, fields);
    boolean isShare = fields.containsKey("rowcause") && Project.key(type.getApexName()).endsWith("share");
    // A record's value and the token of its field have the same name, the token being static.
    FieldTable table = new MultipleFieldTable();
    for (Field field : fields.values()) {
      table.add(build(field, type));
      if (!field.role.equals("field")) continue;
      TypeInfo token = isShare && field.name.equalsIgnoreCase("RowCause") ? describe.rowCause() : describe.fieldToken();
      table.add(DynamicFieldInfoFactory.createNoValidationOrCodeGenNeededField(type, token, field.name));
    }
    table.add(DynamicFieldInfoFactory.createNoValidationOrCodeGenNeededField(type, describe.objectToken(), "SObjectType"));
    return table.resolve();
  }

  /** A project may write its own field with its namespace and without. */
  private void addNames(Field field, Map<String, Field> fields) {
    fields.putIfAbsent(Project.key(field.name), field);
    if (prefix.isEmpty() || !field.name.matches(".+__[a-z]+")) return;
    String full = prefix + field.name;
    fields.putIfAbsent(Project.key(full), new Field(field.role, full, field.type));
  }

  private SObjectFieldInfo build(Field field, TypeInfo owner) {
    SObjectFieldInfo.Category category = switch (field.role) {
      case "parent" -> SObjectFieldInfo.Category.FOREIGN_KEY;
      case "child" -> SObjectFieldInfo.Category.AGGREGATE;
      case "list" -> SObjectFieldInfo.Category.ID_LIST;
      default -> SObjectFieldInfo.Category.REGULAR;
    };
    return SObjectFieldInfo.builder()
        .setCategory(category)
        .setName(field.name)
        .setType(typeOf(field))
        .setDefiningType(owner)
        .setModifiers(ModifierGroups.ONLY_GLOBAL)
        .setColumnInfo(field.role.equals("field"))
        .build();
  }

  private TypeInfo typeOf(Field field) {
    TypeInfo simple = FIELD_TYPES.get(field.type);
    if (field.role.equals("list")) return GenericTypeInfoFactory.createList(simple);
    if (field.role.equals("field")) return simple != null ? simple : platform.apply(field.type);
    TypeInfo object = find(field.type);
    // A parent that may be of several objects shows the fields that they share.
    if (object == null) object = TypeInfos.SOBJECT;
    return field.role.equals("child") ? GenericTypeInfoFactory.createList(object) : object;
  }

  private static final Map<String, TypeInfo> FIELD_TYPES = Map.ofEntries(
      Map.entry("Id", TypeInfos.ID),
      Map.entry("String", TypeInfos.STRING),
      Map.entry("Boolean", TypeInfos.BOOLEAN),
      Map.entry("Integer", TypeInfos.INTEGER),
      Map.entry("Long", TypeInfos.LONG),
      Map.entry("Double", TypeInfos.DOUBLE),
      Map.entry("Decimal", TypeInfos.DECIMAL),
      Map.entry("Date", TypeInfos.DATE),
      Map.entry("Datetime", TypeInfos.DATE_TIME),
      Map.entry("Time", TypeInfos.TIME),
      Map.entry("Blob", TypeInfos.BLOB),
      Map.entry("Object", TypeInfos.OBJECT));
}
