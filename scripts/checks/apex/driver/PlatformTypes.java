import apex.common.base.Initializer;
import apex.common.base.Initializers;
import apex.jorje.semantic.ast.modifier.ModifierGroups;
import apex.jorje.semantic.bcl.ExceptionMethods;
import apex.jorje.semantic.common.TestSymbolProvider;
import apex.jorje.semantic.compiler.Namespace;
import apex.jorje.semantic.compiler.Namespaces;
import apex.jorje.semantic.compiler.SourceFile;
import apex.jorje.semantic.symbol.member.variable.DynamicFieldInfoFactory;
import apex.jorje.semantic.symbol.member.variable.FieldTable;
import apex.jorje.semantic.symbol.member.variable.StandardFieldTable;
import apex.jorje.semantic.symbol.resolver.SymbolResolver;
import apex.jorje.semantic.symbol.type.FlowInterviewTypeInfo;
import apex.jorje.semantic.symbol.type.StandardTypeInfoImpl;
import apex.jorje.semantic.symbol.type.TypeInfo;
import apex.jorje.semantic.symbol.type.TypeInfos;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/** Answers the compiler's questions for names that the project's classes do not declare. */
class PlatformTypes extends TestSymbolProvider {
  /** The compiler's prefix for types that the platform implements in Java. */
  private static final String BUILT_IN = "com/salesforce/api/";

  /** Namespace of the types that the platform makes for DataWeave scripts. */
  private static final String SCRIPTS = "dataweavescriptresource/";

  /** What the exceptions of a project extend in truth. */
  private static final String BASE_EXCEPTION = "system/apexbaseexception";

  /** Ends the compiler's own names for the describe results of newer API versions. */
  private static final String WITHOUT_BUILT_IN = "nobuiltin";

  private final Library library;
  private final Project project;
  private final Map<String, TypeInfo> attached = new HashMap<>();
  private final Map<String, TypeInfo> flows = new HashMap<>();
  private final Set<SourceFile> files = Collections.newSetFromMap(new IdentityHashMap<>());

  PlatformTypes(Library library, Project project) {
    this.library = library;
    this.project = project;
  }

  boolean isLibrary(SourceFile file) {
    return files.contains(file);
  }

  @Override
  public TypeInfo find(SymbolResolver resolver, TypeInfo referencing, String name) {
    String key = typeKey(Project.key(name));
    if (attached.containsKey(key)) return attached.get(key);
    if (key.equals(BASE_EXCEPTION)) return attachException(key, "System", "ApexBaseException", "System/ApexBaseException");
    if (key.indexOf('$') > 0 && key.indexOf('/') > 0) return findInner(resolver, referencing, key);
    project.objects.platform = type -> fieldType(resolver, referencing, type);
    String text = key.startsWith(SCRIPTS) ? scriptText(key) : library.textOf(key);
    if (text == null) return super.find(resolver, referencing, name);
    if (key.endsWith("exception")) {
      String ownName = library.nameOf(key);
      return attachException(key, library.namespaceOf(key), ownName, BUILT_IN + "exception/" + ownName);
    }
    SourceFile file = SourceFile.builder()
        .setBody(text)
        .setNamespace(Namespaces.create(library.namespaceOf(key)))
        .setTrusted(true)
        .setKnownName(key)
        .build();
    files.add(file);
    // Recorded before it is attached: a platform type may name itself.
    attached.put(key, null);
    TypeInfo type = resolver.getCompilerService().attachSource(resolver, file, name);
    InternalNames.give(type, key);
    OpenedTypes.open(type, key, text, project.objects.describe);
    attached.put(key, type);
    return type;
  }

  /** An inner type comes with its outer one. */
  private TypeInfo findInner(SymbolResolver resolver, TypeInfo referencing, String key) {
    String outer = key.substring(0, key.indexOf('$'));
    if (library.textOf(outer) == null || find(resolver, referencing, outer) == null) return null;
    attached.put(key, null);
    TypeInfo type = resolver.get(key);
    attached.put(key, type);
    return type;
  }

