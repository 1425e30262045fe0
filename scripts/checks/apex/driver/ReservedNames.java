import java.util.Set;

/** Platform methods whose names no Apex declaration can have, such as Database.insert: they are declared with a prefix. */
class ReservedNames {
  static final String PREFIX = "reserved_";
  static final Set<String> RESERVED = Set.of("insert", "update", "upsert", "delete", "undelete", "merge", "limit", "new");

  static String declare(String name) {
    return RESERVED.contains(Project.key(name)) ? PREFIX + name : name;
  }
}
