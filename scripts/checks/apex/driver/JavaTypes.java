import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Type;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.signature.SignatureVisitor;
import org.objectweb.asm.Opcodes;

/** Names of Apex types from the signatures in Java class files. */
class JavaTypes {
  private static final String ROOT = "com/nawforce/runforce/";
  private static final Set<String> PLAIN = Set.of(
      "String", "Integer", "Long", "Double", "Decimal", "Boolean", "Date", "Datetime", "Time", "Id", "Blob", "List", "Set",
      "Map", "SObject", "Exception");

  record Method(String result, List<String> parameters) {}

  record Header(String parameters, String parent, List<String> interfaces) {}

  /** Java names end in a dollar sign where Java reserves the word. */
  static String plain(String name) {
    return name.endsWith("$") ? name.substring(0, name.length() - 1) : name;
  }

  static String field(String signature) {
    Reader reader = new Reader();
    new SignatureReader(signature).acceptType(reader);
    return reader.text();
  }

  static Method method(String signature) {
    List<Reader> parameters = new ArrayList<>();
    Reader result = new Reader();
    new SignatureReader(signature).accept(new SignatureVisitor(Opcodes.ASM9) {
      @Override
      public SignatureVisitor visitParameterType() {
        Reader reader = new Reader();
        parameters.add(reader);
        return reader;
      }

      @Override
      public SignatureVisitor visitReturnType() {
        return result;
      }
    });
    return new Method(result.text(), parameters.stream().map(Reader::text).toList());
  }

  static Header header(String signature, String superName, String[] interfaces) {
    List<String> parameters = new ArrayList<>();
    Reader parent = new Reader();
    List<Reader> parents = new ArrayList<>();
    if (signature == null) {
      parent.visitClassType(superName);
      parent.visitEnd();
      for (String each : interfaces) {
        Reader reader = new Reader();
        reader.visitClassType(each);
        reader.visitEnd();
        parents.add(reader);
      }
    } else {
      new SignatureReader(signature).accept(new SignatureVisitor(Opcodes.ASM9) {
        @Override
        public void visitFormalTypeParameter(String name) {
          parameters.add(name);
        }

        @Override
        public SignatureVisitor visitSuperclass() {
          return parent;
        }

        @Override
        public SignatureVisitor visitInterface() {
          Reader reader = new Reader();
          parents.add(reader);
          return reader;
        }
      });
    }
    boolean hasParent = !parent.text().equals("Object") && !parent.text().startsWith("Enum");
    return new Header(
        parameters.isEmpty() ? "" : "<" + String.join(", ", parameters) + ">",
        hasParent ? parent.text() : null,
        parents.stream().map(Reader::text).filter(name -> !name.equals("Object")).toList());
  }

  /** Parts of a list that stand between commas outside of angle brackets. */
  static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int index = 0; index < text.length(); index++) {
      char letter = text.charAt(index);
      if (letter == '<') depth++;
      if (letter == '>') depth--;
      if (letter != ',' || depth > 0) continue;
      parts.add(text.substring(start, index));
      start = index + 1;
    }
    parts.add(text.substring(start));
    return parts;
  }

  private static String nameOf(String internal) {
    if (!internal.startsWith(ROOT)) return "Object";
    String[] parts = internal.substring(ROOT.length()).split("/");
    String name = plain(parts[1]).replace('$', '.');
    if (parts[0].equals("SObjects") || parts[0].equals("SObjectStubs")) return "Schema." + name;
    if (parts[0].equals("Internal")) return name.equals("RecordSet") ? "List" : "Object";
    return parts[0].equals("System") && PLAIN.contains(name) ? name : parts[0] + "." + name;
  }

  /** Collects one type. */
  private static class Reader extends SignatureVisitor {
    private final StringBuilder text = new StringBuilder();
    private final List<Reader> arguments = new ArrayList<>();
    private String suffix = "";

    Reader() {
      super(Opcodes.ASM9);
    }

    String text() {
      if (arguments.isEmpty()) return text + suffix;
      return text + "<" + String.join(", ", arguments.stream().map(Reader::text).toList()) + ">" + suffix;
    }

    @Override
    public void visitBaseType(char descriptor) {
      text.append(descriptor == 'V' ? "void" : Type.getType(String.valueOf(descriptor)).getClassName());
    }

    @Override
    public void visitTypeVariable(String name) {
      text.append(name);
    }

    @Override
    public SignatureVisitor visitArrayType() {
      suffix = "[]";
      return this;
    }

    @Override
    public void visitClassType(String name) {
      text.append(nameOf(name));
    }

    @Override
    public SignatureVisitor visitTypeArgument(char wildcard) {
      Reader reader = new Reader();
      arguments.add(reader);
      return reader;
    }
  }
}
