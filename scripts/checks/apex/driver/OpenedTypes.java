import apex.common.base.Initializer;
import apex.common.base.Result;
import apex.jorje.semantic.symbol.member.method.MethodTable;
import apex.jorje.semantic.symbol.member.method.StandardMethodInfo;
import apex.jorje.semantic.symbol.member.variable.FieldTable;
import apex.jorje.semantic.symbol.type.AbstractTypeInfo;
import apex.jorje.semantic.symbol.type.GenericTypeInfoFactory;
import apex.jorje.semantic.symbol.type.TypeInfo;
import apex.jorje.semantic.symbol.type.TypeInfos;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;

/** Gives platform types what their declarations in Apex cannot say. */
class OpenedTypes {
  private static final String DATABASE = "system/database";
  private static final String OBJECT_TYPE = "schema/sobjecttype";

  /** Their result is a list, or the one record where one is wanted. */
  private static final Set<String> QUERIES = Set.of("query", "querywithbinds");

  static void open(TypeInfo type, String key, String text, DescribeTypes describe) {
    if (type == null) return;
    if (text.contains(ReservedNames.PREFIX) || key.equals(DATABASE)) openMethods(type, key.equals(DATABASE));
    if (key.equals(OBJECT_TYPE)) {
      Initializer<FieldTable, TypeInfo> objects = describe::objectTable;
      set(type, "fields", objects);
    }
  }

  private static void openMethods(TypeInfo type, boolean isDatabase) {
    @SuppressWarnings("unchecked")
    Initializer<MethodTable, TypeInfo> declared = (Initializer<MethodTable, TypeInfo>) get(AbstractTypeInfo.class, type, "methods");
    Initializer<MethodTable, TypeInfo> opened = owner -> open(declared.get(owner), isDatabase);
    set(type, "methods", opened);
  }

  private static MethodTable open(MethodTable methods, boolean isDatabase) {
    return (MethodTable) Proxy.newProxyInstance(MethodTable.class.getClassLoader(), new Class<?>[] {MethodTable.class}, (proxy, method, arguments) -> {
      if (method.getName().equals("getApproximate")) arguments[1] = ReservedNames.declare((String) arguments[1]);
      try {
        Object found = method.invoke(methods, arguments);
        if (isDatabase) returnRecords(found instanceof Result<?> result && result.hasResult() ? result.get() : found);
        return found;
      } catch (InvocationTargetException error) {
        throw error.getCause();
      }
    });
  }

  private static void returnRecords(Object found) {
    if (!(found instanceof StandardMethodInfo method) || !QUERIES.contains(Project.key(method.getName()))) return;
    set(StandardMethodInfo.class, method, "returnType", GenericTypeInfoFactory.createQueryResultList(TypeInfos.SOBJECT));
  }

  private static Object get(Class<?> owner, Object target, String name) {
    try {
      return field(owner, name).get(target);
    } catch (ReflectiveOperationException error) {
      throw changed(error);
    }
  }

  static void set(TypeInfo type, String name, Object value) {
    set(AbstractTypeInfo.class, type, name, value);
  }

  private static void set(Class<?> owner, Object target, String name, Object value) {
    try {
      field(owner, name).set(target, value);
    } catch (ReflectiveOperationException error) {
      throw changed(error);
    }
  }

  static Field field(Class<?> owner, String name) throws NoSuchFieldException {
    Field field = owner.getDeclaredField(name);
    field.setAccessible(true);
    return field;
  }

  private static IllegalStateException changed(ReflectiveOperationException error) {
    return new IllegalStateException("The compiler's types have changed: " + error.getMessage(), error);
  }
}
