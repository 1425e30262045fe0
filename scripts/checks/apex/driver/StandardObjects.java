import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Standard objects and their fields, read from a jar that has one Java class for each. */
class StandardObjects {
  private static final String ROOT = "com/nawforce/runforce/";
  private static final String FOLDER = ROOT + "SObjects/";
  private static final String SYSTEM = ROOT + "System/";
  private static final String SUFFIX = ".class";

  private ZipFile jar;
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, List<ObjectTypes.Field>> fields = new HashMap<>();

  void add(Path file) throws IOException {
    jar = new ZipFile(file.toFile());
    jar.stream().map(ZipEntry::getName).filter(entry -> entry.startsWith(FOLDER) && entry.endsWith(SUFFIX)).forEach(entry -> {
      String name = entry.substring(FOLDER.length(), entry.length() - SUFFIX.length());
      names.put(Project.key(name), name);
    });
  }

  /** The name as the platform writes it, or null. */
  String nameOf(String key) {
    return names.get(key);
  }

  List<ObjectTypes.Field> fieldsOf(String name) {
    return fields.computeIfAbsent(name, this::read);
  }

  private List<ObjectTypes.Field> read(String name) {
    List<ObjectTypes.Field> found = new ArrayList<>();
    try {
      ClassReader reader = new ClassReader(jar.getInputStream(jar.getEntry(FOLDER + name + SUFFIX)));
      reader.accept(new ClassVisitor(Opcodes.ASM5) {
        @Override
        public FieldVisitor visitField(int access, String field, String descriptor, String signature, Object value) {
          if ((access & Opcodes.ACC_STATIC) == 0) found.add(fieldOf(field, Type.getType(descriptor)));
          return null;
        }
      }, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    } catch (IOException error) {
      throw new java.io.UncheckedIOException(error);
    }
    Set<String> names = new HashSet<>();
    for (ObjectTypes.Field field : found) names.add(field.name());
    found.replaceAll(field -> isCompound(field, names) ? new ObjectTypes.Field("field", field.name(), "System.Address") : field);
    return found;
  }

  /** The jar shows a compound address like a parent of the object Address, but a parent has its id beside it. */
  private static boolean isCompound(ObjectTypes.Field field, Set<String> names) {
    return field.role().equals("parent") && field.type().equals("Address") && !names.contains(field.name() + "Id");
  }

  private static ObjectTypes.Field fieldOf(String name, Type type) {
    String plain = name.endsWith("$") ? name.substring(0, name.length() - 1) : name;
    if (type.getSort() == Type.ARRAY) {
      boolean isOfRecords = type.getElementType().getInternalName().startsWith(FOLDER);
      return new ObjectTypes.Field(isOfRecords ? "child" : "list", plain, simpleName(type.getElementType()));
    }
    String internal = type.getInternalName();
    if (internal.startsWith(FOLDER)) return new ObjectTypes.Field("parent", plain, simpleName(type));
    if (plain.equals("ChangeEventHeader")) return new ObjectTypes.Field("field", plain, "EventBus.ChangeEventHeader");
    return new ObjectTypes.Field("field", plain, internal.startsWith(SYSTEM) ? systemName(type) : otherName(internal));
  }

  private static String systemName(Type type) {
    String simple = simpleName(type);
    boolean isCompound = simple.equals("Address") || simple.equals("Location");
    return isCompound ? "System." + simple : simple;
  }

  private static String otherName(String internal) {
    return internal.startsWith(ROOT) ? internal.substring(ROOT.length()).replace('/', '.') : "Object";
  }

  private static String simpleName(Type type) {
    String name = type.getInternalName();
    return name.substring(name.lastIndexOf('/') + 1);
  }
}
