import apex.common.base.Initializer;
import apex.jorje.data.Location;
import apex.jorje.semantic.ast.modifier.ModifierGroups;
import apex.jorje.semantic.bcl.DmlOperation;
import apex.jorje.semantic.common.TestAccessEvaluator;
import apex.jorje.semantic.common.TestQueryValidators;
import apex.jorje.semantic.common.TestSymbolProvider;
import apex.jorje.semantic.compiler.ApexCompiler;
import apex.jorje.semantic.compiler.CodeUnit;
import apex.jorje.semantic.compiler.CompilationInput;
import apex.jorje.semantic.compiler.CompilerStage;
import apex.jorje.semantic.compiler.Namespaces;
import apex.jorje.semantic.compiler.SourceFile;
import apex.jorje.semantic.compiler.sfdc.NoopCompilerProgressCallback;
import apex.jorje.semantic.symbol.member.variable.FieldTable;
import apex.jorje.semantic.symbol.member.variable.SObjectFieldInfo;
import apex.jorje.semantic.symbol.member.variable.StandardFieldTable;
import apex.jorje.semantic.symbol.resolver.SymbolResolver;
import apex.jorje.semantic.symbol.type.GenericTypeInfoFactory;
import apex.jorje.semantic.symbol.type.SObjectMetadata;
import apex.jorje.semantic.symbol.type.SObjectTypeInfo;
import apex.jorje.semantic.symbol.type.TypeInfo;
import apex.jorje.semantic.symbol.type.TypeInfos;
import apex.jorje.services.exception.CompilationException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.*;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Runs Salesforce's compiler front end, up to its semantic validation, over the classes and triggers that a description
 * names. The description is text, one tab-separated row each; argument 1 is its file. Prints one tab-separated row an
 * error: path, line, column, message.
 *
 *   object  name  kind          kind: record, event, setting or metadata
 *   field   name  type          of the object above; type: an Apex type name
 *   parent  name  object        parent relationship of the object above
 *   child   name  object        child relationship of the object above
 *   label   name
 *   source  file  path          file to read, path to report
 */