  private String scriptText(String key) {
    String name = key.substring(SCRIPTS.length());
    return project.has("script", name) ? "global class " + name + " extends DataWeave.Script {}" : null;
  }

  @Override
  public boolean isDynamicTypeNamespace(String namespace) {
    return SCRIPTS.equals(Project.key(namespace) + "/");
  }

  /** An exception of the platform: the compiler has the methods that all of them share. */
  private TypeInfo attachException(String key, String namespace, String name, String bytecodeName) {
    TypeInfo type = StandardTypeInfoImpl.builder()
        .setApexName(namespace + "." + name)
        .setBytecodeName(bytecodeName)
        .setNamespace(Namespaces.create(namespace))
        .setParents(TypeInfos.EXCEPTION)
        .setModifiers(ModifierGroups.GLOBAL_VIRTUAL)
        .setMethods(ExceptionMethods.methodsWithConstructors())
        .buildResolved();
    attached.put(key, type);
    return type;
  }

  /** `namespace/type`, whichever of its own names the compiler asks for. */
  static String typeKey(String name) {
    String key = name.endsWith(WITHOUT_BUILT_IN) ? name.substring(0, name.length() - WITHOUT_BUILT_IN.length()) : name;
    if (!key.startsWith(BUILT_IN)) return key;
    String rest = key.substring(BUILT_IN.length());
    if (rest.startsWith("exception/")) return "system/" + rest.substring("exception/".length());
    return rest.contains("/") ? rest : "system/" + rest;
  }

  private TypeInfo fieldType(SymbolResolver resolver, TypeInfo referencing, String type) {
    TypeInfo found = find(resolver, referencing, type.replace('.', '/'));
    return found == null ? TypeInfos.OBJECT : found;
  }

  @Override
  public TypeInfo getSObjectType(TypeInfo referencing, String name) {
    TypeInfo type = project.objects.find(name);
    return type != null || !name.equalsIgnoreCase("AggregateResult") ? type : super.getSObjectType(referencing, name);
  }

  @Override
  public TypeInfo getFlowInterviewType(SymbolResolver resolver, TypeInfo referencing, Namespace namespace, String name) {
    Project.Flow flow = project.flows.get(Project.key(name));
    if (flow == null || !isOwn(namespace)) return null;
    return flows.computeIfAbsent(flow.name(), missing -> flowType(resolver, referencing, flow));
  }

  private TypeInfo flowType(SymbolResolver resolver, TypeInfo referencing, Project.Flow flow) {
    Initializer<FieldTable, TypeInfo> table = type -> {
      StandardFieldTable fields = new StandardFieldTable();
      for (String variable : flow.variables()) {
        fields.add(DynamicFieldInfoFactory.createFlowProperty(type, TypeInfos.OBJECT, ModifierGroups.ONLY_GLOBAL, variable));
      }
      return (FieldTable) fields.resolve();
    };
    return FlowInterviewTypeInfo.builder()
        .setFlowName(flow.name())
        .setNamespace(Namespaces.EMPTY)
        .setParents(find(resolver, referencing, "flow/interview"))
        .setFields(Initializers.memoize(table))
        .build();
  }

  @Override
  public String getPageReference(TypeInfo referencing, String name) {
    return project.has("page", name) ? "/apex/" + name : null;
  }

  @Override
  public boolean hasLabelField(TypeInfo referencing, Namespace namespace, String name) {
    // Labels of an installed package are known to its org alone.
    return !isOwn(namespace) || project.has("label", name);
  }

  @Override
  public String getQuickAction(TypeInfo referencing, String object, String name) {
    return project.has("action", (object == null ? "" : object) + "." + name) ? name : null;
  }

  private boolean isOwn(Namespace namespace) {
    return Namespace.isEmptyOrNull(namespace) || project.isOwn(namespace.toString());
  }
}
