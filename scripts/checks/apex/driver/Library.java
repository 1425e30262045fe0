import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Declarations of platform types, as Apex text, by `namespace/type` in lower case. The overlay comes first; then the Java
 * classes, with the members added that the texts alone know; then the texts.
 */
class Library {
  private static final String TEXTS = "StandardApexLibrary/";
  private static final String CLASSES = "com/nawforce/runforce/";

  private final Map<String, Path> overlay = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, String> classes = new HashMap<>();
  private final Map<String, String> namespaces = new HashMap<>();
  private final Map<String, String> made = new HashMap<>();
  private ZipFile textJar;
  private ZipFile classJar;

  void addOverlay(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files.filter(path -> path.toString().endsWith(".cls"))::iterator) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        overlay.put(Project.key(name.substring(0, name.length() - ".cls".length())), file);
      }
    }
  }

  void addTexts(Path file) throws IOException {
    textJar = new ZipFile(file.toFile());
    index(textJar, TEXTS, ".cls", texts);
    for (String entry : texts.values()) {
      String name = entry.substring(TEXTS.length(), entry.indexOf('/', TEXTS.length()));
      namespaces.put(Project.key(name), name);
    }
  }

  void addClasses(Path file) throws IOException {
    classJar = new ZipFile(file.toFile());
    index(classJar, CLASSES, ".class", classes);
  }

  private static void index(ZipFile jar, String folder, String suffix, Map<String, String> found) {
    jar.stream().map(ZipEntry::getName).filter(entry -> entry.startsWith(folder) && entry.endsWith(suffix)).forEach(entry ->
        found.put(Project.key(entry.substring(folder.length(), entry.length() - suffix.length())), entry));
  }

  /** The declaration of the type, or null when the library has none. */
  String textOf(String key) {
    return made.computeIfAbsent(key, this::make);
  }

  /** The namespace as the platform writes it. */
  String namespaceOf(String key) {
    String namespace = key.substring(0, key.indexOf('/'));
    return namespaces.getOrDefault(namespace, namespace);
  }

  /** The type's own name as the platform writes it. */
  String nameOf(String key) {
    String path = overlay.containsKey(key) ? overlay.get(key).toString() : classes.containsKey(key) ? classes.get(key) : texts.get(key);
    String file = path.substring(path.lastIndexOf('/') + 1);
    return file.substring(0, file.lastIndexOf('.'));
  }

  private String make(String key) {
    if (BUILT_IN.contains(key)) return null;
    try {
      String text = texts.containsKey(key) ? new String(read(textJar, texts.get(key)), StandardCharsets.UTF_8) : null;
      if (text != null) text = ApexText.readable(text);
      String declared = classes.containsKey(key) ? declare(key, text) : text;
      return overlay.containsKey(key) ? ApexText.complete(read(overlay.get(key)), declared) : declared;
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }

  private String declare(String key, String text) throws IOException {
    Map<String, byte[]> inner = new HashMap<>();
    String prefix = key + "$";
    for (String name : classes.keySet()) {
      if (name.startsWith(prefix) && name.indexOf('$', prefix.length()) < 0) inner.put(name, read(classJar, classes.get(name)));
    }
    return new ClassText().declare(read(classJar, classes.get(key)), inner.values(), text);
  }

  /** The repository indents by four spaces, the library by two. */
  private static String read(Path file) throws IOException {
    return Files.readString(file).replaceAll("(?m)^    ", "  ");
  }

  private static byte[] read(ZipFile jar, String entry) throws IOException {
    try (InputStream stream = jar.getInputStream(jar.getEntry(entry))) {
      return stream.readAllBytes();
    }
  }

  /** Types that the compiler itself declares. */
  private static final List<String> BUILT_IN = List.of(
      "system/string", "system/integer", "system/long", "system/double", "system/decimal", "system/boolean", "system/date",
      "system/datetime", "system/time", "system/id", "system/blob", "system/list", "system/set", "system/map",
      "system/sobject", "system/trigger", "system/label", "system/exception", "system/comparator", "system/currency");
}
