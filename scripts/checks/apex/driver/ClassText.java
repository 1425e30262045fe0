import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.StringJoiner;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Turns a Java class that stands for a platform type into the Apex declaration of that type. */
class ClassText extends ClassVisitor {
  private final StringBuilder head = new StringBuilder();
  private final StringBuilder body = new StringBuilder();
  private final List<String> constants = new ArrayList<>();
  private String simpleName;
  private boolean isInterface;
  private boolean isEnum;
  private boolean isException;

  ClassText() {
    super(Opcodes.ASM9);
  }

  /**
   * @param inner Java classes of the inner types
   * @param text another declaration of the same type, for what the Java class lacks; may be null
   */
  String declare(byte[] type, Collection<byte[]> inner, String text) {
    new ClassReader(type).accept(this, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    if (isEnum) return "global enum " + simpleName + " { " + String.join(", ", ApexText.constants(constants, text)) + " }";
    for (byte[] each : inner) body.append(ApexText.indent(new ClassText().declare(each, List.of(), null)));
    if (!isInterface && !isException) body.append(ApexText.OBJECT_METHODS);
    String declared = head + " {\n" + body + "}\n";
    return isInterface ? declared : ApexText.complete(declared, text);
  }

  @Override
  public void visit(int version, int access, String name, String signature, String superName, String[] interfaces) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('$', name.length() - 2)) + 1);
    simpleName = JavaTypes.plain(last);
    isInterface = (access & Opcodes.ACC_INTERFACE) != 0;
    isEnum = (access & Opcodes.ACC_ENUM) != 0;
    JavaTypes.Header header = JavaTypes.header(signature, superName, interfaces);
    isException = simpleName.endsWith("Exception") && !isInterface;
    boolean isAbstract = (access & Opcodes.ACC_ABSTRACT) != 0;
    head.append("global ").append(isInterface ? "interface " : isAbstract ? "abstract class " : "virtual class ");
    head.append(simpleName).append(header.parameters());
    if (isException) head.append(" extends ").append(header.parent() == null ? "Exception" : header.parent());
    else if (header.parent() != null) head.append(" extends ").append(header.parent());
    if (!header.interfaces().isEmpty()) {
      head.append(isInterface ? " extends " : " implements ").append(String.join(", ", header.interfaces()));
    }
  }

  @Override
  public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
    if (isEnum) {
      if ((access & Opcodes.ACC_ENUM) != 0) constants.add(JavaTypes.plain(name));
      return null;
    }
    if ((access & Opcodes.ACC_PUBLIC) == 0) return null;
    String type = JavaTypes.field(signature != null ? signature : descriptor);
    body.append("  global ").append((access & Opcodes.ACC_STATIC) != 0 ? "static " : "");
    body.append(type).append(' ').append(JavaTypes.plain(name)).append(";\n");
    return null;
  }

  @Override
  public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
    boolean isConstructor = name.equals("<init>");
    // The compiler gives every exception its constructors.
    if (isEnum || name.equals("<clinit>") || (isConstructor && isException)) return null;
    if ((access & (Opcodes.ACC_SYNTHETIC | Opcodes.ACC_BRIDGE)) != 0) return null;
    String plain = isConstructor ? simpleName : ReservedNames.declare(JavaTypes.plain(name));
    if (ApexText.isObjectMethod(plain)) return null;
    JavaTypes.Method method = JavaTypes.method(signature != null ? signature : descriptor);
    StringJoiner parameters = new StringJoiner(", ", "(", ")");
    for (int index = 0; index < method.parameters().size(); index++) parameters.add(method.parameters().get(index) + " p" + index);
    if (isInterface) {
      body.append("  ").append(method.result()).append(' ').append(plain).append(parameters).append(";\n");
      return null;
    }
    boolean isAbstract = (access & Opcodes.ACC_ABSTRACT) != 0;
    boolean isStatic = (access & Opcodes.ACC_STATIC) != 0;
    body.append((access & Opcodes.ACC_PUBLIC) != 0 ? "  global " : isConstructor ? "  private " : "  protected ");
    if (isStatic) body.append("static ");
    else if (isAbstract) body.append("abstract ");
    else if (!isConstructor) body.append("virtual ");
    if (!isConstructor) body.append(method.result()).append(' ');
    body.append(plain).append(parameters).append(isAbstract ? ";\n" : " {}\n");
    return null;
  }
}
