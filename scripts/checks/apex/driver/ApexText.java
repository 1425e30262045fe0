import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Declarations of platform types as text: joins what several sources know of one type. A member takes one line. */
class ApexText {
  /** Every type has these; a declaration makes them visible. */
  static final String OBJECT_METHODS = """
        global override String toString() {}
        global Boolean equals(Object other) {}
        global override Integer hashCode() {}
      """.replaceAll("(?m)^ {4}", "");

  private static final Set<String> OBJECT_METHOD_NAMES = Set.of("clone", "hashCode", "equals", "toString");
  private static final String MODIFIERS = "(?:(?:global|public|static|virtual|abstract|override|protected) +)+";
  private static final Pattern MEMBER =
      Pattern.compile("(?m)^  " + MODIFIERS + "([\\w.<>, \\[\\]]+?) (\\w+)(?:\\((.*)\\) ?(?:\\{\\}|;)|;)$");
  private static final Pattern INNER = Pattern.compile("(?ms)^  global [\\w ]*?(?:class|enum|interface) (\\w+)[^\\n]*\\{.*?^  \\}$");
  private static final Pattern CONSTANT = Pattern.compile("(?m)^\\s+(\\w+),?\\s*$");
  private static final Pattern RAW = Pattern.compile("\\b(Map|List|Set)\\b(?! *<)");
  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/");

  private static final Pattern GIVEN = Pattern.compile("(?m)^ +global \\w+ (clone|hashCode|equals|toString)\\(.*\\) \\{\\}$\\n?");
  private static final Pattern RESERVED =
      Pattern.compile("(?m)^( +global [\\w. <>,]+ )(" + String.join("|", ReservedNames.RESERVED) + ")\\(");

  /** Members that take one line, and those of them that Apex allows: the library has some with prose for a type. */
  private static final Pattern LINE = Pattern.compile("^ +global .*(;|\\{\\})$");
  private static final Pattern LEGAL = Pattern.compile(
      "^ +global (static )?([\\w.]+( ?<[\\w.<>, ]+>)? )?(?!limit\\b)\\w+ ?(\\([\\w.<>, ]*\\) \\{\\}|;)$");

  static boolean isObjectMethod(String name) {
    return OBJECT_METHOD_NAMES.contains(name);
  }

  /** A text of the platform's library as the compiler can read it. */
  static String readable(String text) {
    String plain = COMMENT.matcher(text).replaceAll("");
    plain = GIVEN.matcher(plain).replaceAll("");
    plain = RESERVED.matcher(plain).replaceAll("$1" + ReservedNames.PREFIX + "$2(");
    plain = plain.replaceAll("\\bMap (\\w+)", "Map<String, Object> $1");
    StringBuilder kept = new StringBuilder();
    for (String line : plain.split("\n")) if (!LINE.matcher(line).find() || LEGAL.matcher(line).matches()) kept.append(line).append('\n');
    return kept.toString().replaceAll("(?m)^( *)global class ", "$1global virtual class ");
  }

  static String indent(String text) {
    return text.strip().replaceAll("(?m)^", "  ") + "\n";
  }

  /** The first declaration, with the members and inner types that the other alone has; it may be null. */
  static String complete(String declared, String other) {
    if (other == null || declared.contains("enum ") && !declared.contains("class ")) return declared;
    if (declared.stripLeading().startsWith("global interface")) return declared;
    StringBuilder added = new StringBuilder();
    Set<String> types = new HashSet<>();
    INNER.matcher(declared).results().forEach(found -> types.add(Project.key(found.group(1))));
    INNER.matcher(other).results()
        .filter(found -> !types.contains(Project.key(found.group(1))))
        .forEach(found -> added.append(found.group()).append('\n'));
    addMembers(declared, other, added);
    int end = declared.lastIndexOf('}');
    return declared.substring(0, end) + added + "}\n";
  }

  private static void addMembers(String declared, String other, StringBuilder added) {
    Set<String> members = new HashSet<>();
    MEMBER.matcher(declared).results().forEach(found -> members.add(key(found.group(2), found.group(3))));
    Map<String, Boolean> isNew = new HashMap<>();
    Matcher found = MEMBER.matcher(other);
    while (found.find()) {
      if (RAW.matcher(found.group()).find() || isObjectMethod(found.group(2))) continue;
      // Overloads of a new method all come from the other declaration.
      if (!isNew.computeIfAbsent(key(found.group(2), found.group(3)), missing -> !members.contains(missing))) continue;
      added.append(found.group()).append('\n');
    }
  }

  private static String key(String name, String parameters) {
    if (parameters == null) return Project.key(name);
    return Project.key(name) + "/" + (parameters.isBlank() ? 0 : JavaTypes.split(parameters).size());
  }

  /** Constants of an enum that either source knows. */
  static List<String> constants(List<String> known, String text) {
    List<String> all = new ArrayList<>(known);
    Set<String> seen = new HashSet<>();
    for (String constant : known) seen.add(Project.key(constant));
    Matcher found = CONSTANT.matcher(text == null ? "" : COMMENT.matcher(text).replaceAll(""));
    while (found.find()) if (seen.add(Project.key(found.group(1)))) all.add(found.group(1));
    return all;
  }
}
