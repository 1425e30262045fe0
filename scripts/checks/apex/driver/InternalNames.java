import apex.jorje.semantic.symbol.type.AbstractTypeInfo;
import apex.jorje.semantic.symbol.type.InternalTypeInfo;
import apex.jorje.semantic.symbol.type.InternalTypeInfos;
import apex.jorje.semantic.symbol.type.TypeInfo;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;

/**
 * The compiler compares some platform types by its own names for them, such as `com/salesforce/api/Schema/SObjectField`.
 * A type that was read from a declaration must take that name, or the compiler holds it for another one.
 */
class InternalNames {
  private static final Map<String, TypeInfo> BY_KEY = byKey();
  private static final String[] NAMES = {"bytecodeName", "bytecodeMethodName", "typeSignature"};

  static void give(TypeInfo type, String key) {
    TypeInfo internal = BY_KEY.get(key);
    if (internal == null || type == null) return;
    try {
      for (String name : NAMES) OpenedTypes.set(type, name, OpenedTypes.field(AbstractTypeInfo.class, name).get(internal));
    } catch (ReflectiveOperationException error) {
      throw new IllegalStateException(error);
    }
  }

  private static Map<String, TypeInfo> byKey() {
    Map<String, TypeInfo> found = new HashMap<>();
    for (Field field : InternalTypeInfos.class.getFields()) {
      if (!Modifier.isStatic(field.getModifiers()) || field.getType() != InternalTypeInfo.class) continue;
      try {
        TypeInfo type = (TypeInfo) field.get(null);
        String name = type.getApexName();
        // The compiler has two names for describe results; newer code means the second.
        if (type instanceof AbstractTypeInfo && name != null) found.putIfAbsent(PlatformTypes.typeKey(Project.key(type.getBytecodeName())), type);
      } catch (IllegalAccessException error) {
        throw new IllegalStateException(error);
      }
    }
    return found;
  }
}
