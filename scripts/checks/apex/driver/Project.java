import apex.jorje.semantic.compiler.Namespace;
import apex.jorje.semantic.compiler.Namespaces;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the rows tell of one project. Names are kept in lower case: Apex does not look at case. */
class Project {
  record Source(String file, String path, String apiVersion) {}

  record Flow(String name, List<String> variables) {}

  final String name;
  final Namespace namespace;
  private final String prefix;
  final ObjectTypes objects;
  final List<Source> sources = new ArrayList<>();
  final Map<String, Flow> flows = new HashMap<>();
  private final Map<String, Set<String>> names = new HashMap<>();

  /**
   * @param namespace the one that the sources get; may be empty
   * @param prefix the project's own namespace, which its names may carry in any case; may be empty
   */
  Project(String name, String namespace, String prefix, StandardObjects standard) {
    this.name = name;
    this.prefix = prefix;
    this.namespace = namespace.isEmpty() ? Namespaces.EMPTY : Namespaces.create(namespace);
    this.objects = new ObjectTypes(standard, prefix);
  }

  void add(String[] row) {
    switch (row[0]) {
      case "object" -> objects.add(row[1], row[2]);
      case "field", "parent", "child" -> objects.addField(row[0], row[1], row[2]);
      case "fieldset" -> objects.addFieldSet(row[1]);
      case "label", "page", "component", "resource", "lwc", "script" -> add(row[0], row[1]);
      case "action" -> add("action", row[1] + "." + row[2]);
      case "flow" -> flows.put(key(row[1]), new Flow(row[1], row[2].isEmpty() ? List.of() : List.of(row[2].split(","))));
      case "source" -> sources.add(new Source(row[1], row[2], row[3]));
      default -> throw new IllegalArgumentException("Unknown row in the description: " + String.join(" ", row));
    }
  }

  boolean isOwn(String namespace) {
    return namespace.equalsIgnoreCase(prefix);
  }

  boolean has(String kind, String name) {
    return names.getOrDefault(kind, Set.of()).contains(key(name));
  }

  private void add(String kind, String name) {
    names.computeIfAbsent(kind, missing -> new HashSet<>()).add(key(name));
  }

  static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