public class CompilerDriver {
  public static void main(String[] arguments) throws IOException {
    Platform platform = new Platform();
    Objects objects = new Objects();
    List<SourceFile> sources = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(arguments[0]))) {
      String[] row = line.split("\t");
      switch (row[0]) {
        case "object" -> objects.add(row[1], row[2]);
        case "field", "parent", "child" -> objects.addField(row[0], row[1], row[2]);
        case "label" -> platform.addLabelField(Namespaces.EMPTY, row[1]);
        case "source" -> sources.add(SourceFile.builder().setBody(Files.readString(Path.of(row[1]))).setKnownName(row[2]).build());
        default -> throw new IllegalArgumentException("Unknown row in the description: " + line);
      }
    }
    platform.addObjects(objects.build());
    CompilationInput input =
        new CompilationInput(sources, platform, new TestAccessEvaluator().setIsRunningTests(true), new TestQueryValidators.Noop(), null, NoopCompilerProgressCallback.get());
    ApexCompiler compiler = ApexCompiler.builder().setInput(input).build();
    compiler.compile(CompilerStage.VALIDATE);
    for (CodeUnit unit : compiler.getCodeUnits()) {
      if (platform.isLibrary(unit.getSourceFile())) continue;
      for (CompilationException error : unit.getErrors().get()) report(unit.getSourceFile().getKnownName(), error);
    }
  }

  private static void report(String path, CompilationException error) {
    Location place = error.getLoc();
    String message = error.getError().replaceAll("\\s+", " ");
    System.out.println(String.join("\t", path, "" + place.getLine(), "" + place.getColumn(), message));
  }

  /** Platform types, attached from the library in the compiler's own jar when a source first names them. */
  private static class Platform extends TestSymbolProvider {
    private static final String LIBRARY = "StandardApexLibrary/";
    private final Map<String, TypeInfo> attached = new HashMap<>();
    private final Map<String, String> index = libraryIndex();
    private final Set<SourceFile> library = Collections.newSetFromMap(new IdentityHashMap<>());

    /** The project's own objects; the compiler's test provider knows some standard objects, with the fewest of fields. */
    private final Map<String, TypeInfo> objects = new HashMap<>();

    void addObjects(SObjectTypeInfo[] types) {
      addAdditionalBuiltInSObjectTypes(types);
      for (SObjectTypeInfo type : types) objects.put(type.getApexName().toLowerCase(), type);
    }

    @Override
    public TypeInfo getSObjectType(TypeInfo referencing, String name) {
      TypeInfo own = objects.get(name.toLowerCase());
      return own != null ? own : super.getSObjectType(referencing, name);
    }

    boolean isLibrary(SourceFile file) {
      return library.contains(file);
    }

    @Override
    public TypeInfo find(SymbolResolver resolver, TypeInfo referencing, String name) {
      TypeInfo known = super.find(resolver, referencing, name);
      if (known != null) return known;
      String key = name.toLowerCase();
      if (attached.containsKey(key)) return attached.get(key);
      String[] parts = key.split("/");
      String text = parts.length == 2 ? text(key) : null;
      if (text == null) return null;
      SourceFile file = SourceFile.builder().setBody(text).setNamespace(Namespaces.create(parts[0])).setTrusted(true).setKnownName(name).build();
      library.add(file);
      // Recorded before it is attached: a platform type may name itself.
      attached.put(key, null);
      TypeInfo type = resolver.getCompilerService().attachSource(resolver, file, name);
      attached.put(key, type);
      return type;
    }

    /** `namespace/type` in lower case, to the entry of the jar. */
    private static Map<String, String> libraryIndex() {
      Map<String, String> found = new HashMap<>();
      for (String place : System.getProperty("java.class.path").split(File.pathSeparator)) {
        try (ZipFile jar = new ZipFile(place)) {
          jar.stream().map(ZipEntry::getName).filter(entry -> entry.startsWith(LIBRARY) && entry.endsWith(".cls")).forEach(entry -> found.put(entry.substring(LIBRARY.length(), entry.length() - ".cls".length()).toLowerCase(), entry));
        } catch (IOException error) {
          throw new UncheckedIOException(error);
        }
      }
      return found;
    }

    private String text(String key) {
      String entry = index.get(key);
      if (entry == null) return null;
      // The library describes the platform's exceptions as plain classes.
      if (key.endsWith("exception")) {
        String name = key.substring(key.indexOf('/') + 1);
        return "global virtual class " + name + " extends Exception {}";
      }
      try (InputStream stream = ApexCompiler.class.getResourceAsStream("/" + entry)) {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException error) {
        throw new UncheckedIOException(error);
      }
    }
  }

  /** The project's objects, as the compiler wants them: fields resolve late, so that objects may name each other. */
  private static class Objects {
    private record Field(String role, String name, String type) {}

    private final Map<String, List<Field>> fields = new LinkedHashMap<>();
    private final Map<String, String> kinds = new HashMap<>();
    private final Map<String, SObjectTypeInfo> types = new HashMap<>();
    private List<Field> current;

    void add(String name, String kind) {
      current = new ArrayList<>();
      fields.put(name, current);
      kinds.put(name, kind);
    }

    void addField(String role, String name, String type) {
      current.add(new Field(role, name, type));
    }

    SObjectTypeInfo[] build() {
      for (String name : fields.keySet()) types.put(name.toLowerCase(), build(name));
      return types.values().toArray(new SObjectTypeInfo[0]);
    }

    private SObjectTypeInfo build(String name) {
      String kind = kinds.get(name);
      SObjectMetadata.Builder metadata = SObjectMetadata.builder()
          .setTriggerable(true)
          .setEditable(true)
          .setPlatformEvent(kind.equals("event"))
          .setLookupFieldPredicate((field, type) -> true)
          .setSupportedDml(DmlOperation.ALL);
      if (kind.equals("setting")) metadata.setCustomEntitySObjectType(SObjectMetadata.CustomEntitySObjectType.HIERARCHY_CUSTOM_SETTING);
      if (kind.equals("metadata")) metadata.setCustomEntitySObjectType(SObjectMetadata.CustomEntitySObjectType.CUSTOM_METADATA_TYPE);
      Initializer<FieldTable, TypeInfo> table = type -> {
        StandardFieldTable built = new StandardFieldTable();
        for (Field field : fields.get(name)) built.add(build(field, type));
        return (FieldTable) built.resolve();
      };
      return (SObjectTypeInfo) SObjectTypeInfo.builder().setApexBytecodeName(name).setMetadata(metadata.build()).setFields(table).buildResolved();
    }

    private SObjectFieldInfo build(Field field, TypeInfo owner) {
      SObjectFieldInfo.Category category = switch (field.role) {
        case "parent" -> SObjectFieldInfo.Category.FOREIGN_KEY;
        case "child" -> SObjectFieldInfo.Category.AGGREGATE;
        default -> SObjectFieldInfo.Category.REGULAR;
      };
      return SObjectFieldInfo.builder()
          .setCategory(category)
          .setName(field.name)
          .setType(type(field))
          .setDefiningType(owner)
          .setModifiers(ModifierGroups.ONLY_GLOBAL)
          .setColumnInfo(field.role.equals("field"))
          .build();
    }

    private TypeInfo type(Field field) {
      if (field.role.equals("field")) return FIELD_TYPES.get(field.type);
      // A parent that may be of several objects is a plain SObject.
      TypeInfo object = types.get(field.type.toLowerCase());
      if (object == null) object = TypeInfos.SOBJECT;
      return field.role.equals("child") ? GenericTypeInfoFactory.createList(object) : object;
    }
  }

  private static final Map<String, TypeInfo> FIELD_TYPES = Map.ofEntries(
      Map.entry("Id", TypeInfos.ID),
      Map.entry("String", TypeInfos.STRING),
      Map.entry("Boolean", TypeInfos.BOOLEAN),
      Map.entry("Integer", TypeInfos.INTEGER),
      Map.entry("Double", TypeInfos.DOUBLE),
      Map.entry("Decimal", TypeInfos.DECIMAL),
      Map.entry("Date", TypeInfos.DATE),
      Map.entry("Datetime", TypeInfos.DATE_TIME),
      Map.entry("Time", TypeInfos.TIME),
      Map.entry("Blob", TypeInfos.BLOB),
      Map.entry("Object", TypeInfos.OBJECT));
}
